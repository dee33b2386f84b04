"""Chains, origins and the interval: the words in which answers are given.

Definitions: ``docs/explanation/provenance.md``. An interval counts *distinct visible
endpoints*; it is never evidence that they are independent of each other.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.attribution import Attribution, AttributionId
from kg.model.document import DocumentId
from kg.model.source import SourceId


class OriginStatus(StrEnum):
    """What can be said of the last hop of a chain."""

    FIRST_HAND = "first-hand"
    NAMED = "named"
    UNNAMED = "unnamed"
    DEAD_END = "dead-end"
    IMPLIED = "implied"
    UNSOURCED = "unsourced"
    DISOWNED = "disowned"
    CIRCULAR = "circular"


RESOLVED = frozenset({OriginStatus.FIRST_HAND, OriginStatus.NAMED})
"""Statuses of an origin that answers for the claim under its own name."""


class Folding(StrEnum):
    """Which origins count as one; always part of the answer."""

    NONE = "none"
    ORGANISATION = "organisation"
    SIDE = "side"


class ClaimStatus(StrEnum):
    """Belnap's four values, of what is *said*; the tool never says true or false."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    DENIED = "denied"
    UNADDRESSED = "unaddressed"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: an attribution instance in one document."""

    document: DocumentId
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Chain:
    """A path from a document through its attributions to a terminal source.

    Attributes:
        document: Where the chain was read.
        hops: Outermost first; empty for own voice.
        status: Of its terminal source.
        origin: The terminal source.
        voice: The own-voice sentence in which the chain ends; None where a source is cited.
            It is no hop, and a token like any other attribution.
    """

    document: DocumentId
    hops: tuple[Hop, ...]
    status: OriginStatus
    origin: SourceId
    voice: Hop | None = None

    @property
    def depth(self) -> int:
        """Number of attribution hops: 0 own voice, 1 "CNN reports P", 2 "CNN says X says P"."""
        return len(self.hops)

    @property
    def tokens(self) -> tuple[AttributionId, ...]:
        """The attributions that the chain rests on, outermost first."""
        return tuple(hop.attribution.id for hop in self.steps)

    @property
    def steps(self) -> tuple[Hop, ...]:
        """The hops, and the own-voice sentence if the chain ends in one."""
        return self.hops if self.voice is None else (*self.hops, self.voice)

    @property
    def last(self) -> Attribution:
        """The attribution whose content says the claim.

        Raises:
            IndexError: The chain has neither a hop nor an own-voice sentence.
        """
        return self.steps[-1].attribution


@dataclass(frozen=True, slots=True)
class Interval:
    """Between how many and how many distinct origins stand behind a claim."""

    lower: int
    upper: int

    def __post_init__(self) -> None:
        if not 0 <= self.lower <= self.upper:
            raise ValueError(f"an interval needs 0 <= lower <= upper, not {self}")
