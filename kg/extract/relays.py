"""Participles by which one source passes on another: citant X, cité par X, quoting X.

"P, a rapporté Yonhap, citant des sources": Yonhap reports P and the sources are within its
act. "Un diplomate cité par l'AFP": the agency is who relays, so it is the outer act. Both
acts convey the same words.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.kinds import can_speak
from kg.extract.lexicon import CueClass
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.extract.phrases import after_preposition
from kg.extract.words import joined
from kg.model import Stance

_BY = frozenset({"by", "par"})
_CONFIDENCE = 0.75
_SAME = 0.7
"""Share of two contents' letters that they have in common where they are the same words."""


def relayed(p: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` of one sentence together with the relays that its participles name."""
    found = list(drafts)
    for j in range(p.stop):
        words = p.says.citing.found(p.tokens, j)
        if words and any(p.lex.auxiliary(p.low(k)) for k in (j - 1, j - 2)):
            continue
        if not words or _is_cue(p, j, len(words), found):
            continue
        source = after_preposition(p, j + len(words))
        if source is None or not can_speak(p, source):
            continue
        main = _main(p, j, found)
        if main is not None:
            found = _with(p, found, main, (j, j + len(words)), source)
    return found


def tied(p: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` of one sentence, each citing act tied to the act whose words it passes on.

    Two acts that convey the same words and stand side by side do not say by their places which
    relays which; the citing words do.
    """
    found = list(drafts)
    for n, citing in enumerate(drafts):
        if not citing.cue or citing.relayed_by or not _cites(p, citing):
            continue
        near = [m for m, d in enumerate(found) if m != n and _same_words(d, citing)]
        if not near:
            continue
        m = min(near, key=lambda m: abs(drafts[m].cue[0].start - citing.cue[0].start))
        if p.low(p.token_at(citing.cue[-1].end - 1)) in _BY:
            found[n] = replace(found[n], relayed_by=found[m].relayed_by)
            found[m] = replace(found[m], relayed_by=citing.cue)
        elif found[m].relayed_by != citing.cue:
            found[n] = replace(found[n], relayed_by=found[m].cue)
    return _governed(p, found)


def _governed(p: Passage, drafts: list[Draft]) -> list[Draft]:
    """``drafts``, an act that stands between another's cue and their common words put into it.

    In "selon X, Y affirme que P" both were seen to convey P; what X conveys is that Y affirms it.
    """
    found = list(drafts)
    for n, outer in enumerate(drafts):
        if not outer.cue or outer.relayed_by:
            continue
        for m, inner in enumerate(drafts):
            if m == n or inner.relayed_by or not _same_words(outer, inner):
                continue
            start = min(s.start for s in (*inner.cue, *(s for x in inner.sources for s in x.spans)))
            if _told(outer) <= start and inner.cue[-1].end <= outer.content[0].start:
                whole = p.trimmed(start, outer.content[0].end)
                content = (whole or outer.content[0], *outer.content[1:])
                found[n] = replace(outer, content=content)
                break
    return found


def _told(draft: Draft) -> int:
    """Where the words end that say who speaks and that they speak."""
    return max(s.end for s in (*draft.cue, *(s for m in draft.sources for s in m.spans)))


def _cites(p: Passage, draft: Draft) -> bool:
    first = p.token_at(draft.cue[0].start)
    verbs = p.lex.verb(p.low(first))
    relay = any(form.cue.cue_class is CueClass.RELAY for form in verbs)
    return relay or bool(p.says.citing.at(p.tokens, first))


def _same_words(one: Draft, other: Draft) -> bool:
    """Whether two acts of different sources convey nearly the same words."""
    if not one.cue or {s for m in one.sources for s in m.spans} & {
        s for m in other.sources for s in m.spans
    }:
        return False
    a = {i for span in one.content for i in range(span.start, span.end)}
    b = {i for span in other.content for i in range(span.start, span.end)}
    return len(a & b) >= _SAME * len(a | b)


def _is_cue(p: Passage, j: int, length: int, drafts: Sequence[Draft]) -> bool:
    """Whether the words are already the cue of an attribution of their own."""
    start, end = p.tokens[j].start, p.tokens[j + length - 1].end
    return any(c.start < end and start < c.end for d in drafts for c in d.cue)


def _main(p: Passage, j: int, drafts: Sequence[Draft]) -> Draft | None:
    """The attribution that the participle at ``j`` is about: whose source or cue is nearest."""
    at = p.tokens[j].start
    before = [d for d in drafts if d.cue and d.sources[0].spans]
    if not before:
        return None

    def distance(draft: Draft) -> tuple[int, int]:
        source_end = draft.sources[-1].spans[-1].end
        cue_end = draft.cue[-1].end
        inside = any(s.start <= at < s.end for s in draft.content)
        gaps = [at - end for end in (source_end, cue_end) if end <= at]
        return (inside, min(gaps, default=10_000))

    best = min(before, key=distance)
    return None if distance(best)[1] >= 10_000 else best  # noqa: PLR2004 - the default above


def _with(p: Passage, drafts: list[Draft], main: Draft, cue: Range, source: Range) -> list[Draft]:
    """``drafts`` with the relay added: outside of ``main`` if passive, else inside."""
    relay = Draft(
        rule="relay-participle",
        sources=mentions(p, source),
        cue=joined(p, list(range(*cue))),
        content=main.content,
        stance=Stance.ASSERTS,
        confidence=_CONFIDENCE,
        sentence=main.sentence,
    )
    if p.low(cue[1] - 1) in _BY:
        outer = replace(relay, relayed_by=main.relayed_by)
        return [outer, *(replace(d, relayed_by=relay.cue) if d is main else d for d in drafts)]
    return [*drafts, replace(relay, relayed_by=main.cue)]
