"""Chains: from a document through its attributions to a terminal source.

Inside a document a chain follows nesting. Where it comes to an outlet whose own text is
linked, it goes on through that text; an outlet whose text is not there is a dead end,
because where it had the claim from is unknown. Chains are simple: none enters a document
twice.

The number of chains can grow exponentially with the links, while what they run through does
not. So chains are listed up to a limit and counted by dynamic programming, and every figure
comes from *stretches*, the parts of chains inside one document, of which there are no more
than attributions.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import networkx as nx

from kg.graph.accounts import Account, Way
from kg.graph.publishers import source_of
from kg.model import (
    OUTLETS,
    AttributionId,
    Chain,
    DocumentId,
    Hop,
    OriginStatus,
    Source,
    SourceId,
    SourceKind,
)

MOST_LISTED = 1000
"""Chains of one claim that are listed; beyond it they are only counted."""

# A walk that finds little but circles is given up after this many documents.
_MOST_VISITS = 100_000

Onward = Mapping[AttributionId, tuple[DocumentId, ...]]
"""For a hop whose source is an outlet: the documents of that outlet where the chain goes on."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a chain inside one document.

    Attributes:
        way: The way that it follows.
        hops: As far as it follows it.
        voice: The own-voice sentence in which it ends, if it does.
        onward: The documents where it goes on; empty if it ends here.
    """

    way: Way
    hops: tuple[Hop, ...]
    voice: Hop | None
    onward: tuple[DocumentId, ...] = ()

    @property
    def steps(self) -> tuple[Hop, ...]:
        """The hops, or the own-voice sentence."""
        return self.hops if self.voice is None else (self.voice,)

    @property
    def passed(self) -> Way:
        """The part of the way that is followed, as a way."""
        return replace(self.way, hops=self.hops, voice=self.voice)


Stretches = Mapping[DocumentId, tuple[Stretch, ...]]


def stretches_of(ways: Collection[Way], onward: Onward) -> tuple[Stretch, ...]:
    """The stretches of the ways of one document, in their order.

    An outlet in the middle of a way whose own text is linked gives two: what the text itself
    says the outlet rests on, and the outlet's own text. Ways that share the outlet's hop share
    the second.
    """
    found = []
    gone_on: set[AttributionId] = set()
    for way in ways:
        for n, hop in enumerate(way.hops, start=1):
            id_ = hop.attribution.id
            targets = tuple(t for t in onward.get(id_, ()) if t != way.document)
            if targets and id_ not in gone_on:
                gone_on.add(id_)
                found.append(Stretch(way, way.hops[:n], None, targets))
            elif n == len(way.hops) and not targets:
                found.append(Stretch(way, way.hops, None))
        if way.voice:
            found.append(Stretch(way, (), way.voice))
    return tuple(found)


def status_of(way: Way, account: Account) -> OriginStatus:
    """What can be said of the last source of a way, as far as its own document tells."""
    if way.voice:
        # "Our reporter saw the depot burn."
        witnessed = way.voice.attribution.evidential
        return OriginStatus.FIRST_HAND if witnessed else OriginStatus.UNSOURCED
    attribution = way.last
    source = attribution.source
    if attribution.implied:
        return OriginStatus.IMPLIED
    if attribution.evidential:
        return OriginStatus.FIRST_HAND
    if source.kind in OUTLETS:
        own = source_of(attribution, way.document) == account.voice
        return OriginStatus.UNSOURCED if own else OriginStatus.DEAD_END
    if source.kind is SourceKind.UNNAMED or _is_nobody(source):
        return OriginStatus.UNNAMED
    return OriginStatus.NAMED


def _is_nobody(source: Source) -> bool:
    """Whether nobody could be written to: "a man", "a report" without issuer or title."""
    if source.name or source.speaks_for:
        return False
    if source.kind is SourceKind.DOCUMENT:
        return source.affiliation is None
    return source.kind is SourceKind.PERSON


@dataclass(frozen=True, slots=True)
class Trail:
    """How far one may follow a chain, and what it is called where it ends.

    Attributes:
        accounts: What each document says.
        stretches: Of each document, in canonical order.
        grounded: Documents from which some chain ends.
        disowned: Sources reported to deny having said it.
        closed: Outlets of closed circles.
    """

    accounts: Mapping[DocumentId, Account]
    stretches: Stretches
    grounded: frozenset[DocumentId]
    disowned: frozenset[SourceId] = frozenset()
    closed: frozenset[SourceId] = frozenset()

    def ending(self, stretch: Stretch, document: DocumentId, hops: tuple[Hop, ...]) -> Chain:
        """The chain from ``document`` along ``hops`` that ends with ``stretch``."""
        account = self.accounts[stretch.way.document]
        if stretch.voice:
            status = status_of(stretch.way, account)
            return Chain(document, hops, status, account.voice, stretch.voice)
        origin = source_of(hops[-1].attribution, hops[-1].document)
        return Chain(document, hops, self._status(stretch, origin), origin)

    def _status(self, stretch: Stretch, origin: SourceId) -> OriginStatus:
        if stretch.onward:
            circular = origin in self.closed
            return OriginStatus.CIRCULAR if circular else OriginStatus.DEAD_END
        account = self.accounts[stretch.way.document]
        status = status_of(stretch.way, account)
        if status is OriginStatus.DEAD_END and {origin, account.voice} <= self.closed:
            return OriginStatus.CIRCULAR
        return OriginStatus.DISOWNED if origin in self.disowned else status

    def chains(self) -> Iterator[Chain]:
        """All chains, document by document. Exponential in the links at worst.

        A walk that would come back to a document is left out where some other chain from there
        ends; where none does, it is listed as far as it goes.
        """
        visits = 0
        for start in self.stretches:
            open_ends: list[tuple[tuple[Hop, ...], tuple[DocumentId, ...]]] = [((), (start,))]
            while open_ends and visits < _MOST_VISITS:
                visits += 1
                before, passed = open_ends.pop()
                further = []
                for stretch in self.stretches.get(passed[-1], ()):
                    hops = (*before, *stretch.hops)
                    ahead = [t for t in stretch.onward if t not in passed]
                    further += [(hops, (*passed, target)) for target in ahead]
                    if not stretch.onward or (not ahead and self._nowhere(stretch)):
                        yield self.ending(stretch, start, hops)
                open_ends += further[::-1]

    def endings(self) -> Iterator[Chain]:
        """Every ending once, as a chain inside the document where it lies. Linear."""
        for id_, stretches in self.stretches.items():
            for stretch in stretches:
                if not stretch.onward or (id_ not in self.grounded and self._nowhere(stretch)):
                    yield self.ending(stretch, id_, stretch.hops)

    def count(self) -> int | None:
        """How many chains there are; None where documents link in circles. Linear in the links.

        Circles leave no order in which to add up, and counting simple paths among them is
        #P-complete (Valiant, SIAM J. Computing 8, 1979).
        """
        order: nx.DiGraph[DocumentId] = nx.DiGraph()
        order.add_nodes_from(self.stretches)
        for id_, stretches in self.stretches.items():
            order.add_edges_from((id_, target) for s in stretches for target in s.onward)
        if not nx.is_directed_acyclic_graph(order):
            return None
        number: dict[DocumentId, int] = {}
        for id_ in reversed(list(nx.topological_sort(order))):
            stretches = self.stretches.get(id_, ())
            number[id_] = sum(
                sum(number[t] for t in s.onward) if s.onward else 1 for s in stretches
            )
        return sum(number[id_] for id_ in self.stretches)

    def _nowhere(self, stretch: Stretch) -> bool:
        return not any(target in self.grounded for target in stretch.onward)
