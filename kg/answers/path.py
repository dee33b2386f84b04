"""How something that A said reaches B: the shortest chains, claim by claim.

A path is read in the direction in which the words went: from A's statement through whoever
passed it on to B. It never changes claims on the way: that A is cited by C on one matter, and C
by B on another, is no path. So every claim has a network of its own, whose nodes are documents
and attributions, and no network of outlets is ever made.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import networkx as nx

from kg.answers.coverage import Coverage, coverages
from kg.answers.ends import shown_end, text_of, texts_of
from kg.answers.evidence import Json, about, named, placed
from kg.answers.folding import Fold
from kg.answers.select import short_id
from kg.errors import InputError
from kg.graph import CitationGraph, Corpus, chain_network, source_of
from kg.model import AttributionId, Chain, DocumentId, Folding, Hop, SourceId

_MOST_PATHS = 20
"""Shortest paths of one claim that are listed; they can be many where papers quote in chorus."""

_DIRECT = "direct"
_COPY, _OWN_TEXT = "copy", "own-text"


def path(corpus: Corpus, a: SourceId, b: SourceId) -> Json:
    """The shortest paths from what ``a`` said to ``b``, for each claim that has one.

    Linear in the attributions and links of each claim, but for a logarithm.

    Args:
        corpus: What is asked.
        a: IRI of an outlet or another source, or of a document.
        b: The same; for an outlet its texts, and texts that cite it, are where a path ends.

    Returns:
        ``items``: the paths, shortest first, each with its claim and its ``hops``, from A's
        statement on. A hop is one attribution: who says it, in which document, and ``link``,
        how it rests on the one before: ``stated``, ``inferred`` or ``possible`` for a text that
        cites another one, ``copy`` for one that repeats it, ``own-text`` where the text of B is
        A's own (credited to it, or published by it), null inside one document. ``sentence``
        says in words what was found. Persons and the body they speak for are one source.

    Raises:
        InputError: The two are one.
    """
    if a == b:
        raise InputError("a path needs two ends; these two are one")
    question = _Question(corpus, a, b)
    items = [item for coverage in coverages(corpus) for item in question.paths(coverage)]
    items.sort(key=lambda item: item["length"])
    shown = shown_end(corpus, a), shown_end(corpus, b)
    names = _called(shown[0]), _called(shown[1])
    return {"a": shown[0], "b": shown[1], "items": items, "sentence": _sentence(items, names)}


def _called(end: Json) -> str:
    return f"“{end['name']}”" if end["document"] else str(end["name"])


def _sentence(items: list[Json], names: tuple[str, str]) -> str:
    if not items:
        return f"Nothing that {names[0]} said reaches {names[1]}: no chain of one claim joins them."
    claims = len({item["claim"] for item in items})
    least = items[0]["length"]
    said = "one claim" if claims == 1 else f"{claims} claims"
    steps = "one step" if least == 1 else f"{least} steps"
    return f"What {names[0]} said reaches {names[1]} on {said}, at the shortest in {steps}."


@dataclass(frozen=True, slots=True)
class _Question:
    """The two ends, to be looked for claim by claim."""

    corpus: Corpus
    a: SourceId
    b: SourceId

    def paths(self, coverage: Coverage) -> Iterator[Json]:
        """The shortest paths for one claim."""
        if not self._may_join(coverage):
            return
        graph = coverage.graph
        hops = _hops(graph)
        network = _network(graph)
        starts = self._told_by(self.b, hops, coverage)
        goals = self._told_by(self.a, hops, coverage)
        # What a spokesman of A says is A's word, and has not reached him from A.
        starts -= goals & hops.keys()
        for nodes in islice(_shortest(network, starts, goals), _MOST_PATHS):
            yield _shown(nodes[::-1], hops, coverage, network)

    def _may_join(self, coverage: Coverage) -> bool:
        """Whether both ends occur at all; spares most claims their graph."""
        fold = Fold(self.corpus.agents, Folding.ORGANISATION)
        present: set[SourceId] = set()
        for id_, account in coverage.accounts.items():
            present |= {SourceId(id_), account.publisher, account.voice}
            for way in (*account.supporting, *account.others):
                present |= way.sources
                present |= {fold.hop(step) for step in way.steps}
        return {self.a, self.b} <= present

    def _told_by(
        self, end: SourceId, hops: Mapping[AttributionId, Hop], coverage: Coverage
    ) -> set[str]:
        """The nodes at which ``end`` tells the claim: its texts, and attributions to it."""
        texts: set[str] = {r.document.id for r in texts_of(self.corpus, end)}
        found = texts & coverage.graph.accounts.keys()
        if text_of(self.corpus, end) is None:
            fold = Fold(self.corpus.agents, Folding.ORGANISATION)
            found |= {
                id_
                for id_, hop in hops.items()
                if end in {source_of(hop.attribution, hop.document), fold.hop(hop)}
            }
        return found


def _told(graph: CitationGraph) -> Iterator[Chain]:
    """Chains inside one document that support nothing and are vouched for all the same."""
    yield from (d.chain for d in graph.denials if d.relation == _DIRECT)
    yield from graph.undecided
    yield from graph.withdrawn


def _hops(graph: CitationGraph) -> dict[AttributionId, Hop]:
    stretches = (s for found in graph.stretches.values() for s in found)
    steps = [step for stretch in stretches for step in stretch.steps]
    steps += [step for chain in _told(graph) for step in chain.steps]
    return {step.attribution.id: step for step in steps}


def _network(graph: CitationGraph) -> "nx.DiGraph[str]":
    """The chains of the claim, denials and questions included, and who copied from whom."""
    network = chain_network(graph)
    for chain in _told(graph):
        network.add_nodes_from(chain.tokens, type="attribution")
        nx.add_path(network, [chain.document, *chain.tokens])
    where = {a: hop.document for a, hop in _hops(graph).items()}
    for attribution, copy in graph.copies.items():
        if copy.dated and attribution in where and copy.of in where:
            joined = where[attribution], where[copy.of]
            if not network.has_edge(*joined):
                network.add_edge(*joined, link=_COPY, row=(attribution, copy.of))
    return network


def _shortest(network: "nx.DiGraph[str]", starts: set[str], goals: set[str]) -> Iterator[list[str]]:
    """The paths of fewest hops from any of ``starts`` to any of ``goals``, in a fixed order.

    An attribution is a hop, and so is repeating a text; going on in the text that is cited is
    none. No circle is free of hops, so Dijkstra's algorithm ends.
    """
    begin, end = "_:begin", "_:end"
    joined = network.copy()
    joined.add_edges_from((begin, node) for node in sorted(starts & network.nodes))
    joined.add_edges_from((node, end) for node in sorted(goals & network.nodes))

    def hops(_: str, node: str, edge: Mapping[str, object]) -> int:
        is_hop = joined.nodes[node].get("type") == "attribution" or edge.get("link") == _COPY
        return int(is_hop)

    if begin in joined and end in joined and nx.has_path(joined, begin, end):
        for nodes in nx.all_shortest_paths(joined, begin, end, weight=hops):
            yield nodes[1:-1]


# ---- in public


def _shown(
    nodes: list[str],
    hops: Mapping[AttributionId, Hop],
    coverage: Coverage,
    network: "nx.DiGraph[str]",
) -> Json:
    """One path; its nodes run from A to B, so each edge runs against them."""
    graph = coverage.graph
    told = _Telling(graph, hops, network)
    shown = [told.hop(at, nodes) for at, node in enumerate(nodes) if AttributionId(node) in hops]
    copied = [told.copy(at, nodes) for at in range(1, len(nodes)) if told.is_copy(at, nodes)]
    documents = dict.fromkeys(told.document_of(node) for node in nodes)
    if not shown and not copied:
        shown = [told.own_text(DocumentId(nodes[0]), coverage)]
    return {
        "claim": coverage.claim,
        "short_id": short_id(coverage.claim)[:8],
        "text": coverage.text,
        "length": len(shown) + len(copied),
        "documents": [about(graph.documents[id_]) for id_ in documents],
        "hops": sorted([*shown, *copied], key=lambda hop: hop.pop("place")),
    }


@dataclass(frozen=True, slots=True)
class _Telling:
    """Puts the steps of a path into words."""

    graph: CitationGraph
    hops: Mapping[AttributionId, Hop]
    network: "nx.DiGraph[str]"

    def document_of(self, node: str) -> DocumentId:
        """The document that a node is or stands in."""
        hop = self.hops.get(AttributionId(node))
        return hop.document if hop else DocumentId(node)

    def hop(self, at: int, nodes: list[str]) -> Json:
        """The attribution at one place of the path, and how it rests on what came before."""
        hop = self.hops[AttributionId(nodes[at])]
        attribution, document = hop.attribution, self.graph.documents[hop.document]
        rests = self.network.edges[nodes[at], nodes[at - 1]] if at else {}
        return about(document) | {
            "place": at,
            **named(source_of(attribution, hop.document), self.graph, attribution),
            "own_voice": attribution.is_own_voice,
            "attribution": attribution.id,
            "stance": attribution.stance.value,
            "writer_certainty": attribution.writer_certainty.value,
            "link": rests.get("link"),
            "evidence": placed(hop, self.graph),
        }

    def is_copy(self, at: int, nodes: list[str]) -> bool:
        """Whether the document at one place repeats the one before it."""
        edge = self.network.edges[nodes[at], nodes[at - 1]]
        return edge.get("link") == _COPY

    def copy(self, at: int, nodes: list[str]) -> Json:
        """The step by which one document repeats another, shown by the words of both."""
        row, original = self.network.edges[nodes[at], nodes[at - 1]]["row"]
        words = [*placed(self.hops[original], self.graph), *placed(self.hops[row], self.graph)]
        return self.hop(0, [row]) | {"place": at, "link": _COPY, "evidence": words}

    def own_text(self, document: DocumentId, coverage: Coverage) -> Json:
        """The step from whoever signed a text to whoever printed it."""
        signed = named(coverage.accounts[document].voice, self.graph)
        first = next(id_ for id_, hop in self.hops.items() if hop.document == document)
        return self.hop(0, [first]) | signed | {"link": _OWN_TEXT}
