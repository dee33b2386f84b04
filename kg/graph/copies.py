"""What copies do to counting: who stands for whom, and which version of a text is the latest."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.model import AttributionId, CopyGroup, CopyKind, DocumentId, Reading, earlier


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
