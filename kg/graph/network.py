"""The chains of a claim as one network: every chain is a path, every path is a chain.

Made for questions of one's own about chains. The nodes are documents, attribution instances and
terminal sources, never outlets or articles merged over several claims, so any path from a
document to a source is a chain of this claim.
"""

import networkx as nx

from kg.graph.citations import CitationGraph
from kg.graph.publishers import source_of
from kg.model import Chain, Document, DocumentId, Hop


def chain_network(graph: CitationGraph) -> "nx.DiGraph[str]":
    """The supporting chains as a directed graph, from the reader's side to the source.

    Nodes are IRIs. Attribute ``type`` is ``document`` (with ``doc_id``, ``title``,
    ``publisher``, ``published``), ``attribution`` (``source``, ``name``, ``kind``, ``stance``,
    ``writer_certainty``, ``implied``, ``confidence``) or ``source`` (``name``, ``kind``,
    ``status``). Edges run document → outermost attribution → inner ones → source, and from an
    attribution to the outlet's own document with ``link`` = how sure that step is. Where a
    source is cited and speaks in its own document as well, both ways lead to its one node; a
    document whose publisher is unknown ends in its own IRI with ``#voice``.

    Linear in the stretches and endings; a copy, so changing it changes no answer.

    >>> sorted(chain_network(CitationGraph({})).nodes)
    []
    """
    network: nx.DiGraph[str] = nx.DiGraph()
    for id_, stretches in graph.stretches.items():
        network.add_node(id_, **_document(graph.documents[id_]))
        for stretch in stretches:
            for step in stretch.steps:
                network.add_node(step.attribution.id, **_attribution(step, graph))
            nx.add_path(network, [id_, *(step.attribution.id for step in stretch.steps)])
            last = stretch.steps[-1].attribution.id
            for target in stretch.onward:
                network.add_edge(last, target, link=graph.links[last, target].value)
    for ending in graph.endings:
        # A document whose publisher nobody knows speaks for itself, and is no node twice.
        itself = DocumentId(ending.origin) in graph.documents
        node = f"{ending.origin}#voice" if itself else ending.origin
        if node not in network:
            network.add_node(node, **_source(ending, graph))
        network.add_edge(ending.last.id, node, status=ending.status.value)
    return network


def _document(document: Document) -> dict[str, str | None]:
    return {
        "type": "document",
        "doc_id": document.doc_id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
    }


def _attribution(step: Hop, graph: CitationGraph) -> dict[str, object]:
    attribution = step.attribution
    source = source_of(attribution, step.document)
    agent = graph.agents.get(source)
    return {
        "type": "attribution",
        "source": source,
        "name": agent.name if agent else attribution.source.name,
        "kind": attribution.source.kind.value,
        "stance": attribution.stance.value,
        "writer_certainty": attribution.writer_certainty.value,
        "implied": attribution.implied,
        "confidence": attribution.confidence,
    }


def _source(ending: Chain, graph: CitationGraph) -> dict[str, str | None]:
    agent = graph.agents.get(ending.origin)
    return {
        "type": "source",
        "name": agent.name if agent else ending.last.source.name,
        "kind": agent.kind.value if agent else ending.last.source.kind.value,
        "status": ending.status.value,
    }
