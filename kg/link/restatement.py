"""Own-voice sentences that say again what the same document attributes to somebody.

A headline nearly always tells without a source what the first paragraph gives to one: it
adds no origin. Such a sentence is recognised by what it shares with an attributed content:
names (a capital, a demonym and a state are one), numbers, and content words as stems or
near-synonyms. Shared words count for more the fewer sentences of the document hold them:
in an article about missiles, "missile" ties nothing together, which is the inverse document
frequency of Spärck Jones (Journal of Documentation 28, 1972) taken inside one text.

What is measured is how much of the sentence the attributed content tells, or how much of the
content the sentence covers: a headline leaves out much and adds little.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from kg.link.contents import concepts, content_words, stem
from kg.link.lexicon import number_words, words_of
from kg.link.referents import Scene, side_of
from kg.model import SUPPORTING, Attribution, AttributionId, SourceKind

# Calibrated on tests/unit/link/restatements.toml (calibration half, 12 restatements among 31
# sentences): from 0.42 to 0.44 none is false and 11 are found; at 0.40 one is false, at 0.50
# three are missed. Scores on texts unseen at that time: see test_restatement.py.
THRESHOLD = 0.43
# A headline is short, so chance overlaps with it are larger.
_THROUGH_HEADLINE = 0.5
# An actor is in most sentences of its article and says little of the event.
_ACTOR_WEIGHT = 0.4
# Fewer shared words than this are chance, whatever their share.
_FEWEST_SHARED = 3
_FEWEST_EVENT_WORDS = 2
# The attributed content may be short beside the sentence that unfolds it.
_COVERED_WEIGHT = 0.8
_SURE = 0.95
_BARELY = 0.6
_NUMBERS_DIFFER = 0.7
# Each side names somebody or some place that the other does not: likely another event.
_NAMES_DIFFER = 0.75
_WORDS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+\b|[^\W\d_][\w‑-]*")
_PROPER = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][^\W\d_]+")
_PARENTHESIS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Gist:
    """What a passage says, as comparable keys.

    Attributes:
        actors: IRIs of known agents, capitals and demonyms read as their state.
        words: Stems or near-synonym groups of the remaining content words.
        numbers: Numbers as written, without spaces; small number words as digits.
        names: The actors, and the stems of words written as proper names.
        negated: Whether it is worded negatively.
    """

    actors: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    negated: bool

    @property
    def keys(self) -> frozenset[str]:
        """All keys."""
        return self.actors | self.words | self.numbers


def gist(scene: Scene, text: str) -> Gist:
    """The gist of ``text``, a passage in the language of the document."""
    lang = scene.lang
    actors, rest = _actors(scene, text)
    synonyms, counted = concepts(lang), number_words(lang)
    words, numbers = set(), set()
    for word in content_words(rest, lang):
        if word[0].isdigit() or word in counted:
            numbers.add(counted.get(word, word))
        else:
            key = stem(word, lang)
            words.add(synonyms.get(key, key))
    low = f" {text.lower().replace('’', chr(39))} "
    negated = any(f" {word} " in low for word in words_of(lang, "negations"))
    capitals = (word.lower() for word in _PROPER.findall(rest))
    names = actors | ({stem(word, lang) for word in capitals} & words)
    return Gist(frozenset(actors), frozenset(words), frozenset(numbers), frozenset(names), negated)


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
    plain = " ".join((*rest, text[at:]))
    return actors, _WORDS.sub(lambda words: _without_demonym(scene, words.group(), actors), plain)


def _without_demonym(scene: Scene, words: str, actors: set[str]) -> str:
    """``words`` (one or two) less a demonym, whose state is added to ``actors``."""
    state = scene.gazetteer.demonym(words, scene.lang)
    if state:
        actors.add(state.id)
        return " "
    if len(words.split()) == 1:
        return words
    return " ".join(_without_demonym(scene, word, actors) for word in words.split())


class Restatements:
    """Finds which own-voice sentences of a document restate which attribution."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        """Read the gists of all contents once."""
        self._scene = scene
        self._own = [a for a in attributions if a.is_own_voice]
        by_id = {a.id: a for a in attributions}
        self._said = {a.id: a for a in attributions if _may_be_restated(a, by_id)}
        self._gists = {a.id: self._gist_of(a) for a in (*self._own, *self._said.values())}
        self._cores = {own.id: gist(scene, _core(self._text(own), scene.lang)) for own in self._own}
        self._frequency = Counter(key for g in self._gists.values() for key in g.keys)
        self._holding: dict[str, list[AttributionId]] = defaultdict(list)
        for id_ in self._said:
            for key in self._gists[id_].keys:
                self._holding[key].append(id_)

    def found(self) -> dict[AttributionId, tuple[AttributionId, float]]:
        """Own-voice attribution → the attribution that it restates, and how sure that is."""
        direct = {own.id: best for own in self._own if (best := self._best(own))}
        headline = self._headline(direct)
        if headline is None:
            return direct
        target, sure = direct[headline]
        for own in self._own:
            if own.id in direct or _overlap_in_text(own, self._said[target]):
                continue
            score = self._through(own, headline, target)
            if score >= _THROUGH_HEADLINE:
                direct[own.id] = (target, min(sure, confidence(score)))
        return direct

    def _best(self, own: Attribution) -> tuple[AttributionId, float] | None:
        others = (id_ for id_ in self._near(own) if not _overlap_in_text(own, self._said[id_]))
        scores = [(self._directly(own, self._gists[id_]), id_) for id_ in others]
        score, target = max(scores, key=lambda s: s[0], default=(0.0, None))
        if target is None or score < THRESHOLD:
            return None
        return target, confidence(score)

    def _near(self, own: Attribution) -> list[AttributionId]:
        """Attributions that share enough keys to be compared at all, in the order given."""
        shared = Counter(id_ for key in self._gists[own.id].keys for id_ in self._holding[key])
        enough = {id_ for id_, count in shared.items() if count >= _FEWEST_SHARED}
        return [id_ for id_ in self._said if id_ in enough] if enough else []

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

    def _directly(self, own: Attribution, said: Gist) -> float:
        """Overlap with an attributed content, less where each side has names of its own.

        A headline drops names as it drops words, so through one this is no sign.
        """
        mine = self._gists[own.id].names
        score = self._score(own, said)
        return score * _NAMES_DIFFER if mine - said.keys and said.names - mine else score

    def _score(self, own: Attribution, other: Gist) -> float:
        whole, core = self._gists[own.id], self._cores[own.id]
        return max(self._overlap(whole, other), self._overlap(core, other))

    def _overlap(self, one: Gist, other: Gist) -> float:
        shared = one.keys & other.keys
        event = shared - one.actors
        if len(shared) < _FEWEST_SHARED or len(event) < _FEWEST_EVENT_WORDS:
            return 0.0
        if one.negated != other.negated:
            return 0.0
        told = self._weight(shared, one, shared) / self._weight(one.keys, one, shared)
        covered = self._weight(shared, other, shared) / self._weight(other.keys, other, shared)
        score = max(told, _COVERED_WEIGHT * covered)
        if one.numbers and other.numbers and not one.numbers & other.numbers:
            score *= _NUMBERS_DIFFER
        return score

    def _weight(self, keys: Iterable[str], side: Gist, shared: frozenset[str]) -> float:
        """How much ``keys`` tell: the rarer in the rest of the document, the more."""
        total = len(self._gists)
        return sum(
            log(1 + total / max(self._frequency[key] - (key in shared), 1))
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


def _may_be_restated(attribution: Attribution, by_id: Mapping[AttributionId, Attribution]) -> bool:
    """Supporting attributions at the top or inside supporting ones; own voice never."""
    at: Attribution | None = attribution
    while at is not None:
        if at.is_own_voice or at.stance not in SUPPORTING:
            return False
        at = by_id.get(at.nested_in) if at.nested_in else None
    return True


def _overlap_in_text(one: Attribution, other: Attribution) -> bool:
    """Whether a sentence holds the attribution itself: it tells of it, it does not repeat it."""
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _joined(one: Gist, other: Gist) -> Gist:
    return Gist(
        one.actors | other.actors,
        one.words | other.words,
        one.numbers | other.numbers,
        one.names | other.names,
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
