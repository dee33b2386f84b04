"""The story of the arms, as its article attributes it."""

import pytest


@pytest.fixture
def arms(story):
    """Five supports of one proposition in one article, and a dispute of one of them."""
    story.outlets("Newsweek", "Business Insider", "Washington Post", "CNN")
    story.states("Ukraine", "Russia", "North Korea", "South Korea")
    story.agent("Intelligence", "body", side="South Korea")
    story.qualified["'Ukrainian reports'"] = "Ukraine"
    page = story.page("article", "Digest")
    page.says("C1")
    page.implies("C1", "Newsweek", "Ukraine")
    page.says("C1")
    page.tells("C2", "'Ukrainian reports'")
    page.tells("C4", "Business Insider", stances=["confirms"])
    page.jointly("C5", "Russia", "North Korea", stance="denies")
    page.tells("C6", "Washington Post")
    page.tells("C7", "CNN", "Intelligence")
    story.relate("disputes", "C5", "C4", 0.7)
    return story


@pytest.fixture
def union():
    """The claims that together say that North Korea arms Russia."""
    return ("C1", "C2", "C4", "C6", "C7")
