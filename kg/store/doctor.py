"""Looks a store over: is everything there, does everything fit, is there room to write."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.model import DocumentId
from kg.rdf.graphs import document_graph
from kg.rdf.mapping.documents import text_digest
from kg.rdf.vocabulary import SHA256
from kg.store.layout import FORMAT
from kg.store.oxigraph import OxigraphStore
from kg.store.room import RESERVE, free_bytes
from kg.store.texts import State


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at.

    Attributes:
        check: What was looked at.
        fine: Whether it is as it should be.
        told: What was found and, where it is not fine, what to do.
    """

    check: str
    fine: bool
    told: str


def examine(store: OxigraphStore) -> list[Finding]:
    """All findings on one store; reads every document's entry once and changes no document.

    A change that a killed process left half-done is finished or undone by the look itself, as
    it is by any reader.
    """
    return list(_findings(store))


def _findings(store: OxigraphStore) -> Iterator[Finding]:
    yield Finding("format", True, f"version {FORMAT}, base {store.names.base}")
    yield _writer(store)
    yield _snapshot(store)
    yield from _consistency(store)
    faults = store.ledger.faults()
    yield Finding("texts file", not faults, "; ".join(faults) or "whole")
    if not store.in_memory:
        free = free_bytes(store.folder)
        missing = f"; {(RESERVE - free) / 1e6:.0f} MB more are needed to write"
        yield Finding(
            "disk", free >= RESERVE, f"{free / 1e6:.0f} MB free{missing if free < RESERVE else ''}"
        )


def _writer(store: OxigraphStore) -> Finding:
    holder = store.writer()
    return Finding("lock", True, f"held by {holder}" if holder else "free")


def _snapshot(store: OxigraphStore) -> Finding:
    seen, last = store.seen_generation(), store.ledger.generation
    if seen is None or seen == last:
        return Finding("snapshot", True, f"holds all {last} changes")
    return Finding(
        "snapshot",
        store.writer() is not None,
        f"{last - seen} changes behind; readers see them when the writer is done",
    )


def _consistency(store: OxigraphStore) -> Iterator[Finding]:
    held = store.ledger.held(store.seen_generation())
    digests = _described(store)
    without = [document for document in held if document_graph(document).value not in digests]
    yield _listing("quads", f"{len(held)} documents have their graph", without, "have no graph")
    wrong = [d for d in held if digests.get(document_graph(d).value) not in {None, _text(store, d)}]
    yield _listing("texts", "every text is the one that was read", wrong, "have another text")
    known = {document_graph(document).value for document in held}
    strays = sorted(graph for graph in digests if graph not in known)
    yield _listing("graphs", "every graph has its text", strays, "belong to no document")
    open_ends = [e.id for e in store.ledger.unsettled() if e.state is not State.KEPT]
    done = not open_ends or store.writer() is not None or store.in_memory
    yield Finding("ledger", done, "settled" if not open_ends else f"{len(open_ends)} under way")


def _described(store: OxigraphStore) -> dict[str, str]:
    """The digest of the text of every document that the quads describe, by graph."""
    shared = f"{store.names.base}graph/"
    found = {graph: "" for graph in store.graphs() if not graph.startswith(shared)}
    for quad in store.quads_with(SHA256):
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, Literal):
            found[quad.graph_name.value] = quad.object.value
    return found


def _text(store: OxigraphStore, document: DocumentId) -> str | None:
    entry = store.ledger.entry(document)
    return text_digest(entry.text) if entry else None


def _listing(check: str, fine: str, wrong: list[DocumentId] | list[str], what: str) -> Finding:
    if not wrong:
        return Finding(check, True, fine)
    shown = ", ".join(wrong[:3])
    return Finding(check, False, f"{len(wrong)} {what} ({shown}, …); ingest their texts again")
