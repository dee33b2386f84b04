"""Which act relays which: Y is nested in X when X's content holds Y's act and what it says."""

from collections.abc import Iterator, Sequence

from kg.extract.drafts import Draft
from kg.model import Span

NONE = -1
_MOSTLY = 0.5
"""Share of an inner content that lies in the outer one where it was drawn too far."""


def parents(drafts: Sequence[Draft]) -> list[int]:
    """By candidate, the number of the one that relays it; -1 at the top.

    The smallest content that holds cue and content wins. Every edge goes to a content that is
    larger, or was named by the words, so there is no circle; one found all the same is cut.
    Takes O(n log n + n·k) time, k being how many contents overlap at one place.
    """
    by_cue = {draft.cue: n for n, draft in enumerate(drafts) if draft.cue}
    named = [by_cue.get(d.relayed_by, NONE) if d.relayed_by else NONE for d in drafts]
    named = _without_circles([NONE if m == n else m for n, m in enumerate(named)])
    found = [NONE] * len(drafts)
    for n, near in _overlapping(drafts):
        found[n] = named[n] if named[n] >= 0 else _parent(drafts, n, near, named)
    return _without_circles(found)


def _without_circles(found: list[int]) -> list[int]:
    for n in range(len(found)):
        seen = {n}
        at = n
        while found[at] >= 0:
            if found[at] in seen:
                found[at] = NONE
                break
            at = found[at]
            seen.add(at)
    return found


def _overlapping(drafts: Sequence[Draft]) -> Iterator[tuple[int, list[int]]]:
    """Each candidate with those that have a content where its cue begins: one sweep."""
    spans = sorted((s.start, s.end, n) for n, d in enumerate(drafts) for s in d.content)
    places = sorted((d.cue[0].start if d.cue else d.start, n) for n, d in enumerate(drafts))
    active: list[tuple[int, int]] = []
    at = 0
    for place, n in places:
        while at < len(spans) and spans[at][0] <= place:
            active.append((spans[at][1], spans[at][2]))
            at += 1
        active = [(end, m) for end, m in active if end > place]
        yield n, [m for _, m in active if m != n]


def _parent(drafts: Sequence[Draft], n: int, near: list[int], named: Sequence[int]) -> int:
    draft = drafts[n]
    if not draft.cue:
        return NONE
    holders = [m for m in near if _relays(drafts[m], draft)]
    # Of two acts with the same content the one that the other relays is the nearer one.
    relaying = {named[m] for m in holders}
    innermost = [m for m in holders if m not in relaying]
    return min(innermost, key=lambda m: (_size(drafts[m]), m), default=NONE)


def _relays(outer: Draft, inner: Draft) -> bool:
    """Whether the content of ``outer`` holds the act ``inner`` and what it conveys.

    A content that was drawn a little too far may stick out at its end.
    """
    if not outer.cue or outer.implied:
        return False
    if not all(_inside(cue, outer) for cue in inner.cue):
        return False
    if all(_inside(span, outer) for span in inner.content):
        return _size(inner) < _size(outer)
    begins = any(s.start <= inner.content[0].start < s.end for s in outer.content)
    return begins and _common(outer, inner) >= _MOSTLY * _size(inner)


def _inside(span: Span, outer: Draft) -> bool:
    return any(part.contains(span) for part in outer.content)


def _common(outer: Draft, inner: Draft) -> int:
    """Code points that both contents cover."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in outer.content
        for b in inner.content
    )


def _size(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)
