"""JSON-LD in the words of the ontology's context, which is written along: no network needed.

One line a node, so that equal stores give equal bytes and differences can be read. Values that
the context does not describe are written in full, so nothing is lost on the way back. Numbers
with fractions are strings, because JSON-LD would rewrite their spelling. Follows the W3C
recommendation *JSON-LD 1.1*.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import InputError
from kg.export.statements import TYPE, Statement, term
from kg.resources import folder

Json = dict[str, Any]

_XSD = "http://www.w3.org/2001/XMLSchema#"


def context() -> Json:
    """The shipped context, as its file gives it."""
    text = (folder("ontology") / "context.jsonld").read_text("utf-8")
    shipped: Json = json.loads(text)["@context"]
    return shipped


def pieces(statements: Iterable[Statement], words: Json) -> Iterator[str]:
    """A JSON-LD document piece by piece.

    Args:
        statements: In the order of `in_order`.
        words: The context to write in.
    """
    write = _Nodes(words)
    yield f'{{\n"@context": {_dumped(words)},\n"@graph": ['
    comma = "\n"
    for graph, stated in groupby(statements, key=lambda statement: statement.graph):
        nodes = (
            _dumped(write.node(subject, about))
            for subject, about in groupby(stated, key=lambda statement: statement.subject)
        )
        for place, node in enumerate(nodes):
            opened = f'{{"@id": {_dumped(_bare(graph))}, "@graph": [\n' if graph else ""
            yield (",\n" if place else comma + opened) + node
        yield "\n]}" if graph else ""
        comma = ",\n"
    yield "\n]\n}\n"


@dataclass(frozen=True, slots=True)
class _Word:
    """One term of the context: how its values are written.

    Attributes:
        name: The key in JSON.
        type: ``@id``, the IRI of a datatype, or nothing for plain strings.
        by_language: Whether values are kept under their languages.
    """

    name: str
    type: str = ""
    by_language: bool = False


class _Nodes:
    """Writes the nodes of a graph in the words of a context."""

    def __init__(self, words: Json) -> None:
        self._spaces = {
            key: value
            for key, value in words.items()
            if isinstance(value, str) and value.endswith(("#", "/"))
        }
        self._words = {}
        for name, entry in words.items():
            if not name.startswith("@") and name not in self._spaces:
                iri, word = self._word(name, entry)
                self._words[iri] = word

    def node(self, subject: str, about: Iterable[Statement]) -> Json:
        """All that is said of one subject."""
        node: Json = {"@id": _bare(subject)}
        for predicate, stated in groupby(about, key=lambda statement: statement.predicate):
            values = [term(each.value) for each in stated]
            if predicate == TYPE and all(isinstance(value, NamedNode) for value in values):
                node["@type"] = [self._class(value.value) for value in _nodes(values)]
                continue
            for value in values:
                self._add(node, self._words.get(predicate), predicate, value)
        return node

    def _add(self, node: Json, word: _Word | None, predicate: str, value: object) -> None:
        if word and word.by_language and isinstance(value, Literal) and value.language:
            _append(node.setdefault(word.name, {}), value.language, value.value)
        elif word and (short := self._short(word, value)) is not None:
            _append(node, word.name, short)
        else:
            _append(node, self._curie(predicate), self._full(value))

    def _short(self, word: _Word, value: object) -> str | int | bool | None:
        """The value as the word's definition lets it be written; None if it does not fit."""
        if isinstance(value, NamedNode):
            return self._curie(value.value) if word.type == "@id" else None
        if not isinstance(value, Literal) or value.language or word.by_language:
            return None
        if value.datatype.value != (word.type or f"{_XSD}string"):
            return None
        return _native(value)

    def _full(self, value: object) -> Json:
        if isinstance(value, NamedNode | BlankNode):
            return {"@id": _bare(str(value))}
        if not isinstance(value, Literal):
            raise InputError("JSON-LD has no statements about statements; export as nquads or trig")
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == f"{_XSD}string":
            return {"@value": value.value}
        return {"@value": value.value, "@type": value.datatype.value}

    def _class(self, iri: str) -> str:
        word = self._words.get(iri)
        return word.name if word and not word.type else iri

    def _curie(self, iri: str) -> str:
        for prefix, space in self._spaces.items():
            local = iri.removeprefix(space)
            if local != iri and local and not local.startswith("/"):
                return f"{prefix}:{local}"
        return iri

    def _word(self, name: str, entry: str | Mapping[str, str]) -> tuple[str, _Word]:
        if isinstance(entry, str):
            return self._iri(entry), _Word(name)
        kind = entry.get("@type", "")
        by_language = entry.get("@container") == "@language"
        written = kind if kind.startswith("@") else self._iri(kind)
        return self._iri(entry["@id"]), _Word(name, written, by_language)

    def _iri(self, curie: str) -> str:
        prefix, colon, local = curie.partition(":")
        return f"{self._spaces[prefix]}{local}" if colon and prefix in self._spaces else curie


def _native(value: Literal) -> str | int | bool:
    """Whole numbers and truth values as JSON has them, where that keeps their spelling."""
    text = value.value
    if value.datatype.value == f"{_XSD}integer" and text.isascii() and text.isdecimal():
        return int(text) if str(int(text)) == text else text
    if value.datatype.value == f"{_XSD}boolean" and text in {"true", "false"}:
        return text == "true"
    return text


def _append(node: Json, key: str, value: object) -> None:
    """Put a value under ``key``; several become a list."""
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        node[key].append(value)
    else:
        node[key] = [node[key], value]


def _nodes(values: Iterable[object]) -> Iterator[NamedNode]:
    return (value for value in values if isinstance(value, NamedNode))


def _bare(node: str) -> str:
    return node[1:-1] if node.startswith("<") else node


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
