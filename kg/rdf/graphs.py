"""In which named graph what stands.

One graph a document, so that a document can be replaced in one step; one for what is known of
agents, one for relations between claims, one for runs, and one for each set of derived facts,
which can be thrown away and computed again.
"""

from pyoxigraph import NamedNode

from kg.model import DocumentId, Names


def document_graph(document: DocumentId) -> NamedNode:
    """The graph of what was read in one document.

    >>> document_graph(DocumentId("urn:d/1")).value
    'urn:d/1/graph'
    """
    return NamedNode(f"{document}/graph")


def agents_graph(names: Names) -> NamedNode:
    """The graph of what is known of agents outside any text."""
    return NamedNode(f"{names.base}graph/agents")


def relations_graph(names: Names) -> NamedNode:
    """The graph of relations between claims."""
    return NamedNode(f"{names.base}graph/relations")


def runs_graph(names: Names) -> NamedNode:
    """The graph of runs: the only one that may hold the time of day."""
    return NamedNode(f"{names.base}graph/runs")


def derived_graph(names: Names, rule_set: str) -> NamedNode:
    """The graph of what one set of rules derives; always rebuildable."""
    return NamedNode(f"{names.base}graph/derived/{rule_set}")
