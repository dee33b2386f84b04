"""Settles which attribution of an answer relays which, and puts them in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.llm.answers import Reason
from kg.model import Attribution, AttributionId


@dataclass(frozen=True, slots=True)
class Drawn:
    """An attribution whose words have been found, before it is known what relays it.

    Attributes:
        attribution: Nested in nothing yet.
        outer: Place in the answer of the attribution that contains it; None at the top.
    """

    attribution: Attribution
    outer: int | None


def nested(answer: Sequence[Drawn | Reason]) -> tuple[list[Attribution], list[Reason]]:
    """The attributions of one answer, nested, and what was not kept of it.

    Without its relay an attribution would seem to be told by the document itself, so one whose
    relay was rejected goes as well.
    """
    answer = _without_orphans(answer)
    reasons = [each for each in answer if isinstance(each, Reason)]
    kept: dict[AttributionId, Attribution] = {}
    firsts = []
    for each in answer:
        if isinstance(each, Reason):
            continue
        if each.attribution.id in kept:
            reasons.append(Reason.DUPLICATE)
            continue
        kept[each.attribution.id] = each.attribution
        firsts.append(each)
    for each in firsts:
        outer = None if each.outer is None else answer[each.outer]
        if not isinstance(outer, Drawn):
            continue
        if _is_relay(outer.attribution, each.attribution, kept):
            inner = replace(each.attribution, nested_in=outer.attribution.id)
            kept[inner.id] = inner
        else:
            reasons.append(Reason.NESTING_CUT)
    return list(kept.values()), reasons


def _without_orphans(answer: Sequence[Drawn | Reason]) -> list[Drawn | Reason]:
    left = list(answer)
    while orphans := [
        n
        for n, each in enumerate(left)
        if isinstance(each, Drawn)
        and each.outer is not None
        and isinstance(left[each.outer], Reason)
    ]:
        for n in orphans:
            left[n] = Reason.OUTER_REJECTED
    return left


def _is_relay(
    outer: Attribution, inner: Attribution, kept: Mapping[AttributionId, Attribution]
) -> bool:
    """Whether the contents share words, and the nesting would not go in a circle."""
    shared = any(a.overlaps(b) for a in outer.content for b in inner.content)
    return shared and all(above.id != inner.id for above in _upwards(outer, kept))


def _upwards(
    attribution: Attribution, known: Mapping[AttributionId, Attribution]
) -> Iterator[Attribution]:
    """The attribution as it is known by now, and those it is nested in, innermost first."""
    at: AttributionId | None = attribution.id
    while at:
        yield known[at]
        at = known[at].nested_in


def in_text_order(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """By the first word, each followed by what it relays."""
    known = {attribution.id: attribution for attribution in found}

    def path(attribution: Attribution) -> list[tuple[int, int, str]]:
        return [_place(each) for each in _upwards(attribution, known)][::-1]

    return tuple(sorted(known.values(), key=path))


def _place(attribution: Attribution) -> tuple[int, int, str]:
    content = attribution.content
    spans = (*attribution.source.spans, *attribution.cue, *content)
    start = min(span.start for span in spans)
    return start, content[0].start - content[-1].end, attribution.id
