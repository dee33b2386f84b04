"""Count the separate ways in which a claim reached its readers.

Ten outlets repeating one agency are one witness, not ten. The *transmission* of a claim is the
largest number of ways from the reader to its terminal sources of which no two meet; by
Menger's theorem [1]_ that is also the smallest number of sources whose silence would leave
the claim without any way. A source on every way is a *bottleneck*: a strict dominator [2]_ of
all the terminals.

It is not the number of origins: three officials quoted in one CNN story are three origins
through one relay. It is an upper bound, too: two terminals may share a source neither names.

.. [1] K. Menger, "Zur allgemeinen Kurventheorie", Fund. Math. 10 (1927), 96-115.
.. [2] K. Cooper, T. Harvey, K. Kennedy, "A Simple, Fast Dominance Algorithm", 2006.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx
from networkx.algorithms.connectivity import local_node_connectivity

from kg.answers.folding import folded
from kg.graph import CitationGraph
from kg.model import Chain, Folding, OriginStatus, SourceId

# No IRI looks like these, so they meet no source.
_READER = SourceId("_:reader")
_WORLD = SourceId("_:world")


@dataclass(frozen=True, slots=True)
class Transmission:
    """Through whom a claim came.

    Attributes:
        separate: Most ways of which no two share a source or a publisher.
        bottlenecks: Sources on every way, nearest to the reader first; the publisher is left
            out where only one was read.
    """

    separate: int
    bottlenecks: tuple[SourceId, ...]


def transmission(graph: CitationGraph, chains: Sequence[Chain], fold: Folding) -> Transmission:
    """Measure how separately the supporting ``chains`` came to the reader.

    Takes O(k·m) time for k separate ways over m steps.

    Args:
        graph: Knows publishers and agents.
        chains: Supporting chains, after what the asker sets aside has been left out.
        fold: Which sources count as one.
    """
    ways = ways_of(graph, chains, fold)
    if not ways.number_of_nodes():
        return Transmission(0, ())
    separate = int(local_node_connectivity(ways, _READER, _WORLD))
    publishers = {graph.publishers[chain.document] for chain in chains}
    passed = _on_every_way(ways)
    if len(publishers) == 1:
        origins = {c.origin for c in chains if not c.hops}
        passed = [s for s in passed if s not in publishers - origins]
    return Transmission(separate, tuple(passed))


def ways_of(graph: CitationGraph, chains: Iterable[Chain], fold: Folding) -> "nx.DiGraph[SourceId]":
    """The folded graph of the ways: reader → publishers → relays → terminals → world."""
    ways: nx.DiGraph[SourceId] = nx.DiGraph()
    for chain in chains:
        if chain.status is OriginStatus.CIRCULAR:
            continue
        steps = [_READER, graph.publishers[chain.document]]
        for n, hop in enumerate(chain.hops):
            last = n == len(chain.hops) - 1
            source = folded(chain, graph, fold) if last else hop.attribution.source.id
            steps.append(source or SourceId(hop.document))
        steps.append(_WORLD)
        # A person folded into the outlet that relays them stands at one node.
        distinct = [s for n, s in enumerate(steps) if n == 0 or s != steps[n - 1]]
        nx.add_path(ways, distinct)
    return ways


def _on_every_way(ways: "nx.DiGraph[SourceId]") -> list[SourceId]:
    dominator = nx.immediate_dominators(ways, _READER)
    found = []
    source = dominator[_WORLD]
    while source != _READER:
        found.append(source)
        source = dominator[source]
    return found[::-1]
