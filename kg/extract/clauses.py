"""Draws attributions from cue verbs: who, verb, what.

Active and passive, before and after what is said, inverted or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.complements import Found, Search, complement
from kg.extract.drafts import NOBODY, Draft, Mention, Spans
from kg.extract.incises import incise
from kg.extract.kinds import can_speak, is_document
from kg.extract.lexicon import Cue, CueClass, Frame, Needs
from kg.extract.passages import Passage, Range
from kg.extract.stance import certainty_of, stance_of
from kg.extract.subjects import agent, mentions, subject
from kg.extract.verbs import VerbGroup
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
_CLAUSAL = frozenset({Frame.THAT, Frame.QUOTE, Frame.WH})
_EMPTY_SUBJECTS = frozenset({"it", "il", "there", "-t-il", "-il", "ce", "c'"})


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
        draft = _draft(p, group, [g for g in groups if g is not group])
        if draft:
            yield draft


def _draft(p: Passage, group: VerbGroup, others: list[VerbGroup]) -> Draft | None:
    speaker = agent(p, group) if group.passive else subject(p, group)
    best = _reading(p, group, others, speaker)
    if best is None:
        return None
    found = best.found
    sources = _sources(p, group, speaker)
    cue = cue_spans(p, group, found.cue)
    stance = stance_of(p, best.cue, negated=group.negated, content=found.spans)
    return Draft(
        rule=f"verb-{best.rule}",
        sources=sources,
        cue=cue,
        content=found.spans,
        stance=stance,
        certainty=certainty_of(p, best.cue, group, found.spans),
        confidence=_SURE.get(found.frame, 0.4),
        retracts=best.cue.cue_class is CueClass.RETRACT and stance is Stance.DENIES,
    )


def _sources(p: Passage, group: VerbGroup, speaker: Range | None) -> tuple[Mention, ...]:
    if speaker and speaker[1] - speaker[0] == 1 and p.low(speaker[0]) in _EMPTY_SUBJECTS:
        impersonal = group.passive or p.low(speaker[0]) in {"it", "there"}
        if impersonal:
            return (NOBODY,)
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
    if options and options[0].found.frame in _CLAUSAL:
        return options[0]
    for cue in group.cues:
        found = incise(p, group, speaker, cue)
        if found and _has_needs(p, cue, found, speaker, group):
            return _Reading(cue, found, "incise")
    return options[0] if options else None


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
    if patient is None or p.low(patient[0]) in _EMPTY_SUBJECTS:
        return None
    what = p.span(*patient)
    return _of_patient(p, what, found, Search(p, group, others, cue)) if what else None


def _of_patient(p: Passage, what: Span, found: Found | None, search: Search) -> Found | None:
    """The content of a passive that begins with its grammatical subject."""
    by = agent(p, search.group)
    if found and found.frame in {Frame.OF, Frame.FOR, Frame.INFINITIVE} and not _inside(by, found):
        return Found(found.frame, (what, *found.spans), found.lo, found.hi)
    judged = search.cue.cue_class in {CueClass.DENY, CueClass.CONFIRM}
    if by and judged and Frame.NOUN in search.cue.frames:
        at = p.token_at(what.start)
        return Found(Frame.NOUN, (what,), at, at + 1)
    return None


def _inside(by: Range | None, found: Found) -> bool:
    return by is not None and found.lo == by[0]


def _has_needs(p: Passage, cue: Cue, found: Found, speaker: Range | None, group: VerbGroup) -> bool:
    if speaker is None and group.mood in {"infinitive", "-ing"}:
        return False
    clause = found.frame in _CLAUSAL
    speaks = group.passive or (speaker is not None and can_speak(p, speaker))
    met = {
        None: True,
        Needs.CLAUSE: clause,
        Needs.QUOTE: found.frame is Frame.QUOTE,
        Needs.SPEAKER: speaks,
        Needs.CLAUSE_AND_SPEAKER: clause and speaks,
        Needs.DOCUMENT: clause and speaker is not None and is_document(p, speaker),
    }
    return met[cue.needs]


def cue_spans(p: Passage, group: VerbGroup, more: tuple[int, ...] = ()) -> Spans:
    """The words of the act: the group without an inverted subject, and what completes it."""
    inside = [j for j in range(group.lo, group.hi) if j != group.clitic]
    inside += [j for j in (*group.tail, *more) if j not in inside]
    return joined(p, inside)


def joined(p: Passage, indexes: list[int]) -> Spans:
    """The spans of tokens, neighbours in one span."""
    spans: list[Span] = []
    last = -2
    for j in sorted(set(indexes)):
        token = p.tokens[j]
        if j == last + 1 and spans:
            spans[-1] = replace(spans[-1], end=token.end)
        else:
            spans.append(Span(token.start, token.end))
        last = j
    return tuple(spans)
