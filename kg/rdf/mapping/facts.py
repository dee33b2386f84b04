"""Quads by subject and predicate, for reading a model back out of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import InvalidGraph
from kg.rdf import vocabulary as kg

_Term = NamedNode | Literal | BlankNode | Triple
_Value = TypeVar("_Value", bound=StrEnum)


class Facts:
    """What some quads say, indexed; graphs are not told apart.

    Where several values stand for one, the first in text order is taken, so the answer does
    not hang on the order of the quads. Every ``need_…`` raises `InvalidGraph` if the value is
    missing.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._terms: dict[tuple[str, str], list[_Term]] = defaultdict(list)
        self._pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.subject, NamedNode):
                subject, predicate = quad.subject.value, quad.predicate.value
                self._terms[subject, predicate].append(quad.object)
                if isinstance(quad.object, NamedNode):
                    self._pairs[predicate].append((subject, quad.object.value))

    def subjects(self, predicate: NamedNode, value: str) -> list[str]:
        """The subjects that have the node ``value`` under ``predicate``, sorted."""
        return [subject for subject, node in self.pairs(predicate) if node == value]

    def pairs(self, predicate: NamedNode) -> list[tuple[str, str]]:
        """The nodes that ``predicate`` joins, sorted."""
        return sorted(set(self._pairs.get(predicate.value, ())))

    def iris(self, subject: str, predicate: NamedNode) -> list[str]:
        """The nodes under ``predicate``, sorted."""
        terms = self._terms.get((subject, predicate.value), ())
        return sorted({term.value for term in terms if isinstance(term, NamedNode)})

    def iri(self, subject: str, predicate: NamedNode) -> str | None:
        """The node under ``predicate``, if there is one."""
        return next(iter(self.iris(subject, predicate)), None)

    def need_iri(self, subject: str, predicate: NamedNode) -> str:
        """The node under ``predicate``."""
        return self._needed(self.iri(subject, predicate), subject, predicate)

    def text(self, subject: str, predicate: NamedNode) -> str | None:
        """The string under ``predicate``, if there is one."""
        terms = self._terms.get((subject, predicate.value), ())
        return min((term.value for term in terms if isinstance(term, Literal)), default=None)

    def need_text(self, subject: str, predicate: NamedNode) -> str:
        """The string under ``predicate``."""
        return self._needed(self.text(subject, predicate), subject, predicate)

    def integer(self, subject: str, predicate: NamedNode) -> int:
        """The whole number under ``predicate``."""
        return int(self._parsed(int, subject, predicate))

    def number(self, subject: str, predicate: NamedNode) -> float:
        """The number under ``predicate``."""
        return self._parsed(float, subject, predicate)

    def holds(self, subject: str, predicate: NamedNode) -> bool:
        """Whether the flag under ``predicate`` is set."""
        return self.text(subject, predicate) in {"true", "1"}

    def value(self, kind: type[_Value], subject: str, predicate: NamedNode) -> _Value:
        """The value of a controlled vocabulary under ``predicate``."""
        try:
            return kg.value_of(kind, NamedNode(self.need_iri(subject, predicate)))
        except ValueError as error:
            raise InvalidGraph(f"{subject}: {error}") from error

    def labels(self, subject: str) -> tuple[tuple[str, str], ...]:
        """The names of ``subject`` as pairs of language and name, sorted."""
        terms = self._terms.get((subject, kg.LABEL.value), ())
        found = {
            (term.language, term.value)
            for term in terms
            if isinstance(term, Literal) and term.language
        }
        return tuple(sorted(found))

    def in_order(self, subjects: Iterable[str]) -> list[str]:
        """``subjects`` by their position."""
        return sorted(subjects, key=lambda each: (self.integer(each, kg.POSITION), each))

    def several(self, subject: str) -> list[str]:
        """The nodes in the list of ``subject``, in the order that was given."""
        items = self.in_order(self.iris(subject, kg.ITEM_LIST_ELEMENT))
        return [self.need_iri(item, kg.ITEM) for item in items]

    def fields(self, subject: str) -> tuple[tuple[str, str], ...]:
        """The pairs of a name and a value of ``subject``, in the order that was given."""
        nodes = self.in_order(self.iris(subject, kg.ADDITIONAL_PROPERTY))
        return tuple((self.need_text(n, kg.NAME), self.need_text(n, kg.VALUE)) for n in nodes)

    def _parsed(self, parse: Callable[[str], float], subject: str, predicate: NamedNode) -> float:
        text = self.need_text(subject, predicate)
        try:
            return parse(text)
        except ValueError as error:
            raise InvalidGraph(f"{subject}: {predicate.value} is no number: {text!r}") from error

    def _needed(self, value: str | None, subject: str, predicate: NamedNode) -> str:
        if value is None:
            raise InvalidGraph(f"{subject} has no {predicate.value}")
        return value
