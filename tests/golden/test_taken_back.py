"""What is left of a claim when somebody takes back what they said, and whom that touches."""

from dataclasses import replace

import pytest


@pytest.fixture
def retracted(story):
    """CNN tells it on the 1st and takes it back on the 5th; the Ledger relied on it."""
    first = story.page("first", "CNN", "2024-03-01")
    first.tells("P", "'people familiar with it'")
    (cited,) = story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")
    story.link(cited, first)
    story.page("retraction", "CNN", "2024-03-05").tells(
        "P", "CNN", stances=["denies"], retracts=True
    )
    return story


def listed(found):
    return {chain.document.removeprefix("urn:document/") for chain in found.graph.withdrawn}


@pytest.mark.parametrize(
    ("date", "origins"),
    [("2024-03-01", (1, 1)), ("2024-03-04", (1, 1)), ("2024-03-05", (0, 0)), (None, (0, 0))],
)
def test_it_counts_until_it_was_taken_back(retracted, date, origins):
    assert retracted.bounds(as_of=date) == origins


def test_all_that_relies_on_it_is_listed(retracted):
    assert listed(retracted.ask()) == {"first", "ledger"}


def test_a_text_that_still_cites_it_later_relies_on_it_too(retracted):
    retracted.page("late", "Courier", "2024-03-09").tells("P", "CNN")

    assert retracted.bounds() == (0, 0)
    assert "late" in listed(retracted.ask())


def test_what_the_outlet_finds_out_anew_stands(retracted):
    retracted.page("anew", "CNN", "2024-03-09").tells("P", "Minister")

    assert retracted.bounds() == (1, 1)
    assert "anew" not in listed(retracted.ask())


def test_an_undated_text_of_the_outlet_may_be_the_one_taken_back(retracted):
    retracted.page("undated", "CNN").tells("P", "Minister")

    assert retracted.bounds() == (0, 0)


def test_others_who_spoke_to_the_same_source_keep_it(retracted):
    retracted.page("own", "Herald", "2024-03-02").tells("P", "Minister")

    assert retracted.bounds() == (1, 1)


def test_without_the_paper_that_tells_of_it_nothing_was_taken_back(story):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Minister")
    story.page("two", "Courier", "2024-03-02").tells(
        "P", "Minister", stances=["denies"], retracts=True
    )

    assert story.bounds() == (0, 0)
    assert story.bounds(ignore=["Courier"]) == (1, 1)


def test_without_the_paper_that_tells_of_it_nothing_was_disowned(story):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Minister")
    story.page("two", "Courier", "2024-03-02").tells(
        "P", "Minister", "Minister", stances=["denies", "asserts"]
    )

    assert {chain.status for chain in story.ask().chains} == {"disowned"}
    assert {chain.status for chain in story.ask(ignore=["Courier"]).chains} == {"named"}


def test_it_is_taken_back_as_a_statement_too(story):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Minister")
    page = story.page("two", "Courier", "2024-03-02")
    outer, inner = page.tells("P", "Minister", "'its statement'", stances=["denies", "asserts"])
    page.attributions = [replace(outer, retracts=True), inner]

    assert story.bounds() == (0, 0)
    assert story.bounds(as_of="2024-03-01") == (1, 1)


@pytest.mark.parametrize("outer", ["denies", "declines"])
def test_that_somebody_took_it_back_has_to_be_vouched_for(story, outer):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Minister")
    story.page("two", "Courier", "2024-03-02").tells(
        "P", "Army", "Minister", stances=[outer, "denies"], retracts=True
    )

    assert story.bounds() == (1, 1)


@pytest.fixture
def chained(story):
    """The Minister told CNN; the Ledger has it from CNN, the Courier from the Ledger."""
    pages = [story.page("cnn", "CNN", "2024-03-01"), story.page("ledger", "Ledger", "2024-03-02")]
    pages[0].tells("P", "Minister")
    (cited,) = pages[1].tells("P", "CNN")
    story.link(cited, pages[0])
    (cited,) = story.page("courier", "Courier", "2024-03-03").tells("P", "Ledger")
    story.link(cited, pages[1])
    return story


def test_papers_fall_with_the_text_that_they_rest_on(chained):
    chained.page("later", "Herald", "2024-03-05").tells(
        "P", "Minister", stances=["denies"], retracts=True
    )

    assert chained.bounds() == (0, 0)
    assert listed(chained.ask()) == {"cnn", "ledger", "courier"}
    assert chained.bounds(as_of="2024-03-04") == (1, 1)


def test_papers_fall_with_whom_their_text_names(chained):
    assert chained.bounds() == (1, 1)
    assert chained.bounds(ignore=["Minister"]) == (0, 0)
    assert listed(chained.ask(ignore=["Minister"])) == set()


def test_papers_keep_what_else_their_text_names(chained):
    chained.pages["cnn"].tells("P", "Army")

    assert chained.bounds(ignore=["Minister"]) == (1, 1)
    assert {chain.depth for chain in chained.ask(ignore=["Minister"]).chains} == {1, 2, 3}


def test_a_paper_keeps_the_source_that_it_names_itself(story):
    own = story.page("cnn", "CNN", "2024-03-01")
    own.tells("P", "Minister")
    cited, _ = story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN", "Army")
    story.link(cited, own)

    assert story.bounds(ignore=["Minister"]) == (1, 1)


def test_an_agency_whose_text_is_set_aside_with_its_printer_is_a_dead_end(story):
    story.agent("AFP", "agency")
    printed = story.page("printed", "Ledger", "2024-03-01", credited_to="AFP")
    printed.tells("P", "Minister")
    (cited,) = story.page("cited", "Courier", "2024-03-02").tells("P", "AFP")
    story.link(cited, printed)
    found = story.ask(ignore=["Ledger"])

    assert [chain.status for chain in found.chains] == ["dead-end"]
    assert story.bounds(ignore=["Ledger"]) == (1, 1)
