"""The chains of a claim as one network."""

import networkx as nx

from kg.graph import chain_network


def test_every_path_from_a_document_to_a_source_is_a_chain(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Army")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own, "stated")
    network = chain_network(story.ask().graph)

    (path,) = nx.all_simple_paths(network, "urn:document/one", "urn:agent/Army")

    assert [network.nodes[n]["type"] for n in path] == [
        "document",
        "attribution",
        "document",
        "attribution",
        "source",
    ]
    assert network.edges[hop.id, own.id]["link"] == "stated"
    assert network.nodes[hop.id]["name"] == "CNN"
    assert network.nodes["urn:agent/Army"]["status"] == "named"


def test_a_document_of_nobody_is_no_source_of_itself_in_a_circle(story):
    page = story.page("one")
    page.says("P")
    network = chain_network(story.ask().graph)

    assert nx.is_directed_acyclic_graph(network)
    assert network.nodes[f"{page.id}#voice"]["status"] == "unsourced"


def test_changing_the_network_changes_no_answer(story):
    story.page("one", "Ledger").tells("P", "Army")
    graph = story.ask().graph
    chain_network(graph).clear()

    assert len(chain_network(graph)) == 3
