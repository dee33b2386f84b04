"""A corpus as questions see it: readings, and what was found across them, judgements applied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.graph.accounts import DISPLAY
from kg.model import (
    NO_TIES,
    Agent,
    Attribution,
    AttributionId,
    ClaimId,
    ClaimRelation,
    Document,
    DocumentId,
    Judgement,
    Reading,
    RelationKind,
    SourceId,
    Ties,
)


@dataclass(frozen=True)
class Corpus:
    """All that a question is asked of.

    Attributes:
        readings: In canonical order: date, then document; agents that are one have one IRI.
        relations: Between claims, of single texts and across them, sorted.
        ties: Copies and source links between the documents.
        judgements: Those that stand, by time; sources go by the IRI that they have here.
    """

    readings: tuple[Reading, ...]
    relations: tuple[ClaimRelation, ...] = ()
    ties: Ties = NO_TIES
    judgements: tuple[Judgement, ...] = ()

    @cached_property
    def by_document(self) -> Mapping[DocumentId, Reading]:
        """Each reading by its document, in canonical order."""
        return {reading.document.id: reading for reading in self.readings}

    @cached_property
    def agents(self) -> Mapping[SourceId, Agent]:
        """What is known of every source."""
        return {agent.id: agent for reading in self.readings for agent in reading.agents}

    @cached_property
    def attributions(self) -> Mapping[AttributionId, tuple[Document, Attribution]]:
        """Every attribution with the document it stands in."""
        return {
            attribution.id: (reading.document, attribution)
            for reading in self.readings
            for attribution in reading.attributions
        }

    @cached_property
    def claims(self) -> Mapping[ClaimId, tuple[ClaimId, ...]]:
        """Each claim that stands for a class of equivalent ones, with all of them.

        A class goes by its first member in canonical order (date, document, place in the
        text), which is also the first of the tuple.
        """
        order = canonical_order(self.readings)
        leader = {claim: claim for claim in order}
        for relation in self.relations:
            same = relation.kind is RelationKind.EQUIVALENT and relation.confidence >= DISPLAY
            if same and relation.subject in leader and relation.object in leader:
                first, second = _root(leader, relation.subject), _root(leader, relation.object)
                if first != second:
                    one, other = sorted((first, second), key=order.__getitem__)
                    leader[other] = one
        classes: dict[ClaimId, list[ClaimId]] = {}
        for claim in order:
            classes.setdefault(_root(leader, claim), []).append(claim)
        return {first: tuple(members) for first, members in classes.items()}

    @cached_property
    def class_of(self) -> Mapping[ClaimId, ClaimId]:
        """The claim that stands for each claim's class."""
        return {member: first for first, members in self.claims.items() for member in members}

    @cached_property
    def _relations_at(self) -> Mapping[ClaimId, tuple[ClaimRelation, ...]]:
        found: dict[ClaimId, list[ClaimRelation]] = {}
        for relation in self.relations:
            for end in {relation.subject, relation.object}:
                found.setdefault(end, []).append(relation)
        return {claim: tuple(known) for claim, known in found.items()}

    def relations_of(self, claims: Iterable[ClaimId]) -> tuple[ClaimRelation, ...]:
        """The relations with one of ``claims`` at either end, each once, in their order."""
        at = self._relations_at
        return tuple(dict.fromkeys(r for claim in sorted(claims) for r in at.get(claim, ())))

    def concerning(self, claims: Iterable[ClaimId]) -> tuple[Reading, ...]:
        """The readings in which some content says one of ``claims``, in canonical order."""
        wanted = set(claims)
        return tuple(
            r for r in self.readings if wanted.intersection(c.claim for c in r.conveyances)
        )


def canonical_order(readings: Iterable[Reading]) -> dict[ClaimId, int]:
    """Every claim with its place in canonical order."""
    order: dict[ClaimId, int] = {}
    for reading in readings:
        place = {a.id: a.content[0].start for a in reading.attributions}
        for conveyance in sorted(reading.conveyances, key=lambda c: place[c.attribution]):
            order.setdefault(conveyance.claim, len(order))
    return order


def _root(leader: dict[ClaimId, ClaimId], claim: ClaimId) -> ClaimId:
    while leader[claim] != claim:
        leader[claim] = leader[leader[claim]]
        claim = leader[claim]
    return claim
