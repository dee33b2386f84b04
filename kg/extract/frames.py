"""Sources put beside what they say by a preposition or a comparison: selon X, as X reports."""

from collections.abc import Iterator

from kg.extract.drafts import NOBODY, Draft, Mention, Spans
from kg.extract.kinds import can_speak
from kg.extract.matching import Words
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.extract.phrases import after_preposition
from kg.extract.stance import certainty_of, stance_of
from kg.extract.subjects import inverted, subject
from kg.extract.verbs import VerbGroup
from kg.extract.words import joined
from kg.model import SourceKind, WriterCertainty

_FREE = 2
"""Frames of so few words (selon, according to) stand anywhere, longer ones after a comma."""

_CONDITIONS = frozenset(
    ["pays", "cas", "besoins", "saison", "saisons", "régions", "circonstances", "goûts", "âge"]
)
"""Nouns on which things depend and that nobody quotes."""

_DASHES = frozenset({",", "--", "—", "–", "("})


def frame_drafts(p: Passage) -> Iterator[Draft]:
    """Selon X, d'après X, à en croire X, de source X, according to X; anywhere in a sentence."""
    for j in range(p.stop):
        words = p.says.frames.found(p.tokens, j)
        if words is None or not _may_frame(p, j, words) or _cites_for(p, j):
            continue
        frame = p.says.frame(words)
        source = after_preposition(p, j + len(words))
        bare_source = "source" in words[-1]
        if source is None and not bare_source:
            continue
        parted = j == 0 or p.tokens[j - 1].text in _DASHES or not p.tokens[j - 1].is_word
        if p.lex.lang == "fr" and not parted and not (source and can_speak(p, source)):
            continue
        if len(words) > _FREE and j and p.tokens[j - 1].text not in _DASHES:
            continue
        if frame.weak and not _may_be_weak(p, j, words, source):
            continue
        if source and _depends(p, source):
            continue
        yield from _framed(p, j, words, source, frame.certainty)


def _depends(p: Passage, source: Range) -> bool:
    """Whether the phrase says on what something depends: "selon les pays", "pour le pays"."""
    inside = range(*source)
    named = any(p.tokens[k].is_capitalised for k in inside if k)
    return not named and any(p.low(k) in _CONDITIONS for k in inside)


def _cites_for(p: Passage, j: int) -> bool:
    """Whether the words at ``j`` name the source of an act just told: "writes, citing Y, that"."""
    if not p.says.citing.at(p.tokens, j):
        return False
    before = j - 2 if p.low(j - 1) == "," else j - 1
    return before >= 0 and bool(p.lex.verb(p.low(before)))


def _may_be_weak(p: Passage, j: int, words: Words, source: Range | None) -> bool:
    """Whether pour, per … name a source here: first in the sentence, or "per" after a comma."""
    if source is None or not can_speak(p, source):
        return False
    closed = p.tokens[source[1] : source[1] + 1]
    if j == 0:
        return bool(closed) and closed[0].text == ","
    return words == ("per",) and p.tokens[j - 1].text == ","


def _may_frame(p: Passage, j: int, words: Words) -> bool:
    after = p.low(j + len(words))
    if after in {"lequel", "laquelle", "lesquels", "lesquelles", "tout", "toute", "toutes"}:
        return False
    if after in {"«", "“", '"', "plan"}:
        return False
    return after not in {"que", "qu'", "to", "le"} or (
        after == "le" and p.low(j + len(words) + 1) != "cas"
    )


def _framed(
    p: Passage, j: int, words: Words, source: Range | None, certainty: WriterCertainty
) -> Iterator[Draft]:
    end = j + len(words)
    cue_end = end
    if "source" in words[-1]:
        # "De source policière": the cue is the preposition, the source the phrase.
        source = (end - 1, _adjectives(p, end))
        cue_end = end - 1
    if source is None:
        return
    content = around(p, (j, _past_relay(p, source[1])))
    if not content:
        return
    cue = joined(p, list(range(j, max(cue_end, j + 1))))
    found = certainty_of(p, None, None, content)
    yield Draft(
        rule=f"frame-{_where(p, j, source)}",
        sources=_named(p, source),
        cue=cue,
        content=content,
        certainty=found if found is not WriterCertainty.NEUTRAL else certainty,
        confidence=0.9,
    )


def _past_relay(p: Passage, end: int) -> int:
    """Past "publiées par le WSJ" after the source: neither source nor content."""
    at = end + 1 if p.low(end) == "," else end
    length = p.says.citing.at(p.tokens, at) if at < p.stop else 0
    relay = after_preposition(p, at + length) if length else None
    return relay[1] if relay else end


def _adjectives(p: Passage, end: int) -> int:
    """After the words that say what sort of source: "policière", "proche du dossier"."""
    while end < p.stop and p.tokens[end].is_word and not p.tree.finite[end] and p.quoted[end] < 0:
        end += 1
    return end


def _named(p: Passage, source: Range) -> tuple[Mention, ...]:
    if p.low(source[0]) in {"source", "sources"}:
        span = p.span(*source)
        return (Mention((span,), SourceKind.UNNAMED),) if span else (NOBODY,)
    return mentions(p, source)


def _where(p: Passage, j: int, source: Range) -> str:
    if not any(p.tokens[k].is_word for k in range(j)):
        return "initial"
    return "final" if source[1] >= p.stop else "medial"


def around(p: Passage, frame: Range) -> Spans:
    """The clause that a frame at ``frame`` belongs to: what stands before and after it."""
    lo, hi = frame
    if p.quoted[lo] >= 0:
        return _within_quotation(p, frame)
    first = _start(p, lo)
    left = p.span(first, lo) if first < lo else None
    has_left = left is not None and any(p.tokens[k].is_word for k in range(first, lo))
    at = _after_apposition(p, hi) if not has_left else hi
    right_end = _right_end(p, at)
    right = None
    if not has_left or _goes_on(p, first, lo, at, right_end):
        right = p.span(at, right_end)
    return tuple(s for s in (left if has_left else None, right) if s)


def _within_quotation(p: Passage, frame: Range) -> Spans:
    number = p.quoted[frame[0]]
    inside = [k for k, q in enumerate(p.quoted) if q == number]
    left = p.span(inside[0], frame[0])
    right = p.span(frame[1], inside[-1] + 1)
    return tuple(s for s in (left, right) if s)


def _start(p: Passage, end: int) -> int:
    """Where the clause before ``end`` begins: the sentence, or after a semicolon or contrast."""
    comma = p.low(end - 1) == ","
    if p.low(end - 1 - comma) in {"that", "que", "qu'"}:
        return end
    for k in range(end - 1, -1, -1):
        if p.quoted[k] >= 0:
            continue
        if p.tokens[k].text == ";":
            return k + 1
        if k and p.tokens[k - 1].text == "," and p.low(k) in {"mais", "but"}:
            return k + 1
        if k and p.tokens[k - 1].text == "," and p.says.concessives.at(p.tokens, k):
            return k + p.says.concessives.at(p.tokens, k)
    first = 0
    while (
        first < end
        and (p.low(first) in {"but", "and", "mais", "et", "or"} or not p.tokens[first].is_word)
        and p.quoted[first] < 0
    ):
        first += 1
    return first


def _after_apposition(p: Passage, hi: int) -> int:
    """Past ", Serge Petit," after an initial frame: a phrase in commas without a verb."""
    if p.tokens[hi : hi + 1] and p.tokens[hi].text == ",":
        for k in range(hi + 1, min(hi + 16, p.stop)):
            if p.tree.finite[k]:
                break
            if p.tokens[k].text == ",":
                first = p.tokens[hi + 1]
                return (
                    k
                    if first.is_capitalised
                    or (p.tree.pos[hi + 1] in {"DET", "NOUN"} and first.low in p.lex.people)
                    else hi
                )
    return hi


def _right_end(p: Passage, at: int) -> int:
    for k in range(at + 1, p.stop):
        if p.quoted[k] >= 0:
            continue
        if p.tokens[k].text == ";":
            return k
        if p.tokens[k - 1].text == "," and k > at + 1 and p.says.concessives.at(p.tokens, k):
            return k
    return p.stop


def _goes_on(p: Passage, first: int, lo: int, at: int, end: int) -> bool:
    """Whether a medial frame cuts its content in two, rather than ending it."""
    if at >= end or p.tokens[at].text not in {",", "--", "—", "–", ")"}:
        finite_left = any(p.tree.finite[k] for k in range(first, lo))
        return not finite_left and any(p.tree.finite[k] for k in range(at, end))
    if not any(p.tree.finite[k] for k in range(first, lo)):
        return True
    nxt = at + 1
    if p.says.citing.at(p.tokens, nxt) or p.low(nxt) in {"who", "which", "qui", "whose", "dont"}:
        return False
    opened = p.tokens[lo - 1].text in _DASHES if lo else False
    return opened and any(p.tree.finite[k] or p.tree.pos[k] == "VERB" for k in range(nxt, end))


def comparative_drafts(p: Passage, groups: list[VerbGroup]) -> Iterator[tuple[Draft, int]]:
    """Comme l'indique X, tel que le confirme X, as X reports: the draft and its verb's token."""
    for j in range(p.stop):
        taken = p.says.comparatives.at(p.tokens, j)
        if not taken or (j and p.tokens[j - 1].text not in {",", "—", "–", "--", "("}):
            continue
        group = _cue_of_comparison(p, j + taken, groups)
        if group is None:
            continue
        found = _compared(p, j, taken, group)
        if found:
            yield found, group.head


def _cue_of_comparison(p: Passage, at: int, groups: list[VerbGroup]) -> VerbGroup | None:
    """The cue verb of the comparison that opens at ``at``, with nothing but its subject near."""
    for group in groups:
        if group.lo < at or group.lo > at + 12 or group.passive:
            continue
        between = range(at, group.lo)
        if any(p.tokens[k].text in {",", ";"} or p.tree.finite[k] for k in between):
            return None
        if p.lex.lang == "fr" and between and group.object < 0:
            return None
        return group if group.mood == "finite" and not group.negated else None
    return None


def _compared(p: Passage, j: int, taken: int, group: VerbGroup) -> Draft | None:
    before = group.lo > j + taken
    speaker = subject(p, group) if before else inverted(p, group) or subject(p, group)
    if speaker is None or not can_speak(p, speaker):
        return None
    end = max(group.hi, speaker[1])
    while (
        end < p.stop and p.quoted[end] < 0 and p.tokens[end].text not in {",", "—", "–", "--", ")"}
    ):
        if p.low(end) in {"que", "qu'", "that"} or p.tree.finite[end]:
            return None
        end += 1
    content = around(p, (j, end))
    if not content:
        return None
    cue = group.readings[0].cue
    parts = [*range(j, j + taken), *range(group.lo, group.hi), *group.tail]
    return Draft(
        rule="comparison",
        sources=mentions(p, speaker),
        cue=joined(p, parts),
        content=content,
        stance=stance_of(p, cue, negated=False, content=content),
        certainty=certainty_of(p, cue, group, content),
        confidence=0.85,
    )
