"""Finds what holds across documents, and keeps it: same claims, copies, agents that are one.

Incremental and order-free. What single documents and pairs of them show is noted once; a
document that comes in is compared with the notes of all others, and the findings are put
together anew from the notes. Deleting the notes and deriving again gives the same.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from kg.graph import publisher_of, voice_of
from kg.link.gazetteer import Gazetteer, gazetteer
from kg.link.matching import Held, Verifier, candidates, contents
from kg.link.namesakes import resolutions
from kg.link.reuse import Aligned, Page, Reuse, copy_groups, reuse, with_rows
from kg.link.reuse import candidates as alike
from kg.link.sketches import Sketch, from_bytes, sketch, to_bytes
from kg.model import (
    Agent,
    AttributionId,
    ClaimId,
    ClaimRelation,
    CopyKind,
    Derivation,
    DocumentId,
    Reading,
    RelationKind,
    SourceId,
)
from kg.store import OxigraphStore
from kg.store.workbook import Workbook

_SKETCH, _CLAIMS, _COPIES, _WORDING = "sketch", "claims", "copies", "wording"
_COMPARED = "compared"
"""Documents that were laid beside all others; a run that was cut short leaves some out."""
_TOGETHER = 64
_DECIDED_TOGETHER = 2048


@dataclass(frozen=True, slots=True)
class Derived:
    """What a derivation did.

    Attributes:
        fresh: Documents compared for the first time.
        compared: Pairs of claims decided.
        changed: Whether the findings are others than before.
        derivation: The findings.
    """

    fresh: int
    compared: int
    changed: bool
    derivation: Derivation


def derive(
    store: OxigraphStore, *, anew: bool = False, progress: Callable[[int], None] = lambda _: None
) -> Derived:
    """Bring the derived graph of ``store`` up to date.

    Takes time linear in the documents that are new, and one look at the notes of all others.

    Args:
        store: Whose documents are compared.
        anew: Forget the notes and compare everything again.
        progress: Called with the number of documents sketched at a time.

    Raises:
        SetupError: The store is locked or full.
    """
    with store.workbook() as notes:
        if anew:
            for kind in (_SKETCH, _CLAIMS, _COPIES, _WORDING, _COMPARED):
                notes.drop(kind, [key for key, _ in notes.all(kind)])
        held, fresh = _sketched(store, notes, progress)
        compared = _claims(notes, held, fresh)
        _copies(store, notes, held, fresh)
        stamps = store.stamps()
        notes.put(_COMPARED, ((f"{id_} {stamps[id_]}", b"") for id_ in fresh if id_ in stamps))
        derivation = _assembled(notes, held)
    changed = store.put_derivation(derivation)
    return Derived(len(fresh), compared, changed, derivation)


# ---- documents


def _sketched(
    store: OxigraphStore, notes: Workbook, progress: Callable[[int], None]
) -> tuple[dict[DocumentId, Sketch], set[DocumentId]]:
    """The sketches of all documents, and which of them are new; gone ones are forgotten."""
    stamps = store.stamps()
    known: dict[DocumentId, Sketch] = {}
    gone = []
    for key, kept in notes.all(_SKETCH):
        document, _, stamp = key.rpartition(" ")
        found = from_bytes(kept) if stamps.get(DocumentId(document)) == stamp else None
        if found is None:
            gone.append(key)
        else:
            known[DocumentId(document)] = found
    missing = [document for document in stamps if document not in known]
    left = {DocumentId(key.rpartition(" ")[0]) for key in gone}
    _forget(notes, left)
    notes.drop(_SKETCH, gone)
    for start in range(0, len(missing), _TOGETHER):
        made = {
            r.document.id: _sketch(r) for r in store.readings(missing[start : start + _TOGETHER])
        }
        notes.put(_SKETCH, ((f"{id_} {stamps[id_]}", to_bytes(s)) for id_, s in made.items()))
        known |= made
        progress(len(made))
    done = {key for key, _ in notes.all(_COMPARED)}
    notes.drop(_COMPARED, done.intersection(gone))
    fresh = {id_ for id_ in stamps if f"{id_} {stamps[id_]}" not in done}
    return {id_: known[id_] for id_ in stamps if id_ in known}, fresh


def _sketch(reading: Reading) -> Sketch:
    return sketch(reading, publisher_of(reading), voice_of(reading), gazetteer())


def _forget(notes: Workbook, documents: set[DocumentId]) -> None:
    """Drop what was found between documents of which one has changed or gone."""
    if documents:
        keys = [key for key, _ in notes.all(_COPIES) if documents.intersection(key.split(" "))]
        notes.drop(_COPIES, keys)


# ---- claims


def _claims(notes: Workbook, held: Mapping[DocumentId, Sketch], fresh: set[DocumentId]) -> int:
    """Decide the pairs that new documents bring; how many."""
    worded = _worded(held)
    before = {key: kept.decode() for key, kept in notes.all(_WORDING)}
    changed = [c for c, h in worded.items() if before.get(c) != _as_compared(h)]
    gone = [claim for claim in before if claim not in worded]
    touched = {*changed, *gone}
    if not touched and not fresh:
        return 0
    notes.drop(_CLAIMS, [k for k, _ in notes.all(_CLAIMS) if touched.intersection(k.split(" "))])
    everybody = list(worded.values())
    pairs = list(candidates(everybody, changed))
    verifier = Verifier()
    for start in range(0, len(pairs), _DECIDED_TOGETHER):
        block = pairs[start : start + _DECIDED_TOGETHER]
        notes.put(_CLAIMS, _decided(block, worded, verifier))
    notes.drop(_WORDING, gone)
    notes.put(_WORDING, ((claim, _as_compared(worded[claim]).encode()) for claim in changed))
    return len(pairs)


def _as_compared(held: Held) -> str:
    """All that the choice of what to compare a claim with rests on."""
    return "\n".join((held.text, *sorted(held.topics)))


def _decided(
    pairs: Sequence[tuple[ClaimId, ClaimId]], worded: Mapping[ClaimId, Held], verifier: Verifier
) -> Iterable[tuple[str, bytes]]:
    ids = sorted({claim for pair in pairs for claim in pair})
    texts = [(worded[claim].text, worded[claim].lang) for claim in ids]
    taken = dict(zip(ids, contents(texts, gazetteer(), verifier.frequency), strict=True))
    verdicts = verifier.decide([(taken[one], taken[other]) for one, other in pairs])
    for (one, other), verdict in zip(pairs, verdicts, strict=True):
        found = verdict.relations(one, other)
        if found:
            plain = [asdict(relation) for relation in found]
            yield f"{one} {other}", json.dumps(plain, sort_keys=True).encode()


def _worded(held: Mapping[DocumentId, Sketch]) -> dict[ClaimId, Held]:
    """Every claim in the words of one document, whichever came in first: the least of them."""
    chosen: dict[ClaimId, tuple[tuple[object, ...], Sketch, int]] = {}
    topics: dict[ClaimId, set[str]] = {}
    for made in held.values():
        for number, statement in enumerate(made.statements):
            rank = (not statement.attributed, statement.text, statement.document)
            if statement.claim not in chosen or rank < chosen[statement.claim][0]:
                chosen[statement.claim] = rank, made, number
            topics.setdefault(statement.claim, set()).update(made.topics)
    return {
        claim: _held(made, number, frozenset(topics[claim]))
        for claim, (_, made, number) in sorted(chosen.items())
    }


def _held(made: Sketch, number: int, topics: frozenset[str]) -> Held:
    statement = made.statements[number]
    return Held(
        statement.claim,
        statement.text,
        statement.lang,
        made.said[number],
        made.anchors[number],
        topics,
    )


# ---- copies


def _copies(
    store: OxigraphStore,
    notes: Workbook,
    held: Mapping[DocumentId, Sketch],
    fresh: set[DocumentId],
) -> None:
    """Note which new documents share passages with which others."""
    pages = {id_: made.page for id_, made in held.items()}
    found = [tie for one, other in alike(pages, fresh) if (tie := reuse(pages[one], pages[other]))]
    wanted = {id_ for tie in found for id_ in (tie.one, tie.other)}
    readings = {r.document.id: r for r in store.readings(wanted)} if wanted else {}
    notes.put(_COPIES, (_noted(_rowed(tie, pages, readings)) for tie in found))


def _rowed(
    tie: Reuse, pages: Mapping[DocumentId, Page], readings: Mapping[DocumentId, Reading]
) -> Reuse:
    one, other = tie.one, tie.other
    return with_rows(tie, (pages[one], readings[one]), (pages[other], readings[other]))


def _noted(tie: Reuse) -> tuple[str, bytes]:
    plain = {
        "kind": tie.kind,
        "share": tie.share,
        "pairs": [[p.one, p.other, p.score] for p in tie.pairs],
        "rows": tie.rows,
    }
    return f"{tie.one} {tie.other}", json.dumps(plain, sort_keys=True).encode()


def _tie(key: str, kept: bytes) -> Reuse:
    one, _, other = key.partition(" ")
    plain = json.loads(kept)
    return Reuse(
        CopyKind(plain["kind"]),
        DocumentId(one),
        DocumentId(other),
        tuple(Aligned(*pair) for pair in plain["pairs"]),
        plain["share"],
        tuple((AttributionId(a), AttributionId(b)) for a, b in plain["rows"]),
    )


# ---- all of it


def _assembled(notes: Workbook, held: Mapping[DocumentId, Sketch]) -> Derivation:
    relations = [_relation(plain) for _, kept in notes.all(_CLAIMS) for plain in json.loads(kept)]
    ties = [_tie(key, kept) for key, kept in notes.all(_COPIES)]
    published = {id_: made.page.published for id_, made in held.items()}
    known: Gazetteer = gazetteer()
    in_order = sorted(held, key=lambda id_: (published[id_] or "~", id_))
    sighted = [each for id_ in in_order for each in held[id_].sightings]
    outlets: dict[SourceId, Agent] = {
        made.outlet.id: made.outlet for made in held.values() if made.outlet
    }
    return Derivation(
        relations=tuple(sorted(relations, key=lambda r: (r.subject, r.object, r.kind))),
        copies=copy_groups(ties, published),
        resolutions=resolutions(sighted, outlets, known),
    )


def _relation(plain: Mapping[str, object]) -> ClaimRelation:
    return ClaimRelation(
        kind=RelationKind(str(plain["kind"])),
        subject=ClaimId(str(plain["subject"])),
        object=ClaimId(str(plain["object"])),
        confidence=float(str(plain["confidence"])),
        author=str(plain["author"]),
    )
