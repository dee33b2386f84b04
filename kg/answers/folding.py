"""Which sources count as one voice, under the folding that the answer names.

``organisation`` unites a person with the body they speak for at the document's date, and a
document with its issuer; ``side`` unites a state with its bodies, office-holders, its own
outlets and the unnamed sources that a text qualifies by it; ``none`` unites nothing. The
country of an outlet alone makes no side.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.graph import source_of
from kg.model import Agent, Attribution, Chain, Folding, Hop, SourceId, SourceKind

Agents = Mapping[SourceId, Agent]

_QUALIFIED = frozenset({SourceKind.UNNAMED, SourceKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Fold:
    """Counts sources under one folding.

    Attributes:
        agents: What is known of the sources, by IRI.
        how: Which sources count as one.
    """

    agents: Agents
    how: Folding

    def agent(self, source: SourceId) -> SourceId:
        """Whom an agent counts as, by what is known of it outside any text."""
        if self.how is Folding.NONE:
            return source
        if self.how is Folding.SIDE and (state := side_of(source, self.agents)):
            return state
        known = self.agents.get(source)
        return known.part_of if known and known.part_of else source

    def hop(self, hop: Hop) -> SourceId:
        """Whom the source of an attribution counts as, by its words first."""
        source = source_of(hop.attribution, hop.document)
        if self.how is Folding.NONE:
            return source
        if self.how is Folding.SIDE and (state := side_in(hop.attribution, source, self.agents)):
            return state
        body = hop.attribution.source.speaks_for
        # Who speaks for a state is one of its officers and is no body of it.
        if body and body.id and not is_state(body.id, self.agents):
            return body.id
        return self.agent(source)

    def origin(self, chain: Chain) -> SourceId:
        """Whom the terminal source of a chain counts as."""
        return self.agent(chain.origin) if chain.voice else self.hop(chain.hops[-1])


def is_state(source: SourceId, agents: Agents) -> bool:
    """Whether ``source`` is a state."""
    agent = agents.get(source)
    return agent is not None and agent.kind is SourceKind.STATE


def side_of(source: SourceId, agents: Agents) -> SourceId | None:
    """The state on whose side an agent speaks; a state is on its own."""
    agent = agents.get(source)
    if agent is None:
        return None
    return agent.side or (agent.id if agent.kind is SourceKind.STATE else None)


def side_in(attribution: Attribution, source: SourceId, agents: Agents) -> SourceId | None:
    """The state on whose side a source speaks, by what is known of it or by the words."""
    for candidate in (source, *_beside(attribution)):
        if side := side_of(candidate, agents):
            return side
    return None


def _beside(attribution: Attribution) -> Iterator[SourceId]:
    """Whom the words put beside the source: whom they speak for, what qualifies them."""
    source = attribution.source
    if source.speaks_for and source.speaks_for.id:
        yield source.speaks_for.id
    # "A Ukrainian analyst" is from there and speaks for nobody but himself.
    if source.affiliation and source.affiliation.id and source.kind in _QUALIFIED:
        yield source.affiliation.id
