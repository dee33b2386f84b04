"""The active list: which open question is worth a reviewer's time, and what it would change.

Most of what a machine is unsure of changes no answer. Each doubtful thing is decided for trial,
one way and the other, and the claim is traced again; what moves the interval of its origins or
its status comes first. Nothing is kept of a trial.
"""

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.answers.ask import traced
from kg.answers.desk import Desk
from kg.answers.doubts import Doubt, doubts
from kg.answers.evidence import Json
from kg.answers.in_words import handle, name, short, shown
from kg.answers.policy import Policy
from kg.graph import Corpus, judged
from kg.model import (
    ClaimId,
    ClaimStatus,
    Derivation,
    Judgement,
    JudgementId,
    JudgementKind,
    Reading,
    RelationKind,
    SourceId,
)

MOST_TRIALS = 200
"""Most hypothetical judgements that one list tries; each traces one claim again."""

_MOST_CLAIMS = 3
_LEADING_ON = frozenset({RelationKind.EQUIVALENT, RelationKind.ENTAILS})
_AFTER_ALL = "9999-12-31T23:59:59Z"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim comes to.

    Attributes:
        lower: Least number of distinct origins.
        upper: Greatest.
        status: Of the claim.
    """

    lower: int
    upper: int
    status: ClaimStatus

    def moves(self, other: "Standing") -> tuple[bool, int, int]:
        """How far ``other`` is from it: status first, then lower, then upper bound."""
        away = abs(self.lower - other.lower), abs(self.upper - other.upper)
        return self.status is not other.status, *away


@dataclass(frozen=True, slots=True)
class _Tried:
    """A doubt with what each verdict would do to one claim."""

    doubt: Doubt
    claim: ClaimId
    now: Standing
    then: tuple[Standing, Standing]

    @property
    def moves(self) -> tuple[bool, int, int]:
        return max(self.now.moves(standing) for standing in self.then)


def consequential(desk: Desk, most: int = MOST_TRIALS) -> Json:
    """All that is doubtful and was tried, what moves most first.

    Takes ``most`` tracings of single claims. What is left untried is counted, never passed
    over in silence.
    """
    trials = _Trials(desk, most)
    tried, untried = [], 0
    for doubt in doubts(desk):
        found = trials.of(doubt)
        if found is None:
            untried += 1
        else:
            tried.append(found)
    # Sorting is stable: what stands in more documents stays ahead among equals.
    tried.sort(key=lambda t: t.moves, reverse=True)
    return {"items": [_shown(desk, t) for t in tried], "trials": trials.made, "untried": untried}


class _Trials:
    """Tracings under hypothetical judgements, as long as there are any left."""

    def __init__(self, desk: Desk, most: int) -> None:
        self.desk = desk
        self.corpus = desk.corpus
        self.made = 0
        self._left = most
        self._now: dict[tuple[ClaimId, bool], Standing] = {}
        self._around: dict[ClaimId, Corpus] = {}

    def of(self, doubt: Doubt) -> _Tried | None:
        """The claim that a doubt moves most of the first few; None where no trial is left."""
        best: _Tried | None = None
        for claim in doubt.claims[:_MOST_CLAIMS]:
            if self._left < len(doubt.verdicts):
                break
            now = self._standing_now(claim, entailed=doubt.entailed)
            one, other = (self._try(doubt, claim, verdict) for verdict in doubt.verdicts)
            tried = _Tried(doubt, claim, now, (one, other))
            if best is None or tried.moves > best.moves:
                best = tried
            if best.moves > (False, 0, 0):
                break
        return best

    def _standing_now(self, claim: ClaimId, *, entailed: bool) -> Standing:
        key = claim, entailed
        if key not in self._now:
            self._now[key] = _standing(self._part(claim), claim, entailed=entailed)
        return self._now[key]

    def _try(self, doubt: Doubt, claim: ClaimId, verdict: JudgementKind) -> Standing:
        self._left -= 1
        self.made += 1
        part = self._part(claim)
        supposed = Judgement(JudgementId("_:trial"), verdict, "", _AFTER_ALL, doubt.targets)
        readings = [*part.readings, *self._absent(doubt.targets, part)]
        after = judged(
            readings,
            Derivation(copies=part.ties.copies),
            part.relations,
            (*self.corpus.judgements, supposed),
        )
        return _standing(after, claim, entailed=doubt.entailed)

    def _part(self, claim: ClaimId) -> Corpus:
        """The part of the corpus in which ``claim`` is told, or what bears on it."""
        if claim not in self._around:
            wanted: set[ClaimId] = set()
            fresh = {claim}
            while fresh:
                wanted |= fresh
                ahead = [r for r in self.corpus.relations_of(fresh) if r.kind in _LEADING_ON]
                fresh = {end for r in ahead for end in (r.subject, r.object)} - wanted
            relations = self.corpus.relations_of(wanted)
            ends = {end for r in relations for end in (r.subject, r.object)}
            told = self.corpus.concerning(wanted | ends)
            self._around[claim] = Corpus(told, relations, self.corpus.ties)
        return self._around[claim]

    def _absent(self, targets: Iterable[str], part: Corpus) -> Iterator[Reading]:
        """Readings that tell who a source is that stands nowhere in ``part``."""
        for target in targets:
            if target in self.corpus.agents and target not in part.agents:
                yield from self._first_with(SourceId(target))

    def _first_with(self, source: SourceId) -> Iterator[Reading]:
        for reading in self.corpus.readings:
            if any(agent.id == source for agent in reading.agents):
                yield reading
                return


def _standing(corpus: Corpus, claim: ClaimId, *, entailed: bool) -> Standing:
    found = traced(corpus, [claim], Policy(entailed=entailed))
    interval = found.origins.interval
    return Standing(interval.lower, interval.upper, found.status)


def _shown(desk: Desk, tried: _Tried) -> Json:
    doubt = tried.doubt
    targets = [{"target": target, "name": name(desk, target)} for target in doubt.targets]
    return {
        "what": doubt.what,
        "why": doubt.why,
        "targets": targets,
        "claim": tried.claim,
        "short_id": short(tried.claim),
        "text": desk.wordings[tried.claim][0],
        "moves": tried.moves > (False, 0, 0),
        "now": _plain(tried.now),
        "then": [
            {
                "verdict": verdict.value,
                **_plain(standing),
                "command": _command(desk, doubt, verdict),
            }
            for verdict, standing in zip(doubt.verdicts, tried.then, strict=True)
        ],
        "evidence": [piece for target in doubt.targets for piece in shown(desk, target)],
    }


def _plain(standing: Standing) -> Json:
    return {
        "lower": standing.lower,
        "upper": standing.upper,
        "status": standing.status.value,
    }


def _command(desk: Desk, doubt: Doubt, verdict: JudgementKind) -> str:
    """What to type; it can be pasted as it stands."""
    handles = [handle(desk, target) for target in doubt.targets]
    return shlex.join(["kg", "review", verdict.value, *handles])
