"""What is left of a claim when somebody takes back what they said, and whom that touches."""

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
