"""Says how likely each reading of a cue is, and keeps the likeliest that is likely enough.

A logistic regression over how sure the two stages are, how far they agree with the rules, and
which rule it was. Its output is the confidence of the attribution: among those with 0.8, four
of five are right in content and source (how well that holds: ``docs/reference/evaluation.md``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from kg.extract.drafts import Draft, Mention, Spans
from kg.extract.labeller.candidates import Candidate, Labels, candidates, labelled
from kg.extract.labeller.features import Sentence
from kg.extract.labeller.models import VERSION, Models, shipped
from kg.extract.labeller.parts import CONTENT, SOURCE
from kg.extract.labeller.spans import content_of, sources_of
from kg.extract.labeller.stances import drawn, tells
from kg.extract.passages import Passage
from kg.model import Span

RULE = f"labeller-{VERSION}"
"""What drew an attribution that no rule has found."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a reading has to reach.

    Attributes:
        ruled: Confidence from which what a rule has found is drawn.
        learned: Confidence from which what no rule has found is drawn.
        lead: By how much a reading has to be likelier than the rule's to take its place.
    """

    ruled: float
    learned: float
    lead: float


BAR = Bar(ruled=0.3, learned=0.7, lead=0.3)
"""Swept on the development part."""

SCALE, SHIFT = "calibration: scale", "calibration: shift"
"""Names of the two numbers of the calibration among the weights."""

_TINY = 1e-4


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a candidate.

    Attributes:
        draft: The attribution as it would be drawn.
        features: What speaks for and against it.
    """

    draft: Draft
    features: Mapping[str, float]


def weigh(p: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """What is to stand in one sentence, by the weights that ship."""
    return weighed(Sentence(p, drafts), shipped(), BAR)


def weighed(sentence: Sentence, models: Models, bar: Bar) -> list[Draft]:
    """The attributions of one sentence: by cue the likeliest reading, if likely enough."""
    kept = (chosen(options, models, bar) for options in readings(sentence, models))
    return [
        replace(reading.draft, confidence=round(calibrated(likely, models.weights), 3))
        for reading, likely in filter(None, kept)
    ]


def chosen(options: list[Reading], models: Models, bar: Bar) -> tuple[Reading, float] | None:
    """Of the readings of one cue the one to draw, and its likelihood; None for none."""
    likely = [probability(r.features, models.weights) for r in options]
    best = max(range(len(options)), key=likely.__getitem__)
    enough = bar.learned if options[best].draft.rule == RULE else bar.ruled
    if likely[best] < enough:
        return None
    # The first reading is the rule's, if a rule has one: it stands unless clearly beaten.
    if likely[best] < likely[0] + bar.lead:
        best = 0
    return options[best], likely[best]


def calibrated(likely: float, weights: Mapping[str, float]) -> float:
    """The share of attributions with this likelihood that are right (Platt scaling [1]_).

    The likeliest of several readings looks likelier than it is; two numbers fitted on the
    development part set that right.

    .. [1] J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999.
    """
    score = weights.get(SCALE, 1.0) * _logit(likely) + weights.get(SHIFT, 0.0)
    return 1 / (1 + exp(-score))


def readings(sentence: Sentence, models: Models) -> list[list[Reading]]:
    """By candidate cue, all ways to read it; candidates without content are left out."""
    found = []
    for candidate in candidates(sentence, models.cues):
        labels = labelled(sentence, candidate, models.parts)
        options = _options(sentence, candidate, labels)
        if options:
            found.append(options)
    return found


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely a reading is right in content and source."""
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def _options(sentence: Sentence, candidate: Candidate, labels: Labels) -> list[Reading]:
    """The rule's reading, the learned one, and each with the source of the other."""
    p = sentence.p
    content, sources = content_of(p, labels), sources_of(p, labels)
    draft = candidate.draft
    shared = _Shared(sentence, candidate, labels, content, sources)
    drafts: list[tuple[str, Draft]] = []
    if draft is not None:
        drafts.append(("rule", draft))
        if content and content != draft.content:
            drafts.append(("content", replace(draft, content=content)))
        if content and _spans(sources) != _spans(draft.sources):
            drafts.append(("source", replace(draft, sources=sources)))
            if content != draft.content:
                drafts.append(("both", replace(draft, sources=sources, content=content)))
    elif content and tells(p, candidate.cue, content):
        drafts.append(("learned", drawn(p, candidate.cue, sources, content, RULE)))
    return [Reading(d, shared.features(how, d)) for how, d in drafts]


@dataclass(frozen=True)
class _Shared:
    """What all readings of one candidate have in common."""

    sentence: Sentence
    candidate: Candidate
    labels: Labels
    content: Spans
    sources: tuple[Mention, ...]

    def features(self, how: str, draft: Draft) -> dict[str, float]:
        """What the regression looks at for the reading ``draft`` got by ``how``."""
        rule = self.candidate.draft
        overlap = _overlap(draft.content, self.content)
        named = bool(_spans(draft.sources))
        values = {
            "bias": 1.0,
            f"how={how}": 1.0,
            "cue": _logit(self.candidate.probability),
            "content": overlap,
            f"content/{how}": overlap,
            "source": float(_spans(draft.sources) == _spans(self.sources)),
            "sure content": self._sure(CONTENT),
            "sure source": self._sure(SOURCE),
            f"named={named}": 1.0,
            f"length={_length(draft.content)}": 1.0,
            f"kind={self._kind()}": 1.0,
        }
        if not self.content:
            values["no content"] = 1.0
        if rule is not None:
            values[f"rule={rule.rule}"] = 1.0
            values[f"rule={rule.rule}/{how}"] = 1.0
            values["rule's own"] = rule.confidence
        return values

    def _sure(self, label: str) -> float:
        sure = [s for s, b in zip(self.labels.sure, self.labels.best, strict=True) if b == label]
        return _logit(sum(sure) / len(sure)) if sure else 0.0

    def _kind(self) -> str:
        known = (self.sentence.classes[i] for i in self.candidate.cue)
        return next((kind for kind in known if kind[:2] in {"v:", "n:"}), "other")


def _spans(sources: Sequence[Mention]) -> set[Span]:
    return {span for mention in sources for span in mention.spans}


def _overlap(one: Spans, other: Spans) -> float:
    a = {i for span in one for i in range(span.start, span.end)}
    b = {i for span in other for i in range(span.start, span.end)}
    return len(a & b) / len(a | b) if a and b else 0.0


def _length(content: Spans) -> str:
    letters = sum(span.end - span.start for span in content)
    return next((str(top) for top in (12, 25, 50, 100, 200) if letters <= top), "long")


def _logit(share: float) -> float:
    share = min(1 - _TINY, max(_TINY, share))
    return log(share / (1 - share))
