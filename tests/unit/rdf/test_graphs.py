"""Graphs have the names that everybody relies on."""

from kg.model import DocumentId, Names
from kg.rdf.graphs import (
    agents_graph,
    derived_graph,
    document_graph,
    relations_graph,
    reviewer_graph,
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


def test_each_reviewer_has_a_graph_however_alike_their_names() -> None:
    names = Names("urn:x/")
    reviewers = ["Zoé Martin", "zoe martin", "Zoe-Martin", "김지수", "이서연", "", "z" * 99]

    graphs = [reviewer_graph(names, reviewer).value for reviewer in reviewers]

    assert len(set(graphs)) == len(reviewers)
    assert all(graph.startswith("urn:x/graph/reviewer/") for graph in graphs)
    assert graphs[0].startswith("urn:x/graph/reviewer/zoe-martin-")


def test_the_graph_of_a_reviewer_is_an_iri_whatever_the_name() -> None:
    graph = reviewer_graph(Names("urn:x/"), "a b<c>\ud800/../")

    assert graph.value.startswith("urn:x/graph/reviewer/a-b-c-")
