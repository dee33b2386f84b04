"""Which act relays which: Y is nested in X when X's content holds Y's act and what it says."""

from collections.abc import Sequence

from kg.extract.drafts import Draft
from kg.model import SourceKind, Span

NONE = -1


def parents(drafts: Sequence[Draft]) -> list[int]:
    """By candidate, the number of the one that relays it; -1 at the top.

    The smallest content that holds cue and content wins. Every edge goes to a content that is
    larger, or was named by the words, so there is no circle; one found all the same is cut.
    """
    found = [_parent(drafts, n) for n in range(len(drafts))]
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


def _parent(drafts: Sequence[Draft], n: int) -> int:
    draft = drafts[n]
    if draft.relayed_by:
        named = [m for m, other in enumerate(drafts) if other.cue == draft.relayed_by and m != n]
        if named:
            return named[0]
    if not draft.cue:
        return NONE
    holders = [
        m
        for m, other in enumerate(drafts)
        if m != n and other.cue and not other.implied and _holds(other, draft)
    ]
    return min(holders, key=lambda m: (_size(drafts[m]), m), default=NONE)


def _holds(outer: Draft, inner: Draft) -> bool:
    if any(m.kind is SourceKind.OWN_VOICE for m in outer.sources):
        return False
    if not all(_inside(cue, outer) for cue in inner.cue):
        return False
    return all(_inside(span, outer) for span in inner.content) and _size(inner) < _size(outer)


def _inside(span: Span, outer: Draft) -> bool:
    return any(part.contains(span) for part in outer.content)


def _size(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)
