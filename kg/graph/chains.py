"""Chains: from a document through its attributions to the innermost source of a claim.

Inside a document a chain follows nesting. Where its last source is an outlet whose own text
is linked, the chain goes on through that text; an outlet whose text is not there is a dead
end, because where it had the claim from is unknown.
"""

from collections.abc import Iterator, Mapping, Sequence

from kg.model import (
    OUTLETS,
    Attribution,
    AttributionId,
    Chain,
    ClaimId,
    DocumentId,
    Hop,
    OriginStatus,
    Reading,
    SourceId,
    SourceKind,
    Stance,
    fold,
)

DISPLAY = 0.2
"""Attributions and matches below this confidence are not shown at all."""

ACCEPTANCE = 0.5
"""Below this, and unreviewed, they count in the upper bound only and are marked doubtful."""

Links = Mapping[AttributionId, Sequence[DocumentId]]
"""For a hop whose source is an outlet: the documents of that outlet that say the claim."""

_Way = tuple[Hop, ...]


def chains_of(
    held: Mapping[DocumentId, Reading], claims: frozenset[ClaimId], links: Links
) -> list[Chain]:
    """All chains for ``claims``, of any stance, in the order of documents and texts.

    A chain never enters a document twice: where it would, it ends there and is circular.
    """
    local = {id_: list(_local(reading, claims)) for id_, reading in held.items()}
    disowning = {s for reading in held.values() for s in _disowning(reading, claims)}
    found = []
    for id_ in held:
        for way in local[id_]:
            for followed, circular in _followed(way, local, links, (id_,)):
                found.append(_chain(id_, followed, disowning, held, circular=circular))
    return found


def own_voice(reading: Reading, claims: frozenset[ClaimId]) -> list[Attribution]:
    """The sentences of a document that say one of ``claims`` without a source."""
    saying = _conveying(reading, claims)
    return [a for a in reading.attributions if a.is_own_voice and a.id in saying]


def publisher_of(reading: Reading) -> SourceId:
    """Whose voice the document's own voice is: its outlet's, or its own where nobody knows."""
    for attribution in reading.attributions:
        if attribution.is_own_voice and attribution.source.id:
            return attribution.source.id
    name = reading.document.credited_to or reading.document.publisher
    if name:
        wanted = fold(name)
        for agent in reading.agents:
            if wanted in {fold(agent.name), *(fold(other) for _, other in agent.names)}:
                return agent.id
    return SourceId(reading.document.id)


def _conveying(reading: Reading, claims: frozenset[ClaimId]) -> frozenset[AttributionId]:
    return frozenset(
        c.attribution for c in reading.conveyances if c.claim in claims and c.confidence >= DISPLAY
    )


def _local(reading: Reading, claims: frozenset[ClaimId]) -> Iterator[_Way]:
    """The ways inside one document, each to an innermost attribution that says the claim."""
    shown = {a.id: a for a in reading.attributions if a.confidence >= DISPLAY}
    saying = _conveying(reading, claims)
    ways = {id_: _way(a, shown) for id_, a in shown.items() if id_ in saying and not a.is_own_voice}
    outer = {a.id for way in ways.values() for a in way[:-1]}
    for id_, way in ways.items():
        if id_ not in outer:
            yield tuple(Hop(reading.document.id, a) for a in way)


def _way(
    innermost: Attribution, shown: Mapping[AttributionId, Attribution]
) -> tuple[Attribution, ...]:
    way = [innermost]
    while (outer := way[-1].nested_in) is not None and outer in shown:
        way.append(shown[outer])
    return tuple(reversed(way))


def _disowning(reading: Reading, claims: frozenset[ClaimId]) -> Iterator[SourceId]:
    """Sources reported to deny having said the claim: "X denies having said P"."""
    by_id = {a.id: a for a in reading.attributions}
    for id_ in _conveying(reading, claims):
        inner = by_id.get(id_)
        outer = by_id.get(inner.nested_in) if inner and inner.nested_in else None
        if inner is None or outer is None or outer.stance is not Stance.DENIES:
            continue
        if inner.source.id is not None and inner.source.id == outer.source.id:
            yield inner.source.id


def _followed(
    way: _Way,
    local: Mapping[DocumentId, Sequence[_Way]],
    links: Links,
    passed: tuple[DocumentId, ...],
) -> Iterator[tuple[_Way, bool]]:
    """``way`` and all its continuations through source links, with whether each is circular."""
    targets = [t for t in links.get(way[-1].attribution.id, ()) if local.get(t)]
    if not targets:
        yield way, False
    for target in targets:
        if target in passed:
            yield way, True
            continue
        for further in local[target]:
            for rest, circular in _followed(further, local, links, (*passed, target)):
                yield way + rest, circular


def _chain(
    document: DocumentId,
    way: _Way,
    disowning: set[SourceId],
    held: Mapping[DocumentId, Reading],
    *,
    circular: bool,
) -> Chain:
    last = way[-1]
    origin = last.attribution.source.id or SourceId(last.document)
    status = OriginStatus.CIRCULAR if circular else _status(last, held)
    if status is OriginStatus.NAMED and origin in disowning:
        status = OriginStatus.DISOWNED
    return Chain(document, way, status, origin)


def _status(last: Hop, held: Mapping[DocumentId, Reading]) -> OriginStatus:
    attribution = last.attribution
    source = attribution.source
    if attribution.implied:
        return OriginStatus.IMPLIED
    if attribution.evidential:
        return OriginStatus.FIRST_HAND
    if source.kind is SourceKind.UNNAMED:
        return OriginStatus.UNNAMED
    if source.kind in OUTLETS:
        # An outlet that speaks of itself in its own text ("CNN has learned") is own voice.
        own = source.id == publisher_of(held[last.document])
        return OriginStatus.UNSOURCED if own else OriginStatus.DEAD_END
    if source.kind is SourceKind.PERSON and not source.name and not source.speaks_for:
        return OriginStatus.UNNAMED
    return OriginStatus.NAMED
