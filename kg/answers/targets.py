"""What somebody means to judge: an attribution, a document, a claim, a source, a judgement.

Each goes by its IRI or by what people type: ``presse.fr:123`` for the attribution whose
content or cue begins there, the short id of a claim, the name of a source. Things are looked
up as they were read, too, and not only as judged, so that a rejection can be overruled and
two names that have become one can be parted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kg.answers import select
from kg.answers.desk import Desk, Sort
from kg.errors import InputError, UnknownClaim, UnknownDocument, UnknownSource
from kg.link.gazetteer import gazetteer
from kg.link.referents import Scene
from kg.link.voice import publisher
from kg.model import (
    OUTLETS,
    Attribution,
    AttributionId,
    ClaimId,
    DocumentId,
    Judgement,
    JudgementId,
    SourceId,
    fold,
)

_PLACE = re.compile(r"(?P<document>.+):(?P<place>\d+|(?:[\dx]+\.){3}\d+)")
_IRI = re.compile(r"(?:https?://|urn:)\S+", re.IGNORECASE)
_SHORTEST_ID = 4
_LISTED = 6

_Found = TypeVar("_Found", bound=str)


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

    A name of its own comes first, also that of a source that has become part of another.

    Raises:
        UnknownSource: None has this name, or several have; the message lists names.
    """
    if _exactly(desk, asked, Sort.SOURCE):
        return SourceId(asked)
    standing = desk.corpus.agents
    called = [who for who in desk.agents.values() if fold(asked) in select.names(who)]
    if called and not any(who.id in standing for who in called):
        return select.source(asked, called)
    return select.source(asked, standing.values(), select.mentions(desk.corpus.readings))


def outlet(desk: Desk, document: DocumentId, asked: str) -> tuple[SourceId, str]:
    """Who publishes under the name ``asked``: IRI and name; a new outlet where nobody is known.

    Raises:
        UnknownSource: Several outlets of the store have this name.
    """
    outlets = [who for who in desk.corpus.agents.values() if who.kind in OUTLETS]
    known = [who for who in outlets if asked == who.id or fold(asked) in select.names(who)]
    if known:
        id_ = select.source(asked, known)
        return id_, desk.agents[id_].name
    # Its address is left out: what is typed overrules what the address tells.
    unnamed = replace(desk.documents[document], publisher=asked, url=None)
    found = publisher(Scene(unnamed, desk.names, gazetteer()))
    return (found.id, found.name) if found else (SourceId(""), asked)


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
        raise InputError(
            f"{asked} is {with_article(known[0])}; what is wanted here is {with_article(wanted)}"
        )
    if _IRI.fullmatch(asked):
        kind = {Sort.CLAIM: UnknownClaim, Sort.SOURCE: UnknownSource}.get(wanted, InputError)
        raise kind(_gone(desk, asked))
    return False


def with_article(sort: Sort) -> str:
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
