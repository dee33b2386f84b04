"""Graphs have the names that everybody relies on."""

from kg.model import DocumentId, Names
from kg.rdf.graphs import (
    agents_graph,
    derived_graph,
    document_graph,
    relations_graph,
    runs_graph,
)


def test_graphs_lie_under_the_base_of_the_installation() -> None:
    names = Names("urn:x/")

    found = [
        agents_graph(names),
        relations_graph(names),
        runs_graph(names),
        derived_graph(names, "origins-1"),
    ]

    assert [graph.value for graph in found] == [
        "urn:x/graph/agents",
        "urn:x/graph/relations",
        "urn:x/graph/runs",
        "urn:x/graph/derived/origins-1",
    ]


def test_the_graph_of_a_document_lies_under_the_document() -> None:
    assert document_graph(DocumentId("urn:x/document/1")).value == "urn:x/document/1/graph"
