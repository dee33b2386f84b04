"""The kinds of part that others can add, and how one is found by name.

Every kind is an entry-point group. Ours are declared the same way as a third party's, so
nothing about them is special; each kind has a contract suite under ``tests/contract`` that a
third party can run on its own part.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from importlib.metadata import EntryPoint, entry_points
from typing import IO, Any, Protocol

from kg.errors import PluginBroken, UnknownPlugin
from kg.model import (
    Answer,
    Attribution,
    ClaimId,
    ClaimRelation,
    Derivation,
    Document,
    DocumentId,
    Judgement,
    Kept,
    Names,
    Reading,
)


class Extractor(Protocol):
    """Reads attributions out of one document.

    Attributes:
        name: Name and version, as stored with every attribution.
        languages: ISO 639-1 codes of the languages it reads.
    """

    name: str
    languages: frozenset[str]

    def extract(self, document: Document) -> tuple[Attribution, ...]:
        """The attributions of ``document``, in text order, outer before inner.

        Never raises for anything a text can hold; a text without attributions gives none.
        """
        ...


class Linker(Protocol):
    """Finds out who the sources are and which contents say the same."""

    def link(
        self, document: Document, attributions: Iterable[Attribution], names: Names
    ) -> Reading:
        """The attributions with named sources, agents, claims and claim relations."""
        ...


class Store(Protocol):
    """Keeps readings and answers SPARQL."""

    names: Names

    def writing(self) -> AbstractContextManager[None]:
        """Several changes in one go: the lock is taken once, readers see them at the end."""
        ...

    def put(self, reading: Reading) -> Kept:
        """Keep one reading: one document, one transaction, one named graph.

        Re-ingest changes nothing. A reading of the same document that differs (a newer
        extractor) replaces the former one atomically.
        """
        ...

    def doc_ids(self, document: DocumentId) -> tuple[str, ...]:
        """The names under which a document came in, first first; empty if it is not held."""
        ...

    def remove(self, document: DocumentId) -> bool:
        """Take a document and all that was read in it out; False if it was not there."""
        ...

    def documents(self) -> Iterator[Document]:
        """All documents, in canonical order (date, then id)."""
        ...

    def readings(self, documents: Collection[DocumentId] | None = None) -> Iterator[Reading]:
        """Readings of these documents (None: of all), in canonical order."""
        ...

    def conveying(self, claims: Collection[ClaimId]) -> Iterator[Reading]:
        """Readings of the documents in which some content says one of ``claims``."""
        ...

    def relations(self, claims: Collection[ClaimId]) -> tuple[ClaimRelation, ...]:
        """Claim relations with one of ``claims`` at either end, in a stable order."""
        ...

    def put_derivation(self, derivation: Derivation) -> bool:
        """Keep what was found across documents in place of what was; False if it is the same."""
        ...

    def derivation(self) -> Derivation:
        """What was found across documents; nothing where nobody has derived yet."""
        ...

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Keep judgements; how many were not held yet. None is ever deleted."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements by time, those that were taken back included."""
        ...

    def query(self, text: str, bindings: Mapping[str, str] | None = None) -> Answer:
        """Evaluate SPARQL; ``bindings`` gives IRIs to variables of the query.

        Raises:
            BadQuery: It does not parse, or would reach outside the store.
        """
        ...


class Exporter(Protocol):
    """Writes what a store holds in one format."""

    def export(self, store: Store, out: IO[bytes]) -> None:
        """Write everything; equal stores give equal bytes."""
        ...


GROUPS: Mapping[str, str] = {
    "extractor": "kg.extractors",
    "linker": "kg.linkers",
    "store": "kg.stores",
    "exporter": "kg.exporters",
}
"""Entry-point group of every kind."""


def names(kind: str) -> list[str]:
    """The names of the installed parts of one kind, without importing any."""
    return sorted(_installed(kind))


def find(kind: str, name: str) -> Any:  # noqa: ANN401 - a part of any kind; callers know which
    """The installed part of this kind and name.

    Raises:
        UnknownPlugin: None has this name; the message lists the known ones.
        PluginBroken: It is installed and cannot be imported; the cause is attached.
    """
    installed = _installed(kind)
    if name not in installed:
        known = ", ".join(sorted(installed)) or "none"
        raise UnknownPlugin(f"no {kind} is called {name!r}; installed: {known}")
    try:
        return installed[name].load()
    except (ImportError, AttributeError) as error:
        raise PluginBroken(f"the {kind} {name!r} cannot be loaded: {error}") from error


def _installed(kind: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUPS[kind])}
