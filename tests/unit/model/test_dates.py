"""Which of two publications came first."""

import pytest

from kg.model.dates import earlier, is_date


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-10-03", "2024-10-04", True),
        ("2024-10-04", "2024-10-03", False),
        ("2024-10-03", "2024-10-03", None),
        ("2024-10", "2024-10-03", None),
        ("2024-09", "2024-10-03", True),
        ("2023", "2024-10-03", True),
        ("2024-10-03T08:00", "2024-10-03T09:00", True),
        ("2024-10-03T09:00+02:00", "2024-10-03T08:00Z", True),
        ("2024-10-03T23:30-05:00", "2024-10-04T01:00Z", False),
        ("2024-10-03T08:00", "2024-10-03T09:00Z", None),
        ("2024-10-03T08:00", "2024-10-03", None),
        (None, "2024-10-03", None),
        ("last week", "2024-10-03", None),
    ],
)
def test_dates_compare_at_the_coarser_precision(one, other, expected):
    assert earlier(one, other) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", True),
        ("2024-10-03T08:00:00Z", True),
        ("2024-02-30", False),
        ("03/10/2024", False),
        ("", False),
    ],
)
def test_only_iso_dates_that_exist_are_dates(text, expected):
    assert is_date(text) is expected
