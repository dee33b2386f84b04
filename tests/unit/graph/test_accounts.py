"""What one document says of a claim."""

from dataclasses import replace

import pytest

from kg.graph import account_of

P = {"urn:claim/P": 1.0}


def cited(ways):
    return [[hop.attribution.source.name for hop in way.hops] for way in ways]


def test_a_document_that_says_nothing_of_it_has_no_account(story):
    page = story.page("one")
    page.tells("Q", "Army")

    assert account_of(page.reading, P) is None


def test_a_way_runs_to_the_innermost_source(story):
    page = story.page("one")
    page.tells("P", "Herald", "Ministry", "Army")

    assert cited(account_of(page.reading, P).supporting) == [["Herald", "Ministry", "Army"]]


def test_a_relay_whose_own_content_says_it_too_is_no_second_way(story):
    page = story.page("one")
    told = page.tells("P", "Herald", "Army")
    page._convey(told[0].id, "P", 1.0)

    assert cited(account_of(page.reading, P).supporting) == [["Herald", "Army"]]


def test_who_dismisses_a_rumour_denies_what_it_says(story):
    page = story.page("one")
    told = page.tells("P", "Army", "'claims'", stances=["denies", "asserts"])
    page._convey(told[0].id, "P", 1.0)
    account = account_of(page.reading, P)

    assert cited(way for way in account.others if way.denies) == [["Army"]]
    assert account.supporting == ()


def test_own_voice_counts_only_where_nobody_is_cited_for_it(story):
    page = story.page("one", "Ledger")
    voice = page.says("P")
    alone = account_of(page.reading, P)
    page.tells("P", "Army")
    beside = account_of(page.reading, P)

    assert [way.last for way in alone.supporting] == [voice]
    assert alone.restated == ()
    assert cited(beside.supporting) == [["Army"]]
    assert beside.restated == (voice,)


def test_own_voice_beside_a_denial_restates_nothing(story):
    page = story.page("one", "Ledger")
    page.says("P")
    page.tells("P", "Army", stances=["denies"])
    account = account_of(page.reading, P)

    assert [way.voice is not None for way in account.supporting] == [True]
    assert account.restated == ()


def test_two_sentences_in_own_voice_are_one_way(story):
    page = story.page("one", "Ledger")
    first = page.says("P")
    page.says("P")

    assert [way.last for way in account_of(page.reading, P).supporting] == [first]


@pytest.mark.parametrize("confidence", [0.1, 0.19])
def test_what_lies_below_the_display_threshold_is_out(story, confidence):
    page = story.page("one")
    page.tells("P", "Army", confidence=confidence)

    assert account_of(page.reading, P) is None


def test_a_match_below_the_display_threshold_is_out(story):
    page = story.page("one")
    page.tells("P", "Army", match=0.1)

    assert account_of(page.reading, P) is None


def test_nesting_in_a_circle_ends(story):
    page = story.page("one")
    outer, inner = page.tells("P", "Herald", "Army")
    page._replace(outer, replace(outer, nested_in=inner.id))

    assert cited(account_of(page.reading, P).supporting) == [["Herald", "Army"]]
