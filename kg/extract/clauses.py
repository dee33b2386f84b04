"""Draws attributions from cue verbs: who, verb, what.

Active and passive, before and after what is said, inverted or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.complements import complement
from kg.extract.drafts import NOBODY, Draft, Mention, Spans
from kg.extract.incises import incise
from kg.extract.kinds import can_speak, is_document
from kg.extract.lexicon import Cue, CueClass, Frame, Needs
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.extract.quoting import quoted_as_saying
from kg.extract.search import Found, Search
from kg.extract.stance import act_stance, certainty_of
from kg.extract.subjects import agent, subject
from kg.extract.verbs import VerbGroup
from kg.extract.words import joined
from kg.model import Span, Stance

_SURE = {
    Frame.THAT: 0.9,
    Frame.QUOTE: 0.9,
    Frame.WH: 0.75,
    Frame.AS: 0.75,
    Frame.OF: 0.75,
    Frame.INFINITIVE: 0.7,
    Frame.NOUN: 0.6,
    Frame.FOR: 0.6,
    Frame.AGAINST: 0.6,
    Frame.TO: 0.55,
    Frame.ABOUT: 0.4,
}
_THAT = frozenset({"that", "que", "qu'"})
_CLAUSAL = frozenset({Frame.THAT, Frame.QUOTE, Frame.WH})


@dataclass(frozen=True, slots=True)
class _Reading:
    cue: Cue
    found: Found
    rule: str


def verb_drafts(p: Passage, groups: list[VerbGroup], taken: frozenset[int]) -> Iterator[Draft]:
    """The candidates of all cue verbs of a sentence; ``taken`` ones belong to other patterns."""
    for group in groups:
        if group.head in taken:
            continue
        others = [g for g in groups if g is not group]
        relay = quoted_as_saying(p, group, others)
        if relay:
            yield from relay
            continue
        draft = _draft(p, group, others)
        if draft:
            yield draft


def _draft(p: Passage, group: VerbGroup, others: list[VerbGroup]) -> Draft | None:
    speaker = speaker_of(p, group, others)
    best = _reading(p, group, others, speaker)
    if best is None or not _is_told(p, group, speaker, best):
        return None
    found = best.found
    cites = best.cue.cue_class is CueClass.RELAY and found.frame is Frame.NOUN
    if cites and can_speak(p, (found.lo, found.hi)):
        # "who cites a commissioner": the words that are passed on stand elsewhere.
        return None
    stance = act_stance(p, best.cue, group, found.spans)
    by = (group.hi,) if group.passive and p.low(group.hi) in {"by", "par"} else ()
    return Draft(
        rule=f"verb-{best.rule}",
        sources=_sources(p, group, speaker, found),
        cue=cue_spans(p, group, (*by, *found.cue)),
        content=found.spans,
        stance=stance,
        certainty=certainty_of(p, best.cue, group, found.spans),
        confidence=_SURE.get(found.frame, 0.4),
        retracts=best.cue.cue_class is CueClass.RETRACT and stance is Stance.DENIES,
    )


_HYPOTHETICAL = frozenset(
    [
        "can",
        "could",
        "may",
        "might",
        "should",
        "would",
        "will",
        "'ll",
        "shall",
        "must",
        "pouvoir",
        "devoir",
        "aller",
    ]
)
_HOLDS = frozenset({CueClass.BELIEVE, CueClass.PREDICT, CueClass.DOUBT})


def _is_told(p: Passage, group: VerbGroup, speaker: Range | None, best: _Reading) -> bool:
    """Whether the act is told as having happened to somebody other than who speaks or listens.

    "I think" in a quotation only hedges the quotation; "could announce plans" tells no act.
    """
    pronoun = p.low(speaker[0]) if speaker and speaker[1] - speaker[0] == 1 else ""
    if pronoun in {"you", "vous", "tu", "anyone", "nobody", "nul", "personne", "one"}:
        return False
    if pronoun in {"i", "we", "je", "j'", "nous"} and best.cue.cue_class in _HOLDS:
        return False
    if best.found.frame in _CLAUSAL or group.negated:
        return True
    before = (p.low(j) for j in range(group.lo, group.head))
    lemmas = {f.cue.lemma for low in before for f in p.lex.auxiliary(low)}
    return not lemmas & _HYPOTHETICAL


def speaker_of(p: Passage, group: VerbGroup, others: list[VerbGroup]) -> Range | None:
    """Who acts: the agent of a passive, the subject, or that of the verb it is coordinated with."""
    if group.passive:
        return agent(p, group)
    if p.low(group.lo - 1) in {"and", "but", "et", "mais", "puis"}:
        before = [g for g in others if g.head < group.head and _alike(p, g, group)]
        if before:
            return speaker_of(p, before[-1], [])
    return subject(p, group)


def _alike(p: Passage, one: VerbGroup, other: VerbGroup) -> bool:
    """Whether two verbs can share a subject: told in the same tense and mood, on one level."""
    same = (one.mood, one.past, one.passive) == ("finite", other.past, False)
    return same and p.quoted[one.head] == p.quoted[other.head]


def _sources(
    p: Passage, group: VerbGroup, speaker: Range | None, found: Found
) -> tuple[Mention, ...]:
    if speaker and speaker[1] - speaker[0] == 1 and p.low(speaker[0]) in {"it", "there"}:
        return (NOBODY,)
    if group.clitic >= 0 and speaker and found.frame in _CLAUSAL:
        return mentions(p, speaker)
    return mentions(p, speaker)


def _reading(
    p: Passage, group: VerbGroup, others: list[VerbGroup], speaker: Range | None
) -> _Reading | None:
    """The first cue among the verb's that has what it needs, clause and quotation first."""
    options = [
        _Reading(cue, found, found.frame.value)
        for cue in group.cues
        if (found := _content(p, group, others, cue)) and _has_needs(p, cue, found, speaker, group)
    ]
    options.sort(key=lambda o: -_SURE.get(o.found.frame, 0.4))
    around = [
        _Reading(cue, found, "incise")
        for cue in group.cues
        if (found := incise(p, group, speaker, cue))
        and (_is_inverted(group, speaker) or _has_needs(p, cue, found, speaker, group))
    ]
    around.sort(key=lambda o: o.found.frame is not Frame.QUOTE)
    best = options[0] if options else None
    if around and (best is None or around[0].found.frame is Frame.QUOTE):
        return around[0]
    if best and best.found.frame in _CLAUSAL:
        return best
    return around[0] if around else best


def _is_inverted(group: VerbGroup, speaker: Range | None) -> bool:
    """Whether the speaker follows the verb: in an incise that shows well enough that it speaks."""
    return speaker is not None and speaker[0] >= group.hi - 1


def _content(p: Passage, group: VerbGroup, others: list[VerbGroup], cue: Cue) -> Found | None:
    if group.mood == "participle":
        return None
    if group.passive:
        return _passive_content(p, group, others, cue)
    found = complement(p, group, others, cue)
    if found is None or (group.mood in {"infinitive", "-ing"} and found.frame not in _CLAUSAL):
        return None
    return found


def _passive_content(
    p: Passage, group: VerbGroup, others: list[VerbGroup], cue: Cue
) -> Found | None:
    """What is conveyed in a passive: "is accused by X of P", "was denied by X"."""
    found = complement(p, group, others, cue)
    if found and (found.frame in _CLAUSAL or found.frame is Frame.AS):
        return found
    patient = subject(p, group)
    if patient is None or p.low(patient[0]) in {"it", "there"}:
        return None
    what = p.span(*patient)
    return _of_patient(p, what, found, Search(p, group, others, cue)) if what else None


def _of_patient(p: Passage, what: Span, found: Found | None, search: Search) -> Found | None:
    """The content of a passive that begins with its grammatical subject."""
    by = agent(p, search.group)
    raised = by is not None or Frame.RAISING in search.cue.frames
    if raised and found and found.frame in {Frame.OF, Frame.FOR, Frame.INFINITIVE}:
        return Found(found.frame, (what, *found.spans), found.lo, found.hi)
    judged = search.cue.cue_class in {CueClass.DENY, CueClass.CONFIRM}
    if by and judged and Frame.NOUN in search.cue.frames:
        at = p.token_at(what.start)
        return Found(Frame.NOUN, (what,), at, at + 1)
    return None


def _has_needs(p: Passage, cue: Cue, found: Found, speaker: Range | None, group: VerbGroup) -> bool:
    if speaker is None and group.mood in {"infinitive", "-ing"}:
        return False
    if group.refused:
        return True
    governs = p.lex.lang == "fr" or cue.cue_class is CueClass.DEMAND
    clause = found.frame in _CLAUSAL or (governs and found.frame is Frame.INFINITIVE)
    # An explicit "that" or a quotation shows well enough that somebody speaks.
    told = found.frame is Frame.QUOTE or p.low(found.lo - 1) in _THAT
    speaks = group.passive or (speaker is not None and (told or can_speak(p, speaker)))
    met = {
        None: True,
        Needs.CLAUSE: clause,
        Needs.QUOTE: found.frame is Frame.QUOTE,
        Needs.SPEAKER: speaks or found.frame in _CLAUSAL,
        Needs.CLAUSE_AND_SPEAKER: clause and speaks,
        Needs.DOCUMENT: clause and speaker is not None and is_document(p, speaker),
    }
    return met[cue.needs]


def cue_spans(p: Passage, group: VerbGroup, more: tuple[int, ...] = ()) -> Spans:
    """The words of the act: the group without an inverted subject, and what completes it."""
    inside = [j for j in range(group.lo, group.hi) if j != group.clitic and j not in group.inserted]
    inside += [j for j in (*group.tail, *more) if j not in inside]
    return joined(p, inside)
