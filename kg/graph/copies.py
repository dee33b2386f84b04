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
    for row, originals in _rows(groups):
        here = sorted((a for a in row if a in place), key=lambda a: (rank[place[a]], a))
        first = next((a for a in here if place[a] in originals), None)
        dated = first is not None
        for attribution in here:
            if attribution != (first or here[0]):
                found[attribution] = Copy(first or here[0], dated)
    return found


def _rows(
    groups: Iterable[CopyGroup],
) -> list[tuple[frozenset[AttributionId], frozenset[DocumentId]]]:
    """The rows of all groups, joined where they share an attribution, with the originals.

    The translation of a text and its revision make two groups, and one passage of all three.
    """
    row_of: dict[AttributionId, set[AttributionId]] = {}
    originals: dict[AttributionId, set[DocumentId]] = {}
    for group in groups:
        for row in group.aligned:
            joined = set(row).union(*(row_of.get(a, ()) for a in row))
            known = {group.original} if group.original else set()
            known |= set().union(*(originals.get(a, ()) for a in joined))
            for attribution in joined:
                row_of[attribution] = joined
                originals[attribution] = known
    distinct = {id(row): row for row in row_of.values()}
    return [(frozenset(row), frozenset(originals[next(iter(row))])) for row in distinct.values()]


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
