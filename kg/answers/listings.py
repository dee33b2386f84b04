"""Listings: what a store holds, counted, each entry with a place where it can be seen."""

from collections.abc import Iterable, Sequence

from kg.answers.evidence import Json, about, evidence
from kg.answers.select import ranking, short_id, wordings
from kg.graph import Corpus, publisher_of
from kg.model import OUTLETS, Agent, Attribution, ClaimId, Reading, SourceId, SourceKind


def claims(corpus: Corpus, about_words: str | None = None) -> Json:
    """All claims with their wordings; only those that share a word with ``about_words``.

    Wordings that say the same are one claim, which goes by its first. The order is that of the
    texts, or of how well they answer.
    """
    texts = wordings(corpus.readings)
    named = [c.claim for c in ranking(about_words, texts)] if about_words else list(texts)
    order = list(dict.fromkeys(corpus.class_of[claim] for claim in named))
    entries: dict[ClaimId, Json] = {
        claim: {
            "claim": claim,
            "short_id": short_id(claim)[:8],
            "text": texts[claim][0],
            "same": list(corpus.claims[claim][1:]),
            "languages": [],
            "documents": [],
            "attributions": [],
        }
        for claim in order
    }
    for reading in corpus.readings:
        by_id = {a.id: a for a in reading.attributions}
        for conveyance in reading.conveyances:
            if entry := entries.get(corpus.class_of[conveyance.claim]):
                _add(entry, reading, by_id[conveyance.attribution], restates=conveyance.restates)
    return {"claims": [entries[claim] for claim in order]}


def _add(entry: Json, reading: Reading, attribution: Attribution, *, restates: bool) -> None:
    document = reading.document
    if document.lang not in entry["languages"]:
        entry["languages"].append(document.lang)
    shown = about(document)
    if shown not in entry["documents"]:
        entry["documents"].append(shown)
    span = attribution.content[0]
    entry["attributions"].append(
        {
            "attribution": attribution.id,
            "doc_id": document.doc_id,
            "source": attribution.source.id,
            "name": attribution.source.name,
            "kind": attribution.source.kind.value,
            "start": span.start,
            "end": attribution.content[-1].end,
            "quote": document.quotes(attribution.content),
            "stance": attribution.stance.value,
            "restates": restates,
            "evidence": evidence(attribution, document),
        }
    )


def sources(readings: Iterable[Reading]) -> Json:
    """All who are said to have conveyed something, most cited first."""
    entries: dict[SourceId, Json] = {}
    agents: dict[SourceId, Agent] = {}
    for reading in readings:
        agents |= {agent.id: agent for agent in reading.agents}
        for attribution in reading.attributions:
            if attribution.source.id and not attribution.is_own_voice:
                _count(entries, reading, attribution)
    for id_, entry in entries.items():
        if agent := agents.get(id_):
            entry |= {"name": agent.name, "kind": agent.kind.value}
    return {"items": sorted(entries.values(), key=lambda e: (-e["attributions"], e["source"]))}


def _count(entries: dict[SourceId, Json], reading: Reading, attribution: Attribution) -> None:
    source = attribution.source
    if source.id is None:
        return
    entry = entries.setdefault(
        source.id,
        {
            "source": source.id,
            "name": source.name or reading.document.quotes(source.spans),
            "kind": source.kind.value,
            "attributions": 0,
            "implied": 0,
            "denials": 0,
            "documents": [],
            "evidence": evidence(attribution, reading.document),
        },
    )
    entry["attributions"] += 1
    entry["implied"] += attribution.implied
    entry["denials"] += attribution.stance.value == "denies"
    if reading.document.doc_id not in entry["documents"]:
        entry["documents"].append(reading.document.doc_id)


def outlets(readings: Sequence[Reading]) -> Json:
    """Outlets and agencies: how often each is cited, and what of its own is in the store."""
    kinds = {kind.value for kind in OUTLETS}
    entries = {e["source"]: e for e in sources(readings)["items"] if e["kind"] in kinds}
    for entry in entries.values():
        entry["published"] = []
    for reading in readings:
        id_ = publisher_of(reading)
        agent = next((a for a in reading.agents if a.id == id_), None)
        if agent is None or agent.kind is SourceKind.DOCUMENT:
            continue
        blank = {
            "source": id_,
            "name": agent.name,
            "kind": agent.kind.value,
            "attributions": 0,
            "implied": 0,
            "denials": 0,
            "documents": [],
            "evidence": [],
            "published": [],
        }
        entries.setdefault(id_, blank)["published"].append(reading.document.doc_id)
    return {"items": sorted(entries.values(), key=lambda e: (-e["attributions"], e["source"]))}


def documents(readings: Iterable[Reading]) -> Json:
    """All documents with what was read in them."""
    return {
        "items": [
            about(reading.document)
            | {
                "lang": reading.document.lang,
                "url": reading.document.url,
                "credited_to": reading.document.credited_to,
                "attributions": sum(a.is_stated for a in reading.attributions),
                "implied": sum(a.implied for a in reading.attributions),
                "own_voice": sum(a.is_own_voice for a in reading.attributions),
                "evidence": [],
            }
            for reading in readings
        ]
    }
