"""What holds across a corpus: circles, copies, drift, contradictions; each with its words.

Every answer is asked of all claims at once, claim by claim: outlets cite each other on
different claims all the time, so nothing is ever looked for in a graph of outlets alone.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.answers.ask import traced
from kg.answers.drift import drift as drifted
from kg.answers.evidence import Json, about, evidence
from kg.answers.findings import circular as circles_of
from kg.graph import Corpus, publisher_of
from kg.model import (
    Attribution,
    AttributionId,
    ClaimId,
    CopyGroup,
    CopyKind,
    Document,
    DocumentId,
    Reading,
    RelationKind,
    Stance,
    fold,
)

_VERBATIM = frozenset({CopyKind.REPRINT, CopyKind.EXCERPT})


def circular(corpus: Corpus) -> Json:
    """Circular reporting in its three shapes: cycles, time inversions, hidden copies.

    Claims that only one document says are passed over: nothing can circle there.
    """
    findings: list[Json] = []
    for claim in _told_twice(corpus):
        findings += circles_of(traced(corpus, [claim]).graph, claim)
    return {"findings": [*findings, *_hidden_copies(corpus)]}


def reprints(corpus: Corpus) -> Json:
    """Groups of documents that share passages, with the passages."""
    return {"groups": [_group(corpus, group) for group in corpus.ties.copies]}


def drift(corpus: Corpus) -> Json:
    """What changed on the way, from copy to copy and from an original to who relays it."""
    return {"findings": drifted(corpus)}


def contradictions(corpus: Corpus) -> Json:
    """Claims that stand against each other, and claims that somebody denies.

    ``kind`` is ``contradicts`` or ``disputes`` for two claims, ``denied`` for one that some
    assert and others deny.
    """
    found = list(_against(corpus))
    for claim in corpus.claims:
        entry = _denied(corpus, claim)
        if entry:
            found.append(entry)
    return {"findings": found}


def _told_twice(corpus: Corpus) -> Iterator[ClaimId]:
    """The claims that stand in two documents or more, in canonical order."""
    for first, members in corpus.claims.items():
        if len(corpus.concerning(members)) > 1:
            yield first


# ---- copies


def _group(corpus: Corpus, group: CopyGroup) -> Json:
    documents = [corpus.by_document[d].document for d in group.documents if d in corpus.by_document]
    original = corpus.by_document.get(group.original) if group.original else None
    return {
        "type": group.kind.value,
        "documents": [about(document) for document in documents],
        "original": about(original.document) if original else None,
        "passages": [
            [
                _placed(corpus, attribution)
                for attribution in row
                if attribution in corpus.attributions
            ]
            for row in group.aligned
        ],
        "evidence": [],
    }


def _placed(corpus: Corpus, id_: AttributionId) -> Json:
    document, attribution = corpus.attributions[id_]
    return {
        "document": document.id,
        "doc_id": document.doc_id,
        "attribution": id_,
        "start": attribution.content[0].start,
        "end": attribution.content[-1].end,
        "quote": document.quotes(attribution.content),
        "evidence": evidence(attribution, document),
    }


def _hidden_copies(corpus: Corpus) -> list[Json]:
    """Passages that a publisher has from another without saying so."""
    found = []
    for group in corpus.ties.copies:
        if group.kind not in _VERBATIM:
            continue
        held = [d for d in group.documents if d in corpus.by_document]
        for one, other in combinations(held, 2):
            if _is_hidden(corpus.by_document[one], corpus.by_document[other]):
                found.append(_hidden(corpus, group, (one, other)))
    return found


def _is_hidden(one: Reading, other: Reading) -> bool:
    first, second = publisher_of(one), publisher_of(other)
    if first == second:
        return False
    if one.document.credited_to and one.document.credited_to == other.document.credited_to:
        return False
    return not (_credits(one, other) or _credits(other, one))


def _credits(one: Reading, other: Reading) -> bool:
    """Whether ``one`` names the publisher of ``other``, as a source or anywhere in its text."""
    if one.document.credited_to and one.document.credited_to == other.document.publisher:
        return True
    cited = {a.source.id for a in one.attributions}
    name = other.document.publisher
    named = name is not None and fold(name) in fold(one.document.text)
    return publisher_of(other) in cited or named


def _hidden(corpus: Corpus, group: CopyGroup, pair: tuple[DocumentId, DocumentId]) -> Json:
    rows = []
    for row in group.aligned:
        here = [a for a in row if a in corpus.attributions]
        here = [a for a in here if corpus.attributions[a][0].id in pair]
        if len(here) > 1:
            rows.append(here)
    claims = {
        corpus.class_of[claim]: None
        for row in rows
        for a in row
        for claim in corpus.by_document[corpus.attributions[a][0].id].claims_of(a)
    }
    return {
        "shape": "hidden-copy",
        "open": True,
        "claim": next(iter(claims), None),
        "claims": list(claims),
        "certainty": "certain",
        "documents": [about(corpus.by_document[d].document) for d in pair],
        "evidence": [span for row in rows for a in row for span in _spans(corpus, a)],
    }


def _spans(corpus: Corpus, id_: AttributionId) -> Iterable[Json]:
    document, attribution = corpus.attributions[id_]
    for span in evidence(attribution, document):
        yield {"document": document.id, "doc_id": document.doc_id, "attribution": id_} | span


# ---- contradictions


def _against(corpus: Corpus) -> Iterator[Json]:
    """Relations between claims that stand against each other, once for each two classes."""
    seen = set()
    for relation in corpus.relations:
        if relation.kind not in {RelationKind.CONTRADICTS, RelationKind.DISPUTES}:
            continue
        ends = corpus.class_of[relation.subject], corpus.class_of[relation.object]
        if (relation.kind, frozenset(ends)) in seen or ends[0] == ends[1]:
            continue
        seen.add((relation.kind, frozenset(ends)))
        yield {
            "kind": relation.kind.value,
            "claims": [_claim(corpus, claim) for claim in ends],
            "confidence": relation.confidence,
            "author": relation.author,
            "evidence": [s for c in ends for s in _claim_evidence(corpus, c)],
        }


def _denied(corpus: Corpus, claim: ClaimId) -> Json | None:
    """A claim that some assert and others deny; None if nobody does one of the two."""
    graph = traced(corpus, [claim]).graph
    direct = [denial for denial in graph.denials if denial.relation == "direct"]
    if not direct or not graph.supporting:
        return None
    ids = [c.last.id for c in graph.supporting] + [d.chain.last.id for d in direct]
    return {
        "kind": "denied",
        "claims": [_claim(corpus, claim)],
        "confidence": 1.0,
        "author": "the texts",
        "evidence": [
            span for id_ in ids if id_ in corpus.attributions for span in _spans(corpus, id_)
        ],
    }


def _claim(corpus: Corpus, claim: ClaimId) -> Json:
    said = _sayings(corpus, claim)
    text = said[0][0].quotes(said[0][1].content) if said else ""
    return {
        "claim": claim,
        "text": " ".join(text.split()),
        "documents": list({d.id: about(d) for d, _ in said}.values()),
    }


def _claim_evidence(corpus: Corpus, claim: ClaimId) -> Iterator[Json]:
    for _, attribution in _sayings(corpus, claim):
        yield from _spans(corpus, attribution.id)


def _sayings(corpus: Corpus, claim: ClaimId) -> list[tuple[Document, Attribution]]:
    """Where a claim is said, attributed sayings before own voice."""
    members = set(corpus.claims[claim])
    found = [
        (reading.document, corpus.attributions[c.attribution][1])
        for reading in corpus.concerning(members)
        for c in reading.conveyances
        if c.claim in members
    ]
    asserted = [s for s in found if s[1].stance is not Stance.DENIES] or found
    return sorted(asserted, key=lambda s: s[1].is_own_voice)
