"""What lies before a reviewer: all that can be judged, as read and as judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kg.answers.select import wordings
from kg.graph import Corpus, judged
from kg.model import (
    Agent,
    Attribution,
    AttributionId,
    ClaimId,
    ClaimRelation,
    Derivation,
    Document,
    DocumentId,
    Judgement,
    JudgementId,
    Names,
    Reading,
    SourceId,
)
from kg.plugins import Store


class Sort(StrEnum):
    """What sort of thing is judged."""

    ATTRIBUTION = "attribution"
    DOCUMENT = "document"
    CLAIM = "claim"
    SOURCE = "source"
    JUDGEMENT = "judgement"


@dataclass(frozen=True)
class Desk:
    """What lies before a reviewer.

    Attributes:
        names: Mints IRIs under the base of the store.
        readings: As read, before anybody judged.
        corpus: As judged.
        derivation: What was found across documents.
        judgements: All of them by time, those that were taken back included.
        doc_ids: The documents behind every name that a document came in under.
    """

    names: Names
    readings: tuple[Reading, ...]
    corpus: Corpus
    derivation: Derivation
    judgements: tuple[Judgement, ...]
    doc_ids: Mapping[str, tuple[DocumentId, ...]]

    @cached_property
    def documents(self) -> Mapping[DocumentId, Document]:
        """Every document, as judged."""
        return {reading.document.id: reading.document for reading in self.corpus.readings}

    @cached_property
    def attributions(self) -> Mapping[AttributionId, tuple[Document, Attribution]]:
        """Every attribution with its document: as judged, or as read if it was rejected."""
        return {
            attribution.id: (reading.document, attribution)
            for reading in (*self.readings, *self.corpus.readings)
            for attribution in reading.attributions
        }

    @cached_property
    def agents(self) -> Mapping[SourceId, Agent]:
        """Every source, also those that have become part of another."""
        read = {agent.id: agent for reading in self.readings for agent in reading.agents}
        return {**read, **self.corpus.agents}

    @cached_property
    def wordings(self) -> Mapping[ClaimId, Sequence[str]]:
        """Every claim that some text says, rejected ones included."""
        return wordings(self.readings)

    @cached_property
    def relations(self) -> tuple[ClaimRelation, ...]:
        """Every relation between claims, as read."""
        own = (relation for reading in self.readings for relation in reading.relations)
        return (*own, *self.derivation.relations)

    @cached_property
    def by_id(self) -> Mapping[JudgementId, Judgement]:
        """Every judgement."""
        return {judgement.id: judgement for judgement in self.judgements}

    def sorts(self, iri: str) -> Iterator[Sort]:
        """What sorts of thing ``iri`` names; a document is at times a source, too."""
        held: Mapping[Sort, Iterable[str]] = {
            Sort.ATTRIBUTION: self.attributions,
            Sort.DOCUMENT: self.documents,
            Sort.CLAIM: self.wordings,
            Sort.SOURCE: self.agents,
            Sort.JUDGEMENT: self.by_id,
        }
        yield from (sort for sort, known in held.items() if iri in known)


def desk_of(store: Store) -> Desk:
    """All that can be judged in ``store``; takes one pass over it."""
    readings, derivation = tuple(store.readings()), store.derivation()
    judgements = store.judgements()
    own = [relation for reading in readings for relation in reading.relations]
    called: dict[str, tuple[DocumentId, ...]] = {}
    for document in (reading.document for reading in readings):
        for name in dict.fromkeys((document.doc_id, *store.doc_ids(document.id))):
            called[name] = (*called.get(name, ()), document.id)
    corpus = judged(readings, derivation, own, judgements)
    return Desk(store.names, readings, corpus, derivation, judgements, called)
