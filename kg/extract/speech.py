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
from kg.extract.turns import is_incise, with_rest
from kg.model import Span

_BACK = 40
"""Sentences that a quotation and the act that it continues may lie apart by their numbers: a
quotation of many sentences counts from its first."""

_ASIDE = 12
"""Most words between a speaker and the rest of the quotation that the speaker interrupts."""

_SAYING = 4
"""Words from which a quotation without a cue is a saying."""


def continued(sentences: Sequence[Passage], drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts``, in the order of their sentences, with the quotations that continue them."""
    if not sentences:
        return list(drafts)
    quotations = sentences[0].quotations
    told = with_rest(sentences, drafts)
    speech = _Speech(sentences, told)
    covered = _covered(quotations, told) | _interrupted(sentences, told)
    for number, quotation in enumerate(quotations):
        if number not in covered and _is_saying(sentences[0].text, quotation):
            speech.take(number, quotation)
    return speech.drafts


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


def _interrupted(sentences: Sequence[Passage], drafts: Sequence[Draft]) -> set[int]:
    """The quotations within whose marks a speaker stands: they have an act of their own."""
    found = set()
    for draft in drafts:
        if is_incise(draft):
            p = sentences[draft.sentence]
            found.add(p.quoted[p.token_at(draft.cue[0].start)])
    return found


def _takes_in(quotation: Quotation, span: Span, draft: Draft) -> bool:
    outer = quotation.outer
    if span.end <= outer.start or outer.end <= span.start or not draft.cue:
        return False
    return not outer.contains(draft.cue[0])


def _is_saying(text: str, quotation: Quotation) -> bool:
    return len(quotation.inner.of(text).split()) >= _SAYING


class _Speech:
    """Hands quotations to the act that they continue."""

    def __init__(self, sentences: Sequence[Passage], drafts: list[Draft]) -> None:
        self.drafts = drafts
        self._sentences = sentences
        self._quotations = sentences[0].quotations
        self._starts = [q.outer.start for q in self._quotations]
        self._ends = [p.sentence.span.end for p in sentences]
        self._numbers = [d.sentence for d in drafts]

    def take(self, number: int, quotation: Quotation) -> None:
        """Add the quotation to the act that ends right before it in quotation marks."""
        here = bisect_right(self._ends, quotation.outer.start)
        if here >= len(self._sentences):
            return
        p = self._sentences[here]
        at = self._speaking(quotation, here)
        if at is None:
            return
        if p.sentence.span.start == quotation.outer.start:
            goes_on = self._follows(at, here, number)
        else:
            goes_on = self._resumes(at, p, quotation)
        if goes_on:
            span = p.trimmed(quotation.inner.start, quotation.inner.end) or quotation.inner
            draft = self.drafts[at]
            self.drafts[at] = replace(draft, content=(*draft.content, span))

    def _resumes(self, at: int, p: Passage, quotation: Quotation) -> bool:
        """Whether only the speaker stands between: « P1, a-t-elle dit avant de sortir, « P2 »."""
        draft = self.drafts[at]
        told = max(s.end for s in (*draft.cue, *(s for m in draft.sources for s in m.spans)))
        said = draft.content[-1].end
        if told <= said or told < p.sentence.span.start:
            return False
        between = range(p.token_at(told), p.token_at(quotation.outer.start))
        if len(between) > _ASIDE or any(p.tree.finite[j] for j in between):
            return False
        return p.low(p.token_at(quotation.outer.start) - 1) in {",", "—", "–", "--"}

    def _speaking(self, quotation: Quotation, here: int) -> int | None:
        """The last act before the quotation, if it speaks in marks and is no inner one."""
        first = bisect_left(self._numbers, here - _BACK)
        for m in range(bisect_right(self._numbers, here) - 1, first - 1, -1):
            draft = self.drafts[m]
            if draft.implied or not draft.cue or draft.start >= quotation.outer.start:
                continue
            near = max(0, bisect_right(self._starts, draft.content[-1].start) - 1)
            marks = self._quotations[near].outer
            if not marks.contains(draft.cue[0]):
                return m if marks.start <= draft.content[-1].start < marks.end else None
        return None

    def _follows(self, at: int, here: int, number: int) -> bool:
        """Whether nothing stands between the act and the quotation."""
        draft = self.drafts[at]
        last = max(s.end for s in (*draft.content, *draft.cue))
        before = bisect_left(self._ends, last)
        paragraph = self._sentences[here].sentence.paragraph
        apart = paragraph - self._sentences[before].sentence.paragraph
        if here - before > 1 or apart > 1:
            return False
        return not apart or self._is_alone(here, number)

    def _is_alone(self, here: int, number: int) -> bool:
        """Whether the paragraph holds nothing but the quotation."""
        paragraph = self._sentences[here].sentence.paragraph
        for n in range(here, len(self._sentences)):
            p = self._sentences[n]
            if p.sentence.paragraph != paragraph:
                return True
            if any(q != number for q, t in zip(p.quoted, p.tokens, strict=True) if t.is_word):
                return False
        return True
