"""All that was read out of one document: what the pipeline makes and the store keeps."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.attribution import Attribution, AttributionId
from kg.model.claim import ClaimId, ClaimRelation, Conveyance
from kg.model.document import Document
from kg.model.source import Agent


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with its attributions, linked to agents and claims.

    Attributes:
        document: The text that was read.
        attributions: In text order, outer before inner.
        conveyances: Which claims their contents say.
        relations: Relations between claims that this text itself shows.
        agents: The agents and unnamed sources that appear, sorted by id.
    """

    document: Document
    attributions: tuple[Attribution, ...] = ()
    conveyances: tuple[Conveyance, ...] = ()
    relations: tuple[ClaimRelation, ...] = ()
    agents: tuple[Agent, ...] = ()

    def claims_of(self, attribution: AttributionId) -> tuple[ClaimId, ...]:
        """The claims that the content of ``attribution`` says, in the order read."""
        return tuple(c.claim for c in self.conveyances if c.attribution == attribution)


class Kept(StrEnum):
    """What became of a reading that was put into a store."""

    NEW = "new"
    KNOWN = "known"
    ALIAS = "alias"
    REPLACED = "replaced"
