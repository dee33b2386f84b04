"""The citation graph of a claim."""

import pytest

from kg.graph import citation_graph


def test_a_denial_of_one_claim_does_not_reach_another(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    page.tells("Q", "Palace", stances=["denies"])

    assert story.ask("P").denials == ()
    assert [d.relation for d in story.ask("Q").denials] == ["direct"]


def test_a_denial_may_be_told_by_somebody_else(story):
    story.outlets("CNN")
    story.page("one", "Ledger").tells("P", "CNN", "Palace", stances=["asserts", "denies"])
    (denial,) = story.ask().denials

    assert (denial.chain.origin, denial.chain.depth) == ("urn:agent/Palace", 2)


def test_equivalent_claims_are_traced_as_one(story):
    story.page("one", "Ledger").tells("P", "Army")
    story.page("two", "Courier").tells("P in French", "Palace")
    story.relate("equivalent", "P", "P in French")

    assert story.bounds("P") == story.bounds("P in French") == (2, 2)


def test_a_doubtful_equivalence_counts_above_only(story):
    story.page("one", "Ledger").tells("P", "Army")
    story.page("two", "Courier").tells("Q", "Palace")
    story.relate("equivalent", "P", "Q", confidence=0.3)
    found = story.ask()

    assert story.bounds() == (1, 2)
    assert [o.doubtful for o in found.origins.resolved] == [False, True]


def test_entailing_claims_are_traced_on_demand(story):
    story.page("one", "Ledger").tells("narrow", "Army")
    story.page("two", "Courier").tells("narrow", "Palace", stances=["denies"])
    story.page("three", "Herald").tells("wide", "Navy")
    story.relate("entails", "narrow", "wide")

    assert story.bounds("wide") == (1, 1)
    assert story.bounds("wide", entailed=True) == (2, 2)
    assert story.ask("wide", entailed=True).denials == ()


def test_a_union_is_traced_as_one_proposition(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    page.tells("Q", "Army")
    page.tells("R", "Palace")

    assert story.bounds("P", "Q") == (1, 1)
    assert story.bounds("P", "Q", "R") == (2, 2)


def test_a_union_leaves_own_voice_where_any_of_it_is_attributed(story):
    page = story.page("one", "Ledger")
    page.says("P")
    page.tells("Q", "Army")

    assert len(story.ask("P").chains) == 1
    assert [c.origin for c in story.ask("P", "Q").chains] == ["urn:agent/Army"]
    assert len(story.ask("P", "Q").graph.restatements) == 1


def test_who_takes_it_back_supports_nothing_whoever_tells_it(story):
    story.outlets("CNN")
    story.page("one", "Ledger", "2024-10-01").tells("P", "CNN", "Minister")
    story.page("two", "Courier", "2024-10-06").tells("P", "Minister")
    later = story.page("three", "Herald", "2024-10-05")
    later.tells("P", "Minister", stances=["denies"], retracts=True)
    found = story.ask()

    assert found.chains == ()
    assert len(found.graph.withdrawn) == 2
    assert [d.chain.last.retracts for d in found.denials] == [True]


def test_a_retraction_that_somebody_denies_is_none(story):
    story.page("one", "Ledger").tells("P", "Minister")
    later = story.page("two", "Courier")
    later.tells("P", "Palace", "Minister", stances=["denies", "denies"], retracts=True)

    assert story.bounds() == (1, 1)


def test_a_copy_of_what_was_taken_back_falls_with_it(story):
    original = story.page("one", "CNN", "2024-10-01")
    copy = story.page("two", "Ledger", "2024-10-02")
    row = [original.tells("P", "Minister")[0], copy.tells("P", "Minister")[0]]
    story.copy("reprint", original, copy, rows=[row], original=original)
    story.page("three", "CNN", "2024-10-05").tells("P", "CNN", stances=["denies"], retracts=True)

    assert story.bounds() == (0, 0)


def test_readings_that_say_nothing_of_it_do_no_harm(story):
    story.page("one", "Ledger").tells("P", "Army")
    before = story.ask().chains
    story.page("two", "Courier").tells("Q", "Palace")

    assert story.ask().chains == before


@pytest.mark.parametrize("claims", [["urn:claim/unheard"], []])
def test_an_unheard_claim_has_an_empty_graph(story, claims):
    story.page("one", "Ledger").tells("P", "Army")
    graph = citation_graph(story.readings, claims)

    assert (graph.supporting, graph.denials, graph.total) == ((), (), 0)
