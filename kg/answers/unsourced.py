"""What a text says without naming anybody: the inventory of its own voice.

Every article states things on nobody's word, and most headlines do. The inventory lists each
such sentence with its place, says which ones only restate what the same text attributes, and
keeps apart what it presents as known to everybody ("it is no secret that"), where nobody is
cited either.
"""

from collections.abc import Iterable

from kg.answers.evidence import Json, about, evidence
from kg.model import Attribution, AttributionId, Conveyance, Document, Reading

COMMON_KNOWLEDGE = "common-knowledge"
"""Rule of own-voice attributions whose words appeal to what everybody knows."""


def unsourced(readings: Iterable[Reading]) -> Json:
    """The findings in the public JSON form, in the order of documents and texts.

    ``findings`` holds the sentences in the document's own voice, ``common_knowledge`` those
    that appeal to what everybody knows.
    """
    findings: list[Json] = []
    common: list[Json] = []
    for reading in readings:
        said: dict[AttributionId, list[Conveyance]] = {}
        for conveyance in reading.conveyances:
            said.setdefault(conveyance.attribution, []).append(conveyance)
        for attribution in reading.attributions:
            if attribution.is_own_voice:
                is_common = attribution.rule.endswith(COMMON_KNOWLEDGE)
                found = _finding(reading.document, attribution, said.get(attribution.id, ()))
                (common if is_common else findings).append(found)
    return {"findings": findings, "common_knowledge": common}


def _finding(
    document: Document, attribution: Attribution, conveyances: Iterable[Conveyance]
) -> Json:
    start = attribution.content[0].start
    title = document.title_span
    return about(document) | {
        "attribution": attribution.id,
        "line": document.text.count("\n", 0, start),
        "is_title": title is not None and start < title.end,
        "restates": [c.claim for c in conveyances if c.restates],
        "claims": [c.claim for c in conveyances],
        "writer_certainty": attribution.writer_certainty.value,
        "evidence": evidence(attribution, document),
    }
