"""Which quads of a store make up one reading."""

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.model import DocumentId, Names
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import agents_graph, document_graph, relations_graph


class Lookup(Protocol):
    """Finds quads by pattern, None standing for anything: ``Store.quads_for_pattern``."""

    def __call__(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object: NamedNode | BlankNode | Literal | Triple | None,  # noqa: A002 - the RDF word
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match."""
        ...


def quads_of(document: DocumentId, lookup: Lookup, names: Names) -> Iterator[Quad]:
    """All that a store holds of the reading of ``document``.

    Costs one look-up for the document's graph, one for each agent and one for each relation.
    """
    agents = set()
    for quad in lookup(None, None, None, document_graph(document)):
        if quad.predicate == kg.IS_APPEARANCE_OF:
            agents.add(quad.object)
        yield quad
    for agent in sorted(agents, key=str):
        if isinstance(agent, NamedNode):
            yield from lookup(agent, None, None, agents_graph(names))
    for made in lookup(None, kg.IS_MADE_IN, NamedNode(document), relations_graph(names)):
        yield from lookup(made.subject, None, None, relations_graph(names))
