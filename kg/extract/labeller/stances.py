"""Makes an attribution of a cue that was learned: what its words say of stance and certainty."""

from collections.abc import Sequence

from kg.extract.drafts import Draft, Mention, Spans
from kg.extract.lexicon import Cue, CueClass
from kg.extract.passages import Passage
from kg.extract.stance import certainty_of, stance_of
from kg.extract.verbs import verb_groups
from kg.extract.words import joined
from kg.model import Stance, WriterCertainty


def drawn(
    p: Passage, cue: Sequence[int], sources: tuple[Mention, ...], content: Spans, rule: str
) -> Draft:
    """The attribution with the cue at tokens ``cue``, stance and certainty by the lexicon."""
    group = next((g for g in verb_groups(p) if g.head in cue), None)
    word = group.cues[0] if group else _word(p, cue)
    negated = group.negated if group else any(p.low(i) in p.lex.negations for i in cue)
    stance = stance_of(p, word, negated=negated, content=content) if word else _bare(negated)
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


def _word(p: Passage, cue: Sequence[int]) -> Cue | None:
    """What the lexicon has for a word of the cue, verb or noun."""
    for i in cue:
        if noun := p.lex.noun(p.low(i)):
            return noun
        if forms := p.lex.verb(p.low(i)):
            return forms[0].cue
    return None


def _bare(negated: bool) -> Stance:
    return Stance.DECLINES if negated else Stance.ASSERTS
