"""Makes an attribution of a cue that was learned: what its words say of stance and certainty."""

from collections.abc import Iterable, Sequence

from kg.extract.drafts import Draft, Mention, Spans
from kg.extract.lexicon import Cue, CueClass, Frame
from kg.extract.passages import Passage
from kg.extract.refusals import with_refusals
from kg.extract.stance import act_stance, certainty_of
from kg.extract.verbs import VerbGroup, verb_groups
from kg.extract.words import joined
from kg.model import Stance, WriterCertainty

_THAT = frozenset({"that", "que", "qu'"})
_ASKING = frozenset(
    "whether if why how what who when where which si s' pourquoi comment combien où quand quel "
    "quelle quels quelles qui".split()
)
_INFINITIVE = frozenset({"to", "de", "d'", "à"})


def drawn(
    p: Passage, cue: Sequence[int], sources: tuple[Mention, ...], content: Spans, rule: str
) -> Draft:
    """The attribution with the cue at tokens ``cue``, stance and certainty by the lexicon."""
    group = next((g for g in with_refusals(p, verb_groups(p)) if g.head in cue), None)
    word = _fitting(group.cues, frame_of(p, content)) if group else _word(p, cue, content)
    stance = _stance(p, cue, word, group, content)
    frame = next((f for i in cue if (f := p.says.frames.found(p.tokens, i))), None)
    certainty = certainty_of(p, word, group, content)
    if frame and certainty is WriterCertainty.NEUTRAL:
        certainty = p.says.frame(frame).certainty
    return Draft(
        rule=rule,
        sources=sources,
        cue=joined(p, list(cue)),
        content=content,
        stance=stance,
        certainty=certainty,
        retracts=word is not None
        and word.cue_class is CueClass.RETRACT
        and stance is Stance.DENIES,
    )


def tells(p: Passage, cue: Sequence[int], content: Spans) -> bool:
    """Whether such a cue tells such a content: "found that P" does, "found missiles" only finds."""
    words = [p.low(i) for i in cue if not p.lex.auxiliary(p.low(i))]
    finds = any(p.lex.discovery(word) for word in words)
    return not finds or frame_of(p, content) in {Frame.THAT, Frame.QUOTE}


def _stance(
    p: Passage, cue: Sequence[int], word: Cue | None, group: VerbGroup | None, content: Spans
) -> Stance:
    held_back = p.lex.negations | p.lex.refusals
    if word is None or group is None:
        if any(p.low(i) in held_back for i in cue):
            return Stance.DECLINES
        return act_stance(p, word, None, content) if word else Stance.ASSERTS
    if any(p.low(i) in p.lex.refusals for i in cue if i != group.head):
        return Stance.DECLINES
    return act_stance(p, word, group, content)


def _word(p: Passage, cue: Sequence[int], content: Spans) -> Cue | None:
    """What the lexicon has for a word of the cue, verb or noun."""
    for i in cue:
        if noun := p.lex.noun(p.low(i)):
            return noun
        if forms := p.lex.verb(p.low(i)):
            return _fitting([form.cue for form in forms], frame_of(p, content))
    return None


def _fitting(cues: Iterable[Cue], frame: Frame) -> Cue:
    """Of several meanings the one that takes such a content ("demander si", "demander de")."""
    options = list(cues)
    return next((cue for cue in options if frame in cue.frames), options[0])


def frame_of(p: Passage, content: Spans) -> Frame:
    """In which construction the content stands, by its first words."""
    first = p.token_at(content[0].start)
    last = p.token_at(content[0].end - 1)
    if first < len(p.tokens) and p.quoted[first] >= 0 and p.quoted[first - 1] != p.quoted[first]:
        return Frame.QUOTE
    if p.low(first) in _ASKING:
        return Frame.WH
    if p.low(first - 1) in _THAT:
        return Frame.THAT
    inside = range(first, min(last + 1, len(p.tokens)))
    verb = next((i for i in inside if p.tree.finite[i] or p.tree.infinitive[i]), None)
    if verb is None:
        return Frame.NOUN
    if p.low(first) in _INFINITIVE or p.tree.infinitive[verb]:
        return Frame.INFINITIVE
    return Frame.THAT
