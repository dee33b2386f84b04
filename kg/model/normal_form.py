"""The normal form: attributions as JSON, one document a line.

What ``kg extract --format jsonl`` writes, gold files hold and the scorer reads. Local ids
(``E1``, ``E2`` …, in the order given) stand for IRIs, so that the form can be read, written
and compared by hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model.attribution import (
    Alternative,
    Attribution,
    AttributionId,
    Form,
    Stance,
    WriterCertainty,
    attribution_id,
)
from kg.model.document import Document, Span
from kg.model.source import Party, Source, SourceId, SourceKind

Json = dict[str, Any]


def to_normal_form(document: Document, attributions: Sequence[Attribution]) -> Json:
    """One document and its attributions as a JSON object."""
    local = {a.id: f"E{n}" for n, a in enumerate(attributions, start=1)}
    return {
        "doc_id": document.doc_id,
        "lang": document.lang,
        "text": document.text,
        "attributions": [_to_json(a, local) for a in attributions],
    }


def from_normal_form(record: Mapping[str, Any], document: Document) -> tuple[Attribution, ...]:
    """The attributions of a record, their local ids replaced by IRIs of ``document``.

    Raises:
        ValueError: A span, a stance or a reference of the record is not valid.
    """
    entries = record["attributions"]
    ids = {entry["id"]: _id_of(entry, document) for entry in entries}
    unknown = {e["nested_in"] for e in entries if e.get("nested_in")} - ids.keys()
    if unknown:
        raise ValueError(f"{document.doc_id}: nested_in names no attribution: {sorted(unknown)}")
    return tuple(_from_json(entry, ids) for entry in entries)


def _to_json(attribution: Attribution, local: Mapping[AttributionId, str]) -> Json:
    source = attribution.source
    required: Json = {
        "id": local[attribution.id],
        "source": _pairs(source.spans) or None,
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "nested_in": local[attribution.nested_in] if attribution.nested_in else None,
        "stance": str(attribution.stance),
        "writer_certainty": str(attribution.writer_certainty),
        "form": str(attribution.form),
        "source_kind": str(source.kind),
        "source_name": source.name,
    }
    shown_if_set: Json = {
        "source_id": source.id,
        "speaks_for": source.speaks_for.name if source.speaks_for else None,
        "affiliation": source.affiliation.name if source.affiliation else None,
        "implied": attribution.implied,
        "evidential": attribution.evidential,
        "retracts": attribution.retracts,
        "set_against": local.get(attribution.set_against) if attribution.set_against else None,
        "alternatives": [
            {
                "nested_in": local.get(a.nested_in) if a.nested_in else None,
                "confidence": a.confidence,
            }
            for a in attribution.alternatives
        ],
        "extractor": attribution.extractor,
        "rule": attribution.rule,
    }
    kept = {key: value for key, value in shown_if_set.items() if value}
    return required | {"confidence": attribution.confidence} | kept


def _from_json(entry: Mapping[str, Any], ids: Mapping[str, AttributionId]) -> Attribution:
    return Attribution(
        id=ids[entry["id"]],
        source=Source(
            kind=SourceKind(entry.get("source_kind") or SourceKind.UNNAMED),
            spans=_spans(entry.get("source")),
            name=entry.get("source_name"),
            id=SourceId(entry["source_id"]) if entry.get("source_id") else None,
            speaks_for=_party(entry.get("speaks_for")),
            affiliation=_party(entry.get("affiliation")),
        ),
        cue=_spans(entry.get("cue")),
        content=_spans(entry["content"]),
        stance=Stance(entry.get("stance") or Stance.UNCLEAR),
        writer_certainty=WriterCertainty(entry.get("writer_certainty") or WriterCertainty.NEUTRAL),
        form=Form(entry.get("form") or Form.INDIRECT),
        nested_in=ids[entry["nested_in"]] if entry.get("nested_in") else None,
        implied=bool(entry.get("implied")),
        evidential=entry.get("evidential"),
        retracts=bool(entry.get("retracts")),
        set_against=ids[entry["set_against"]] if entry.get("set_against") else None,
        alternatives=tuple(
            Alternative(ids[a["nested_in"]] if a["nested_in"] else None, a["confidence"])
            for a in entry.get("alternatives", ())
        ),
        confidence=float(entry.get("confidence", 1.0)),
        extractor=entry.get("extractor", ""),
        rule=entry.get("rule", ""),
    )


def _id_of(entry: Mapping[str, Any], document: Document) -> AttributionId:
    parts = (_spans(entry.get(part)) for part in ("source", "cue", "content"))
    return attribution_id(document.id, *parts)


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Iterable[Sequence[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs or ())


def _party(name: str | None) -> Party | None:
    return Party(name) if name else None
