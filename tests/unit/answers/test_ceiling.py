"""The best rating that the texts allow."""

import pytest


@pytest.mark.parametrize(
    ("claims", "most", "word"),
    [
        (("C1",), 4, "only unnamed"),
        (("C4",), 4, "contested"),
        (("C7",), 3, "one origin"),
        (("C1", "C2", "C4", "C6", "C7"), 3, "contested"),
    ],
)
def test_the_ceiling_of_the_arms_story(arms, claims, most, word):
    found = arms.ask(*claims).ceiling

    assert found.max == most
    assert word in found.reason


def test_two_origins_that_nobody_judged_stay_below_the_best(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    page.tells("P", "Navy")

    assert story.ask().ceiling.max == 2


def test_what_is_contested_is_at_best_three(story):
    page = story.page("one", "Ledger")
    for body in ("Army", "Navy"):
        page.tells("P", body)
    page.tells("P", "Palace", stances=["denies"])

    assert story.ask().ceiling.max == 3


def test_without_support_there_is_nothing_to_rate(story):
    story.page("one", "Ledger").tells("P", "Palace", stances=["denies"])

    assert story.ask().ceiling.max is None
