"""Relations between claims that one text shows in its own words.

"X said A, although Y denies B": the text sets the denial of B against A. It is told as a
*dispute*, with the denial as evidence; it is no denial of A, for nobody denied A, and
whether B is what A says is for a reader to judge. A denial of the very wording of A needs
no relation: it is direct.
"""

from collections.abc import Iterator, Sequence

from kg.model import (
    Attribution,
    AttributionId,
    ClaimId,
    ClaimRelation,
    Conveyance,
    RelationKind,
    Stance,
)

AUTHOR = "kg.link.relations/set-against"
"""The rule that says so, as stored with each relation."""

# The contrast is the writer's and explicit, but its two sides may be related more loosely
# ("trade" against "use"): a judgement of ours, below any that would count as certain.
_CONTRAST = 0.7


def relations(
    attributions: Sequence[Attribution], conveyances: Sequence[Conveyance]
) -> tuple[ClaimRelation, ...]:
    """The claim relations that ``attributions`` show, sorted."""
    found = set(_disputes(attributions, conveyances))
    return tuple(sorted(found, key=lambda r: (r.subject, r.object, r.evidence or "")))


def _disputes(
    attributions: Sequence[Attribution], conveyances: Sequence[Conveyance]
) -> Iterator[ClaimRelation]:
    for denial in attributions:
        if denial.stance is not Stance.DENIES or denial.set_against is None:
            continue
        for denied in _said(denial.id, attributions, conveyances):
            for disputed in _said(denial.set_against, attributions, conveyances):
                if denied != disputed:
                    confidence = round(_CONTRAST * denial.confidence, 4)
                    yield ClaimRelation(
                        RelationKind.DISPUTES, denied, disputed, confidence, AUTHOR, denial.id
                    )


def _said(
    attribution: AttributionId,
    attributions: Sequence[Attribution],
    conveyances: Sequence[Conveyance],
) -> list[ClaimId]:
    """The claims of an attribution, or, of a pure relay, those of what it relays."""
    own = [c.claim for c in conveyances if c.attribution == attribution and not c.restates]
    if own:
        return own
    inner = (a.id for a in attributions if a.nested_in == attribution)
    return [claim for id_ in inner for claim in _said(id_, attributions, conveyances)]
