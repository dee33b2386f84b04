"""Quads in the one order in which they are written, however many there are.

By graph, then subject, the type first among what is said of it. A document comes before its
attributions and an attribution before its evidence, because IRIs are compared without their
closing bracket. Sorting goes through files where memory does not suffice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.store.order import sorted_lines

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Term = NamedNode | BlankNode | Literal | Triple

_FIELDS = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, its terms in N-Triples syntax.

    Attributes:
        graph: Where it stands; empty for the default graph.
        subject: What it is about.
        predicate: IRI without brackets.
        value: The object.
    """

    graph: str
    subject: str
    predicate: str
    value: str


def in_order(quads: Iterable[Quad], *, graphs: bool = True) -> Iterator[Statement]:
    """The statements of ``quads``, each once.

    Args:
        quads: In any order.
        graphs: Whether graphs are told apart; without, all count as the default graph.
    """
    former = ""
    for line in sorted_lines(_line(quad, graphs) for quad in quads):
        if line != former:
            yield _statement(line)
        former = line


def term(text: str) -> Term:
    """The RDF term that N-Triples syntax writes."""
    (quad,) = parse(f"<x:s> <x:p> {text} .", format=RdfFormat.N_TRIPLES)
    found: Term = quad.object
    return found


def _line(quad: Quad, graphs: bool) -> str:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) or not graphs else quad.graph_name
    rank = " " if quad.predicate.value == TYPE else ""
    value = f"<<( {quad.object} )>>" if isinstance(quad.object, Triple) else str(quad.object)
    # No IRI holds a tab; one within the value does no harm at the end of the line.
    return "\t".join((_key(graph), _key(quad.subject), f"{rank}{quad.predicate.value}", value))


def _key(node: NamedNode | BlankNode | Triple | str) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)


def _statement(line: str) -> Statement:
    graph, subject, predicate, value = line.split("\t", _FIELDS - 1)
    return Statement(_node(graph), _node(subject), predicate.lstrip(), value)


def _node(key: str) -> str:
    return key if not key or key.startswith("_:") else f"<{key}>"
