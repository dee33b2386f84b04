"""Acts whose content is the clause just before: ", ce que Moscou dément", ", a claim Rome rejects".

The words that are conveyed or denied stand already in the sentence; the act only points back
to them. It is never governed by what came before, so it is told by the text itself.
"""

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.kinds import can_speak
from kg.extract.lexicon import Frame
from kg.extract.mentions import mentions
from kg.extract.passages import Passage
from kg.extract.stance import act_stance, certainty_of
from kg.extract.subjects import subject
from kg.extract.verbs import VerbGroup
from kg.extract.words import joined

_POINTERS = {
    "en": frozenset({"which", "something"}),
    "fr": frozenset({"ce"}),
}
_THAT = frozenset({"que", "qu'", "that"})
_REACH = 8
"""Most tokens between the pointer and its verb."""


def pointing_back(p: Passage, groups: list[VerbGroup]) -> Iterator[tuple[Draft, int]]:
    """The candidates that convey the clause before them, with their verb's token."""
    for j in range(1, p.stop):
        if p.tokens[j - 1].text not in {",", "—", "–", "--"}:
            continue
        at = after_pointer(p, j)
        group = next((g for g in groups if at and at <= g.lo <= at + _REACH), None)
        if group is None:
            continue
        draft = _draft(p, j, group, [g for g in groups if g.hi < j])
        if draft:
            yield draft, group.head


def after_pointer(p: Passage, j: int) -> int:
    """The token after words at ``j`` that point back ("ce que", "a claim that"); 0 if none do."""
    low = p.low(j)
    if low in _POINTERS[p.lex.lang]:
        follows = p.low(j + 1) in _THAT
        if p.lex.lang == "fr":
            return j + 2 if follows else 0
        return j + 1 + follows
    if p.tree.pos[j] == "DET":
        noun = next((k for k in range(j + 1, min(j + 4, p.stop)) if p.lex.noun(p.low(k))), None)
        if noun is not None and p.tree.pos[noun] == "NOUN":
            return noun + 2 if p.low(noun + 1) in _THAT else noun + 1
    return 0


def _draft(p: Passage, j: int, group: VerbGroup, before: list[VerbGroup]) -> Draft | None:
    if group.mood != "finite" or group.passive:
        return None
    cue = next((c for c in group.cues if c.frames & {Frame.NOUN, Frame.THAT}), None)
    speaker = subject(p, group)
    if speaker and _has_content(p, max(group.hi, speaker[1])):
        return None
    if cue is None or speaker is None or speaker[0] < j or not can_speak(p, speaker):
        return None
    content = p.span(_start(p, j - 1, before), j - 1)
    if content is None:
        return None
    return Draft(
        rule="pointing-back",
        sources=mentions(p, speaker),
        cue=joined(
            p, [*(j for j in range(group.lo, group.hi) if j not in group.inserted), *group.tail]
        ),
        content=(content,),
        stance=act_stance(p, cue, group, (content,)),
        certainty=certainty_of(p, cue, group, (content,)),
        confidence=0.75,
    )


def _has_content(p: Passage, at: int) -> bool:
    """Whether something else follows at ``at`` that the verb conveys."""
    if at >= p.stop or p.tokens[at].text in {",", ";", "."}:
        return False
    return p.tree.pos[at] not in {"ADV", "ADP"} or p.low(at) in _THAT


def _start(p: Passage, end: int, before: list[VerbGroup]) -> int:
    """Where the proposition before ``end`` begins: after the last cue or complementizer."""
    told = [g.hi for g in before if g.mood == "finite" and g.hi < end and not g.passive]
    for k in range(end - 1, 0, -1):
        if p.low(k) in _THAT and p.tree.deps[k] == "mark":
            return k + 1
        if p.tokens[k].text == ";":
            return k + 1
    return max(told, default=0)
