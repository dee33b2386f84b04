"""The citation graph of a claim as networkx has it, for notebooks and one's own measures.

Documents and sources are nodes, attributions are edges that run from who cites to who is
cited, so a path follows the claim back towards its origins. It is a multigraph: one paper may
cite the same agency on three different cues. Nothing is folded and nothing is counted here;
the figures come from `kg.answers`. A path may join steps of several documents; where every
path has to be a chain, use `kg.graph.chain_network`.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import networkx as nx

from kg.graph.citations import CitationGraph
from kg.graph.publishers import source_of
from kg.model import Document, Hop, SourceId, SourceKind, Span


def to_networkx(graph: CitationGraph) -> "nx.MultiDiGraph[str]":
    """``graph`` as a directed multigraph, its nodes and edges in canonical order.

    Nodes are IRIs. Each has ``type`` (``document`` or ``source``), ``name`` and ``kind``;
    documents also ``doc_id``, ``publisher``, ``published`` and ``lang``, and a source at which
    a supporting chain ends has the ``status`` of that ending.

    Edges of ``type`` ``attribution`` have the attribution's IRI as key, and the ``document`` it
    stands in, ``cue`` (its words), ``stance``, ``writer_certainty``, ``implied``, ``confidence``,
    ``source_spans``, ``cue_spans`` and ``content_spans`` (pairs of offsets in code points, end
    excluded) and ``role``: ``supports``, ``denies``, ``undecided``, ``not-conveyed`` or
    ``withdrawn``, the first that is true of it. An attribution with nothing in between starts
    at its document, a relayed one at the source that relays it. Edges of ``type`` ``link`` lead
    from a cited outlet to its own text, with the ``kind`` of the link.

    Takes time linear in the attributions and links.

    >>> from kg.model import (
    ...     Attribution, AttributionId, ClaimId, Conveyance, Document, DocumentId, Reading, Source)
    >>> text = "CNN reports that the depot burned."
    >>> says = Attribution(
    ...     AttributionId("urn:a"),
    ...     Source(SourceKind.OUTLET, (Span(0, 3),), "CNN", SourceId("urn:cnn")),
    ...     cue=(Span(4, 11),), content=(Span(17, 33),))
    >>> reading = Reading(
    ...     Document(DocumentId("urn:d"), "d", text, "en"), (says,),
    ...     (Conveyance(says.id, ClaimId("urn:c")),))
    >>> from kg.graph import citation_graph
    >>> cited = to_networkx(citation_graph([reading], [ClaimId("urn:c")]))
    >>> [(who, whom, edge["cue"], edge["cue_spans"]) for who, whom, edge in cited.edges(data=True)]
    [('urn:d', 'urn:cnn', 'reports', ((4, 11),))]
    >>> cited.nodes["urn:cnn"]["status"]
    'dead-end'
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for role, steps in _paths(graph):
        _add_path(made, graph, steps, role)
    for stretches in graph.stretches.values():
        for stretch in stretches:
            for cited in stretch.onward:
                hop = stretch.hops[-1]
                _add_document(made, graph.documents[cited])
                kind = graph.links[hop.attribution.id, cited].value
                source = source_of(hop.attribution, hop.document)
                key = f"{hop.attribution.id} {cited}"
                made.add_edge(source, str(cited), key=key, type="link", kind=kind)
    for ending in graph.endings:
        made.nodes[ending.origin]["status"] = ending.status.value
    return made


def _paths(graph: CitationGraph) -> Iterator[tuple[str, tuple[Hop, ...]]]:
    for stretches in graph.stretches.values():
        for stretch in stretches:
            yield "supports", stretch.steps
    roles = {
        "denies": [denial.chain for denial in graph.denials],
        "undecided": graph.undecided,
        "not-conveyed": graph.not_conveyed,
        "withdrawn": graph.withdrawn,
    }
    for role, chains in roles.items():
        for chain in chains:
            yield role, chain.steps


def _add_path(
    made: "nx.MultiDiGraph[str]", graph: CitationGraph, steps: Iterable[Hop], role: str
) -> None:
    in_order = tuple(steps)
    document = graph.documents[in_order[0].document]
    _add_document(made, document)
    nodes = [str(document.id), *(_add_source(made, graph, step) for step in in_order)]
    for (citing, cited), step in zip(pairwise(nodes), in_order, strict=True):
        if not made.has_edge(citing, cited, step.attribution.id):
            made.add_edge(citing, cited, key=step.attribution.id, **_edge(step, document, role))


def _add_document(made: "nx.MultiDiGraph[str]", document: Document) -> None:
    made.add_node(
        str(document.id),
        type="document",
        name=document.title or document.doc_id,
        kind=SourceKind.DOCUMENT.value,
        doc_id=document.doc_id,
        publisher=document.publisher,
        published=document.published,
        lang=document.lang,
    )


def _add_source(made: "nx.MultiDiGraph[str]", graph: CitationGraph, step: Hop) -> SourceId:
    source = step.attribution.source
    id_ = source_of(step.attribution, step.document)
    if id_ not in made:
        agent = graph.agents.get(id_)
        name = (agent and agent.name) or source.name
        words = graph.documents[step.document].quotes(source.spans)
        made.add_node(
            id_,
            type="source",
            name=name or words or SourceKind.UNNAMED.value,
            kind=(agent.kind if agent else source.kind).value,
        )
    return id_


def _edge(step: Hop, document: Document, role: str) -> dict[str, object]:
    attribution = step.attribution
    return {
        "type": "attribution",
        "role": role,
        "document": str(document.id),
        "cue": document.quotes(attribution.cue),
        "stance": attribution.stance.value,
        "writer_certainty": attribution.writer_certainty.value,
        "implied": attribution.implied,
        "confidence": attribution.confidence,
        "source_spans": _pairs(attribution.source.spans),
        "cue_spans": _pairs(attribution.cue),
        "content_spans": _pairs(attribution.content),
    }


def _pairs(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
