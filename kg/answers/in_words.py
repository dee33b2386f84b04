"""Things that were judged, in words: what a journalist reads beside an IRI, and can type.

Whatever is no longer held keeps its IRI as its name, and is never passed over.
"""

from kg.answers import select, targets
from kg.answers.desk import Desk
from kg.answers.evidence import Json, evidence
from kg.errors import InputError
from kg.model import (
    AttributionId,
    ClaimId,
    DocumentId,
    JudgementId,
    JudgementKind,
    SourceId,
    SourceKind,
)

SHOWN_DIGITS = 8
"""Digits of a short id that are shown."""

_BRIEF = 70


def name(desk: Desk, iri: str) -> str:
    """What ``iri`` is called; the IRI itself where nobody holds it."""
    if iri in desk.attributions:
        document, attribution = desk.attributions[AttributionId(iri)]
        words = document.quotes(attribution.content)
        return f"{_who(desk, AttributionId(iri))} in {document.doc_id}: “{brief(words)}”"
    if iri in desk.wordings:
        return f"“{brief(desk.wordings[ClaimId(iri)][0])}”"
    if agent := desk.agents.get(SourceId(iri)):
        return agent.name
    if iri in desk.documents:
        return desk.documents[DocumentId(iri)].doc_id
    return _of_judgement(desk, JudgementId(iri)) if iri in desk.by_id else iri


def is_held(desk: Desk, iri: str) -> bool:
    """Whether the store still holds what ``iri`` names."""
    return any(True for _ in desk.sorts(iri))


def handle(desk: Desk, iri: str) -> str:
    """The shortest that can be typed for ``iri`` and means nothing else."""
    return next((short for short in _handles(desk, iri) if _means(desk, short, iri)), iri)


def short(iri: str) -> str:
    """The short id of a judgement or a claim, as it is shown."""
    return select.short_id(iri)[:SHOWN_DIGITS]


def brief(text: str, most: int = _BRIEF) -> str:
    """``text`` on one line, cut where it is too long for a sentence about it."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def shown(desk: Desk, iri: str) -> list[Json]:
    """The words that show ``iri``: of a claim and a source those of the first mention."""
    known = AttributionId(iri) if iri in desk.attributions else _first(desk, iri)
    if known is None:
        return []
    document, attribution = desk.attributions[known]
    place = {"document": document.id, "doc_id": document.doc_id, "attribution": attribution.id}
    return [place | piece for piece in evidence(attribution, document)]


def _of_judgement(desk: Desk, id_: JudgementId) -> str:
    judgement = desk.by_id[id_]
    on = ""
    if judgement.kind is not JudgementKind.UNDO:
        on = " on " + ", ".join(name(desk, target) for target in judgement.targets)
    return f"“{judgement.kind}”{on} ({judgement.reviewer}, {judgement.made})"


def _who(desk: Desk, id_: AttributionId) -> str:
    document, attribution = desk.attributions[id_]
    said = attribution.source
    if said.kind is SourceKind.OWN_VOICE:
        return said.name or "the text itself"
    return said.name or brief(document.quotes(said.spans)) or "nobody named"


def _first(desk: Desk, iri: str) -> AttributionId | None:
    """The first attribution that says a claim, or whose source somebody is."""
    for reading in (*desk.corpus.readings, *desk.readings):
        restated = {c.attribution for c in reading.conveyances if c.restates}
        said = [c.attribution for c in reading.conveyances if c.claim == iri]
        cited = [a.id for a in reading.attributions if a.source.id == iri]
        told = [id_ for id_ in said if id_ not in restated] or said or cited
        if told:
            return told[0]
    return None


def _handles(desk: Desk, iri: str) -> list[str]:
    if found := desk.attributions.get(AttributionId(iri)):
        document, attribution = found
        starts = [attribution.content[0].start, *(span.start for span in attribution.cue[:1])]
        place = iri.rpartition("/")[2]
        return [f"{document.doc_id}:{at}" for at in (*starts, place)]
    if iri in desk.wordings or iri in desk.by_id:
        return [short(iri)]
    if agent := desk.agents.get(SourceId(iri)):
        return [agent.name]
    document_held = desk.documents.get(DocumentId(iri))
    return [document_held.doc_id] if document_held else []


def _means(desk: Desk, typed: str, iri: str) -> bool:
    try:
        if iri in desk.attributions:
            return targets.attribution(desk, typed) == iri
        if iri in desk.wordings or iri in desk.agents:
            return targets.claim_or_source(desk, typed)[1] == iri
        if iri in desk.by_id:
            return targets.judgement(desk, typed).id == iri
        return targets.document(desk, typed) == iri
    except InputError:
        return False
