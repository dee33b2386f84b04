"""A small diagram with every kind of node and edge."""

from dataclasses import replace

import pytest

from kg.model import Stance
from kg.render.diagram import Diagram, Edge, Node
from kg.render.palette import ACTOR, DOCUMENT, OUTLET, UNNAMED


@pytest.fixture
def diagram():
    nodes = (
        Node("urn:u", "Ukraine", ACTOR, "implied", gap=True),
        Node("urn:n", "Newsweek", OUTLET, bottleneck=True),
        Node("urn:r", "rapports", UNNAMED, "unnamed source", gap=True),
        Node("urn:m", "Moscow", ACTOR),
        Node("urn:d", "Missiles found in a depot near the border", DOCUMENT, "The Ledger · 2024"),
    )
    edges = (
        Edge("urn:u", "urn:n", "", Stance.ASSERTS, "neutral", ("urn:a2",), "the find", "d [0, 8)"),
        Edge("urn:n", "urn:d", "reports", Stance.ASSERTS, "neutral", ("urn:a1",), "P", "d [9, 12)"),
        Edge("urn:r", "urn:d", "say", Stance.ASSERTS, "distanced", ("urn:a3",), "P", "d [13, 14)"),
        Edge("urn:m", "urn:d", "denies", Stance.DENIES, "neutral", ("urn:a4",), "Q", "d [15, 16)"),
    )
    return Diagram("Missiles were found", "Between 1 and 2 origins.", "en", nodes, edges)


@pytest.fixture
def hostile(diagram):
    def made(payload):
        nodes = tuple(replace(node, label=payload, note=payload) for node in diagram.nodes)
        edges = tuple(
            replace(edge, cue=payload, quote=payload, place=payload) for edge in diagram.edges
        )
        return Diagram(payload, payload, "en", nodes, edges)

    return made
