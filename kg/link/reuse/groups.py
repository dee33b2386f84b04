"""Groups of copies: who shares passages with whom, whose they are, which attributions are one.

A group is held together by one way of copying. A translation is tied to the presumed original
alone and not to each of its reprints, so that a group reads as what happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    found: Iterable[Reuse], pages: Mapping[DocumentId, Page], readings: Mapping[DocumentId, Reading]
) -> tuple[CopyGroup, ...]:
    """The groups that pairs of documents make, sorted by their members.

    Takes time linear in the pairs, and in the product of the attributions of aligned passages.

    Args:
        found: Pairs of documents, in any order.
        pages: Of all documents in them.
        readings: Of all documents in them; their attributions are laid side by side.
    """
    kept = sorted(found, key=lambda r: (r.one, r.other))
    leader = _leaders(kept, pages)
    kept = [r for r in kept if r.kind is not CopyKind.TRANSLATION or _between_leaders(r, leader)]
    groups = []
    for kind in CopyKind:
        of_kind = [r for r in kept if r.kind is kind]
        for members in _components(of_kind):
            ties = [r for r in of_kind if r.one in members]
            rows = _rows(ties, pages, readings)
            groups.append(CopyGroup(kind, _in_order(members, pages), _first(members, pages), rows))
    return tuple(sorted(groups, key=lambda g: (g.documents, g.kind)))


def _leaders(
    found: Sequence[Reuse], pages: Mapping[DocumentId, Page]
) -> dict[DocumentId, DocumentId]:
    """For each document, the first of those whose words it holds in its own language."""
    verbatim = [r for r in found if r.kind in _VERBATIM and r.kind is not CopyKind.EXCERPT]
    leader = {}
    for members in _components(verbatim):
        first = _in_order(members, pages)[0]
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
    members: Iterable[DocumentId], pages: Mapping[DocumentId, Page]
) -> tuple[DocumentId, ...]:
    return tuple(sorted(members, key=lambda id_: (pages[id_].document.published or "~", id_)))


def _first(members: Iterable[DocumentId], pages: Mapping[DocumentId, Page]) -> DocumentId | None:
    """The presumed original: the one that is certainly before every other."""
    first, *others = _in_order(members, pages)
    date = pages[first].document.published
    certain = all(earlier(date, pages[other].document.published) for other in others)
    return first if certain else None


def _rows(
    ties: Iterable[Reuse], pages: Mapping[DocumentId, Page], readings: Mapping[DocumentId, Reading]
) -> tuple[tuple[AttributionId, ...], ...]:
    """Attributions that say the same passage, one row a passage, over all documents of a group."""
    row_of: dict[AttributionId, set[AttributionId]] = {}
    for tie in ties:
        for one, other in aligned_attributions(tie, pages, readings):
            row = row_of.get(one.id, {one.id}) | row_of.get(other.id, {other.id})
            row_of.update(dict.fromkeys(row, row))
    rows = {tuple(sorted(row)) for row in row_of.values()}
    return tuple(sorted(rows))


def aligned_attributions(
    tie: Reuse, pages: Mapping[DocumentId, Page], readings: Mapping[DocumentId, Reading]
) -> list[tuple[Attribution, Attribution]]:
    """The attributions of two documents that stand in passages laid side by side."""
    first, second = readings[tie.one], readings[tie.other]
    found = []
    for pair in tie.pairs:
        here = _within(first, pages[tie.one], pair.one)
        there = _within(second, pages[tie.other], pair.other)
        found += _matched(first, here, second, there)
    return found


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
