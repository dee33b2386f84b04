"""Who published a document and who speaks in it."""

from dataclasses import replace

import pytest

from kg.graph import publisher_of, source_of, voice_of
from kg.model import Attribution, Source, SourceKind, Span


def test_a_publisher_is_known_by_any_of_its_names(story):
    page = story.page("one", "The Ledger")
    agent = story.agents["urn:agent/The Ledger"]
    story.agents[agent.id] = replace(agent, names=(("fr", "Le Grand Livre"),))
    page.facts["publisher"] = "le grand livre"

    assert publisher_of(page.reading) == "urn:agent/The Ledger"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.ledger.example/a", "urn:agent/Ledger"),
        ("https://notledger.example/a", "urn:document/one"),
        ("http://[broken", "urn:document/one"),
    ],
)
def test_a_publisher_is_known_by_its_address(story, url, expected):
    page = story.page("one")
    agent = story.agents[story.agent("Ledger", "outlet")]
    story.agents[agent.id] = replace(agent, domain="ledger.example")
    page.facts["url"] = url

    assert publisher_of(page.reading) == expected


def test_credited_text_is_published_by_the_paper_and_spoken_by_the_agency(story):
    story.outlets("AFP")
    page = story.page("one", "Ledger", credited_to="AFP")
    page.says("P")

    assert publisher_of(page.reading) == "urn:agent/Ledger"
    assert voice_of(page.reading) == "urn:agent/AFP"


def test_credited_text_without_own_voice_is_still_the_agencys(story):
    story.outlets("AFP")
    page = story.page("one", "Ledger", credited_to="afp")

    assert voice_of(page.reading) == "urn:agent/AFP"


def test_a_document_of_nobody_stands_for_itself(story):
    page = story.page("one")
    page.says("P")

    assert publisher_of(page.reading) == voice_of(page.reading) == page.id


def test_a_source_that_has_not_been_linked_is_unnamed_in_its_document():
    source = Source(SourceKind.BODY, (Span(4, 9),), "Army")
    attribution = Attribution("urn:a", source, (Span(10, 14),), (Span(20, 30),))

    assert source_of(attribution, "urn:d") == "urn:d/source/4"
