"""Through whom a claim came."""

import pytest


def test_two_papers_with_their_own_sources_are_two_ways(story):
    story.page("one", "Ledger").tells("P", "Army")
    story.page("two", "Courier").tells("P", "Navy")

    assert story.ask().transmission.separate == 2
    assert story.bottlenecks() == []


def test_all_that_one_paper_says_is_one_way_and_the_paper_itself_goes_unsaid(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    page.tells("P", "Navy")

    assert story.ask().transmission.separate == 1
    assert story.bottlenecks() == []


def test_the_only_paper_is_named_where_nobody_else_answers(story):
    story.page("one", "Ledger").says("P")

    assert story.bottlenecks() == ["Ledger"]


def test_an_agency_stands_behind_the_papers_that_print_it(story):
    story.outlets("AFP")
    for paper in ("Ledger", "Courier"):
        story.page(paper, paper, credited_to="AFP").tells("P", "Army")

    assert story.bottlenecks() == ["AFP", "Army"]


def test_own_voice_of_credited_text_makes_the_agency_the_bottleneck(story):
    story.outlets("AFP")
    for paper in ("Ledger", "Courier"):
        story.page(paper, paper, credited_to="AFP").says("P")

    assert story.ask().transmission.separate == 1
    assert story.bottlenecks() == ["AFP"]


@pytest.mark.parametrize(("fold", "separate"), [("none", 2), ("organisation", 1)])
def test_folding_makes_relays_one(story, fold, separate):
    story.spokespeople |= {"Spokesman": "Ministry", "Spokeswoman": "Ministry"}
    story.page("one", "Ledger").tells("P", "Spokesman", "Army")
    story.page("two", "Courier").tells("P", "Spokeswoman", "Navy")

    assert story.ask(fold=fold).transmission.separate == separate


def test_ways_may_join_steps_of_several_texts(story):
    """Two relays, each told of in one text, meet two sources told of in others."""
    story.outlets("A", "B")
    story.page("one", "Ledger").tells("P", "A", "Army")
    story.page("two", "Courier").tells("P", "B", "Army")
    story.page("three", "Herald").tells("P", "A", "Navy")

    assert story.ask().transmission.separate == 2


def test_a_closed_circle_leads_nowhere(story):
    story.outlets("A", "B")
    one, two = story.page("one", "A"), story.page("two", "B")
    story.link(one.tells("P", "B")[0], two, "possible")
    story.link(two.tells("P", "A")[0], one, "possible")

    assert story.ask().transmission.separate == 0
    assert story.bottlenecks() == []


def test_a_copy_is_no_way_of_its_own(story):
    original = story.page("one", "Ledger", "2024-10-01")
    copy = story.page("two", "Courier", "2024-10-02")
    rows = [[page.tells("P", body)[0] for page in (original, copy)] for body in ("Army", "Navy")]
    story.copy("reprint", original, copy, rows=rows, original=original)

    assert story.ask().transmission.separate == 1
