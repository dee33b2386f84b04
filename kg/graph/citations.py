"""The citation graph of one claim: who is said to have it from whom, in which document.

Built per claim, from attribution instances, never from a projected graph of outlets or
articles: a shared article node would let the denial of one claim reach another. A chain runs
from a document through its attributions, outermost first, to the innermost source whose
content says the claim; through source links it may go on in the cited outlet's own text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.chains import ACCEPTANCE, Links, chains_of, own_voice, publisher_of
from kg.model import (
    SUPPORTING,
    Agent,
    Attribution,
    Chain,
    ClaimId,
    ClaimRelation,
    Document,
    DocumentId,
    OriginStatus,
    Reading,
    RelationKind,
    SourceId,
    Stance,
)

_VOUCHING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})


@dataclass(frozen=True, slots=True)
class Denial:
    """That a source denies the claim, or something that stands against it.

    Attributes:
        chain: The way from the document to the denying source.
        relation: ``direct``, ``disputes`` or ``contradicts``.
        confidence: Of the relation between the claims; 1 for a direct denial.
    """

    chain: Chain
    relation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Restatement:
    """A sentence in the document's own voice that says again what it also attributes."""

    document: DocumentId
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class CitationGraph:
    """All that is said of one claim, or of a union of claims.

    Attributes:
        claims: What it is about.
        supporting: Chains whose innermost source asserts, confirms, promises or predicts it.
        denials: Who denies it, directly or by a related claim.
        undecided: Chains that question, demand, decline or are unclear.
        not_conveyed: Chains in which an outer hop does not vouch for the inner one.
        withdrawn: Chains that would support it, had their source not taken it back.
        restatements: Own-voice sentences that repeat what the document attributes.
        documents: The documents that appear, by IRI.
        agents: What is known of the sources, by IRI.
        publishers: Who published each document; the document itself where nobody knows.
    """

    claims: frozenset[ClaimId]
    supporting: tuple[Chain, ...] = ()
    denials: tuple[Denial, ...] = ()
    undecided: tuple[Chain, ...] = ()
    not_conveyed: tuple[Chain, ...] = ()
    withdrawn: tuple[Chain, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    documents: Mapping[DocumentId, Document] = field(default_factory=dict)
    agents: Mapping[SourceId, Agent] = field(default_factory=dict)
    publishers: Mapping[DocumentId, SourceId] = field(default_factory=dict)


def citation_graph(
    readings: Iterable[Reading],
    claims: Collection[ClaimId],
    relations: Iterable[ClaimRelation] = (),
    links: Links | None = None,
) -> CitationGraph:
    """The citation graph of ``claims``, taken as one proposition.

    Args:
        readings: Of all documents that convey one of the claims, or one related to them; others
            do no harm.
        claims: The union is formed first, then chains are followed.
        relations: Between claims: equivalent ones are traced as one; those that dispute or
            contradict bring in who denies.
        links: Source links; empty as long as nobody has found any.

    Takes time linear in the attributions plus the chains.
    """
    held = {r.document.id: r for r in readings}
    related = tuple(relations)
    wanted = _equivalent(frozenset(claims), related)
    chains = chains_of(held, wanted, links or {})
    withdrawn = _withdrawn(chains)
    supporting = [c for c in chains if _conveyed(c) and _stance(c) in SUPPORTING]
    lost = {c for c in supporting if _relies_on(c, withdrawn, held)}
    supporting = [c for c in supporting if c not in lost]
    own, restated = _own_voices(held, wanted, {c.document for c in supporting} | _docs(lost))
    lost |= {c for c in own if _relies_on(c, withdrawn, held)}
    return CitationGraph(
        claims=wanted,
        supporting=tuple(sorted([*supporting, *(c for c in own if c not in lost)], key=_order)),
        denials=tuple(_denials(chains, held, wanted, related)),
        undecided=tuple(c for c in chains if _conveyed(c) and _is_undecided(c)),
        not_conveyed=tuple(c for c in chains if not _conveyed(c)),
        withdrawn=tuple(sorted(lost, key=_order)),
        restatements=restated,
        documents={id_: reading.document for id_, reading in held.items()},
        agents={agent.id: agent for reading in held.values() for agent in reading.agents},
        publishers={id_: publisher_of(reading) for id_, reading in held.items()},
    )


def _docs(chains: Iterable[Chain]) -> set[DocumentId]:
    return {chain.document for chain in chains}


def _equivalent(
    claims: frozenset[ClaimId], relations: Sequence[ClaimRelation]
) -> frozenset[ClaimId]:
    """``claims`` with all that is equivalent to one of them, over any number of steps."""
    same = [
        r for r in relations if r.kind is RelationKind.EQUIVALENT and r.confidence >= ACCEPTANCE
    ]
    found = set(claims)
    while more := {
        end
        for r in same
        if r.subject in found or r.object in found
        for end in (r.subject, r.object)
        if end not in found
    }:
        found |= more
    return frozenset(found)


def _stance(chain: Chain) -> Stance:
    return chain.hops[-1].attribution.stance if chain.hops else Stance.ASSERTS


def _conveyed(chain: Chain) -> bool:
    """Whether every outer hop vouches for the inner one."""
    return all(hop.attribution.stance in _VOUCHING for hop in chain.hops[:-1])


def _is_undecided(chain: Chain) -> bool:
    return _stance(chain) not in SUPPORTING and _stance(chain) is not Stance.DENIES


def _withdrawn(chains: Iterable[Chain]) -> frozenset[SourceId]:
    """Sources that took back what they had said of the claim."""
    return frozenset(c.origin for c in chains if c.hops and c.hops[-1].attribution.retracts)


def _relies_on(
    chain: Chain, withdrawn: frozenset[SourceId], held: Mapping[DocumentId, Reading]
) -> bool:
    """Whether a chain rests on what has been taken back, by its origin or by an outlet."""
    sources = {hop.attribution.source.id for hop in chain.hops} | {chain.origin}
    sources |= {publisher_of(held[hop.document]) for hop in chain.hops}
    return bool(sources & withdrawn)


def _own_voices(
    held: Mapping[DocumentId, Reading],
    wanted: frozenset[ClaimId],
    attributed: Collection[DocumentId],
) -> tuple[list[Chain], tuple[Restatement, ...]]:
    """Own-voice chains, and the sentences that only restate what is attributed."""
    chains: list[Chain] = []
    restated: list[Restatement] = []
    for id_, reading in held.items():
        voices = own_voice(reading, wanted)
        if id_ in attributed:
            restated += [Restatement(id_, voice) for voice in voices]
        elif voices:
            origin = publisher_of(reading)
            chains.append(Chain(id_, (), OriginStatus.UNSOURCED, origin))
    return chains, tuple(restated)


def _denials(
    chains: Iterable[Chain],
    held: Mapping[DocumentId, Reading],
    wanted: frozenset[ClaimId],
    relations: Iterable[ClaimRelation],
) -> Iterable[Denial]:
    """Direct denials, then those of a claim that disputes or contradicts this one."""
    direct = [c for c in chains if _conveyed(c) and _stance(c) is Stance.DENIES]
    found = {c.tokens: Denial(c, "direct", 1.0) for c in direct}
    for relation in relations:
        if relation.kind is RelationKind.DISPUTES and relation.object in wanted:
            other, denying = relation.subject, True
        elif relation.kind is RelationKind.CONTRADICTS:
            ends = {relation.subject, relation.object}
            outside = ends - wanted
            if len(outside) != 1 or not ends & wanted:
                continue
            (other,), denying = outside, False
        else:
            continue
        for chain in chains_of(held, frozenset({other}), {}):
            against = (_stance(chain) is Stance.DENIES) == denying and _conveyed(chain)
            if against and (denying or _stance(chain) in SUPPORTING):
                denial = Denial(chain, relation.kind.value, relation.confidence)
                found.setdefault(chain.tokens, denial)
    return sorted(found.values(), key=lambda denial: _order(denial.chain))


def _order(chain: Chain) -> tuple[str, tuple[int, ...], tuple[str, ...]]:
    """Canonical order: document, then place in the text, then name."""
    starts = tuple(hop.attribution.content[0].start for hop in chain.hops)
    return chain.document, starts, chain.tokens
