"""Judgements: what a person who looked decided. Each is a statement with author and time.

A judgement changes no reading and deletes nothing; answers are computed under the judgements
that stand. Taking one back is a judgement, too, so the log is never rewritten, and without it
every answer is again what it was, to the byte.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NewType

JudgementId = NewType("JudgementId", str)
"""IRI of a judgement under the installation's base."""


class JudgementKind(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    """The attribution, or the relation between two claims, stands; an implied source is one."""
    REJECT = "reject"
    """The attribution, or the relation between two claims, is wrong and counts for nothing."""
    FIX = "fix"
    """The spans, the stance, the date or the publisher are these."""
    MERGE = "merge"
    """The sources are one, or the claims say the same."""
    SPLIT = "split"
    """The sources are not one, or the claims do not say the same."""
    RATE = "rate"
    """Admiralty code: a source from A to F, a claim from 1 to 6."""
    INDEPENDENT = "independent"
    """The origins of a claim know what they say independently of each other."""
    UNDO = "undo"
    """An earlier judgement is taken back."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person.

    Attributes:
        id: Minted from the content, see `judgement_key`.
        kind: What was decided.
        reviewer: Who decided; a name of the user's choosing.
        made: When, ISO 8601; as given, never read off a clock here.
        targets: IRIs of what it is about: an attribution, a document, sources or claims; the
            judgement that is taken back.
        values: What was set, as pairs of a name and a value, sorted: ``("stance", "denies")``,
            ``("content", "10-42,50-61")``, ``("rating", "B")``, ``("published", "2024-10-03")``.
        rationale: Why, in the reviewer's words.
    """

    id: JudgementId
    kind: JudgementKind
    reviewer: str
    made: str
    targets: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    rationale: str | None = None

    def value(self, name: str) -> str | None:
        """What was set under ``name``, if anything was."""
        return dict(self.values).get(name)


def judgement_key(
    kind: JudgementKind,
    reviewer: str,
    made: str,
    targets: tuple[str, ...],
    values: tuple[tuple[str, str], ...] = (),
) -> str:
    """The identity of a judgement as 32 hexadecimal digits; its rationale may be mended."""
    parts = [kind, reviewer, made, *targets, *(f"{n}={v}" for n, v in values)]
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
