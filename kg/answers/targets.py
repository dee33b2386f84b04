"""What somebody means to judge: an attribution, a document, a claim, a source, a judgement.

Each goes by its IRI or by what people type: ``presse.fr:123`` for the attribution whose
content or cue begins there, the short id of a claim, the name of a source. Things are looked
up as they were read, too, and not only as judged, so that a rejection can be overruled and
two names that have become one can be parted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from kg.answers import select
from kg.errors import InputError, UnknownClaim, UnknownDocument, UnknownSource
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

_PLACE = re.compile(r"(?P<document>.+):(?P<place>\d+|(?:[\dx]+\.){3}\d+)")
_IRI = re.compile(r"(?:https?://|urn:)\S+", re.IGNORECASE)
_SHORTEST_ID = 4
_LISTED = 6

_Found = TypeVar("_Found", bound=str)


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
        return read | self.corpus.agents

    @cached_property
    def wordings(self) -> Mapping[ClaimId, Sequence[str]]:
        """Every claim that some text says, rejected ones included."""
        return select.wordings(self.readings)

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


def attribution(desk: Desk, asked: str) -> AttributionId:
    """The attribution that ``asked`` means: an IRI, ``DOC:START`` or ``DOC:1.2.3.4``.

    START is where its content or its cue begins; the four numbers end its IRI.

    Raises:
        InputError: There is none, or there are several; the message says what there is.
    """
    if _exactly(desk, asked, Sort.ATTRIBUTION):
        return AttributionId(asked)
    match = _PLACE.fullmatch(asked)
    if match is None:
        raise InputError(
            f"{asked!r} names no attribution; give its IRI or DOC:START, "
            "as kg review list and kg trace --json show them"
        )
    here = document(desk, match["document"])
    found = {id_: made for id_, (owner, made) in desk.attributions.items() if owner.id == here}
    place = match["place"]
    if not place.isdigit():
        return _only(asked, [i for i in found if i.endswith(f"/{place}")], _gone(desk, asked))
    begins = [i for i, made in found.items() if int(place) in _starts(made)]
    starts = {start for made in found.values() for start in _starts(made)}
    near = sorted(starts, key=lambda start: abs(start - int(place)))
    places = ", ".join(map(str, sorted(near[:_LISTED]))) or "nowhere"
    told = f"in {match['document']} no content or cue begins at {place}; nearest: {places}"
    return _only(asked, begins, told)


def document(desk: Desk, asked: str) -> DocumentId:
    """The document that ``asked`` means: an IRI, or a name that it came in under.

    Raises:
        InputError: There is none, or there are several.
    """
    if _exactly(desk, asked, Sort.DOCUMENT):
        return DocumentId(asked)
    found = desk.doc_ids.get(asked, ())
    if not found:
        raise UnknownDocument(f"the store holds no document {asked!r}; see kg documents")
    return _only(asked, found, "")


def claim(desk: Desk, asked: str) -> ClaimId:
    """The claim that ``asked`` means: an IRI, a short id, or words of which the best match counts.

    Raises:
        InputError: There is none, or there are several.
    """
    if _exactly(desk, asked, Sort.CLAIM):
        return ClaimId(asked)
    return select.claim(asked, desk.wordings, desk.corpus.claims)


def source(desk: Desk, asked: str) -> SourceId:
    """The source that ``asked`` means: an IRI, a name, or words that the texts use.

    Raises:
        UnknownSource: None has this name, or several have; the message lists names.
    """
    if _exactly(desk, asked, Sort.SOURCE):
        return SourceId(asked)
    mentioned = select.mentions(desk.corpus.readings)
    try:
        return select.source(asked, desk.corpus.agents.values(), mentioned)
    except UnknownSource:
        united = [who for id_, who in desk.agents.items() if id_ not in desk.corpus.agents]
        try:
            return select.source(asked, united, select.mentions(desk.readings))
        except UnknownSource:
            # What is told of the sources as they stand helps more.
            pass
        raise


def claim_or_source(desk: Desk, asked: str) -> tuple[Sort, str]:
    """The claim (by IRI or short id) or the source that ``asked`` means.

    Raises:
        InputError: There is none, or there are several.
    """
    known = list(desk.sorts(asked))
    fitting = [sort for sort in (Sort.CLAIM, Sort.SOURCE) if sort in known]
    if fitting:
        return fitting[0], asked
    if named := select.by_short_id(asked, desk.wordings):
        return Sort.CLAIM, select.claim(named[0] if len(named) == 1 else asked, desk.wordings)
    try:
        return Sort.SOURCE, source(desk, asked)
    except UnknownSource as error:
        raise UnknownSource(f"{error}; a claim goes by its id, see kg claims") from error


def attribution_or_document(desk: Desk, asked: str) -> tuple[Sort, str]:
    """The attribution or the document that ``asked`` means.

    Raises:
        InputError: There is none, or there are several.
    """
    if asked in desk.documents or asked in desk.doc_ids:
        return Sort.DOCUMENT, document(desk, asked)
    if asked in desk.attributions or _PLACE.fullmatch(asked) or _IRI.fullmatch(asked):
        return Sort.ATTRIBUTION, attribution(desk, asked)
    raise UnknownDocument(
        f"{asked!r} names neither a document nor an attribution; see kg documents, "
        "or give DOC:START for an attribution"
    )


def judgement(desk: Desk, asked: str) -> Judgement:
    """The judgement that ``asked`` means: an IRI, or the beginning of its short id.

    Raises:
        InputError: There is none, or there are several.
    """
    if _exactly(desk, asked, Sort.JUDGEMENT):
        return desk.by_id[JudgementId(asked)]
    begins = asked.casefold()
    found = [j for j in desk.by_id if select.short_id(j).startswith(begins)]
    if len(begins) < _SHORTEST_ID:
        raise InputError(f"{asked!r} is too short for a judgement; give {_SHORTEST_ID} digits")
    told = f"no judgement {asked!r} is on record; see kg review log"
    return desk.by_id[_only(asked, found, told)]


def _exactly(desk: Desk, asked: str, wanted: Sort) -> bool:
    """Whether ``asked`` is the IRI of something of this sort.

    Raises:
        InputError: It is that of something else, or of something that is not held.
    """
    known = list(desk.sorts(asked))
    if wanted in known:
        return True
    if known:
        raise InputError(f"{asked} is {a(known[0])}; what is wanted here is {a(wanted)}")
    if _IRI.fullmatch(asked):
        kind = {Sort.CLAIM: UnknownClaim, Sort.SOURCE: UnknownSource}.get(wanted, InputError)
        raise kind(_gone(desk, asked))
    return False


def a(sort: Sort) -> str:
    """A sort of thing with its article."""
    return f"an {sort}" if sort is Sort.ATTRIBUTION else f"a {sort}"


def _gone(desk: Desk, iri: str) -> str:
    owner, mark, _ = iri.partition("/attribution/")
    held = desk.documents.get(DocumentId(owner))
    if mark and held:
        return f"{held.doc_id} holds no attribution {iri} (any more): its text was read anew"
    listed = "see kg documents, kg claims, kg sources, kg review log"
    return f"the store holds no {iri} (any more); {listed}"


def _starts(attribution: Attribution) -> set[int]:
    return {spans[0].start for spans in (attribution.content, attribution.cue) if spans}


def _only(asked: str, found: Sequence[_Found], none: str) -> _Found:
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(none)
    listed = ", ".join(sorted(found)[:_LISTED])
    raise InputError(f"{asked!r} may be {len(found)} things, say which: {listed}")
