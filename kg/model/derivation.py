"""What is found across documents: derived from all readings, kept apart, rebuildable.

Nothing here was said by any one text. Delete it and derive again: the same comes out, whatever
the order in which the documents came in.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.claim import ClaimRelation
from kg.model.source import SourceId
from kg.model.tie import CopyGroup


class ResolutionMethod(StrEnum):
    """By what two names were taken for one agent."""

    PUBLISHER = "publisher"
    """The words are the name of an outlet whose texts are held."""
    NAME = "name"
    """The same name of two kinds of thing, where nothing speaks against it."""
    ROLE = "role"
    """The same full name, and the same office or affiliation in other words."""
    SERVICE = "service"
    """A reconciliation service that the user named takes the one for the other."""
    REVIEWER = "reviewer"
    """A person says so."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """That an agent of one text is another that is known: a reviewable statement.

    Attributes:
        agent: Who was read in a text.
        same_as: Who that is.
        method: By what it was told.
        confidence: How sure, 0 to 1; below the acceptance threshold it is a candidate that
            somebody should look at, and unites nothing.
    """

    agent: SourceId
    same_as: SourceId
    method: ResolutionMethod
    confidence: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """All that was found across the documents of a store.

    Attributes:
        relations: Between claims of different documents, sorted.
        copies: Documents that share passages, sorted.
        resolutions: Agents that are one, sorted.
    """

    relations: tuple[ClaimRelation, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


NOTHING_DERIVED = Derivation()
"""Every document stands for itself."""
