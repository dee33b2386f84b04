"""Claims: what several contents say alike, and how claims stand to each other.

The wording stays on the attribution; a claim has none of its own. Sameness is a judgement
with a confidence, never ``owl:sameAs``.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kg.model.attribution import AttributionId

ClaimId = NewType("ClaimId", str)
"""IRI of a claim under the installation's base."""


class RelationKind(StrEnum):
    """How one claim stands to another."""

    EQUIVALENT = "equivalent"
    ENTAILS = "entails"
    DISPUTES = "disputes"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Conveyance:
    """That the content of an attribution says a claim.

    Attributes:
        attribution: Whose content.
        claim: Which claim.
        restates: An own-voice sentence that says again what the same document also attributes
            (nearly every headline): it is shown and adds no chain.
        confidence: How sure the match is.
    """

    attribution: AttributionId
    claim: ClaimId
    restates: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ClaimRelation:
    """A reviewable statement that one claim stands to another in a certain way.

    Attributes:
        kind: How.
        subject: The claim that equals, entails, disputes or contradicts …
        object: … this one.
        confidence: How sure.
        author: The rule or the reviewer who says so.
        evidence: The attribution whose words show it, if a text does.
    """

    kind: RelationKind
    subject: ClaimId
    object: ClaimId
    confidence: float
    author: str
    evidence: AttributionId | None = None
