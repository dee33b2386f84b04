"""Quotations that go on: over sentences, over paragraphs, and without a cue of their own.

« … », a dit X. « … » is one act with two spans of content. A quotation that stands right
after one that has a speaker, with nobody else named between, continues it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.passages import Passage
from kg.extract.quotes import Quotation
from kg.model import Span

_SAYING = 4
"""Words from which a quotation without a cue is a saying."""


def continued(sentences: Sequence[Passage], drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with the quotations that continue their content."""
    if not sentences:
        return list(drafts)
    quotations = sentences[0].quotations
    found = list(drafts)
    covered = _covered(quotations, found)
    for number, quotation in enumerate(quotations):
        if number in covered or not _is_saying(sentences[0].text, quotation):
            continue
        at = _before(sentences, quotations, number, found)
        if at is not None:
            found[at] = _extended(sentences[0], found[at], quotation)
            covered.add(number)
    return found


def _covered(quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> set[int]:
    """The quotations that some content takes in whose cue stands outside of them."""
    starts = [q.outer.start for q in quotations]
    covered: set[int] = set()
    for draft in drafts:
        for span in draft.content:
            first = max(0, bisect_right(starts, span.start) - 1)
            last = bisect_right(starts, span.end - 1)
            covered.update(n for n in range(first, last) if _takes_in(quotations[n], span, draft))
    return covered


def _takes_in(quotation: Quotation, span: Span, draft: Draft) -> bool:
    outer = quotation.outer
    if span.end <= outer.start or outer.end <= span.start or not draft.cue:
        return False
    return not outer.contains(draft.cue[0])


def _is_saying(text: str, quotation: Quotation) -> bool:
    return len(quotation.inner.of(text).split()) >= _SAYING


def _before(
    sentences: Sequence[Passage], quotations: Sequence[Quotation], number: int, drafts: list[Draft]
) -> int | None:
    """The draft whose speech the quotation continues: it ends right before, in quotation marks."""
    quotation = quotations[number]
    ends = [p.sentence.span.end for p in sentences]
    here = bisect_right(ends, quotation.outer.start)
    if here >= len(sentences) or sentences[here].sentence.span.start != quotation.outer.start:
        return None
    at = _speaking(drafts, quotations, quotation)
    if at is None:
        return None
    last = max(s.end for s in (*drafts[at].content, *drafts[at].cue))
    ends_in = bisect_left(ends, last)
    same = sentences[here].sentence.paragraph == sentences[ends_in].sentence.paragraph
    near = (
        here - ends_in <= 1
        and sentences[here].sentence.paragraph - 1 <= sentences[ends_in].sentence.paragraph
    )
    return at if near and (same or _is_alone(sentences, here, number)) else None


def _speaking(
    drafts: Sequence[Draft], quotations: Sequence[Quotation], quotation: Quotation
) -> int | None:
    """The last act before ``quotation``, if it speaks in quotation marks and is no inner one."""
    starts = [q.outer.start for q in quotations]
    for m in range(len(drafts) - 1, -1, -1):
        draft = drafts[m]
        if draft.implied or not draft.cue or draft.start >= quotation.outer.start:
            continue
        near = max(0, bisect_right(starts, draft.content[-1].start) - 1)
        marks = quotations[near].outer
        if marks.contains(draft.cue[0]):
            continue
        return m if marks.start <= draft.content[-1].start < marks.end else None
    return None


def _is_alone(sentences: Sequence[Passage], here: int, number: int) -> bool:
    """Whether the paragraph holds nothing but the quotation."""
    paragraph = sentences[here].sentence.paragraph
    while here < len(sentences) and sentences[here].sentence.paragraph == paragraph:
        p = sentences[here]
        if any(q != number for q, t in zip(p.quoted, p.tokens, strict=True) if t.is_word):
            return False
        here += 1
    return True


def _extended(p: Passage, draft: Draft, quotation: Quotation) -> Draft:
    span = p.trimmed(quotation.inner.start, quotation.inner.end) or quotation.inner
    return replace(draft, content=(*draft.content, span))
