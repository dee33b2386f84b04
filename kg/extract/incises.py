"""Contents that stand before their cue: « … », a déclaré X; P, X said; P1, said X, P2."""

from kg.extract.lexicon import Cue, Frame
from kg.extract.passages import Passage, Range
from kg.extract.search import Found
from kg.extract.verbs import VerbGroup
from kg.model import Span

_SEPARATORS = frozenset({",", "»", "”", '"', "?", "!", "--", "—", "–", "''", "’", "›", "..."})
_THAT = frozenset({"que", "qu'", "that"})
_SAYING = 5
"""Words from which a quotation that ends a clause is a saying of its own."""

_LINKS = frozenset(
    [
        "and",
        "but",
        "or",
        "et",
        "mais",
        "ou",
        "because",
        "which",
        "while",
        "car",
        "qui",
        "puis",
        "so",
    ]
)


def incise(p: Passage, group: VerbGroup, speaker: Range | None, cue: Cue) -> Found | None:
    """The content around an incise whose verb is ``group``; None if it is no incise."""
    if group.mood != "finite" or group.passive or p.low(group.hi) in _THAT:
        return None
    speaks = bool(cue.frames & {Frame.QUOTE, Frame.THAT})
    if p.quoted[group.head] >= 0:
        return _inside_quotation(p, group, speaker) if speaks else None
    chunk = _chunk(p, group, speaker, cue)
    if chunk is None or not chunk[0] or p.tokens[chunk[0] - 1].text not in _SEPARATORS:
        return None
    quoted = _quotations(p, chunk)
    if quoted and speaks:
        return Found(Frame.QUOTE, quoted, 0, chunk[1])
    if Frame.THAT not in cue.frames or p.tokens[chunk[0] - 1].text not in {
        ",",
        "--",
        "—",
        "–",
        "»",
        "”",
        '"',
    }:
        return None
    return _unquoted(p, chunk)


def _inside_quotation(p: Passage, group: VerbGroup, speaker: Range | None) -> Found | None:
    """« P1, a promis le général, P2 »: French print leaves the speaker within the marks."""
    if speaker is None or speaker[0] < group.hi - 1 or p.low(group.lo - 1) != ",":
        return None
    if p.low(speaker[0]) in {"-je", "-tu", "-nous", "-vous"} or p.low(speaker[1]) not in {",", "."}:
        return None
    inner = p.quotations[p.quoted[group.head]].inner
    left = p.trimmed(inner.start, p.tokens[group.lo - 1].start)
    right = p.trimmed(p.tokens[speaker[1]].end, max(inner.end, p.tokens[speaker[1]].end))
    spans = tuple(s for s in (left, right) if s)
    return Found(Frame.QUOTE, spans, group.lo, group.hi) if left else None


def _chunk(p: Passage, group: VerbGroup, speaker: Range | None, cue: Cue) -> Range | None:
    """The incise: speaker and verb, with what follows up to the next mark."""
    lo, hi = group.lo, group.hi
    if speaker is not None:
        if speaker[1] <= group.lo and not _gap(p, speaker[1], group.lo):
            lo = speaker[0]
        elif speaker[0] >= group.hi - 1:
            hi = max(hi, speaker[1])
        elif group.clitic < 0:
            return None
    if lo == group.lo and hi == group.hi and group.clitic < 0:
        return None
    if _has_object(p, group, hi, cue):
        return None
    while (
        hi < p.stop
        and p.quoted[hi] < 0
        and p.tokens[hi].text not in {",", ";", ":", "--", "—", "–"}
    ):
        hi += 1
    return lo, hi


def _has_object(p: Passage, group: VerbGroup, end: int, cue: Cue) -> bool:
    """Whether the verb has an object or infinitive of its own: then it says something else."""
    if Frame.ADDRESSEE in cue.frames:
        return False
    return any(c >= end for c in p.tree.children(group.head, "dobj", "obj", "xcomp"))


def _gap(p: Passage, lo: int, hi: int) -> bool:
    """Whether a finite verb stands between the speaker and the cue."""
    return any(p.tree.finite[j] for j in range(lo, hi))


def _quotations(p: Passage, chunk: Range) -> tuple[Span, ...]:
    """The quotation that the incise follows, and those that come after it."""
    before = next((j for j in range(chunk[0] - 1, -1, -1) if p.tokens[j].text != ","), -1)
    if before < 0 or p.quoted[before] < 0:
        return ()
    number = p.quoted[before]
    if not _is_speech(p, number, chunk[0]):
        return ()
    spans = [_inner(p, number)]
    seen = {number}
    for j in range(chunk[1], len(p.tokens)):
        follower = p.quoted[j]
        if (
            follower >= 0
            and follower not in seen
            and p.tokens[j - 1].text in {",", ":", "--", ".", "—"}
        ):
            seen.add(follower)
            spans.append(_inner(p, follower))
    return tuple(spans)


def _inner(p: Passage, number: int) -> Span:
    inner = p.quotations[number].inner
    return p.trimmed(inner.start, inner.end) or inner


def _is_speech(p: Passage, number: int, end: int) -> bool:
    """Whether the quotation is a saying of its own: nothing but it stands before the incise."""
    first = next((j for j in range(end) if p.quoted[j] == number), end)
    outside = [j for j in range(first) if p.tokens[j].is_word and p.quoted[j] < 0]
    if not outside:
        return True
    words = p.quotations[number].inner.of(p.text).split()
    return p.tokens[first - 1].text in {",", ":"} and len(words) >= _SAYING


def _unquoted(p: Passage, chunk: Range) -> Found | None:
    lo = _clause_start(p, chunk[0])
    left = p.trimmed(p.tokens[lo].start, p.tokens[chunk[0] - 1].end) if lo < chunk[0] else None
    if left is None:
        return None
    spans = [left]
    right = _right(p, lo, chunk)
    if right:
        spans.append(right)
    elif not _has_finite(p, lo, chunk[0]):
        return None
    return Found(Frame.THAT, tuple(spans), lo, chunk[1])


def _clause_start(p: Passage, end: int) -> int:
    for j in range(end - 1, -1, -1):
        if p.tokens[j].text in {";", ":"} and p.quoted[j] < 0:
            return j + 1
    lo = 0
    while lo < end and p.low(lo) in {"but", "and", "mais", "et", "or", "yet", ","}:
        lo += 1
    return lo


def _has_finite(p: Passage, lo: int, hi: int) -> bool:
    return any(p.tree.finite[j] for j in range(lo, hi))


def _right(p: Passage, lo: int, chunk: Range) -> Span | None:
    """What goes on after the incise, if it is the content and no comment on the speaker."""
    at = chunk[1] + 1
    if at >= p.stop or p.tokens[chunk[1]].text not in {",", "--", "—", "–"}:
        return None
    if p.says.citing.at(p.tokens, at) or p.says.concessives.at(p.tokens, at):
        return None
    if p.low(at) in {"who", "qui"} or _cue_participle(p, at):
        return None
    complete = _has_finite(p, lo, chunk[0])
    goes_on = _has_finite(p, at, p.stop)
    if not complete and not goes_on:
        return None
    if complete and not (goes_on and (p.low(at) in _LINKS or p.tree.pos[at] != "PROPN")):
        return None
    return p.trimmed(p.tokens[at].start, p.tokens[p.stop - 1].end)


def _cue_participle(p: Passage, at: int) -> bool:
    return any(r.mood == "present participle" for r in p.lex.verb(p.low(at)))
