"""All answers about a claim as one value."""

import pytest

from kg.answers import dossier
from kg.answers.dossier import wordings_of
from kg.errors import UnknownClaim


@pytest.mark.parametrize(
    ("claims", "bounds"),
    [
        (("C1",), (1, 1)),
        (("C4",), (1, 1)),
        (("C7",), (1, 1)),
        (("C1", "C2"), (1, 2)),
        (("C1", "C2", "C4", "C6", "C7"), (1, 5)),
    ],
)
def test_distinct_origins_lie_between(arms, claims, bounds):
    assert arms.bounds(*claims) == bounds


def test_without_ukraine_and_its_side_three_origins_may_be_left(arms, union):
    assert arms.bounds(*union, ignore=["Ukraine"], side=True) == (1, 3)
    assert arms.bounds("C1", "C2", ignore=["Ukraine"], side=True) == (0, 0)


def test_a_headline_does_not_come_to_life_when_its_source_is_ignored(arms):
    found = arms.ask("C1", ignore=["Ukraine"])

    assert found.chains == ()
    assert len(found.graph.restatements) == 2


@pytest.mark.parametrize(
    ("claims", "status", "deniers"),
    [
        (("C1",), "supported", []),
        (("C4",), "contested", ["Russia", "North Korea"]),
        (("C5",), "denied", ["Russia", "North Korea"]),
        (("C1", "C4"), "contested", ["Russia", "North Korea"]),
    ],
)
def test_what_is_said_of_it(arms, claims, status, deniers):
    found = arms.ask(*claims)

    assert found.status == status
    assert [arms.agents[d.chain.origin].name for d in found.denials] == deniers


@pytest.mark.parametrize(
    ("claims", "through"),
    [
        (("C1",), ["Newsweek", "Ukraine"]),
        (("C4",), ["Business Insider"]),
        (("C7",), ["CNN", "Intelligence"]),
        (("C1", "C7"), []),
    ],
)
def test_single_points_of_failure(arms, claims, through):
    assert arms.bottlenecks(*claims) == through


def test_depth_is_told_as_the_least_and_the_greatest(arms, union):
    assert arms.ask("C7").depths == (2, 2)
    assert arms.ask(*union).depths == (1, 2)
    assert arms.ask("C5").depths is None


def test_the_wording_is_that_of_who_is_cited_and_not_the_headlines(arms):
    (reading,) = arms.readings

    assert wordings_of([reading], ["urn:claim/C1"]) == {"urn:claim/C1": "C1 (told 1)"}


def test_a_wording_is_found_where_only_the_document_speaks(story):
    story.page("one").says("P")

    assert story.ask().text == "P (told 0)"


def test_no_claim_is_an_error_and_an_unheard_one_is_unaddressed(story):
    story.page("one").says("P")

    with pytest.raises(UnknownClaim, match="at least one"):
        dossier(story.readings, [])
    assert story.ask("unheard").status == "unaddressed"


def test_undated_texts_are_left_out_of_an_earlier_day_and_counted(story):
    story.page("one", "Ledger", "2024-10-01").tells("P", "Army")
    story.page("two", "Courier", "2024-10-03").tells("P", "Palace")
    story.page("three", "Herald").tells("P", "Navy")
    story.page("four", "Mirror", "yesterday").tells("P", "Senate")
    found = story.ask(as_of="2024-10-02")

    assert [c.origin for c in found.chains] == ["urn:agent/Army"]
    assert found.undated == 2
