"""Own-voice sentences that say again what the same document attributes to somebody.

A headline nearly always tells without a source what the first paragraph gives to one: it
adds no origin. Such a sentence is recognised by what it shares with an attributed content:
names (a capital, a demonym and a state are one), numbers, and content words as stems or
near-synonyms. Shared words count for more the fewer sentences of the document hold them:
in an article about missiles, "missile" ties nothing together, which is the inverse document
frequency of Spärck Jones (Journal of Documentation 28, 1972) taken inside one text.

What is measured is containment of the shorter side in the longer one (overlap coefficient):
a headline leaves out much and adds little.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from kg.link.contents import concepts, content_words, stem
from kg.link.lexicon import words_of
from kg.link.referents import Scene, side_of
from kg.model import SUPPORTING, Attribution, AttributionId, SourceKind

# Calibrated on the pairs of tests/unit/link/restatements.toml; see test_restatement.py, which
# holds the curve: at 0.5 every true pair of the calibration half is found, no false one.
THRESHOLD = 0.5
# An actor is in most sentences of its article and says little of the event.
_ACTOR_WEIGHT = 0.4
# Fewer shared words than this are chance, whatever their share.
_FEWEST_SHARED = 3
_FEWEST_EVENT_WORDS = 2
_SURE = 0.95
_BARELY = 0.6
_NUMBERS_DIFFER = 0.7
_PARENTHESIS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Gist:
    """What a passage says, as comparable keys.

    Attributes:
        actors: IRIs of known agents, capitals and demonyms read as their state.
        words: Stems or near-synonym groups of the remaining content words.
        numbers: Numbers as written, without spaces.
        negated: Whether it is worded negatively.
    """

    actors: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    negated: bool

    @property
    def keys(self) -> frozenset[str]:
        """All keys."""
        return self.actors | self.words | self.numbers


def gist(scene: Scene, text: str) -> Gist:
    """The gist of ``text``, a passage in the language of the document."""
    lang = scene.lang
    actors, rest = _actors(scene, text)
    synonyms = concepts(lang)
    words, numbers = set(), set()
    for word in content_words(rest, lang):
        state = scene.gazetteer.demonym(word, lang)
        if state:
            actors.add(state.id)
        elif word[0].isdigit():
            numbers.add(word)
        else:
            key = stem(word, lang)
            words.add(synonyms.get(key, key))
    low = f" {text.lower().replace('’', chr(39))} "
    negated = any(f" {word} " in low for word in words_of(lang, "negations"))
    return Gist(frozenset(actors), frozenset(words), frozenset(numbers), negated)


def _actors(scene: Scene, text: str) -> tuple[set[str], str]:
    """The known agents in ``text``, and the text without their names."""
    actors, rest, at = set(), [], 0
    for match in scene.gazetteer.longest(text, scene.lang):
        if match.entry.weak:
            continue
        agent = match.entry.agent
        state = agent.kind in {SourceKind.STATE, SourceKind.BODY}
        actors.add(str(side_of(agent) or agent.id) if state else str(agent.id))
        rest.append(text[at : match.span.start])
        at = match.span.end
    return actors, " ".join((*rest, text[at:]))


class Restatements:
    """Finds which own-voice sentences of a document restate which attribution."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        """Read the gists of all contents once."""
        self._scene = scene
        self._own = [a for a in attributions if a.is_own_voice]
        self._said = [a for a in attributions if _may_be_restated(a, attributions)]
        self._gists = {a.id: self._gist_of(a) for a in (*self._own, *self._said)}
        self._frequency = Counter(key for g in self._gists.values() for key in g.keys)

    def found(self) -> dict[AttributionId, tuple[AttributionId, float]]:
        """Own-voice attribution → the attribution that it restates, and how sure that is."""
        direct = {own.id: best for own in self._own if (best := self._best(own))}
        headline = self._headline(direct)
        if headline is None:
            return direct
        target, sure = direct[headline]
        for own in self._own:
            if own.id in direct:
                continue
            score = self._through(own, headline, target)
            if score >= THRESHOLD:
                direct[own.id] = (target, round(sure * confidence(score), 2))
        return direct

    def _best(self, own: Attribution) -> tuple[AttributionId, float] | None:
        scores = [(self._score(own, self._gists[said.id]), said.id) for said in self._said]
        score, target = max(scores, key=lambda s: s[0], default=(0.0, None))
        if target is None or score < THRESHOLD:
            return None
        return target, confidence(score)

    def _headline(
        self, direct: dict[AttributionId, tuple[AttributionId, float]]
    ) -> AttributionId | None:
        """The own-voice first line of the text, if it restates something."""
        text = self._scene.document.text
        for own in self._own:
            first = not text[: own.content[0].start].strip(' \n«“"')
            if first and own.id in direct:
                return own.id
        return None

    def _through(self, own: Attribution, headline: AttributionId, target: AttributionId) -> float:
        """Overlap with a headline, unfolded by the content that the headline restates."""
        return max(
            self._score(own, self._gists[headline]),
            self._score(own, _joined(self._gists[headline], self._gists[target])),
        )

    def _score(self, own: Attribution, other: Gist) -> float:
        core = gist(self._scene, _core(self._text(own), self._scene.lang))
        return max(self._overlap(self._gists[own.id], other), self._overlap(core, other))

    def _overlap(self, one: Gist, other: Gist) -> float:
        shared = one.keys & other.keys
        event = shared - one.actors
        if len(shared) < _FEWEST_SHARED or len(event) < _FEWEST_EVENT_WORDS:
            return 0.0
        if one.negated != other.negated:
            return 0.0
        smaller = min(self._weight(one.keys, one), self._weight(other.keys, other))
        score = self._weight(shared, one) / smaller if smaller else 0.0
        differ = one.numbers and other.numbers and not one.numbers & other.numbers
        return score * _NUMBERS_DIFFER if differ else score

    def _weight(self, keys: Iterable[str], side: Gist) -> float:
        total = len(self._gists)
        return sum(
            log(1 + total / max(self._frequency[key], 1))
            * (_ACTOR_WEIGHT if key in side.actors else 1.0)
            for key in sorted(keys)
        )

    def _gist_of(self, attribution: Attribution) -> Gist:
        return gist(self._scene, self._text(attribution))

    def _text(self, attribution: Attribution) -> str:
        return " ".join(span.of(self._scene.document.text) for span in attribution.content)


def confidence(score: float) -> float:
    """How sure a restatement is: rises from the threshold to a full overlap."""
    share = min(1.0, (score - THRESHOLD) / (1 - THRESHOLD))
    return round(_BARELY + (_SURE - _BARELY) * share, 2)


def _may_be_restated(attribution: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Supporting attributions at the top or inside supporting ones; own voice never."""
    by_id = {a.id: a for a in attributions}
    at: Attribution | None = attribution
    while at is not None:
        if at.is_own_voice or at.stance not in SUPPORTING:
            return False
        at = by_id.get(at.nested_in) if at.nested_in else None
    return True


def _joined(one: Gist, other: Gist) -> Gist:
    return Gist(
        one.actors | other.actors,
        one.words | other.words,
        one.numbers | other.numbers,
        one.negated,
    )


def _core(text: str, lang: str) -> str:
    """The main clause of a sentence, without parentheses and trailing subordinate clauses."""
    plain = _PARENTHESIS.sub(" ", text)
    return min(_heads(plain, lang), key=len)


def _heads(text: str, lang: str) -> Iterator[str]:
    yield text
    for opener in words_of(lang, "subordinators"):
        words = opener.replace("_", " ")
        at = re.search(rf"(?:,\s*|\s){re.escape(words)}\b", text, re.IGNORECASE)
        if at and len(content_words(text[: at.start()], lang)) >= _FEWEST_SHARED + 1:
            yield text[: at.start()]
