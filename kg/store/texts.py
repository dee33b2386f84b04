"""Frozen texts, a full-text index over them, and the ledger of what is held.

One SQLite file beside the quads. The texts are kept once, and the index refers to them, so
that the words behind any offsets can be shown again. The ledger says which documents are held,
under which names they came in, which facts about agents each of them brought (a fact leaves
with the last document that brought it) and how far a change has got, so that a process killed
half-way leaves nothing that the next writer cannot finish or undo.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.model import Document, DocumentId

_TABLES = """
CREATE TABLE IF NOT EXISTS counter (generation INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY,
    iri TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    published TEXT,
    digest TEXT NOT NULL,
    state TEXT NOT NULL,
    generation INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS document_state ON document (state) WHERE state <> 'kept';
CREATE TABLE IF NOT EXISTS name (
    place INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    doc_id TEXT NOT NULL,
    UNIQUE (document, doc_id)
);
CREATE INDEX IF NOT EXISTS name_doc_id ON name (doc_id);
CREATE TABLE IF NOT EXISTS fact (id INTEGER PRIMARY KEY, line TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS brought (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    fact INTEGER NOT NULL REFERENCES fact (id),
    PRIMARY KEY (document, fact)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS brought_fact ON brought (fact);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, content = 'document', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
"""

_ANY_GENERATION = 1 << 62


class State(StrEnum):
    """How far a document has got.

    ``WRITTEN``: its quads may or may not have reached the disk yet; the next writer looks.
    ``KEPT``: they have. ``LEAVING``: it is being taken out; nobody is shown it any more.
    """

    WRITTEN = "written"
    KEPT = "kept"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document in the ledger.

    Attributes:
        id: IRI of the document.
        text: Its frozen text.
        digest: SHA-256 of the quads of its reading, as sorted lines.
        state: How far it has got.
        doc_ids: The names under which it came in, first first.
    """

    id: DocumentId
    text: str
    digest: str
    state: State
    doc_ids: tuple[str, ...]


class Texts:
    """The file of one store; ``":memory:"`` for one that is gone with the process."""

    def __init__(self, path: Path | str) -> None:
        # Serialised by SQLite itself; a server's threads may share one store.
        self._base = sqlite3.connect(
            path, timeout=30, isolation_level=None, check_same_thread=False
        )
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.execute("PRAGMA foreign_keys = ON")
        if not self._base.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone():
            self._base.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @property
    def generation(self) -> int:
        """How many changes there have been; a snapshot of the quads bears the number it saw."""
        row = self._base.execute("SELECT generation FROM counter").fetchone()
        return int(row[0]) if row else 0

    # ---- what is held

    def entry(self, document: DocumentId) -> Entry | None:
        """The entry of ``document``, whatever its state."""
        row = self._base.execute(
            "SELECT text, digest, state FROM document WHERE iri = ?", (document,)
        ).fetchone()
        if row is None:
            return None
        text, digest, state = row
        names = self._base.execute(
            "SELECT doc_id FROM name JOIN document ON document.id = name.document "
            "WHERE iri = ? ORDER BY place",
            (document,),
        )
        return Entry(document, text, digest, State(state), tuple(name for (name,) in names))

    def held(self, generation: int | None = None) -> list[DocumentId]:
        """The documents held at ``generation`` (None: now), in canonical order."""
        rows = self._base.execute(
            "SELECT iri FROM document WHERE state <> 'leaving' AND generation <= ? "
            "ORDER BY published IS NULL, published, iri",
            (_ANY_GENERATION if generation is None else generation,),
        )
        return [DocumentId(iri) for (iri,) in rows]

    def digests(self, generation: int | None = None) -> dict[DocumentId, str]:
        """The digest of every reading held at ``generation`` (None: now), canonical order."""
        rows = self._base.execute(
            "SELECT iri, digest FROM document WHERE state <> 'leaving' AND generation <= ? "
            "ORDER BY published IS NULL, published, iri",
            (_ANY_GENERATION if generation is None else generation,),
        )
        return {DocumentId(iri): str(digest) for iri, digest in rows}

    def in_order(
        self, documents: Iterable[DocumentId], generation: int | None = None
    ) -> list[DocumentId]:
        """Those of ``documents`` that were held at ``generation``, in canonical order."""
        found = []
        for document in set(documents):
            row = self._base.execute(
                "SELECT published IS NULL, published, iri FROM document "
                "WHERE iri = ? AND state <> 'leaving' AND generation <= ?",
                (document, _ANY_GENERATION if generation is None else generation),
            ).fetchone()
            if row:
                found.append(row)
        return [DocumentId(row[2]) for row in sorted(found)]

    def named(self, doc_id: str) -> list[DocumentId]:
        """The documents that came in under the name ``doc_id``, in canonical order."""
        rows = self._base.execute(
            "SELECT iri FROM document JOIN name ON document.id = name.document "
            "WHERE doc_id = ? AND state <> 'leaving' ORDER BY published IS NULL, published, iri",
            (doc_id,),
        )
        return [DocumentId(iri) for (iri,) in rows]

    def search(self, words: str, most: int = 100) -> list[DocumentId]:
        """Documents that hold all of ``words``, best first; case and accents do not count."""
        wanted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not wanted:
            return []
        rows = self._base.execute(
            "SELECT iri FROM words JOIN document ON document.id = words.rowid "
            "WHERE words MATCH ? AND state <> 'leaving' ORDER BY rank, iri LIMIT ?",
            (wanted.replace("\0", " "), most),
        )
        return [DocumentId(iri) for (iri,) in rows]

    def facts(self, document: DocumentId) -> list[str]:
        """The facts about agents that ``document`` brought, as sorted lines of N-Quads."""
        rows = self._base.execute(
            "SELECT line FROM fact JOIN brought ON brought.fact = fact.id "
            "JOIN document ON document.id = brought.document WHERE iri = ? ORDER BY line",
            (document,),
        )
        return [line for (line,) in rows]

    # ---- changes; each is one transaction

    def write(self, document: Document, digest: str, facts: Iterable[str]) -> None:
        """Note that the quads of ``document`` are about to be written.

        A document that is held keeps its names; facts that nobody brings any more stay listed
        until `forget_facts`.
        """
        with self._change() as generation:
            row = self._row(document.id)
            if row is None:
                row = self._insert(document, generation)
            self._base.execute(
                "UPDATE document SET digest = ?, published = ?, state = 'written' WHERE id = ?",
                (digest, document.published, row),
            )
            self._bring(row, facts)

    def name(self, document: DocumentId, doc_id: str) -> None:
        """Note a name under which ``document`` came in; the quads do not change by it."""
        self._base.execute(
            "INSERT OR IGNORE INTO name (document, doc_id) "
            "SELECT id, ? FROM document WHERE iri = ?",
            (doc_id, document),
        )

    def leave(self, document: DocumentId) -> None:
        """Note that ``document`` is about to be taken out; its facts are no longer brought."""
        with self._change():
            row = self._row(document)
            if row is not None:
                self._base.execute("UPDATE document SET state = 'leaving' WHERE id = ?", (row,))
                self._bring(row, ())

    def settle(self, documents: Iterable[DocumentId]) -> None:
        """Note that the quads of ``documents`` are on the disk."""
        self._base.executemany(
            "UPDATE document SET state = 'kept' WHERE iri = ? AND state = 'written'",
            [(document,) for document in documents],
        )

    def correct(self, document: DocumentId, digest: str) -> None:
        """Note what the quads of a document turned out to be after a write was cut short."""
        self._base.execute(
            "UPDATE document SET state = 'kept', digest = ? WHERE iri = ?", (digest, document)
        )

    def drop(self, document: DocumentId) -> None:
        """Take the text, the names and the entry of ``document`` out."""
        with self._change():
            row = self._row(document)
            if row is None:
                return
            (text,) = self._base.execute(
                "SELECT text FROM document WHERE id = ?", (row,)
            ).fetchone()
            self._base.execute(
                "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (row, text)
            )
            self._base.execute("DELETE FROM document WHERE id = ?", (row,))

    def unsettled(self) -> list[Entry]:
        """Documents whose change was cut short, in the order of their IRIs."""
        rows = self._base.execute("SELECT iri FROM document WHERE state <> 'kept' ORDER BY iri")
        entries = (self.entry(DocumentId(iri)) for (iri,) in rows.fetchall())
        return [entry for entry in entries if entry is not None]

    def unbrought(self) -> list[str]:
        """All facts that no document brings any more, sorted."""
        rows = self._base.execute(
            "SELECT line FROM fact WHERE id NOT IN (SELECT fact FROM brought) ORDER BY line"
        )
        return [line for (line,) in rows]

    def only_unbrought(self, lines: Iterable[str]) -> list[str]:
        """Those of ``lines`` that no document brings any more, sorted."""
        found = []
        for line in sorted(set(lines)):
            row = self._base.execute(
                "SELECT 1 FROM brought JOIN fact ON brought.fact = fact.id WHERE line = ? LIMIT 1",
                (line,),
            ).fetchone()
            if row is None:
                found.append(line)
        return found

    def forget_facts(self, lines: Iterable[str]) -> None:
        """Take facts that nobody brings out of the ledger."""
        with self._transaction():
            self._base.executemany("DELETE FROM fact WHERE line = ?", [(line,) for line in lines])

    # ---- care

    def checkpoint(self) -> None:
        """Bring all changes into the one file, and that to the disk."""
        self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy of the file."""
        copy = sqlite3.connect(path)
        try:
            self._base.backup(copy)
        finally:
            copy.close()

    def faults(self) -> list[str]:
        """What SQLite itself finds wrong with the file and the index, in its words."""
        found = [line for (line,) in self._base.execute("PRAGMA quick_check") if line != "ok"]
        try:
            self._base.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            found.append(f"full-text index: {error}")
        return found

    @contextmanager
    def _change(self) -> Iterator[int]:
        with self._transaction():
            generation = self.generation + 1
            self._base.execute("DELETE FROM counter")
            self._base.execute("INSERT INTO counter VALUES (?)", (generation,))
            yield generation

    def touch(self) -> None:
        """Count a change that is none of a document: readers look for a newer state."""
        with self._change():
            pass

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise

    def _row(self, document: DocumentId) -> int | None:
        row = self._base.execute("SELECT id FROM document WHERE iri = ?", (document,)).fetchone()
        return int(row[0]) if row else None

    def _insert(self, document: Document, generation: int) -> int:
        done = self._base.execute(
            "INSERT INTO document (iri, text, published, digest, state, generation) "
            "VALUES (?, ?, ?, '', 'written', ?) RETURNING id",
            (document.id, document.text, document.published, generation),
        )
        row = int(done.fetchone()[0])
        self._base.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, document.text))
        self._base.execute(
            "INSERT INTO name (document, doc_id) VALUES (?, ?)", (row, document.doc_id)
        )
        return row

    def _bring(self, row: int, facts: Iterable[str]) -> None:
        self._base.execute("DELETE FROM brought WHERE document = ?", (row,))
        for line in facts:
            self._base.execute("INSERT OR IGNORE INTO fact (line) VALUES (?)", (line,))
            self._base.execute(
                "INSERT INTO brought SELECT ?, id FROM fact WHERE line = ?", (row, line)
            )
