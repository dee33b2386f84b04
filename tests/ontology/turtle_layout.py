"""The one layout of the ontology files, so that a change shows as the lines it changes.

Turtle keeps the order of its blocks and the comments before them; inside a block the layout
is fixed. TriG examples are written sorted as a whole below their opening comment.

    python tests/ontology/turtle_layout.py --write    # sets every file right
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, parse

ROOT = Path(__file__).resolve().parents[2]
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
WIDTH = 80
"""Values of one property share a line up to this width."""

PLAIN = {f"{XSD}integer", f"{XSD}boolean"}
FIRST = (
    f"{RDF}type",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2004/02/skos/core#definition",
    "http://www.w3.org/ns/shacl#path",
)
LAST = (
    "http://www.w3.org/2000/01/rdf-schema#isDefinedBy",
    "http://www.w3.org/ns/shacl#message",
    "http://www.w3.org/ns/shacl#property",
    "http://www.w3.org/ns/shacl#sparql",
)


def files() -> list[Path]:
    """Every file that has this layout."""
    return sorted([*(ROOT / "ontology").rglob("*.ttl"), *(ROOT / "ontology").rglob("*.trig")])


def laid_out(path: Path) -> str:
    """The text of ``path`` as it should be."""
    text = path.read_text(encoding="utf-8")
    return _trig(text) if path.suffix == ".trig" else _turtle(text)


class Writer:
    """Writes the triples of one graph, blank nodes inside what refers to them."""

    def __init__(self, triples, prefixes: dict[str, str]) -> None:
        self._about = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in triples:
            self._about[subject][predicate].append(value)
        self._prefixes = prefixes
        self.used: set[str] = set()

    def subjects(self) -> list:
        """The subjects that stand on their own."""
        nested = {v for about in self._about.values() for vs in about.values() for v in vs}
        return [s for s in self._about if isinstance(s, NamedNode) or s not in nested]

    def block(self, subject) -> str:
        """All that is said of ``subject``."""
        name = "[]" if isinstance(subject, BlankNode) else self.term(subject, 0)
        lines = self._predicates(subject, 1)
        return f"{name} " + " ;\n    ".join(lines) + " ."

    def term(self, term, depth: int) -> str:
        """One term."""
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        if NamedNode(f"{RDF}first") in self._about[term]:
            return f"( {' '.join(self.term(item, depth) for item in self._list(term))} )"
        lines = self._predicates(term, depth + 1)
        if len(lines) == 1:
            return f"[ {lines[0]} ]"
        inside = "    " * (depth + 1)
        return "[\n" + "".join(f"{inside}{line} ;\n" for line in lines) + "    " * depth + "]"

    def _predicates(self, subject, depth: int) -> list[str]:
        about = self._about[subject]
        return [
            f"{self._predicate(predicate)} {self._objects(about[predicate], depth)}"
            for predicate in sorted(about, key=_rank)
        ]

    def _objects(self, terms: list, depth: int) -> str:
        written = sorted((_language(term), self.term(term, depth)) for term in terms)
        line = " , ".join(each for _, each in written)
        if len(written) == 1 or len(line) <= WIDTH or "[\n" in line:
            return line
        indent = "    " * (depth + 1)
        return f" ,\n{indent}".join(each for _, each in written)

    def _predicate(self, predicate: NamedNode) -> str:
        return "a" if predicate.value == f"{RDF}type" else self._iri(predicate.value)

    def _iri(self, iri: str) -> str:
        fits = [p for p, space in self._prefixes.items() if iri.startswith(space)]
        for prefix in sorted(fits, key=lambda p: -len(self._prefixes[p])):
            local = iri.removeprefix(self._prefixes[prefix])
            if re.fullmatch(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?", local):
                self.used.add(prefix)
                return f"{prefix}:{local}"
        return f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        if literal.language:
            return f"{_quoted(literal.value)}@{literal.language}"
        kind = literal.datatype.value
        if kind in PLAIN:
            return literal.value
        return _quoted(literal.value) + ("" if kind == f"{XSD}string" else f"^^{self._iri(kind)}")

    def _list(self, node):
        while isinstance(node, BlankNode):
            yield self._about[node][NamedNode(f"{RDF}first")][0]
            node = self._about[node][NamedNode(f"{RDF}rest")][0]


def _language(term) -> str:
    return (term.language or "") if isinstance(term, Literal) else ""


def _rank(predicate: NamedNode) -> tuple[int, str]:
    iri = predicate.value
    if iri in FIRST:
        return FIRST.index(iri), iri
    return (100 + LAST.index(iri) if iri in LAST else 50), iri


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r")
    return f'"""{escaped}"""' if "\n" in escaped else f'"{escaped}"'


def _prefixes(text: str) -> dict[str, str]:
    return dict(re.findall(r"^@prefix (\S*): <(\S+)> \.$", text, re.MULTILINE))


def _head(comment: str, prefixes: dict[str, str], used: set[str]) -> str:
    lines = [f"@prefix {p}: <{prefixes[p]}> ." for p in sorted(used)]
    return f"{comment}\n\n" + "\n".join(lines)


def _turtle(text: str) -> str:
    prefixes = _prefixes(text)
    triples = [q.triple for q in parse(text.encode(), format=RdfFormat.TURTLE)]
    writer = Writer(triples, prefixes)
    anonymous = iter([s for s in writer.subjects() if isinstance(s, BlankNode)])
    comment, *blocks = text.strip("\n").split("\n\n")
    bodies = []
    for block in blocks:
        if block.startswith("@prefix"):
            continue
        lines = block.split("\n")
        notes = [line for line in lines if line.startswith("#")]
        rest = [line for line in lines if not line.startswith("#")]
        statement = [writer.block(_subject(rest[0], prefixes, anonymous))] if rest else []
        bodies.append("\n".join([*notes, *statement]))
    if len([b for b in bodies if not b.startswith("#") or "\n" in b]) != len(writer.subjects()):
        raise ValueError("one block a subject, blocks parted by an empty line")
    return "\n\n".join([_head(comment, prefixes, writer.used), *bodies]) + "\n"


def _subject(line: str, prefixes: dict[str, str], anonymous) -> NamedNode | BlankNode:
    name = line.split(" ", maxsplit=1)[0]
    if name == "[]":
        return next(anonymous)
    if name.startswith("<"):
        return NamedNode(name.strip("<>"))
    prefix, local = name.split(":", 1)
    return NamedNode(prefixes[prefix] + local)


def _trig(text: str) -> str:
    prefixes = _prefixes(text)
    graphs = defaultdict(list)
    for quad in parse(text.encode(), format=RdfFormat.TRIG):
        graphs[quad.graph_name].append(quad.triple)
    used, bodies = set(), []
    for graph in sorted(graphs, key=str):
        writer = Writer(graphs[graph], prefixes)
        blocks = [writer.block(s) for s in sorted(writer.subjects(), key=str)]
        body = "\n\n".join(blocks)
        if not isinstance(graph, DefaultGraph):
            body = f"{writer.term(graph, 0)} {{\n\n{body}\n\n}}"
        bodies.append(body)
        used |= writer.used
    comment = text.split("\n\n", 1)[0]
    return "\n\n".join([_head(comment, prefixes, used), *bodies]) + "\n"


def main() -> int:
    """Say which files are laid out otherwise; with ``--write`` set them right."""
    wrong = [path for path in files() if laid_out(path) != path.read_text(encoding="utf-8")]
    for path in wrong:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if "--write" in sys.argv:
            path.write_text(laid_out(path), encoding="utf-8")
    return 1 if wrong and "--write" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
