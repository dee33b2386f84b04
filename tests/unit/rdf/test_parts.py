"""A store is cut into parts that lose nothing."""

from collections.abc import Callable

from pyoxigraph import NamedNode, Quad

from kg.model import Names, Reading, Span
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import derived_graph
from kg.rdf.mapping import to_quads
from kg.rdf.parts import parts

Build = Callable[..., Reading]
TEXT = "Newsweek rapporte que la pluie tombe."
PLACES = (Span(0, 8), Span(9, 17), Span(22, 36))


def test_each_document_comes_with_the_agents_it_names(reading_of: Build, names: Names) -> None:
    readings = [reading_of(TEXT + " " * n, *PLACES) for n in range(3)]
    quads = {quad for reading in readings for quad in to_quads(reading, names)}

    *documents, rest = parts(sorted(quads, key=str))

    found = [set(part) for part in documents]
    assert len(found) == len(readings)
    for reading in readings:
        assert set(to_quads(reading, names)) in found
    assert rest == []


def test_what_belongs_to_no_document_comes_last(reading_of: Build, names: Names) -> None:
    quads = to_quads(reading_of(TEXT, *PLACES), names)
    stray = Quad(NamedNode("urn:chain"), kg.TYPE, kg.CHAIN, derived_graph(names, "rules"))

    *_, rest = parts([*quads, stray])

    assert rest == [stray]


def test_nothing_gives_one_empty_part() -> None:
    assert list(parts([])) == [[]]
