"""Circular reporting: outlets that rest a claim on each other.

Circles run among publishers, inside one claim only: outlets cite each other on different
claims all the time. In the graph whose edge A→B means "a document of A rests its chain on B",
a circle is a strongly connected component [1]_ of at least two outlets. It is *open* if some
chain from it ends outside or in a member's own voice or source: the finding is shown and the
origin stays. It is *closed* if none does: then nobody answers for the claim at all.

.. [1] R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Computing 1 (1972).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.graph.accounts import Account
from kg.graph.chains import Stretch, Stretches
from kg.graph.publishers import source_of
from kg.model import AttributionId, Document, DocumentId, LinkKind, SourceId, SourceLink, earlier


@dataclass(frozen=True, slots=True)
class Circle:
    """Outlets that rest one claim on each other.

    Attributes:
        members: The outlets, sorted.
        open: Whether some chain from it ends.
        certain: Whether the order of every two of its documents is known.
        documents: Whose links make it, in canonical order.
        attributions: The hops that make it, in the same order.
    """

    members: tuple[SourceId, ...]
    open: bool
    certain: bool
    documents: tuple[DocumentId, ...]
    attributions: tuple[AttributionId, ...]


@dataclass(frozen=True, slots=True)
class Inversion:
    """A text that rests on a later one, with no earlier text of that source known.

    Attributes:
        citing: The document and the hop in it.
        cited: The later document.
        certain: Whether the citing text identifies the later one.
    """

    citing: DocumentId
    attribution: AttributionId
    cited: DocumentId
    certain: bool


@dataclass(frozen=True, slots=True)
class Rest:
    """That a hop of one document rests on a document of another outlet."""

    citing: DocumentId
    attribution: AttributionId
    cited: DocumentId


Links = Mapping[AttributionId, Sequence[SourceLink]]


def circles(
    accounts: Mapping[DocumentId, Account],
    stretches: Stretches,
    links: Links,
    dated: Mapping[DocumentId, Document],
) -> tuple[tuple[Circle, ...], frozenset[DocumentId]]:
    """The circles, and the documents from which some chain ends.

    Links of every kind make a circle, late ones included; an outlet that cites itself does
    not. Linear in the links, but for the order of the documents of one circle.
    """
    rests = list(_rests(accounts, stretches, links))
    publishers: nx.DiGraph[SourceId] = nx.DiGraph()
    publishers.add_edges_from(
        (accounts[r.citing].voice, accounts[r.cited].voice)
        for r in rests
        if accounts[r.citing].voice != accounts[r.cited].voice
    )
    found = [c for c in nx.strongly_connected_components(publishers) if len(c) > 1]
    circle_of = {member: n for n, members in enumerate(found) for member in members}
    grounded = _grounded(accounts, stretches, links, circle_of)
    made = (_circle(c, rests, accounts, grounded, dated) for c in found)
    return tuple(sorted(made, key=lambda circle: circle.members)), grounded


def inversions(stretches: Stretches, links: Links) -> tuple[Inversion, ...]:
    """Hops all of whose links lead to later documents, in canonical order."""
    found: dict[tuple[AttributionId, DocumentId], Inversion] = {}
    for id_, own in stretches.items():
        for hop in (hop for stretch in own for hop in stretch.hops):
            late = links.get(hop.attribution.id, ())
            if all(link.kind is LinkKind.LATE for link in late):
                for link in late:
                    key = hop.attribution.id, link.cited
                    found[key] = Inversion(id_, *key, link.identified)
    return tuple(found.values())


def _rests(
    accounts: Mapping[DocumentId, Account], stretches: Stretches, links: Links
) -> Iterable[Rest]:
    for id_, own in stretches.items():
        hops = dict.fromkeys(hop.attribution.id for stretch in own for hop in stretch.hops)
        for attribution in hops:
            for link in links.get(attribution, ()):
                if link.cited in accounts:
                    yield Rest(id_, attribution, link.cited)


def _grounded(
    accounts: Mapping[DocumentId, Account],
    stretches: Stretches,
    links: Links,
    circle_of: Mapping[SourceId, int],
) -> frozenset[DocumentId]:
    """Documents from which some chain ends other than in the circle it is part of."""

    def ends(id_: DocumentId, stretch: Stretch) -> bool:
        if stretch.voice or not stretch.hops:
            return True
        last = stretch.hops[-1]
        origin = source_of(last.attribution, last.document)
        inside = circle_of.get(origin, -1) == circle_of.get(accounts[id_].voice, -2)
        return not (inside and links.get(last.attribution.id))

    citing: dict[DocumentId, list[DocumentId]] = {}
    open_ends = []
    for id_, own in stretches.items():
        for stretch in own:
            for target in stretch.onward:
                citing.setdefault(target, []).append(id_)
        if any(not stretch.onward and ends(id_, stretch) for stretch in own):
            open_ends.append(id_)
    found: set[DocumentId] = set()
    while open_ends:
        id_ = open_ends.pop()
        if id_ not in found:
            found.add(id_)
            open_ends += citing.get(id_, ())
    return frozenset(found)


def _circle(
    members: set[SourceId],
    rests: Sequence[Rest],
    accounts: Mapping[DocumentId, Account],
    grounded: frozenset[DocumentId],
    dated: Mapping[DocumentId, Document],
) -> Circle:
    inside = [
        rest
        for rest in rests
        if {accounts[rest.citing].voice, accounts[rest.cited].voice} <= members
        and accounts[rest.citing].voice != accounts[rest.cited].voice
    ]
    wanted = {id_ for rest in inside for id_ in (rest.citing, rest.cited)}
    documents = tuple(id_ for id_ in dated if id_ in wanted)
    return Circle(
        members=tuple(sorted(members)),
        open=any(accounts[id_].voice in members for id_ in grounded),
        certain=all(
            earlier(dated[one].published, dated[other].published) is not None
            for one, other in combinations(documents, 2)
        ),
        documents=documents,
        attributions=tuple(dict.fromkeys(rest.attribution for rest in inside)),
    )
