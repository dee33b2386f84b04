"""What holds the documents of a corpus together: who cites whose text, who copied from whom.

Ties are found across documents, kept apart from what each document says, and given to every
question as values, so that every number can be had with them and without them.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.attribution import AttributionId
from kg.model.document import DocumentId


class LinkKind(StrEnum):
    """How sure it is that the cited document is the one that the citing text rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    POSSIBLE = "possible"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class SourceLink:
    """From an attribution to a document of the source it names.

    Attributes:
        citing: The attribution, whose source is an outlet or agency.
        cited: A document published by that source, or credited to it, that says the claim.
        kind: ``stated`` and ``inferred`` links lead to an earlier document, ``possible`` ones
            to one of the same or an unknown date, ``late`` ones to a later one; the last are
            never followed.
        identified: The citing text identifies the document by its address, its title or a
            quotation.
    """

    citing: AttributionId
    cited: DocumentId
    kind: LinkKind
    identified: bool = False


class CopyKind(StrEnum):
    """How one document came to hold the words of another."""

    REPRINT = "reprint"
    CREDITED = "credited"
    TRANSLATION = "translation"
    EXCERPT = "excerpt"
    REVISION = "revision"


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents that share passages.

    Attributes:
        kind: How they came to share them.
        documents: The members.
        original: The presumed original, the earliest dated one; None if that is unknown.
        aligned: Attributions that say the same passage, one row a passage.
    """

    kind: CopyKind
    documents: tuple[DocumentId, ...]
    original: DocumentId | None = None
    aligned: tuple[tuple[AttributionId, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """All that holds the documents of a corpus together."""

    links: tuple[SourceLink, ...] = ()
    copies: tuple[CopyGroup, ...] = ()


NO_TIES = Ties()
"""Every document stands for itself."""
