"""The coverage of a claim: which documents carry it, and what each of them says of it.

Answers that look at one claim from many sides, or at all claims of a corpus, start from here.
Each claim is taken with all that is equivalent to it, and by itself: who cites whom is told
claim by claim, never from a graph of outlets, in which one claim's source would answer for
another claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.answers.dossier import wordings_of
from kg.graph import (
    Account,
    CitationGraph,
    Copy,
    Corpus,
    Way,
    account_of,
    citation_graph,
    source_links,
)
from kg.graph.copies import copied, superseded
from kg.model import (
    AttributionId,
    ClaimId,
    CopyGroup,
    DocumentId,
    LinkKind,
    Reading,
    Ties,
    WriterCertainty,
)


@dataclass(frozen=True)
class Coverage:
    """All that a corpus says of one claim.

    Attributes:
        claim: The claim that stands for its class.
        members: All claims that are equivalent, itself first.
        accounts: What each document says of it, earlier versions of a document included, in
            canonical order.
        graph: Its citation graph, in which of several versions only the latest counts.
    """

    claim: ClaimId
    members: tuple[ClaimId, ...]
    _carrying: tuple[Reading, ...]
    _index: "_Index"

    @cached_property
    def text(self) -> str:
        """The words of the first content that says it."""
        words = wordings_of(self._carrying, self.members)
        return next((words[c] for c in self.members if c in words), self.claim)

    @cached_property
    def accounts(self) -> Mapping[DocumentId, Account]:
        """What each document says of it; earlier versions of a document are there as well."""
        linked = {link.citing for link in self._ties.links if link.kind is not LinkKind.LATE}
        # Equivalence is as sure as its least sure step; the graph, where doubt counts, knows.
        asked = dict.fromkeys(self.members, 1.0)
        found = {r.document.id: account_of(r, asked, linked) for r in self._carrying}
        return {id_: account for id_, account in found.items() if account}

    @cached_property
    def superseded(self) -> Mapping[DocumentId, DocumentId]:
        """Each earlier version of a document, with the latest one."""
        return superseded(self._ties.copies, self._held)

    @cached_property
    def copies(self) -> Mapping[AttributionId, Copy]:
        """Each attribution that repeats another one, with that other one."""
        dropped = (a.id for id_ in self.superseded for a in self._held[id_].attributions)
        return copied(self._ties.copies, self._held, frozenset(dropped))

    @cached_property
    def graph(self) -> CitationGraph:
        """The citation graph; costly, so it is made when somebody asks."""
        relations = self._index.corpus.relations_of(self.members)
        return citation_graph(self._concerned, self.members, relations, self._ties)

    @cached_property
    def _held(self) -> dict[DocumentId, Reading]:
        return {reading.document.id: reading for reading in self._concerned}

    @cached_property
    def _concerned(self) -> tuple[Reading, ...]:
        """The readings that say it or something related to it, in canonical order."""
        relations = self._index.corpus.relations_of(self.members)
        related = {end for relation in relations for end in (relation.subject, relation.object)}
        return self._index.saying({*self.members, *related})

    @cached_property
    def _ties(self) -> Ties:
        copies = self._index.copies(reading.document.id for reading in self._concerned)
        links = source_links(self._concerned, copies) if len(self._concerned) > 1 else ()
        return Ties(links, copies)


def coverage_of(corpus: Corpus, claim: ClaimId) -> Coverage:
    """The coverage of ``claim``, with all that is equivalent to it. Linear in the corpus."""
    first = corpus.class_of.get(claim, claim)
    return _Index(corpus).coverage(first, corpus.claims.get(first, (claim,)))


def coverages(corpus: Corpus) -> Iterator[Coverage]:
    """The coverage of every claim, in canonical order.

    Takes time linear in the contents for all of them together; graphs come on top where they
    are asked for.
    """
    index = _Index(corpus)
    for first, members in corpus.claims.items():
        yield index.coverage(first, members)


class _Index:
    """Which documents say a claim, and which copy groups a document is in."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._readings: dict[ClaimId, dict[int, None]] = defaultdict(dict)
        for at, reading in enumerate(corpus.readings):
            for conveyance in reading.conveyances:
                self._readings[conveyance.claim][at] = None
        self._groups: dict[DocumentId, dict[int, None]] = defaultdict(dict)
        for at, group in enumerate(corpus.ties.copies):
            for document in group.documents:
                self._groups[document][at] = None

    def coverage(self, claim: ClaimId, members: tuple[ClaimId, ...]) -> Coverage:
        return Coverage(claim, members, self.saying(members), self)

    def saying(self, claims: Iterable[ClaimId]) -> tuple[Reading, ...]:
        places = {at for claim in claims for at in self._readings.get(claim, ())}
        return tuple(self.corpus.readings[at] for at in sorted(places))

    def copies(self, documents: Iterable[DocumentId]) -> tuple[CopyGroup, ...]:
        places = {at for document in documents for at in self._groups.get(document, ())}
        return tuple(self.corpus.ties.copies[at] for at in sorted(places))


def certainty_of(way: Way) -> WriterCertainty:
    """How the writer stands to what a way says: as committed as anybody, where nobody is cited."""
    if way.hops:
        return way.hops[0].attribution.writer_certainty
    hedged = way.last.writer_certainty is WriterCertainty.DISTANCED
    return WriterCertainty.DISTANCED if hedged else WriterCertainty.COMMITTED
