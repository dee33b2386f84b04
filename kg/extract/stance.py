"""What the source does with the content, and how far the writer stands behind it.

Decided by the class of the cue, negation, mood and tense; never by what the content says.
"""

from kg.extract.lexicon import Cue, CueClass
from kg.extract.passages import Passage
from kg.extract.verbs import VerbGroup
from kg.model import Span, Stance, WriterCertainty

_TO_COME = frozenset(["will", "'ll", "would", "could", "may", "might", "shall", "can"])
_MODAL_CONDITIONALS = ("pourr", "devr", "voudr", "faudr", "aimer", "souhaiter", "serait-il")


def act_stance(p: Passage, cue: Cue, group: VerbGroup | None, content: tuple[Span, ...]) -> Stance:
    """The stance of an act whose cue is the verb ``group``."""
    if group is not None and group.refused:
        return Stance.DECLINES
    return stance_of(p, cue, negated=group is not None and group.negated, content=content)


def stance_of(p: Passage, cue: Cue, *, negated: bool, content: tuple[Span, ...]) -> Stance:
    """The stance of one act."""
    if negated:
        return _negated(cue)
    if cue.cue_class is CueClass.PREDICT and _is_warning(cue):
        if p.low(p.token_at(content[0].start) - 1) in {"against", "contre"}:
            return Stance.DEMANDS
        return cue.stance if _tells_future(p, content) else Stance.ASSERTS
    if cue.cue_class is CueClass.COMMIT and not _binds(p, content):
        return Stance.ASSERTS
    return cue.stance


_OWN = frozenset(
    ["i", "we", "he", "she", "it", "they", "je", "j'", "nous", "il", "elle", "ils", "elles", "on"]
)


def _binds(p: Passage, content: tuple[Span, ...]) -> bool:
    """Whether what is promised is an act of one's own to come: "to pay", "he will pay".

    "Swears to have paid", "assures that the town is safe" promise nothing.
    """
    inside = _tokens_in(p, content)
    verb = next((i for i in inside if p.tree.finite[i] or p.tree.infinitive[i]), None)
    verb = next((i for i in inside if p.low(i) == "having"), verb)
    if verb is None:
        return True
    if not p.tree.finite[verb]:
        perfect = p.low(verb) in {"avoir", "être", "have", "having"}
        return not (perfect and any(_is_participle(p, i) for i in (verb + 1, verb + 2)))
    subjects = {p.low(i) for i in inside[:3]}
    future = p.low(verb) in _TO_COME or p.low(verb).endswith(_FUTURE_ENDINGS)
    return future and bool(subjects & _OWN)


def _is_participle(p: Passage, i: int) -> bool:
    if i >= len(p.tokens):
        return False
    return p.tree.pos[i] in {"VERB", "AUX"} and not p.tree.finite[i] and not p.tree.infinitive[i]


def _negated(cue: Cue) -> Stance:
    if cue.cue_class is CueClass.BELIEVE:
        return Stance.DENIES
    if cue.cue_class is CueClass.DOUBT:
        return Stance.ASSERTS
    return Stance.DECLINES


def _is_warning(cue: Cue) -> bool:
    return cue.lemma in {"warn", "avertir", "prévenir", "alerter", "mettre en garde"}


def _tells_future(p: Passage, content: tuple[Span, ...]) -> bool:
    for i in _tokens_in(p, content):
        low = p.low(i)
        if p.lex.lang == "en":
            if low in _TO_COME or (low == "to" and p.low(i - 1) == "going") or low == "of":
                return True
        elif (p.tree.finite[i] and low.endswith(_FUTURE_ENDINGS)) or low in {
            "va",
            "vont",
            "risque",
            "risquent",
            "de",
            "d'",
        }:
            return True
    return False


_FUTURE_ENDINGS = ("ra", "ront", "rait", "raient", "rai", "rons", "rez")


def certainty_of(
    p: Passage, cue: Cue | None, group: VerbGroup | None, content: tuple[Span, ...]
) -> WriterCertainty:
    """The writer's certainty: by cue, endorsement, and the French conditional."""
    base = cue.certainty if cue else WriterCertainty.NEUTRAL
    if group is not None:
        around = range(max(0, group.lo - 2), min(len(p.tokens), group.hi + 2))
        words = {p.low(j) for j in around}
        if words & p.lex.endorsements:
            return WriterCertainty.COMMITTED
        if group.conditional or words & {"falsely", "faussement", "wrongly", "à tort"}:
            return WriterCertainty.DISTANCED
        if group.negated:
            return WriterCertainty.NEUTRAL
    # After a past-tense verb the conditional is the future of the past, and no distance.
    if (group is None or not group.past) and is_hearsay_conditional(p, content):
        return WriterCertainty.DISTANCED
    return base


def is_hearsay_conditional(p: Passage, content: tuple[Span, ...]) -> bool:
    """Whether the first finite verb of ``content`` is a conditional of hearsay.

    "enverrait", "aurait livré"; not "pourrait", and not where a condition is named ("si …").
    """
    if p.lex.lang != "fr":
        return False
    inside = list(_tokens_in(p, content))
    if any(
        p.low(i) in {"si", "s'"} and p.low(i + 1) in {"il", "ils", "la", "le", "les", "l'", "elle"}
        for i in inside
    ):
        return False
    for i in inside:
        low = p.low(i)
        looks = low.endswith(("rait", "raient")) and p.tree.pos[i] in {"VERB", "AUX"}
        if p.tree.conditional[i] or looks:
            return not low.startswith(_MODAL_CONDITIONALS)
        if p.tree.finite[i] and p.quoted[i] < 0:
            return False
    return False


def _tokens_in(p: Passage, content: tuple[Span, ...]) -> list[int]:
    return [
        i
        for i, token in enumerate(p.tokens)
        if any(s.start <= token.start and token.end <= s.end for s in content)
    ]
