"""The dossier of a claim: all answers about it as one value."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.answers.ceiling import Ceiling, ceiling
from kg.answers.origins import Origins, doubtful, origins
from kg.answers.policy import Policy
from kg.answers.transmission import Transmission, transmission
from kg.answers.whatif import kept, until
from kg.graph import CitationGraph, Denial, Links, citation_graph
from kg.model import Chain, ClaimId, ClaimRelation, ClaimStatus, Reading


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is said of a claim, counted under one policy.

    Attributes:
        claims: The claims asked about, traced as one proposition.
        text: The wording of the first content that says the claim.
        policy: How it was counted.
        graph: The citation graph that all figures come from.
        chains: Supporting chains that the policy leaves standing.
        denials: Denials that the policy leaves standing.
        status: Of the claim.
        origins: The interval and its classes.
        transmission: Separate ways and bottlenecks.
        ceiling: Of the information axis.
        undated: Documents left out because they have no date (only with ``as_of``).
    """

    claims: tuple[ClaimId, ...]
    text: str
    policy: Policy
    graph: CitationGraph
    chains: tuple[Chain, ...]
    denials: tuple[Denial, ...]
    status: ClaimStatus
    origins: Origins
    transmission: Transmission
    ceiling: Ceiling
    undated: int = 0

    @property
    def depths(self) -> tuple[int, int] | None:
        """The least and the greatest depth of its chains; None without a chain."""
        depths = [chain.depth for chain in self.chains]
        return (min(depths), max(depths)) if depths else None


def dossier(
    readings: Iterable[Reading],
    claims: Collection[ClaimId],
    relations: Iterable[ClaimRelation] = (),
    policy: Policy | None = None,
    links: Links | None = None,
) -> Dossier:
    """All answers about ``claims``, taken as one proposition.

    Args:
        readings: Of the documents that convey the claims, or claims related to them.
        claims: One or more.
        relations: Between claims.
        policy: How to count; by default organisations are folded and nothing is set aside.
        links: Source links between documents, where some have been found.
    """
    chosen = policy or Policy()
    counted, undated = until(readings, chosen.as_of)
    in_order = sorted(counted, key=lambda r: (r.document.published or "~", r.document.id))
    graph = citation_graph(in_order, claims, relations, links)
    chains = tuple(kept(graph, graph.supporting, chosen))
    standing = set(kept(graph, (d.chain for d in graph.denials), chosen))
    denials = tuple(d for d in graph.denials if d.chain in standing)
    found = origins(graph, chains, chosen.fold)
    status = status_of(chains, denials)
    sure = [chain for chain in chains if not doubtful(chain)] or chains
    return Dossier(
        claims=tuple(sorted(claims)),
        text=wording(in_order, claims),
        policy=chosen,
        graph=graph,
        chains=chains,
        denials=denials,
        status=status,
        origins=found,
        transmission=transmission(graph, sure, chosen.fold),
        ceiling=ceiling(found, chains, status),
        undated=undated,
    )


def status_of(chains: Collection[Chain], denials: Collection[Denial]) -> ClaimStatus:
    """Belnap's four values; to dispute is enough to contest and not enough to deny."""
    if chains and denials:
        return ClaimStatus.CONTESTED
    if chains:
        return ClaimStatus.SUPPORTED
    if any(denial.relation != "disputes" for denial in denials):
        return ClaimStatus.DENIED
    return ClaimStatus.UNADDRESSED


def wording(readings: Iterable[Reading], claims: Collection[ClaimId]) -> str:
    """The words of the first content, in the order given, of each of ``claims``."""
    found: dict[ClaimId, str] = {}
    for reading in readings:
        contents = {a.id: a.content for a in reading.attributions}
        for conveyance in reading.conveyances:
            if conveyance.claim in claims and not conveyance.restates:
                quoted = reading.document.quotes(contents[conveyance.attribution])
                found.setdefault(conveyance.claim, " ".join(quoted.split()))
    return " / ".join(found.values())
