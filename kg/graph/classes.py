"""Classes of claims that are traced as one: components, cut where two members cannot be one.

Sameness is decided pair by pair, and pairs chain: A is B and B is C. Where A and C are known
to differ (they contradict each other, or a reviewer has parted them), the chain is cut at its
weakest step. Steps are taken up by confidence and then in canonical order, so the order of
ingest shows nowhere.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import ClaimId, ClaimRelation, RelationKind

LARGEST = 400
"""Most wordings of one claim: beyond it, sameness has run away from what was meant."""


@dataclass
class _Classes:
    leader: dict[ClaimId, ClaimId] = field(default_factory=dict)
    members: dict[ClaimId, set[ClaimId]] = field(default_factory=dict)

    def find(self, claim: ClaimId) -> ClaimId:
        if claim not in self.leader:
            self.leader[claim] = claim
            self.members[claim] = {claim}
        while self.leader[claim] != claim:
            self.leader[claim] = self.leader[self.leader[claim]]
            claim = self.leader[claim]
        return claim

    def unite(self, one: ClaimId, other: ClaimId) -> None:
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        self.leader[other] = one
        self.members[one] |= self.members.pop(other)


def cut(
    relations: Iterable[ClaimRelation],
    order: Mapping[ClaimId, int],
    parted: Collection[frozenset[ClaimId]] = (),
) -> tuple[ClaimRelation, ...]:
    """``relations`` less the equivalences that would unite what cannot be one.

    Takes O(r log r) time, and the product of two classes' sizes where they meet.

    Args:
        relations: Of all kinds; the others are passed through, and those that contradict part.
        order: Place of every claim in canonical order (date, document, offset).
        parted: Pairs that a reviewer holds apart.
    """
    given = tuple(relations)
    held_apart = _apart({(a, b) for pair in parted for a in pair for b in pair if a < b})
    contrary = {(r.subject, r.object) for r in given if r.kind is RelationKind.CONTRADICTS}
    all_apart = _apart({*contrary, *((a, b) for a, others in held_apart.items() for b in others)})
    classes = _Classes()
    dropped = set()
    for step in sorted(_steps(given), key=lambda r: _rank(r, order)):
        one, other = classes.find(step.subject), classes.find(step.object)
        # What a person united is parted by persons alone.
        apart = held_apart if _is_reviewed(step) else all_apart
        if one == other:
            continue
        if _can_be_one(classes.members[one], classes.members[other], apart):
            classes.unite(one, other)
        else:
            dropped.add(step)
    return tuple(r for r in given if r not in dropped)


def _steps(relations: Iterable[ClaimRelation]) -> list[ClaimRelation]:
    return [r for r in relations if r.kind is RelationKind.EQUIVALENT]


def _is_reviewed(relation: ClaimRelation) -> bool:
    return relation.author.startswith("reviewer/")


def _rank(relation: ClaimRelation, order: Mapping[ClaimId, int]) -> tuple[object, ...]:
    """What reviewers say first, then the surest, then canonical order."""
    last = len(order)
    places = sorted(order.get(claim, last) for claim in (relation.subject, relation.object))
    ends = relation.subject, relation.object
    return not _is_reviewed(relation), -relation.confidence, *places, *ends


def _apart(pairs: Iterable[tuple[ClaimId, ClaimId]]) -> dict[ClaimId, set[ClaimId]]:
    found: dict[ClaimId, set[ClaimId]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _can_be_one(
    one: set[ClaimId], other: set[ClaimId], apart: Mapping[ClaimId, set[ClaimId]]
) -> bool:
    if len(one) + len(other) > LARGEST:
        return False
    smaller, larger = sorted((one, other), key=len)
    return not any(apart.get(claim, set()) & larger for claim in smaller)
