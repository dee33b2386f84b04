"""What if a source is set aside, or the question asked earlier."""

import pytest

from kg.answers import Policy
from kg.answers.whatif import set_aside, until
from kg.errors import InputError


def left(found):
    return [chain.origin.rsplit("/", 1)[1] for chain in found.chains]


def test_a_chain_falls_with_any_source_on_it(story):
    story.outlets("CNN")
    page = story.page("one", "Ledger")
    page.tells("P", "CNN", "Army")
    page.tells("P", "Navy")

    assert left(story.ask(ignore=["CNN"])) == ["Navy"]
    assert left(story.ask(ignore=["Army"])) == ["Navy"]


def test_an_outlet_takes_its_own_documents_along(story):
    story.page("one", "CNN").tells("P", "Army")
    story.page("two", "Ledger").tells("P", "Navy")

    assert left(story.ask(ignore=["CNN"])) == ["Navy"]


def test_a_linked_text_that_is_ignored_leaves_no_dead_end_behind(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Army")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own)

    assert left(story.ask(ignore=["Army"])) == []


def test_ignoring_the_source_that_is_told_leaves_the_way_through_the_outlets_own_text(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Navy")
    relay, _ = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN", "Army")
    story.link(relay, own)
    found = story.ask(ignore=["Army"])

    assert [(c.origin, c.depth) for c in found.chains] == [
        ("urn:agent/Navy", 1),
        ("urn:agent/Navy", 2),
    ]


def test_who_speaks_for_the_ignored_is_ignored_where_both_count_as_one(story):
    story.spokespeople["Spokesman"] = "Ministry"
    page = story.page("one", "Ledger")
    page.tells("P", "Spokesman")
    page.tells("P", "Ministry")

    assert left(story.ask(ignore=["Ministry"])) == []
    assert left(story.ask(ignore=["Ministry"], fold="none")) == ["Spokesman"]


def test_denials_of_the_ignored_fall_too(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    page.tells("P", "Palace", stances=["denies"])

    assert story.ask(ignore=["Palace"]).status == "supported"


def test_with_its_side_a_state_takes_its_bodies_and_its_own_outlets_along(story):
    story.states("North")
    story.agent("Ministry", "body", side="North")
    story.agent("Radio", "outlet", side="North")
    story.page("one", "Ledger").tells("P", "Ministry")
    story.page("two", "Radio").tells("P", "Foreigner")
    story.page("three", "Courier").tells("P", "Bystander")

    assert left(story.ask(ignore=["North"])) == ["Ministry", "Bystander", "Foreigner"]
    assert left(story.ask(ignore=["North"], side=True)) == ["Bystander"]
    assert left(story.ask(ignore=["Ministry"], side=True)) == ["Bystander"]


def test_nothing_ignored_sets_nothing_aside(story):
    story.page("one", "Ledger").tells("P", "Army")
    aside = set_aside(story.readings, Policy(side=True))

    assert (aside.attributions, aside.documents) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("2024-10-02", ["one", "three"]),
        ("2024-10-03", ["one", "two", "three"]),
        ("2024-10", ["one", "two", "three"]),
        ("2024-09", []),
        (None, ["one", "two", "three", "four"]),
    ],
)
def test_a_document_is_in_unless_it_is_certainly_later(story, day, kept):
    for name, published in (
        ("one", "2024-10-01"),
        ("two", "2024-10-03T10:00Z"),
        ("three", "2024-10"),
        ("four", None),
    ):
        story.page(name, None, published)
    readings, undated = until(story.readings, day)

    assert [r.document.doc_id for r in readings] == kept
    assert undated == (0 if day is None else 1)


@pytest.mark.parametrize("day", ["yesterday", "2024-13-01", "03/10/2024", ""])
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(InputError, match="2024-10-03"):
        Policy(as_of=day)
