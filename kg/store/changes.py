"""Puts readings in and takes documents out, each in one transaction of the quads.

The order of every change is: the ledger says what is about to happen, the quads change in one
transaction, they are flushed to the disk, the ledger says that it has happened. A process
killed in between leaves an unsettled entry, and `recover` finishes or undoes it before the
next writer does anything else.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import InvalidGraph
from kg.model import DocumentId, Kept, Names, Reading
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import agents_graph, document_graph, relations_graph
from kg.rdf.mapping import reading_from, to_quads
from kg.store.engine import Engine
from kg.store.room import Room
from kg.store.texts import Entry, State, Texts


class Changes:
    """The changing side of one store."""

    def __init__(self, names: Names, texts: Texts, engine: Engine, room: Room | None) -> None:
        """Change nothing yet.

        Args:
            names: Where the shared graphs live.
            texts: Frozen texts and ledger.
            engine: The quads.
            room: The disk under them; None in memory.
        """
        self._names = names
        self._texts = texts
        self._engine = engine
        self._room = room

    def put(self, reading: Reading) -> Kept:
        """Keep one reading; see `kg.plugins.Store.put`."""
        entry = self._texts.entry(reading.document.id)
        if entry is not None and entry.state is State.KEPT and self._is_known(reading, entry):
            return Kept.KNOWN
        quads = to_quads(reading, self._names)
        if self._room is not None:
            self._room.need(len(quads), len(reading.document.text))
        with self._engine.writing():
            return self._put(reading, quads)

    def remove(self, document: DocumentId) -> bool:
        """Take one document out; see `kg.plugins.Store.remove`."""
        if self._texts.entry(document) is None:
            return False
        with self._engine.writing():
            if self._texts.entry(document) is None:
                return False
            facts = self._texts.facts(document)
            self._texts.leave(document)
            lost = self._texts.only_unbrought(facts)
            _take_out(self._engine.live, document, self._names, lost)
            self._engine.live.flush()
            self._texts.forget_facts(lost)
            self._texts.drop(document)
            self._engine.written.discard(document)
        return True

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> bool:
        """Let ``graph`` hold ``quads`` and nothing else, in one step; False if it does already.

        For what belongs to no document: derived graphs, and the judgements of a reviewer.
        """
        wanted = set(quads)
        if wanted == set(self._engine.reading.quads_for_pattern(None, None, None, graph)):
            return False
        if self._room is not None:
            self._room.need(len(wanted), 0)
        with self._engine.writing():
            live = self._engine.live
            current = set(live.quads_for_pattern(None, None, None, graph))
            _exchange(live, current - wanted, wanted - current)
            live.flush()
            self._texts.touch()
        return True

    def _put(self, reading: Reading, quads: list[Quad]) -> Kept:
        document = reading.document
        entry = self._texts.entry(document.id)
        if entry is None or not self._is_settled(entry):
            self._write(reading, quads)
            return Kept.NEW
        if entry.text != document.text:
            raise InvalidGraph(f"{document.id} is held with another text; ids stand for texts")
        if document.doc_id not in entry.doc_ids:
            self._rename(reading, entry)
            return Kept.ALIAS
        if self._is_known(reading, entry):
            return Kept.KNOWN
        # The least name stands in the quads, so that the order of ingest never shows there.
        first = _under(reading, min(entry.doc_ids))
        self._write(first, to_quads(first, self._names))
        return Kept.REPLACED

    def _rename(self, reading: Reading, entry: Entry) -> None:
        doc_id = reading.document.doc_id
        if doc_id < min(entry.doc_ids):
            quads = own_quads(self._engine.live, entry.id, self._names)
            facts = self._texts.facts(entry.id)
            held = reading_from([*quads, *quads_in(facts)], entry.text, entry.id)
            renamed = _under(held, doc_id)
            self._write(renamed, to_quads(renamed, self._names))
        self._texts.name(entry.id, doc_id)

    def _write(self, reading: Reading, quads: list[Quad]) -> None:
        document = reading.document
        agents = agents_graph(self._names)
        facts = {str(quad) for quad in quads if quad.graph_name == agents}
        former = self._texts.facts(document.id)
        self._texts.write(document, _digest(str(quad) for quad in quads), sorted(facts))
        lost = self._texts.only_unbrought(set(former) - facts)
        live = self._engine.live
        current = {*own_quads(live, document.id, self._names), *quads_in(lost)}
        _exchange(live, current - set(quads), set(quads) - current)
        self._texts.forget_facts(lost)
        self._engine.wrote(document.id)

    def _is_known(self, reading: Reading, entry: Entry) -> bool:
        doc_ids = entry.doc_ids
        if reading.document.doc_id not in doc_ids or entry.text != reading.document.text:
            return False
        quads = to_quads(_under(reading, min(doc_ids)), self._names)
        return _digest(str(quad) for quad in quads) == entry.digest

    def _is_settled(self, entry: Entry) -> bool:
        return entry.state is State.KEPT or entry.id in self._engine.written


def recover(quads: Store, texts: Texts, names: Names) -> None:
    """Finish or undo what a killed writer left.

    A document whose quads are there is kept, with what is there; one whose quads never came is
    forgotten, and the next ingest brings it; one that was leaving leaves.
    """
    unsettled = texts.unsettled()
    for entry in unsettled:
        current = own_quads(quads, entry.id, names)
        if entry.state is State.WRITTEN and current:
            facts = quads_in(texts.facts(entry.id))
            quads.extend(facts)
            texts.correct(entry.id, _digest(str(quad) for quad in (*current, *facts)))
        else:
            _take_out(quads, entry.id, names, ())
            texts.drop(entry.id)
    if unsettled:
        lost = texts.unbrought()
        _exchange(quads, quads_in(lost), ())
        quads.flush()
        texts.forget_facts(lost)


def own_quads(quads: Store, document: DocumentId, names: Names) -> list[Quad]:
    """The quads that belong to one document: its graph, and the relations read in it."""
    relations = relations_graph(names)
    own = list(quads.quads_for_pattern(None, None, None, document_graph(document)))
    made = quads.quads_for_pattern(None, kg.IS_MADE_IN, NamedNode(document), relations)
    for each in list(made):
        own += quads.quads_for_pattern(each.subject, None, None, relations)
    return own


def quads_in(lines: Iterable[str]) -> list[Quad]:
    """Quads of lines in N-Quads without their full stops."""
    text = "".join(f"{line} .\n" for line in lines)
    return list(parse(text, format=RdfFormat.N_QUADS))


def _take_out(quads: Store, document: DocumentId, names: Names, lost: Iterable[str]) -> None:
    """Take a document out with its graph, which would otherwise stay as an empty one."""
    graph = document_graph(document)
    others = [q for q in own_quads(quads, document, names) if q.graph_name != graph]
    _update(quads, f"DROP SILENT GRAPH {graph}", _deleting([*others, *quads_in(lost)]))


def _exchange(quads: Store, out: Iterable[Quad], into: Iterable[Quad]) -> None:
    """Take quads out and put others in, all or nothing."""
    leaving, coming = list(out), list(into)
    if leaving:
        _update(quads, _deleting(leaving), _inserting(coming))
    else:
        quads.extend(coming)


def _update(quads: Store, *parts: str) -> None:
    # One request is one transaction. The terms are written by the library, so that no text of
    # a user becomes part of it.
    quads.update(" ;\n".join(parts))


def _deleting(quads: Iterable[Quad]) -> str:
    return f"DELETE DATA {{ {_data(quads)} }}"


def _inserting(quads: Iterable[Quad]) -> str:
    return f"INSERT DATA {{ {_data(quads)} }}"


def _data(quads: Iterable[Quad]) -> str:
    return "\n".join(
        f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}"
        for quad in quads
    )


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _under(reading: Reading, doc_id: str) -> Reading:
    """``reading`` with its document under another name."""
    return replace(reading, document=replace(reading.document, doc_id=doc_id))
