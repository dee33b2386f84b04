"""Which cues are looked at, and how each could be read: as a rule has it, or as learned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pycrfsuite import ItemSequence, Tagger

from kg.extract.drafts import Draft
from kg.extract.expressions import is_idiom
from kg.extract.labeller.cues import BEGIN, INSIDE, cue_features
from kg.extract.labeller.features import Sentence
from kg.extract.labeller.parts import part_features

POSSIBLE = 0.15
"""Probability from which a word is looked at as the first one of a cue."""

_LIKELY = 0.5
_GAP = 3
"""Most words between two parts of a cue ("a -t-il ajouté")."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue that may signal an act.

    Attributes:
        cue: Its tokens.
        draft: What a rule drew for it, if one did.
        probability: That its first word begins a cue, by the first stage.
    """

    cue: tuple[int, ...]
    draft: Draft | None
    probability: float


@dataclass(frozen=True, slots=True)
class Labels:
    """What the second stage says of every token.

    Attributes:
        best: The likeliest label sequence.
        sure: By token, the probability of its label.
    """

    best: tuple[str, ...]
    sure: tuple[float, ...]


def candidates(sentence: Sentence, tagger: Tagger) -> list[Candidate]:
    """All cues of a sentence worth a look: those of the rules, and those that look like one."""
    begin, inside = _marginals(sentence, tagger)
    found: list[Candidate] = []
    used: set[int] = set()
    for draft in sentence.drafts:
        cue = tokens_of(sentence, draft)
        if cue:
            used.update(cue)
            found.append(Candidate(cue, draft, max(begin[i] for i in cue)))
    for i, probability in enumerate(begin):
        if probability >= POSSIBLE and i not in used and not is_idiom(sentence.p, i):
            cue = (i, *_more(sentence, i, begin, inside, used))
            used.update(cue)
            found.append(Candidate(cue, None, probability))
    return found


def tokens_of(sentence: Sentence, draft: Draft) -> tuple[int, ...]:
    """The tokens of a draft's cue."""
    return tuple(
        i
        for i, token in enumerate(sentence.p.tokens)
        if any(s.start < token.end and token.start < s.end for s in draft.cue)
    )


def _marginals(sentence: Sentence, tagger: Tagger) -> tuple[list[float], list[float]]:
    features = cue_features(sentence)
    tagger.set(ItemSequence(features))
    size = range(len(features))
    known = set(tagger.labels())
    begin = [tagger.marginal(BEGIN, i) if BEGIN in known else 0.0 for i in size]
    inside = [tagger.marginal(INSIDE, i) if INSIDE in known else 0.0 for i in size]
    return begin, inside


def _more(
    sentence: Sentence,
    first: int,
    begin: Sequence[float],
    inside: Sequence[float],
    used: set[int],
) -> Iterator[int]:
    """The further words of the cue that begins at ``first``."""
    gap = 0
    for j in range(first + 1, len(begin)):
        if j in used or begin[j] >= _LIKELY or gap > _GAP:
            return
        if inside[j] >= _LIKELY and sentence.p.tokens[j].is_word:
            gap = 0
            yield j
        else:
            gap += 1


def labelled(sentence: Sentence, candidate: Candidate, tagger: Tagger) -> Labels:
    """Source and content of a candidate, by the second stage."""
    features = part_features(sentence, candidate.cue, candidate.draft)
    tagger.set(ItemSequence(features))
    best = tuple(tagger.tag())
    return Labels(best, tuple(tagger.marginal(label, i) for i, label in enumerate(best)))
