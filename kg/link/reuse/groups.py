"""Groups of copies: who shares passages with whom, whose they are, which attributions are one.

A group is held together by one way of copying. A translation is tied to the presumed original
alone and not to each of its reprints, so that a group reads as what happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.link.reuse.pages import Page
from kg.link.reuse.pairs import Reuse
from kg.link.vectors import cosines, vectors
from kg.model import (
    Attribution,
    AttributionId,
    CopyGroup,
    CopyKind,
    DocumentId,
    Reading,
    earlier,
)

_VERBATIM = (CopyKind.CREDITED, CopyKind.REPRINT, CopyKind.REVISION, CopyKind.EXCERPT)
_ALIKE = 0.4


def copy_groups(
    found: Iterable[Reuse], published: Mapping[DocumentId, str | None]
) -> tuple[CopyGroup, ...]:
    """The groups that pairs of documents make, sorted by their members. Linear in the pairs.

    Args:
        found: Pairs of documents, in any order.
        published: The date of every document in them, as given.
    """
    kept = sorted(found, key=lambda r: (r.one, r.other))
    leader = _leaders(kept, published)
    kept = [r for r in kept if r.kind is not CopyKind.TRANSLATION or _between_leaders(r, leader)]
    groups = []
    for kind in CopyKind:
        of_kind = [r for r in kept if r.kind is kind]
        for members in _components(of_kind):
            rows = _rows(r for r in of_kind if r.one in members)
            first = _first(members, published)
            groups.append(CopyGroup(kind, _in_order(members, published), first, rows))
    return tuple(sorted(groups, key=lambda g: (g.documents, g.kind)))


def _leaders(
    found: Sequence[Reuse], published: Mapping[DocumentId, str | None]
) -> dict[DocumentId, DocumentId]:
    """For each document, the first of those whose words it holds in its own language."""
    verbatim = [r for r in found if r.kind in _VERBATIM and r.kind is not CopyKind.EXCERPT]
    leader = {}
    for members in _components(verbatim):
        first = _in_order(members, published)[0]
        leader.update(dict.fromkeys(members, first))
    return leader


def _between_leaders(pair: Reuse, leader: Mapping[DocumentId, DocumentId]) -> bool:
    return all(leader.get(id_, id_) == id_ for id_ in (pair.one, pair.other))


def _components(found: Iterable[Reuse]) -> list[frozenset[DocumentId]]:
    near: dict[DocumentId, set[DocumentId]] = defaultdict(set)
    for pair in found:
        near[pair.one].add(pair.other)
        near[pair.other].add(pair.one)
    seen: set[DocumentId] = set()
    groups = []
    for start in sorted(near):
        if start in seen:
            continue
        members, waiting = set(), [start]
        while waiting:
            at = waiting.pop()
            if at not in members:
                members.add(at)
                waiting += near[at]
        seen |= members
        groups.append(frozenset(members))
    return groups


def _in_order(
    members: Iterable[DocumentId], published: Mapping[DocumentId, str | None]
) -> tuple[DocumentId, ...]:
    return tuple(sorted(members, key=lambda id_: (published[id_] or "~", id_)))


def _first(
    members: Iterable[DocumentId], published: Mapping[DocumentId, str | None]
) -> DocumentId | None:
    """The presumed original: the one that is certainly before every other."""
    first, *others = _in_order(members, published)
    certain = all(earlier(published[first], published[other]) for other in others)
    return first if certain else None


def _rows(ties: Iterable[Reuse]) -> tuple[tuple[AttributionId, ...], ...]:
    """Attributions that say the same passage, one row a passage, over all documents of a group."""
    row_of: dict[AttributionId, set[AttributionId]] = {}
    for one, other in (pair for tie in ties for pair in tie.rows):
        row = row_of.get(one, {one}) | row_of.get(other, {other})
        row_of.update(dict.fromkeys(row, row))
    return tuple(sorted({tuple(sorted(row)) for row in row_of.values()}))


def with_rows(tie: Reuse, one: tuple[Page, Reading], other: tuple[Page, Reading]) -> Reuse:
    """``tie`` with the attributions of its two documents laid side by side.

    Takes time in the product of the attributions of aligned passages.
    """
    rows = []
    for pair in tie.pairs:
        here = _within(one[1], one[0], pair.one)
        there = _within(other[1], other[0], pair.other)
        rows += [(a.id, b.id) for a, b in _matched(one[1], here, other[1], there)]
    return replace(tie, rows=tuple(sorted(set(rows))))


def _within(reading: Reading, page: Page, number: int) -> list[Attribution]:
    span = page.passages[number].span
    return [a for a in reading.attributions if span.overlaps((a.cue or a.content)[0])]


def _matched(
    first: Reading, here: list[Attribution], second: Reading, there: list[Attribution]
) -> list[tuple[Attribution, Attribution]]:
    """Each attribution with the one that says the same, best first; own voice with own voice."""
    if not here or not there:
        return []
    one = vectors([first.document.quotes(a.content) for a in here])
    other = vectors([second.document.quotes(a.content) for a in there])
    alike = cosines(one, other)
    ranked = sorted(
        (-round(float(alike[i, j]), 4) - 0.5 * (bool(a.nested_in) == bool(b.nested_in)), i, j)
        for i, a in enumerate(here)
        for j, b in enumerate(there)
        if a.is_own_voice == b.is_own_voice and alike[i, j] >= _ALIKE
    )
    taken: set[tuple[int, int]] = set()
    found = []
    for _, i, j in ranked:
        if not {(0, i), (1, j)} & taken:
            taken |= {(0, i), (1, j)}
            found.append((here[i], there[j]))
    return found
