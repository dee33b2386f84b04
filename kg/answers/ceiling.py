"""The best rating that a claim's information could be given, and why not a better one.

The Admiralty code rates information from 1 (confirmed by independent sources) to 6 (cannot be
judged). Ratings are judgements of people and are never computed; what the texts allow at most
is. A ceiling is no rating.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.answers.origins import Origins
from kg.model import Chain, ClaimStatus, Judgement, OriginStatus


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The best grade on the information axis, 1 to 6; None where nothing supports the claim.

    Attributes:
        max: The grade.
        reason: Why no better one.
    """

    max: int | None
    reason: str


def ceiling(
    found: Origins,
    chains: Sequence[Chain],
    status: ClaimStatus,
    independent: Judgement | None = None,
) -> Ceiling:
    """What the visible chains allow at most.

    Args:
        found: The origins of the claim.
        chains: Those that support it.
        status: Of the claim.
        independent: The judgement that its origins are independent of each other, if there is
            one; without it no number of origins confirms anything.
    """
    if not chains:
        return Ceiling(None, "nothing supports the claim")
    contested = "; contested" if status is ClaimStatus.CONTESTED else ""
    if all(chain.status is OriginStatus.CIRCULAR for chain in chains):
        return Ceiling(6, "outlets only cite each other")
    if not found.resolved:
        return Ceiling(4, f"only unnamed, dead-end, implied or unsourced support{contested}")
    if found.interval.lower == 1:
        return Ceiling(3, f"one origin answers for it{contested}")
    if contested:
        return Ceiling(3, "contested")
    who = independent.reviewer if independent else "nobody"
    return Ceiling(1 if independent else 2, f"{who} has judged the origins to be independent")
