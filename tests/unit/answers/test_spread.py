"""Who reported a claim first, and how long after it the others did."""

import pytest

from kg.answers.coverage import coverage_of
from kg.answers.spread import delay, spread


@pytest.fixture
def spreading(story, corpus_from):
    """How P spread in the story as it stands."""

    def made():
        corpus = corpus_from(story)
        return spread(coverage_of(corpus, "urn:claim/P"), (r.document for r in corpus.readings))

    return made


def names(reports):
    return [report.outlet.removeprefix("urn:agent/") for report in reports]


def test_two_papers_of_one_day_may_both_have_been_first(story, spreading):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Herald", "2024-03-01").tells("P", "Army")
    story.page("three", "Courier", "2024-03-02").tells("P", "Army")
    found = spreading()

    assert names(found.first) == ["Ledger", "Herald"]
    assert not found.certain
    assert found.reports[2].delay.value == 1


def test_a_text_without_a_date_leaves_open_who_was_first(story, spreading):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Herald").tells("P", "Army")
    found = spreading()

    assert names(found.first) == ["Ledger"]
    assert not found.certain
    assert [d.doc_id for d in found.undated] == ["two"]
    assert found.reports[1].delay is None


def test_an_undated_text_of_the_first_outlet_itself_leaves_nothing_open(story, spreading):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Ledger").tells("P", "Army")

    assert spreading().certain


def test_without_any_date_nobody_is_first(story, spreading):
    story.page("one", "Ledger").tells("P", "Army")
    found = spreading()

    assert (found.first, found.certain, found.reports[0].delay) == ((), False, None)


def test_a_dispatch_is_the_agencys_report_and_the_paper_comes_after_it(story, spreading):
    story.agent("AFP", "agency")
    story.page("one", "Ledger", "2024-03-01", credited_to="AFP").tells("P", "Army")
    found = spreading()

    assert names(found.reports) == ["AFP", "Ledger"]
    assert names(found.first) == ["AFP"]
    assert found.certain
    assert (found.reports[1].delay.value, found.reports[1].delay.unit) == (0, "days")


def test_who_only_carries_a_denial_reports_nothing(story, spreading):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army", stances=["denies"])
    story.page("two", "Herald", "2024-03-02").tells("P", "Army")

    assert names(spreading().reports) == ["Herald"]


@pytest.mark.parametrize(
    ("first", "later", "value", "unit"),
    [
        ("2024-03-01", "2024-03-01", 0, "days"),
        ("2024-02-28", "2024-03-01", 2, "days"),
        ("2024-03-01T23:00", "2024-03-02", 1, "days"),
        ("2024-03-01T23:00", "2024-03-02T01:30", 2.5, "hours"),
        ("2024-03-01T23:00+01:00", "2024-03-01T23:00Z", 1, "hours"),
        ("2024-03-01T23:00+01:00", "2024-03-02T01:00", 1, "days"),
    ],
)
def test_a_delay_is_as_fine_as_both_dates(first, later, value, unit):
    found = delay(first, later)

    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("first", "later"),
    [("2024-03", "2024-03-04"), (None, "2024-03-04"), ("2024-03-04", "last week"), ("", "2024")],
)
def test_without_two_days_no_delay_is_known(first, later):
    assert delay(first, later) is None


def test_a_delay_is_told_to_the_day_where_one_of_the_first_has_no_time(story, spreading):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Herald", "2024-03-01T10:00").tells("P", "Army")
    story.page("three", "Courier", "2024-03-02T11:00").tells("P", "Army")
    last = spreading().reports[-1]

    assert (last.delay.value, last.delay.unit, last.delay.days) == (1, "days", 1)
