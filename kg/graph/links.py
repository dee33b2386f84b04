"""What holds documents together: who cites whose text, and who copied from whom.

Both are found elsewhere and given to the citation graph as values, so that every number can
be had with them and without them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.graph.dates import earlier
from kg.model import AttributionId, DocumentId, Reading


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


@dataclass(frozen=True, slots=True)
class Copy:
    """That an attribution repeats another one.

    Attributes:
        of: The attribution that stands for both.
        dated: Whether the document of ``of`` is known to be the original.
    """

    of: AttributionId
    dated: bool


def copied(
    groups: Iterable[CopyGroup],
    held: Mapping[DocumentId, Reading],
    aside: Collection[AttributionId] = (),
) -> dict[AttributionId, Copy]:
    """Each attribution that repeats another, with the one that stands for both.

    That is the one of the presumed original; where that is not known, or not held, or set
    aside, the first in canonical order.
    """
    place = {a.id: id_ for id_, r in held.items() for a in r.attributions if a.id not in aside}
    rank = {id_: n for n, id_ in enumerate(held)}
    found: dict[AttributionId, Copy] = {}
    for group in groups:
        for row in group.aligned:
            here = sorted((a for a in row if a in place), key=lambda a: (rank[place[a]], a))
            first = next((a for a in here if place[a] == group.original), None)
            dated = first is not None
            for attribution in here:
                if attribution != (first or here[0]):
                    found.setdefault(attribution, Copy(first or here[0], dated))
    return found


def superseded(
    groups: Iterable[CopyGroup], held: Mapping[DocumentId, Reading]
) -> dict[DocumentId, DocumentId]:
    """Each earlier version of a document, with the latest one that is held."""
    found: dict[DocumentId, DocumentId] = {}
    for group in groups:
        if group.kind is not CopyKind.REVISION:
            continue
        versions = [d for d in held if d in group.documents]
        for version in versions:
            latest = versions[-1]
            if earlier(held[version].document.published, held[latest].document.published):
                found[version] = latest
    return found
