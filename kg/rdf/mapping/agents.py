"""Agents as quads: what is known of them, and that they appear in a document.

What is known goes into the agents graph, where the facts that several documents bring are
united, so the order of ingest never shows. Each document keeps beside it what was taken to be
known when *it* was read (an *appearance*): its reading does not change because another text
writes a name otherwise or gives a person another post.
"""

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.model import Agent, DocumentId, Names, SourceId, SourceKind
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import agents_graph, document_graph
from kg.rdf.mapping.draft import Draft, in_order
from kg.rdf.mapping.facts import Facts


def agent_quads(agents: Iterable[Agent], document: DocumentId, names: Names) -> list[Quad]:
    """What is known of ``agents``, sorted.

    Agents that exist only inside ``document`` (unnamed sources) stay in its graph.
    """
    everywhere, here = Draft(agents_graph(names)), Draft(document_graph(document))
    for agent in agents:
        draft = here if is_local(agent, document) else everywhere
        draft.types(agent.id, kg.AGENT_TYPES[agent.kind])
        _describe(draft, agent.id, agent)
        for language, name in agent.names:
            draft.label(agent.id, name, language)
    return in_order(everywhere.quads | here.quads)


def is_local(agent: Agent, document: DocumentId) -> bool:
    """Whether ``agent`` exists only inside ``document``."""
    return agent.kind is SourceKind.UNNAMED or f"{agent.id}/".startswith(f"{document}/")


def write_appearance(draft: Draft, document: DocumentId, agent: Agent, place: int) -> None:
    """State that ``agent`` appears in ``document``, as number ``place``."""
    appearance = f"{document}/appearance/{place}"
    draft.iri(document, kg.HAS_APPEARANCE, appearance)
    draft.types(appearance, [kg.APPEARANCE])
    draft.iri(appearance, kg.IS_APPEARANCE_OF, agent.id)
    draft.concept(appearance, kg.HAS_SOURCE_KIND, agent.kind)
    _describe(draft, appearance, agent)


def read_agents(facts: Facts, document: DocumentId) -> tuple[Agent, ...]:
    """The agents that appear in ``document``, sorted by id."""
    appearances = facts.iris(document, kg.HAS_APPEARANCE)
    agents = (_read_agent(facts, appearance) for appearance in appearances)
    return tuple(sorted(agents, key=lambda agent: agent.id))


def _describe(draft: Draft, subject: str, agent: Agent) -> None:
    draft.text(subject, kg.NAME, agent.name)
    draft.iri(subject, kg.IS_BASED_IN, agent.country)
    draft.iri(subject, kg.IS_ON_SIDE_OF, agent.side)
    draft.iri(subject, kg.IS_PART_OF, agent.part_of)
    draft.text(subject, kg.INTERNET_DOMAIN, agent.domain)


def _read_agent(facts: Facts, appearance: str) -> Agent:
    agent = SourceId(facts.need_iri(appearance, kg.IS_APPEARANCE_OF))
    return Agent(
        id=agent,
        kind=facts.value(SourceKind, appearance, kg.HAS_SOURCE_KIND),
        name=facts.need_text(appearance, kg.NAME),
        names=facts.labels(agent),
        country=_source(facts.iri(appearance, kg.IS_BASED_IN)),
        side=_source(facts.iri(appearance, kg.IS_ON_SIDE_OF)),
        part_of=_source(facts.iri(appearance, kg.IS_PART_OF)),
        domain=facts.text(appearance, kg.INTERNET_DOMAIN),
    )


def _source(iri: str | None) -> SourceId | None:
    return SourceId(iri) if iri is not None else None
