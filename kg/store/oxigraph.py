"""The store in a folder, or in memory: quads in Oxigraph, texts in SQLite.

What is read is one consistent state: the newest checkpoint, and of the texts those that it
knows. Within `writing` it is all that was written so far.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from oxrdflib import OxigraphStore as RdflibStore
from pyoxigraph import NamedNode, Quad
from rdflib import Dataset

from kg.errors import SetupError
from kg.model import (
    NOTHING_DERIVED,
    Answer,
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
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import derived_graph, document_graph, relations_graph, reviewer_graph
from kg.rdf.mapping import (
    derivation_quads,
    judgement_quads,
    read_derivation,
    read_judgements,
    reading_from,
)
from kg.rdf.mapping.claims import read_relation
from kg.rdf.mapping.documents import read_document
from kg.rdf.mapping.facts import Facts
from kg.store.changes import Changes, own_quads, quads_in, recover
from kg.store.engine import Engine
from kg.store.layout import Layout
from kg.store.lock import WriterLock
from kg.store.order import sorted_lines
from kg.store.room import Room, free_bytes, told
from kg.store.sparql import answer
from kg.store.texts import State, Texts
from kg.store.workbook import Workbook
from kg.store.worker import answer_within

RULE_SET = "across-1"
"""Name and version of the rules whose findings across documents the store holds."""


class OxigraphStore:
    """A store. Use it under ``with``, so that its files are closed at once.

    Attributes:
        names: Mints IRIs under the base that the store was made with.
        ledger: The frozen texts, their index, and what is held.
    """

    def __init__(
        self,
        names: Names,
        layout: Layout | None = None,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        """Open the store laid out in a folder, or an empty one in memory.

        Args:
            names: Of the installation.
            layout: Where the store lies; None for one in memory.
            free: Tells the free bytes of a disk.

        Raises:
            SetupError: The texts cannot be opened.
        """
        self.names = names
        self._layout = layout
        with told(layout.folder if layout else None):
            self.ledger = Texts(layout.texts if layout else ":memory:")
        self._engine = Engine(layout, self.ledger, self._recover)
        room = Room(layout.folder, free) if layout else None
        self._changes = Changes(names, self.ledger, self._engine, room)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        self._engine.close()
        self.ledger.close()

    @property
    def folder(self) -> Path:
        """Where the store lies.

        Raises:
            SetupError: It is in memory.
        """
        if self._layout is None:
            raise SetupError("a store in memory has no folder")
        return self._layout.folder

    @property
    def in_memory(self) -> bool:
        """Whether the store is gone with the process."""
        return self._layout is None

    def patient(self, seconds: float) -> Self:
        """This store, waiting ``seconds`` for another writer before it gives up."""
        self._engine.patience = seconds
        return self

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Several changes in one go: the lock is taken once, readers see them at the end.

        The first change takes the lock; if there is none, it is never taken.

        Each document is still a transaction of its own, and what was put stays put whatever
        comes after. A single change needs no ``writing``; it takes some tenths of a second.
        """
        with self._engine.batch():
            yield

    # ---- changes

    def put(self, reading: Reading) -> Kept:
        """Keep one reading: one document, one transaction, one named graph.

        Nothing is written, and the lock not taken, for what is held alike already.

        Raises:
            StoreLocked: Another process is writing; the message says which.
            DiskFull: There is no room; the message says how much is missing.
            UnreadableDocument: The reading cannot be written as RDF.
            InvalidGraph: The document is held with another text.
        """
        return self._changes.put(reading)

    def remove(self, document: DocumentId) -> bool:
        """Take a document, its relations and what only it told of agents out, in one step.

        Raises:
            StoreLocked: Another process is writing; the message says which.
        """
        return self._changes.remove(document)

    def put_derivation(self, derivation: Derivation) -> bool:
        """Keep what was found across documents in place of what was; False if it is the same.

        Raises:
            StoreLocked: Another process is writing; the message says which.
        """
        graph = derived_graph(self.names, RULE_SET)
        quads = derivation_quads(derivation, self.names, RULE_SET)
        return self._changes.replace_graph(graph, quads if derivation != NOTHING_DERIVED else ())

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Keep judgements, each in the graph of its reviewer; how many were not held yet.

        Raises:
            StoreLocked: Another process is writing; the message says which.
        """
        held = {judgement.id for judgement in self.judgements()}
        fresh = {j.id: j for j in judgements if j.id not in held}
        with self.writing():
            for reviewer in sorted({j.reviewer for j in fresh.values()}):
                graph = reviewer_graph(self.names, reviewer)
                quads = set(self._engine.reading.quads_for_pattern(None, None, None, graph))
                for judgement in fresh.values():
                    if judgement.reviewer == reviewer:
                        quads.update(judgement_quads(judgement, self.names))
                self._changes.replace_graph(graph, quads)
        return len(fresh)

    # ---- reading

    def stamps(self) -> dict[DocumentId, str]:
        """A digest of every reading, in canonical order: another one where it was read anew."""
        return self.ledger.digests(self._engine.generation)

    def workbook(self) -> Workbook:
        """The notes of comparing documents; in memory they start empty every time."""
        return Workbook(self._layout.workbook if self._layout else None)

    def derivation(self) -> Derivation:
        """What was found across documents; nothing where nobody has derived yet."""
        graph = derived_graph(self.names, RULE_SET)
        return read_derivation(self._engine.reading.quads_for_pattern(None, None, None, graph))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements of all reviewers by time, those that were taken back included."""
        quads = self._engine.reading
        of_kind = list(quads.quads_for_pattern(None, kg.TYPE, kg.JUDGEMENT, None))
        graphs = {quad.graph_name for quad in of_kind}
        every = (q for graph in graphs for q in quads.quads_for_pattern(None, None, None, graph))
        return read_judgements(every)

    def doc_ids(self, document: DocumentId) -> tuple[str, ...]:
        """The names under which a document came in, first first; empty if it is not held."""
        if not self.ledger.in_order([document], self._engine.generation):
            return ()
        entry = self.ledger.entry(document)
        return entry.doc_ids if entry else ()

    def documents(self) -> Iterator[Document]:
        """All documents by date, then id; undated ones last."""
        for document in self._held():
            entry = self.ledger.entry(document)
            facts = Facts(self._about(document))
            if entry is not None:
                yield read_document(facts, document, entry.text)

    def readings(self, documents: Collection[DocumentId] | None = None) -> Iterator[Reading]:
        """Readings of these documents (None: of all) by date, then id; undated ones last."""
        generation = self._engine.generation
        if documents is None:
            wanted = self.ledger.held(generation)
        else:
            wanted = self.ledger.in_order(documents, generation)
        for document in wanted:
            entry = self.ledger.entry(document)
            if entry is not None and entry.state is not State.LEAVING:
                own = own_quads(self._engine.reading, document, self.names)
                told_of_agents = quads_in(self.ledger.facts(document))
                yield reading_from([*own, *told_of_agents], entry.text, document)

    def conveying(self, claims: Collection[ClaimId]) -> Iterator[Reading]:
        """Readings of the documents in which some content says one of ``claims``."""
        graphs = {
            quad.graph_name.value
            for claim in set(claims)
            for quad in self._engine.reading.quads_for_pattern(None, kg.CONVEYS, NamedNode(claim))
            if isinstance(quad.graph_name, NamedNode)
        }
        return self.readings({DocumentId(graph.removesuffix("/graph")) for graph in graphs})

    def relations(self, claims: Collection[ClaimId]) -> tuple[ClaimRelation, ...]:
        """Claim relations with one of ``claims`` at either end, in a stable order."""
        quads, graph = self._engine.reading, relations_graph(self.names)
        nodes = {
            quad.subject
            for claim in set(claims)
            for end in (kg.RELATES_FROM, kg.RELATES_TO)
            for quad in quads.quads_for_pattern(None, end, NamedNode(claim), graph)
        }
        found = {
            read_relation(Facts(quads.quads_for_pattern(node, None, None, graph)), node.value)
            for node in nodes
            if isinstance(node, NamedNode)
        }
        return tuple(sorted(found, key=_place))

    def search(self, words: str, most: int = 100) -> list[DocumentId]:
        """Documents that hold all of ``words``, best first; case and accents do not count."""
        return self.ledger.search(words, most)

    def query(
        self, text: str, bindings: Mapping[str, str] | None = None, *, seconds: float | None = None
    ) -> Answer:
        """Evaluate SPARQL; where the query names no graph, over all graphs together.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: Values of variables: IRIs, or terms in N-Triples syntax.
            seconds: Evaluate in a process of its own and end it after so long; None to
                evaluate here, with no limit. Nothing but a process of its own survives every
                query. A store in memory cannot be shared with one, and ignores this.

        Raises:
            BadQuery: It does not parse, is too large, or would reach outside the store.
            QueryTimeout: It took longer than ``seconds``.
        """
        if seconds is None or self._layout is None:
            return answer(self._engine.reading, text, bindings)
        # Whatever can be refused cheaply is refused here, before a process is started.
        self._engine.reading  # noqa: B018 - makes a checkpoint if changes are in none
        checkpoint = self._engine.checkpoint()
        if checkpoint is None:
            return answer(pyoxigraph.Store(), text, bindings)
        return answer_within(seconds, checkpoint.path, text, bindings)

    def statements(self) -> Iterator[str]:
        """Everything held, as sorted lines of N-Quads with their full stops.

        Equal stores give equal lines, whatever the day or the order of ingest.
        """
        lines = (f"{quad} ." for quad in self._engine.reading)
        return sorted_lines(lines)

    def texts(self) -> Mapping[DocumentId, str]:
        """The frozen text of every document."""
        entries = (self.ledger.entry(document) for document in self._held())
        return {entry.id: entry.text for entry in entries if entry is not None}

    def quads(self) -> Iterator[Quad]:
        """Everything held, in no particular order."""
        return iter(self._engine.reading)

    def quads_with(self, predicate: NamedNode) -> Iterator[Quad]:
        """All quads that have ``predicate``, in no particular order."""
        return self._engine.reading.quads_for_pattern(None, predicate, None)

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted."""
        graphs = self._engine.reading.named_graphs()
        return sorted(graph.value for graph in graphs if isinstance(graph, NamedNode))

    def rdflib(self) -> Dataset:
        """The quads as an rdflib dataset, read through Oxigraph without a copy.

        Its default graph is the union of all graphs, as in `query`. It shows the state of the
        moment, can only be read, and is good until the store is closed (in memory it *is* the
        store).
        """
        if self._layout is None:
            return Dataset(store=RdflibStore(store=self._engine.live), default_union=True)
        self._engine.reading  # noqa: B018 - makes a checkpoint if changes are in none
        checkpoint = self._engine.checkpoint()
        quads = checkpoint.quads if checkpoint else pyoxigraph.Store()
        return Dataset(store=RdflibStore(store=quads), default_union=True)

    # ---- care

    def copy_quads(self, target: Path) -> None:
        """Write a consistent copy of the quads into a folder that does not exist yet."""
        if self._layout is None:
            raise SetupError("a store in memory cannot be copied; export it instead")
        with self._engine.writing(), told(target):
            self._engine.live.backup(str(target))

    def writer(self) -> str | None:
        """Who is writing just now, in words; None if nobody is."""
        return WriterLock(self._layout.lock).holder() if self._layout else None

    def seen_generation(self) -> int | None:
        """Number of the last change that readers see; None in memory."""
        return self._engine.generation

    def _held(self) -> list[DocumentId]:
        return self.ledger.held(self._engine.generation)

    def _about(self, document: DocumentId) -> Iterable[Quad]:
        """The quads that describe a document itself, without what was read in it."""
        graph, quads = document_graph(document), self._engine.reading
        for quad in list(quads.quads_for_pattern(NamedNode(document), None, None, graph)):
            yield quad
            further = quad.predicate in {kg.HAS_HYPERLINK, kg.ADDITIONAL_PROPERTY}
            if further and isinstance(quad.object, NamedNode):
                yield from quads.quads_for_pattern(quad.object, None, None, graph)

    def _recover(self, quads: pyoxigraph.Store) -> None:
        recover(quads, self.ledger, self.names)


def _place(relation: ClaimRelation) -> tuple[str, ...]:
    ends = (relation.subject, relation.object)
    return (*ends, relation.kind, relation.author, relation.evidence or "")
