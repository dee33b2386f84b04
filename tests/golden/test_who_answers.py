"""Whom a text makes answer for a claim: witnesses, papers without an issuer, joint acts."""

from dataclasses import replace

import pytest


def status(story):
    (chain,) = story.ask().chains
    return chain.status


def test_a_reporter_who_saw_it_is_first_hand(story):
    story.page("one", "Ledger").says("P", evidential="witnessed")

    assert status(story) == "first-hand"
    assert story.bounds() == (1, 1)


def test_what_a_paper_tells_without_having_seen_it_is_unsourced(story):
    story.page("one", "Ledger").says("P")

    assert status(story) == "unsourced"


@pytest.mark.parametrize(
    ("known", "expected"), [({}, "unnamed"), ({"name": "Annual Report 2023"}, "named")]
)
def test_a_report_answers_only_if_it_can_be_identified(story, known, expected):
    story.agent("a report", "document")
    page = story.page("one", "Ledger")
    (told,) = page.tells("P", "a report")
    source = replace(told.source, **({"name": None} | known))
    page.attributions = [replace(told, source=source)]

    assert status(story) == expected


def test_a_text_that_names_nobody_contradicts_no_source_that_its_relay_names(story):
    own = story.page("own", "CNN", "2024-03-01")
    own.tells("P", "'officials'")
    cited, _ = story.page("relay", "Ledger", "2024-03-02").tells("P", "CNN", "Agency")
    story.link(cited, own)
    story.page("other", "Herald").tells("P", "Institute")

    assert story.bounds() == (2, 3)


def test_a_text_that_names_another_source_makes_one_of_two(story):
    own = story.page("own", "CNN", "2024-03-01")
    own.tells("P", "Minister")
    cited, _ = story.page("relay", "Ledger", "2024-03-02").tells("P", "CNN", "Agency")
    story.link(cited, own)
    story.page("other", "Herald").tells("P", "Institute")

    assert story.bounds() == (2, 3)


@pytest.mark.parametrize(
    ("acts", "lower"),
    [
        pytest.param(["Ann Bo"], 1, id="one joint act"),
        pytest.param(["Ann Bo", "Ann Bo"], 1, id="the same two twice"),
        pytest.param(["Ann", "Ann Bo"], 1, id="one member alone as well"),
        pytest.param(["Ann", "Bo", "Ann Bo"], 2, id="both alone as well"),
        pytest.param(["Ann Bo", "Cy Di"], 2, id="two acts of four"),
        pytest.param(["Bo Cy", "Ann Bo", "Cy Di"], 2, id="a third act between the two"),
        pytest.param(["Ann", "Ann Bo", "Bo Cy"], 2, id="a chain of acts"),
        pytest.param(["Ann Xi", "Bo Yu", "Ann Bo"], 2, id="an act that takes one of each"),
    ],
)
def test_a_joint_act_is_one_voice(story, acts, lower):
    page = story.page("one", "Ledger")
    for act in acts:
        page.jointly("P", *act.split())

    everybody = {name for act in acts for name in act.split()}
    assert story.bounds() == (lower, len(everybody))
