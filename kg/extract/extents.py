"""How far a reported content goes: where the words of one voice end and another's begin."""

from kg.extract.anaphora import after_pointer
from kg.extract.lexicon import Frame
from kg.extract.passages import Passage
from kg.extract.verbs import VerbGroup
from kg.model import Span

_SPEAKER = 12
"""Most tokens that the speaker of an incise takes before the verb."""

_BREAKS = frozenset({";"})
_COORDINATORS = frozenset({"and", "or", "but", "et", "ou", "mais", "yet", "puis", "then"})


def content_end(p: Passage, start: int, group: VerbGroup, others: list[VerbGroup]) -> int:
    """The token after the last of a content that begins at ``start`` and that ``group`` governs.

    A content runs to the end of its sentence or quotation unless another voice begins: a
    concessive clause, a clause coordinated with the cue and not with the content, "according
    to Y", "citing Y", "adding that".
    """
    stop = _outer_end(p, start, group)
    first = next((j for j in range(start, stop) if p.tokens[j].is_word), start)
    for j in range(first + 1, stop):
        if p.quoted[j] != p.quoted[group.head]:
            continue
        if _begins_other_voice(p, start, j, group, others):
            return j
    return stop


def _outer_end(p: Passage, start: int, group: VerbGroup) -> int:
    here = p.quoted[group.head]
    if here < 0:
        return p.stop
    end = start
    while end < len(p.tokens) and p.quoted[end] == here:
        end += 1
    return end


def _begins_other_voice(
    p: Passage, start: int, j: int, group: VerbGroup, others: list[VerbGroup]
) -> bool:
    text, low = p.tokens[j].text, p.low(j)
    if text in _BREAKS:
        return True
    after_comma = p.tokens[j - 1].text in {",", "--", "—", "–"}
    if after_comma and j > start + 1 and (_opens_aside(p, j, others) or final_incise(p, j, others)):
        return True
    if _frame_here(p, j):
        return True
    if low in _COORDINATORS:
        return _resumes_outside(p, j, group, others)
    return False


def _opens_aside(p: Passage, j: int, others: list[VerbGroup]) -> bool:
    if points_back(p, j, others):
        return True
    if p.says.concessives.at(p.tokens, j) or p.says.citing.at(p.tokens, j):
        return True
    return any(g.lo == j and g.mood == "-ing" for g in others)


def points_back(p: Passage, j: int, others: list[VerbGroup]) -> bool:
    """Whether ", ce que X dément" or ", a claim X rejects" begins at ``j``."""
    at = after_pointer(p, j)
    if not at:
        return False
    verb = next((g for g in others if at <= g.lo < at + _SPEAKER), None)
    return verb is not None and (verb.hi >= p.stop or p.tokens[verb.hi].text in {",", ";"})


def final_incise(p: Passage, j: int, others: list[VerbGroup]) -> bool:
    """Whether "sources said" or "a rapporté Yonhap" begins at ``j`` and closes the sentence."""
    for group in others:
        if group.mood != "finite" or not j <= group.lo <= j + _SPEAKER:
            continue
        if any(p.tree.finite[k] or p.tokens[k].text in {",", ";"} for k in range(j, group.lo)):
            return False
        inverted = group.lo == j
        if not inverted and p.tree.pos[j] not in {"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"}:
            return False
        if p.low(j) in p.lex.complementizers:
            return False
        end = group.hi
        while end < p.stop and p.tokens[end].text not in {",", ";", ":"} and p.quoted[end] < 0:
            if p.tree.finite[end] or p.low(end) in {"that", "que", "qu'", "to"}:
                return False
            end += 1
        closes = end >= p.stop or bool(p.says.citing.at(p.tokens, min(end + 1, p.stop - 1)))
        objects = p.tree.children(group.head, "dobj", "obj", "xcomp")
        addressed = any(Frame.ADDRESSEE in cue.frames for cue in group.cues)
        return closes and (inverted or addressed or not any(group.hi <= o < end for o in objects))
    return False


def _frame_here(p: Passage, j: int) -> bool:
    words = p.says.frames.found(p.tokens, j)
    return words is not None and not p.says.frame(words).weak and j > 0 and _ends_well(p, j)


def _ends_well(p: Passage, j: int) -> bool:
    """Whether the frame at ``j`` comes after a clause, not within "selon que", "selon lui"."""
    return p.low(j + 1) not in {"que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles"}


def _resumes_outside(p: Passage, j: int, group: VerbGroup, others: list[VerbGroup]) -> bool:
    """Whether the clause after the coordinator at ``j`` goes on from the cue, not the content."""
    after = j + 1
    if p.low(after) in {"que", "qu'", "that", "si", "whether"}:
        return False
    follower = next((g for g in others if g.head > j and g.lo <= after + 1), None)
    if follower is not None and follower.mood == "finite" and follower.lo == after:
        return follower.past == group.past
    if p.tokens[j - 1].text == "," and p.low(j) in {"but", "mais", "yet"}:
        speaking = next((g for g in others if j < g.head < j + 12 and g.mood == "finite"), None)
        if speaking is not None and p.tree.deps[speaking.head] in {"conj", "root"}:
            return True
    return any(
        _conjunct_of(p, verb, group)
        for verb in range(after, min(after + 12, p.stop))
        if p.tree.finite[verb] and p.tree.deps[verb] == "conj"
    )


def _conjunct_of(p: Passage, verb: int, group: VerbGroup) -> bool:
    """Whether ``verb`` is coordinated with the cue itself, with nothing of the content between."""
    if p.tree.deps[verb] != "conj":
        return False
    return p.tree.heads[verb] == group.head or group.spoken_by(p.tree.heads[verb])


def with_running_quotation(p: Passage, span: Span | None, lo: int, hi: int) -> Span | None:
    """``span`` as far as the quotation goes in which it ends, beyond the sentence if need be."""
    if span is None or hi <= lo:
        return span
    number = p.quoted[hi - 1]
    if number < 0 or hi < p.stop:
        return span
    quotation = p.quotations[number]
    if quotation.outer.end <= p.sentence.span.end or quotation.outer.start < span.start:
        return span
    return p.trimmed(span.start, quotation.outer.end)
