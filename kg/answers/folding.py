"""Which sources count as one voice, under the folding that the answer names."""

from kg.graph import CitationGraph
from kg.model import Chain, Folding, SourceId, SourceKind


def folded(chain: Chain, graph: CitationGraph, fold: Folding) -> SourceId:
    """The agent that the origin of ``chain`` counts as.

    ``organisation`` unites a person with the body they speak for at the document's date, and a
    document with its issuer; ``side`` unites a state with its bodies, office-holders, its own
    outlets and the unnamed sources that a text qualifies by it; ``none`` unites nothing.
    """
    if fold is Folding.NONE:
        return chain.origin
    if fold is Folding.SIDE and (side := side_of(chain, graph)):
        return side
    source = chain.hops[-1].attribution.source if chain.hops else None
    if source and source.speaks_for and source.speaks_for.id:
        return source.speaks_for.id
    agent = graph.agents.get(chain.origin)
    return agent.part_of if agent and agent.part_of else chain.origin


def side_of(chain: Chain, graph: CitationGraph) -> SourceId | None:
    """The state on whose side the origin of ``chain`` speaks, if the text or the agent says so."""
    return side(chain.origin, graph) or _through_body(chain, graph)


def side(source: SourceId, graph: CitationGraph) -> SourceId | None:
    """The state on whose side an agent speaks; a state is on its own."""
    agent = graph.agents.get(source)
    if agent is None:
        return None
    return agent.side or (agent.id if agent.kind is SourceKind.STATE else None)


def _through_body(chain: Chain, graph: CitationGraph) -> SourceId | None:
    source = chain.hops[-1].attribution.source if chain.hops else None
    for party in (source.speaks_for, source.affiliation) if source else ():
        if party and party.id and (found := side(party.id, graph)):
            return found
    return None
