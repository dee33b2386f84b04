"""Everything that a store holds, in the four formats that other tools read.

Each exporter writes sorted statements piece by piece: equal stores give equal bytes, whatever
the day or the order of ingest, and a store larger than memory can be written.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Protocol

from pyoxigraph import Quad

from kg.export import jsonld
from kg.export.statements import in_order
from kg.export.turtle import WELL_KNOWN, pieces
from kg.model import Names
from kg.store.order import sorted_lines

_OURS = ("agent", "claim", "document")


class Quads(Protocol):
    """What is exported: a store that gives its quads."""

    names: Names

    def quads(self) -> Iterator[Quad]:
        """All quads, in any order."""
        ...


class NQuads:
    """One quad a line, the lines sorted: the format for backups and comparison."""

    def export(self, store: Quads, out: IO[bytes]) -> None:
        """Write everything as N-Quads."""
        _write(out, (f"{line}\n" for line in sorted_lines(f"{q} ." for q in store.quads())))


class TriG:
    """Graphs in braces, a block for each subject: the format for reading with graphs."""

    def export(self, store: Quads, out: IO[bytes]) -> None:
        """Write everything as TriG."""
        _write(out, pieces(in_order(store.quads()), _prefixes(store)))


class Turtle:
    """One block a subject, all graphs united: the format for tools without graphs."""

    def export(self, store: Quads, out: IO[bytes]) -> None:
        """Write everything as Turtle; in which graph a statement stands is not kept."""
        _write(out, pieces(in_order(store.quads(), graphs=False), _prefixes(store)))


class JsonLd:
    """JSON with the ontology's context written along: the format for web developers."""

    def export(self, store: Quads, out: IO[bytes]) -> None:
        """Write everything as JSON-LD."""
        _write(out, jsonld.pieces(in_order(store.quads()), jsonld.context()))


def _prefixes(store: Quads) -> Mapping[str, str]:
    return {**WELL_KNOWN, **{name: f"{store.names.base}{name}/" for name in _OURS}}


def _write(out: IO[bytes], texts: Iterable[str]) -> None:
    for text in texts:
        out.write(text.encode())
