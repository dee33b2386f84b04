"""Turtle and TriG as people read them: prefixes, one block a subject, the type first.

The layout is fixed, so equal graphs give equal bytes and a change shows as the lines it
changes. Follows the W3C recommendations *RDF 1.1 Turtle* and *RDF 1.1 TriG*.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import Quad

from kg.export.statements import TYPE, Statement, in_order
from kg.rdf.vocabulary import PREFIXES

WELL_KNOWN = {
    **PREFIXES,
    "gazetteer": "https://w3id.org/sourcetrace/gazetteer/",
    "wd": "http://www.wikidata.org/entity/",
}
"""Prefixes of every export; a store adds those of its own names."""

_WIDTH = 80
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?")
_TYPED = re.compile(r'("(?:[^"\\]|\\.)*")\^\^<([^>]*)>', re.DOTALL)
_BARE = {f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"), f"{_XSD}boolean": re.compile("true|false")}


def turtle(quads: Iterable[Quad], prefixes: Mapping[str, str] = WELL_KNOWN) -> str:
    """The statements of ``quads`` as one Turtle document, graphs united."""
    return "".join(pieces(in_order(quads, graphs=False), prefixes))


def pieces(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> Iterator[str]:
    """A TriG document piece by piece; without named graphs it is Turtle.

    Args:
        statements: In the order of `in_order`.
        prefixes: Namespaces by prefix; none may lie within another's terms.
    """
    for prefix in sorted(prefixes):
        yield f"@prefix {prefix}: <{prefixes[prefix]}> .\n"
    write = _Terms(prefixes)
    for graph, stated in groupby(statements, key=lambda statement: statement.graph):
        if graph:
            yield f"\n{write.term(graph)} {{\n"
        for subject, about in groupby(stated, key=lambda statement: statement.subject):
            yield f"\n{write.term(subject)} {write.said(about)} .\n"
        if graph:
            yield "\n}\n"


class _Terms:
    """Writes terms with the shortest prefix that fits."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = sorted(prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))

    def said(self, about: Iterable[Statement]) -> str:
        """All that is said of one subject."""
        lines = []
        for predicate, stated in groupby(about, key=lambda statement: statement.predicate):
            verb = "a" if predicate == TYPE else self._iri(predicate)
            lines.append(f"{verb} {self._values(stated)}")
        return " ;\n    ".join(lines)

    def term(self, text: str) -> str:
        """One term, given in N-Triples syntax."""
        if text.startswith("<") and not text.startswith("<<"):
            return self._iri(text[1:-1])
        if (typed := _TYPED.fullmatch(text)) is None:
            return text
        quoted, datatype = typed.groups()
        if datatype in _BARE and _BARE[datatype].fullmatch(quoted[1:-1]):
            return quoted[1:-1]
        return f"{quoted}^^{self._iri(datatype)}"

    def _values(self, stated: Iterable[Statement]) -> str:
        values = [self.term(each.value) for each in stated]
        line = " , ".join(values)
        return line if len(line) <= _WIDTH else " ,\n        ".join(values)

    def _iri(self, iri: str) -> str:
        for prefix, space in self._prefixes:
            if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
                return f"{prefix}:{iri[len(space) :]}"
        return f"<{iri}>"
