"""The dossier of a claim: all answers about it as one value."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.answers.ceiling import Ceiling, ceiling
from kg.answers.denials import status_of
from kg.answers.origins import Origins, origins
from kg.answers.policy import Policy
from kg.answers.ratings import Rating, independent, ratings
from kg.answers.transmission import Transmission, transmission
from kg.answers.whatif import set_aside, until
from kg.errors import UnknownClaim
from kg.graph import CitationGraph, Denial, Question, citation_graph
from kg.model import NO_TIES, Chain, ClaimId, ClaimRelation, ClaimStatus, Judgement, Reading, Ties


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is said of a claim, counted under one policy.

    Attributes:
        claims: The claims asked about, traced as one proposition.
        wordings: The words of the first content that says each claim.
        policy: How it was counted.
        graph: The citation graph that all figures come from.
        status: Of the claim.
        origins: The interval and its classes.
        transmission: Separate ways and bottlenecks.
        ceiling: Of the information axis.
        undated: Documents left out because they have no date (only with ``as_of``).
        ratings: What people think of its sources and of the claim.
    """

    claims: tuple[ClaimId, ...]
    wordings: Mapping[ClaimId, str]
    policy: Policy
    graph: CitationGraph
    status: ClaimStatus
    origins: Origins
    transmission: Transmission
    ceiling: Ceiling
    undated: int = 0
    ratings: tuple[Rating, ...] = ()

    @property
    def chains(self) -> tuple[Chain, ...]:
        """Supporting chains that the policy leaves standing, in canonical order."""
        return self.graph.supporting

    @property
    def denials(self) -> tuple[Denial, ...]:
        """Denials that the policy leaves standing, in canonical order."""
        return self.graph.denials

    @property
    def text(self) -> str:
        """The wordings of all claims in one line."""
        return " / ".join(self.wordings.values())

    @property
    def depths(self) -> tuple[int, int] | None:
        """The least and the greatest depth of its chains; None without a chain."""
        depths = [chain.depth for chain in self.chains]
        return (min(depths), max(depths)) if depths else None


_BY_DEFAULT = Policy()


def dossier(
    readings: Iterable[Reading],
    claims: Collection[ClaimId],
    relations: Iterable[ClaimRelation] = (),
    policy: Policy | None = None,
    ties: Ties = NO_TIES,
) -> Dossier:
    """All answers about ``claims``, taken as one proposition.

    Args:
        readings: Of the documents that convey the claims, or claims related to them; others do
            no harm, and their order changes nothing.
        claims: One or more.
        relations: Between claims.
        policy: How to count; by default organisations are folded and nothing is set aside.
        ties: Links and copies between the documents, as far as anybody has found them.

    Raises:
        UnknownClaim: No claim is named.
    """
    if not claims:
        raise UnknownClaim("name at least one claim; kg claims lists them")
    chosen = policy or _BY_DEFAULT
    counted, undated = until(readings, chosen.as_of)
    in_order = sorted(counted, key=lambda r: (r.document.published or "~", r.document.id))
    question = Question(chosen.entailed, set_aside(in_order, chosen))
    graph = citation_graph(in_order, claims, relations, ties, question)
    found = origins(graph, chosen.fold)
    status = status_of(graph)
    return Dossier(
        claims=tuple(sorted(claims)),
        wordings=wordings_of(in_order, claims),
        policy=chosen,
        graph=graph,
        status=status,
        origins=found,
        transmission=transmission(graph, chosen.fold),
        ceiling=ceiling(found, graph.supporting, status),
        undated=undated,
    )


def reviewed(
    found: Dossier, judgements: Sequence[Judgement], class_of: Mapping[ClaimId, ClaimId]
) -> Dossier:
    """``found`` with what people say of the claim and its sources besides what the texts show.

    Args:
        found: Whose readings and relations are judged already.
        judgements: Those that stand, by time.
        class_of: The claim that stands for each claim's class.
    """
    apart = independent(found.graph, found.claims, judgements, class_of)
    return replace(
        found,
        ceiling=ceiling(found.origins, found.graph.supporting, found.status, apart),
        ratings=ratings(found.graph, judgements),
    )


def wordings_of(readings: Iterable[Reading], claims: Collection[ClaimId]) -> Mapping[ClaimId, str]:
    """The words of the first content, in the order given, of each of ``claims``.

    What a text attributes goes before what it says in its own voice, which mostly restates.
    """
    found: dict[ClaimId, tuple[bool, str]] = {}
    for reading in readings:
        by_id = {a.id: a for a in reading.attributions}
        for conveyance in reading.conveyances:
            if conveyance.claim in claims:
                said = by_id[conveyance.attribution]
                words = " ".join(reading.document.quotes(said.content).split())
                before = found.get(conveyance.claim)
                if before is None or (before[0] and not said.is_own_voice):
                    found[conveyance.claim] = said.is_own_voice, words
    return {claim: words for claim, (_, words) in found.items()}
