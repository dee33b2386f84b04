"""Turns of speech whose speaker is named inside them: « P1, a dit X. P2. ».

French print leaves the speaker within the marks, and a dialogue with dashes has no marks at
all. What follows the speaker, up to the end of the turn or to the next speaker in it, is still
the same act.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.passages import Passage
from kg.model import Span

_DASHES = frozenset({"—", "–"})
_LONGEST = 4_000
"""Code points of a turn; what is longer is no turn but a text that begins with a dash."""


def is_incise(draft: Draft) -> bool:
    """Whether the act interrupts what it conveys: its content begins before its cue."""
    if not draft.cue or draft.implied or not draft.content:
        return False
    return draft.content[0].end <= draft.cue[0].start


def with_rest(sentences: Sequence[Passage], drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts``, those that interrupt a turn completed by the sentences that follow in it."""
    found = list(drafts)
    by_turn: dict[Span, list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        if is_incise(draft) and (turn := _turn(sentences[draft.sentence], draft)):
            by_turn[turn].append(n)
    for turn, members in by_turn.items():
        for n in members:
            p = sentences[drafts[n].sentence]
            numbers = [drafts[m].sentence for m in members]
            later = [number for number in numbers if number > drafts[n].sentence]
            stop = sentences[min(later)].sentence.span.start if later else turn.end
            first = min(numbers) == drafts[n].sentence
            own = drafts[n] if first else _from(p, drafts[n], p.sentence.span.start)
            found[n] = _completed(p, own, min(stop, turn.end))
    return found


def _from(p: Passage, draft: Draft, start: int) -> Draft:
    """``draft`` without what another one says before ``start``."""
    spans = (p.trimmed(max(s.start, start), s.end) for s in draft.content if s.end > start)
    return replace(draft, content=tuple(s for s in spans if s) or draft.content)


def _turn(p: Passage, draft: Draft) -> Span | None:
    """The quotation, or the paragraph that a dash opens, in which the act stands."""
    at = p.token_at(draft.cue[0].start)
    number = p.quoted[at]
    if number >= 0:
        inner = p.quotations[number].inner
        return inner if inner.start <= draft.content[0].start else None
    start = p.text.rfind("\n", 0, p.sentence.span.start) + 1
    line = p.text[start : start + 3].lstrip()
    if line[:1] not in _DASHES or draft.sentence < 0:
        return None
    end = p.text.find("\n", p.sentence.span.end)
    turn = Span(start, len(p.text) if end < 0 else end)
    return turn if turn.end - turn.start <= _LONGEST else None


def _completed(p: Passage, draft: Draft, stop: int) -> Draft:
    """``draft`` with the rest of its turn, from the end of its sentence to ``stop``."""
    here = p.sentence.span.end
    own = tuple(
        replace(s, end=min(s.end, here)) if s.start < here else s
        for s in draft.content
        if s.start < here
    )
    own = tuple(s for span in own if (s := p.trimmed(span.start, span.end)))
    rest = p.trimmed(here, stop) if stop > here else None
    if rest is None or not own:
        return replace(draft, content=own or draft.content)
    told = max(s.end for s in (*draft.cue, *(s for m in draft.sources for s in m.spans)))
    if own[-1].start > told:
        return replace(draft, content=(*own[:-1], Span(own[-1].start, rest.end)))
    return replace(draft, content=(*own, rest))
