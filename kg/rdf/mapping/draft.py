"""A graph in the making: quads of one named graph, written subject by subject."""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf import vocabulary as kg


class Draft:
    """Collects the quads of one named graph.

    A value of None adds nothing: what is not known is not stated.
    """

    def __init__(self, graph: NamedNode) -> None:
        self._graph = graph
        self.quads: set[Quad] = set()

    def types(self, subject: str, classes: Iterable[NamedNode]) -> None:
        """State the classes of ``subject``."""
        for each in classes:
            self._add(subject, kg.TYPE, each)

    def iri(self, subject: str, predicate: NamedNode, value: str | None) -> None:
        """State a relation to another node."""
        if value is not None:
            self._add(subject, predicate, NamedNode(value))

    def concept(self, subject: str, predicate: NamedNode, value: StrEnum) -> None:
        """State a value of a controlled vocabulary."""
        self._add(subject, predicate, kg.concept(value))

    def text(self, subject: str, predicate: NamedNode, value: str | None) -> None:
        """State a plain string, kept to the letter."""
        if value is not None:
            self._add(subject, predicate, Literal(value))

    def label(self, subject: str, name: str, language: str) -> None:
        """State a name in a language."""
        self._add(subject, kg.LABEL, Literal(name, language=language))

    def number(self, subject: str, predicate: NamedNode, value: float) -> None:
        """State a count or an offset (``xsd:integer``) or a share (``xsd:double``)."""
        self._add(subject, predicate, Literal(value))

    def yes(self, subject: str, predicate: NamedNode, *, holds: bool) -> None:
        """State a flag where it holds; its absence means no."""
        if holds:
            self._add(subject, predicate, Literal(True))

    def several(self, subject: str, predicate: NamedNode, values: Iterable[str]) -> None:
        """State relations to nodes in an order that counts: each for walking, and in a list."""
        for place, value in enumerate(values):
            node = f"{subject}/item/{place}"
            self.iri(subject, predicate, value)
            self.iri(subject, kg.ITEM_LIST_ELEMENT, node)
            self.types(node, [kg.LIST_ITEM])
            self.number(node, kg.POSITION, place)
            self.iri(node, kg.ITEM, value)

    def fields(self, subject: str, pairs: Iterable[tuple[str, str]]) -> None:
        """State pairs of a name and a value that no property of ours stands for."""
        for place, (name, value) in enumerate(pairs):
            node = f"{subject}/field/{place}"
            self.iri(subject, kg.ADDITIONAL_PROPERTY, node)
            self.types(node, [kg.PROPERTY_VALUE])
            self.number(node, kg.POSITION, place)
            self.text(node, kg.NAME, name)
            self.text(node, kg.VALUE, value)

    def _add(self, subject: str, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.quads.add(Quad(NamedNode(subject), predicate, value, self._graph))


def content_key(*parts: str) -> str:
    """16 hexadecimal digits that stand for ``parts``: one name on every machine."""
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Quads in the one order that every machine writes them in: by graph, then as text."""
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
