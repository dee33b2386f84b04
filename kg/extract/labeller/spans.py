"""From labels of tokens to the spans of a source and a content."""

from kg.extract.drafts import Mention, Spans
from kg.extract.extents import with_running_quotation
from kg.extract.labeller.candidates import Labels
from kg.extract.labeller.parts import CONTENT, SOURCE
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.model import Span


def sources_of(p: Passage, labels: Labels) -> tuple[Mention, ...]:
    """The sources that the labels mark; nobody if none is marked."""
    runs = _runs(p, labels, SOURCE)
    if not runs:
        return mentions(p, None)
    return mentions(p, max(runs, key=lambda run: run[1] - run[0]))


def content_of(p: Passage, labels: Labels) -> Spans:
    """The content that the labels mark, quotations completed beyond the sentence."""
    spans = []
    for lo, hi in _runs(p, labels, CONTENT):
        span = with_running_quotation(p, p.span(lo, hi), lo, hi)
        if span:
            spans.append(_from_opening(p, span, lo))
    return tuple(spans)


def _from_opening(p: Passage, span: Span, lo: int) -> Span:
    """``span`` from where its quotation opens, be that in an earlier sentence."""
    number = p.quoted[lo]
    if number < 0 or any(q != number for q in p.quoted[:lo]):
        return span
    opened = p.quotations[number]
    if opened.outer.start >= p.sentence.span.start:
        return span
    return p.trimmed(opened.inner.start, span.end) or span


def _runs(p: Passage, labels: Labels, wanted: str) -> list[Range]:
    """Tokens that bear ``wanted`` one after another; marks between them do not part them."""
    runs: list[Range] = []
    start = None
    for i, label in enumerate((*labels.best, "")):
        if label == wanted:
            start = i if start is None else start
            continue
        if start is not None and (i == len(labels.best) or p.tokens[i].is_word or label):
            runs.append((start, i))
            start = None
    return [run for run in runs if any(p.tokens[i].is_word for i in range(*run))]
