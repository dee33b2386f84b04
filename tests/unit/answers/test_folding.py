"""Which sources count as one voice."""

import pytest

from kg.answers.folding import Fold, side_in, side_of
from kg.model import Agent, Attribution, Folding, Hop, Party, Source, SourceKind

AGENTS = {
    agent.id: agent
    for agent in (
        Agent("urn:north", SourceKind.STATE, "North"),
        Agent("urn:army", SourceKind.BODY, "Army", side="urn:north"),
        Agent("urn:general", SourceKind.PERSON, "General", part_of="urn:army"),
        Agent("urn:paper", SourceKind.OUTLET, "Paper", country="urn:north"),
        Agent("urn:radio", SourceKind.OUTLET, "Radio", country="urn:north", side="urn:north"),
    )
}


def said_by(source, kind, **beside):
    parties = {key: Party(id_, id_) for key, id_ in beside.items()}
    return Attribution("urn:a", Source(SourceKind(kind), id=source, **parties), (), ())


@pytest.mark.parametrize(
    ("how", "source", "expected"),
    [
        ("none", "urn:general", "urn:general"),
        ("organisation", "urn:general", "urn:army"),
        ("organisation", "urn:army", "urn:army"),
        ("side", "urn:army", "urn:north"),
        ("side", "urn:north", "urn:north"),
        ("side", "urn:radio", "urn:north"),
        ("side", "urn:paper", "urn:paper"),
        ("side", "urn:nobody-knows", "urn:nobody-knows"),
    ],
)
def test_an_agent_counts_as(how, source, expected):
    assert Fold(AGENTS, Folding(how)).agent(source) == expected


@pytest.mark.parametrize(
    ("how", "attribution", "expected"),
    [
        ("organisation", said_by("urn:x", "person", speaks_for="urn:army"), "urn:army"),
        ("organisation", said_by("urn:x", "person", speaks_for="urn:north"), "urn:x"),
        ("side", said_by("urn:x", "person", speaks_for="urn:army"), "urn:north"),
        ("side", said_by("urn:x", "unnamed", affiliation="urn:north"), "urn:north"),
        ("organisation", said_by("urn:x", "unnamed", affiliation="urn:north"), "urn:x"),
        ("side", said_by("urn:x", "person", affiliation="urn:north"), "urn:x"),
        ("none", said_by("urn:x", "person", speaks_for="urn:army"), "urn:x"),
    ],
)
def test_the_words_beside_a_source_say_whom_it_counts_as(how, attribution, expected):
    assert Fold(AGENTS, Folding(how)).hop(Hop("urn:d", attribution)) == expected


def test_a_state_is_on_its_own_side_and_an_independent_paper_on_nobodys():
    assert side_of("urn:north", AGENTS) == "urn:north"
    assert side_of("urn:paper", AGENTS) is None


def test_the_side_of_a_source_may_be_that_of_the_body_it_speaks_for():
    attribution = said_by("urn:x", "person", speaks_for="urn:army")

    assert side_in(attribution, "urn:x", AGENTS) == "urn:north"
