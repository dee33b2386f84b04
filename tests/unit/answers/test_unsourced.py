"""What a text says without naming anybody."""

from dataclasses import replace

import pytest

from kg.answers.unsourced import unsourced


@pytest.fixture
def page(story):
    page = story.page("one", "Ledger")
    page.facts["title"] = "P (told 0)"
    page.says("P")
    page.tells("P", "Army")
    page.says("Q")
    page.says("R", rule="own-voice/common-knowledge")
    headline = page.conveyances[0]
    page.conveyances[0] = replace(headline, restates=True)
    return page


def test_own_voice_is_listed_with_its_line_and_what_it_restates(page):
    found = unsourced([page.reading])["findings"]

    assert [(f["line"], f["is_title"], f["restates"]) for f in found] == [
        (0, True, ["urn:claim/P"]),
        (2, False, []),
    ]
    assert [f["evidence"][0]["quote"] for f in found] == ["P (told 0)", "Q (told 2)"]
    assert {f["doc_id"] for f in found} == {"one"}


def test_what_everybody_is_said_to_know_is_kept_apart(page):
    (common,) = unsourced([page.reading])["common_knowledge"]

    assert common["claims"] == ["urn:claim/R"]


def test_a_text_that_cites_throughout_has_no_finding(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")

    assert unsourced([page.reading]) == {"findings": [], "common_knowledge": []}
