"""Count the separate ways in which a claim reached its readers.

Ten outlets repeating one agency are one witness, not ten. The *transmission* of a claim is the
largest number of ways from the reader to its terminal sources of which no two meet; by
Menger's theorem [1]_ that is also the smallest number of sources whose silence would leave
the claim without any way. A source on every way is a *bottleneck*: a strict dominator [2]_ of
all the terminals.

It is not the number of origins: three officials quoted in one CNN story are three origins
through one relay. It is an upper bound, too: two terminals may share a source neither names.
Ways may join steps of several documents, so the listed chains may reach fewer.

.. [1] K. Menger, "Zur allgemeinen Kurventheorie", Fund. Math. 10 (1927), 96-115.
.. [2] K. Cooper, T. Harvey, K. Kennedy, "A Simple, Fast Dominance Algorithm", 2006.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx
from networkx.algorithms.connectivity import local_node_connectivity

from kg.answers.folding import Fold
from kg.answers.origins import Endings, repeats
from kg.graph import CitationGraph, Stretch
from kg.model import DocumentId, Folding, SourceId

# No IRI looks like these, so they meet no source.
_READER = SourceId("_:reader")
_WORLD = SourceId("_:world")


@dataclass(frozen=True, slots=True)
class Transmission:
    """Through whom a claim came.

    Attributes:
        separate: Most ways of which no two share a source or a publisher.
        bottlenecks: Sources on every way, nearest to the reader first; the publisher is left
            out where only one was read, unless it is the origin itself.
    """

    separate: int
    bottlenecks: tuple[SourceId, ...]


def transmission(graph: CitationGraph, fold: Folding) -> Transmission:
    """Measure how separately the claim that ``graph`` is about came to the reader.

    Takes O(k·m) time for k separate ways over m steps; the number of chains plays no part.
    """
    ways = _Ways(graph, Fold(graph.agents, fold))
    network = ways.network()
    if _WORLD not in network:
        return Transmission(0, ())
    separate = separate_ways(network, _READER, _WORLD)
    passed = on_every_way(network, _READER, _WORLD)
    if len(ways.read) == 1:
        passed = [source for source in passed if source not in ways.read - ways.speaking]
    return Transmission(separate, tuple(passed))


def separate_ways(network: "nx.DiGraph[SourceId]", start: SourceId, end: SourceId) -> int:
    """The most ways from ``start`` to ``end`` that meet nowhere between.

    >>> network = nx.DiGraph([("reader", "Newsweek"), ("reader", "RFI"), ("RFI", "Newsweek")])
    >>> network.add_edges_from([("Newsweek", "Kyiv"), ("RFI", "Kyiv"), ("Kyiv", "world")])
    >>> separate_ways(network, "reader", "world")
    1
    """
    return int(local_node_connectivity(network, start, end))


def on_every_way(network: "nx.DiGraph[SourceId]", start: SourceId, end: SourceId) -> list[SourceId]:
    """The strict dominators of ``end``, but for ``start``; nearest to ``start`` first.

    >>> on_every_way(nx.DiGraph([("reader", "CNN"), ("CNN", "Seoul"), ("Seoul", "world")]),
    ...     "reader", "world")
    ['CNN', 'Seoul']
    """
    # networkx 3.4 maps the start to itself, 3.6 leaves it out: it is never looked up.
    dominator = nx.immediate_dominators(network, start)
    found: list[SourceId] = []
    source = dominator[end]
    while source != start:
        found.append(source)
        source = dominator[source]
    return found[::-1]


class _Ways:
    """The folded graph: reader → publishers → relays → terminals → world.

    Attributes:
        read: Publishers of the documents that count as read.
        speaking: Those of them whose own voice is a terminal.
    """

    def __init__(self, graph: CitationGraph, fold: Fold) -> None:
        self.graph = graph
        self.fold = fold
        self.endings = Endings(graph, fold)
        ends = [*self.endings.counted, *(copy for copy, _ in self.endings.repeated)]
        self.class_of = {end.last.id: self.endings.class_of(end) for end in ends}
        self.repeated = repeats(graph)
        self.read: set[SourceId] = set()
        self.speaking: set[SourceId] = set()

    def network(self) -> "nx.DiGraph[SourceId]":
        network: nx.DiGraph[SourceId] = nx.DiGraph()
        starts = list(self._starts())
        sure = [pair for pair in starts if not self._is_doubtful(pair[1])]
        open_ends: list[tuple[SourceId, DocumentId]] = []
        for id_, stretch in sure or starts:
            account = self.graph.accounts[id_]
            publisher = self.fold.agent(account.publisher)
            self.read.add(publisher)
            if stretch.voice:
                self.speaking.add(self.fold.agent(account.voice))
            _add(network, [_READER, publisher, *self._steps(id_, stretch)])
            open_ends += self._entries(stretch)
        self._follow(network, open_ends)
        return network

    def _starts(self) -> Iterator[tuple[DocumentId, Stretch]]:
        """What a reader meets first: what is a mere copy was met in its original."""
        for id_, stretches in self.graph.stretches.items():
            for stretch in stretches:
                if stretch.way.last.id not in self.repeated:
                    yield id_, stretch

    def _follow(
        self,
        network: "nx.DiGraph[SourceId]",
        open_ends: list[tuple[SourceId, DocumentId]],
    ) -> None:
        """Add the texts that are reached through links, copies among them."""
        seen = set()
        while open_ends:
            outlet, id_ = entry = open_ends.pop()
            if entry in seen:
                continue
            seen.add(entry)
            for stretch in self.graph.stretches.get(id_, ()):
                _add(network, [outlet, *self._steps(id_, stretch)])
                open_ends += self._entries(stretch)

    def _entries(self, stretch: Stretch) -> Iterator[tuple[SourceId, DocumentId]]:
        for target in stretch.onward:
            yield self.fold.hop(stretch.hops[-1]), target

    def _steps(self, id_: DocumentId, stretch: Stretch) -> list[SourceId]:
        """From who speaks in the document to its source, and on to the world if that is known."""
        voice = self.fold.agent(self.graph.accounts[id_].voice)
        hops = [self.fold.hop(hop) for hop in stretch.hops]
        terminal = self.class_of.get(stretch.steps[-1].attribution.id)
        if stretch.onward or terminal is None:
            return [voice, *hops]
        return [voice, *hops[:-1], terminal, _WORLD]

    def _is_doubtful(self, stretch: Stretch) -> bool:
        return any(step.attribution.id in self.graph.doubtful for step in stretch.steps)


def _add(network: "nx.DiGraph[SourceId]", steps: list[SourceId]) -> None:
    """Add a path; whom folding makes one stands at one node."""
    distinct = [s for n, s in enumerate(steps) if n == 0 or s != steps[n - 1]]
    nx.add_path(network, distinct)
