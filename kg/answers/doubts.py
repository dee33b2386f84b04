"""What nobody has looked at and the machine is unsure of: candidates for a review.

Attributions and matches between the display and the acceptance threshold, sources that are
implied and not said to speak, relations between claims, claims that may say the same, and
names that may mean one. What a judgement has decided is doubtful no longer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.answers.desk import Desk
from kg.answers.in_words import name
from kg.graph import ACCEPTANCE, DISPLAY, publisher_of, source_of
from kg.model import (
    Attribution,
    AttributionId,
    ClaimId,
    ClaimRelation,
    JudgementKind,
    Reading,
    RelationKind,
    SourceId,
    Stance,
)

SAME_BEYOND_DOUBT = 0.65
"""Below this somebody should look whether two claims say the same, although they are traced as
one from 0.5 on: an equivalence carries all of one claim's chains over to another."""

_DECIDED = frozenset({JudgementKind.MERGE, JudgementKind.SPLIT})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a reviewer could decide.

    Attributes:
        what: ``attribution``, ``match``, ``implied``, ``equivalence``, ``resolution`` or the
            kind of relation.
        targets: What a judgement would be about.
        why: What is doubtful, in English.
        claims: The claims on which it bears, likeliest first.
        verdicts: The judgements that decide it: for, and against.
        entailed: Whether it counts only where narrower claims are traced as well.
    """

    what: str
    targets: tuple[str, ...]
    why: str
    claims: tuple[ClaimId, ...]
    verdicts: tuple[JudgementKind, JudgementKind] = (JudgementKind.ACCEPT, JudgementKind.REJECT)
    entailed: bool = False


def doubts(desk: Desk) -> list[Doubt]:
    """All that is doubtful, those first that stand in most documents; ties in canonical order.

    Takes time linear in the readings and relations.
    """
    search = _Search(desk)
    found = [*search.attributions(), *search.relations(), *search.resolutions()]
    return sorted(found, key=lambda doubt: -max(map(search.spread, doubt.claims), default=0))


class _Search:
    """One look through everything."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.corpus = desk.corpus

    def spread(self, claim: ClaimId) -> int:
        """In how many documents a claim, or one that is the same, stands."""
        return len(self._documents.get(self.corpus.class_of.get(claim, claim), ()))

    @cached_property
    def _documents(self) -> dict[ClaimId, set[str]]:
        found: dict[ClaimId, set[str]] = {}
        for reading in self.corpus.readings:
            for conveyance in reading.conveyances:
                first = self.corpus.class_of[conveyance.claim]
                found.setdefault(first, set()).add(reading.document.id)
        return found

    # ---- attributions

    def attributions(self) -> Iterator[Doubt]:
        """Doubtful attributions and matches, and implied sources."""
        for reading in self.corpus.readings:
            matches = {
                c.attribution: c.confidence
                for c in reading.conveyances
                if DISPLAY <= c.confidence < ACCEPTANCE and not c.restates
            }
            for attribution in reading.attributions:
                what, why = self._doubt_of(attribution, matches.get(attribution.id))
                if what:
                    claims = self._bearing(reading, attribution)
                    yield Doubt(what, (attribution.id,), why, claims)

    def _doubt_of(self, attribution: Attribution, match: float | None) -> tuple[str, str]:
        sure = attribution.confidence
        if attribution.implied and sure >= DISPLAY:
            return "implied", "shown as finder or witness; no words say that it spoke"
        if attribution.is_stated and DISPLAY <= sure < ACCEPTANCE:
            return "attribution", f"{sure:.0%} sure that somebody is said to have said this"
        if match is not None:
            return "match", f"{match:.0%} sure that these words say the claim"
        return "", ""

    def _bearing(self, reading: Reading, attribution: Attribution) -> tuple[ClaimId, ...]:
        """Claims that it, or an attribution inside it, says, and those that stand against them.

        Of a denial the latter come first: what is denied is what people ask about.
        Of claims that are one, one is named that other texts say, too: it outlasts a rejection.
        """
        outer = {a.id: a.nested_in for a in reading.attributions}
        inside = {id_ for id_ in outer if attribution.id in _ancestry(id_, outer)}
        said = dict.fromkeys(c.claim for c in reading.conveyances if c.attribution in inside)
        own = [self._lasting(claim, inside) for claim in said]
        against = [
            end
            for relation in self.corpus.relations_of(said)
            if relation.kind in {RelationKind.DISPUTES, RelationKind.CONTRADICTS}
            for end in (relation.object, relation.subject)
            if end not in said
        ]
        denies = attribution.stance is Stance.DENIES
        return self._distinct([*against, *own] if denies else [*own, *against])

    def _lasting(self, claim: ClaimId, inside: Iterable[AttributionId]) -> ClaimId:
        fallen = set(inside)
        members = self.corpus.claims[self.corpus.class_of[claim]]
        return next((m for m in members if not self._sayers[m] <= fallen), claim)

    @cached_property
    def _sayers(self) -> dict[ClaimId, set[AttributionId]]:
        found: dict[ClaimId, set[AttributionId]] = {}
        for reading in self.corpus.readings:
            for conveyance in reading.conveyances:
                found.setdefault(conveyance.claim, set()).add(conveyance.attribution)
        return found

    def _distinct(self, claims: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
        """One claim of each class, in the order given."""
        first: dict[ClaimId, ClaimId] = {}
        for claim in claims:
            first.setdefault(self.corpus.class_of[claim], claim)
        return tuple(first.values())

    # ---- relations

    def relations(self) -> Iterator[Doubt]:
        """Claims that may say the same, and doubtful relations of other kinds."""
        surest: dict[tuple[RelationKind, frozenset[ClaimId]], ClaimRelation] = {}
        for relation in self.corpus.relations:
            key = relation.kind, frozenset((relation.subject, relation.object))
            if key not in surest or relation.confidence > surest[key].confidence:
                surest[key] = relation
        for relation in surest.values():
            same = relation.kind is RelationKind.EQUIVALENT
            if DISPLAY <= relation.confidence < (SAME_BEYOND_DOUBT if same else ACCEPTANCE):
                yield self._related(relation)

    def _related(self, relation: ClaimRelation) -> Doubt:
        ends = relation.subject, relation.object
        one, other = (name(self.desk, end) for end in ends)
        sure = f"{relation.confidence:.0%} sure that"
        if relation.kind is RelationKind.EQUIVALENT:
            verdicts = JudgementKind.MERGE, JudgementKind.SPLIT
            why = f"{sure} {one} and {other} say the same"
            return Doubt("equivalence", ends, why, ends, verdicts)
        why = f"{sure} {one} {relation.kind.value} {other}"
        entailed = relation.kind is RelationKind.ENTAILS
        if entailed:
            why += "; counts with --entailed only"
        return Doubt(relation.kind.value, ends, why, ends[::-1], entailed=entailed)

    # ---- names

    def resolutions(self) -> Iterator[Doubt]:
        """Names that may mean one, as long as nobody has said whether they do."""
        decided = {
            frozenset((judgement.targets[0], other))
            for judgement in self.corpus.judgements
            if judgement.kind in _DECIDED
            for other in judgement.targets[1:]
        }
        for resolution in self.desk.derivation.resolutions:
            ends = resolution.agent, resolution.same_as
            known = all(end in self.corpus.agents for end in ends)
            doubtful = DISPLAY <= resolution.confidence < ACCEPTANCE
            if known and doubtful and frozenset(ends) not in decided:
                one, other = (name(self.desk, end) for end in ends)
                why = f"{resolution.confidence:.0%} sure that {one} is {other}"
                verdicts = JudgementKind.MERGE, JudgementKind.SPLIT
                yield Doubt("resolution", ends, why, self._about(ends), verdicts)

    def _about(self, agents: Sequence[SourceId]) -> tuple[ClaimId, ...]:
        """The claims that come from one of ``agents``; first those that come from both."""
        one, other = (self._claims_of.get(agent, {}) for agent in agents)
        return tuple(dict.fromkeys([*(c for c in one if c in other), *one, *other]))

    @cached_property
    def _claims_of(self) -> dict[SourceId, dict[ClaimId, None]]:
        """The classes of claims on whose way somebody stands, or that they published."""
        found: dict[SourceId, dict[ClaimId, None]] = {}
        for reading in self.corpus.readings:
            outer = {a.id: a.nested_in for a in reading.attributions}
            by_id = {a.id: a for a in reading.attributions}
            for conveyance in reading.conveyances:
                way = [by_id[id_] for id_ in _ancestry(conveyance.attribution, outer)]
                on = {source_of(a, reading.document.id) for a in way} | {publisher_of(reading)}
                for source in on:
                    first = self.corpus.class_of[conveyance.claim]
                    found.setdefault(source, {})[first] = None
        return found


def _ancestry(
    id_: AttributionId, outer: dict[AttributionId, AttributionId | None]
) -> list[AttributionId]:
    """An attribution with all that it is nested in, innermost first."""
    found: list[AttributionId] = []
    at: AttributionId | None = id_
    while at in outer and at not in found:
        found.append(at)
        at = outer[at]
    return found
