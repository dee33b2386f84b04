"""Finds where quotes stand in a text, letter by letter."""

import re
from collections.abc import Sequence

from kg.extract.drafts import Spans
from kg.extract.llm.answers import Entry, Reason
from kg.model import SourceKind, Span

MOST_PLACES = 30
"""Of one quote in a window. More often than this stand only words that tell nothing apart;
the limit also bounds what a hostile answer can cost."""


def parts(entry: Entry, text: str) -> tuple[Spans, Spans, Spans] | Reason:
    """Source, cue and content of an attribution, each in text order, or why it is not kept."""
    if not entry.source and entry.kind is not SourceKind.UNNAMED:
        return Reason.NOT_VERBATIM
    placed = place((*entry.source, *entry.cue, *entry.content), text)
    if isinstance(placed, Reason):
        return placed
    cue = len(entry.source)
    content = cue + len(entry.cue)
    source_spans, cue_spans = sorted(placed[:cue]), sorted(placed[cue:content])
    return tuple(source_spans), tuple(cue_spans), tuple(sorted(placed[content:]))


def place(quotes: Sequence[str], text: str) -> list[Span] | Reason:
    """Where the quotes of one attribution stand in ``text``, none upon another.

    One that stands there several times is taken where it is nearest to the others; of equally
    near ones the first. Only whole words count: "he" does not stand in "the".

    >>> place(["he", "says", "it floods"], "The mayor says he left. Now he says it floods.")
    [Span(start=28, end=30), Span(start=31, end=35), Span(start=36, end=45)]
    """
    places = [_places(quote, text) for quote in quotes]
    if not all(places):
        return Reason.NOT_VERBATIM
    if max(map(len, places)) > MOST_PLACES:
        return Reason.AMBIGUOUS
    rarest_first = sorted(range(len(quotes)), key=lambda n: (len(places[n]), -len(quotes[n])))
    first, *rest = (places[n] for n in rarest_first)
    fits = [fit for span in first if (fit := _around(span, rest))]
    if not fits:
        return Reason.OVERLAPPING
    fit = min(fits, key=lambda spans: max(s.end for s in spans) - min(s.start for s in spans))
    where = dict(zip(rarest_first, fit, strict=True))
    return [where[n] for n in range(len(quotes))]


def _places(quote: str, text: str) -> list[Span]:
    if not quote or quote != quote.strip() or len(quote) > len(text):
        return []
    before = r"(?<!\w)" if re.match(r"\w", quote[0]) else ""
    after = r"(?!\w)" if re.match(r"\w", quote[-1]) else ""
    found = re.finditer(before + re.escape(quote) + after, text)
    return [Span(*match.span()) for match in found]


def _around(first: Span, rest: Sequence[Sequence[Span]]) -> list[Span]:
    """``first``, and of each of the rest the free place that is nearest; none if one has none."""
    taken = [first]
    for spans in rest:
        free = [span for span in spans if not any(span.overlaps(other) for other in taken)]
        if not free:
            return []
        taken.append(min(free, key=lambda span: min(_gap(span, other) for other in taken)))
    return taken


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)
