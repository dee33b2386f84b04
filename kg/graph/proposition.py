"""Which claims are traced together: what is asked about, and all that says the same.

Sameness is a judgement with a confidence. It is followed over any number of steps and is as
sure as its least sure step.
"""

from collections.abc import Collection, Iterable, Sequence

from kg.graph.accounts import DISPLAY
from kg.model import ClaimId, ClaimRelation, RelationKind

Proposition = dict[ClaimId, float]
"""Claims, each with how sure it is that it belongs to what is asked about, 0 to 1."""


def proposition(
    claims: Collection[ClaimId], relations: Iterable[ClaimRelation], *, entailed: bool = False
) -> Proposition:
    """``claims`` with all that is equivalent to one of them.

    Args:
        claims: Taken as one proposition.
        relations: Those below the display threshold are passed over.
        entailed: Take in as well what entails one of them ("the North sent shells" entails
            "the North sent arms"). Never for denials: who denies the narrower claim does not
            deny the wider one.

    Takes O(c·r) time for c claims found and r relations.
    """
    steps = [
        (r.subject, r.object, r.confidence, r.kind is RelationKind.EQUIVALENT)
        for r in relations
        if r.confidence >= DISPLAY
        and (r.kind is RelationKind.EQUIVALENT or (entailed and r.kind is RelationKind.ENTAILS))
    ]
    found = dict.fromkeys(sorted(claims), 1.0)
    open_ends = list(found)
    while open_ends:
        claim = open_ends.pop(0)
        for subject, object_, confidence, both_ways in steps:
            for start, end in ((object_, subject), (subject, object_)):
                sure = min(confidence, found[claim])
                passable = start == claim and (both_ways or end == subject)
                if passable and sure > found.get(end, 0.0):
                    found[end] = sure
                    open_ends.append(end)
    return found


def opposed(
    claims: Collection[ClaimId], relations: Sequence[ClaimRelation]
) -> list[tuple[ClaimId, RelationKind, float]]:
    """Claims that stand against one of ``claims``, with how and how surely; sorted.

    ``disputes`` runs from the claim whose denial disputes to the one disputed;
    ``contradicts`` runs both ways.
    """
    found: dict[tuple[ClaimId, RelationKind], float] = {}
    for relation in relations:
        ends = [relation.subject] if relation.object in claims else []
        if relation.kind is RelationKind.CONTRADICTS and relation.subject in claims:
            ends.append(relation.object)
        if relation.kind in {RelationKind.DISPUTES, RelationKind.CONTRADICTS}:
            for end in ends:
                key = end, relation.kind
                if end not in claims and relation.confidence >= DISPLAY:
                    found[key] = max(found.get(key, 0.0), relation.confidence)
    return sorted((claim, kind, sure) for (claim, kind), sure in found.items())
