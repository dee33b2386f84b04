"""Builds the citation graph of one claim from what was read.

Built per claim, from attribution instances, never from a projected graph of outlets or
articles: a shared article node would let the denial of one claim reach another. A chain runs
from a document through its attributions, outermost first, to the innermost source whose
content says the claim; through source links it may go on in the cited outlet's own text.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from kg.graph.accounts import Account, Way, disowning
from kg.graph.chains import MOST_LISTED, Trail, status_of
from kg.graph.circles import circles, inversions
from kg.graph.citations import (
    PLAINLY,
    CitationGraph,
    Denial,
    Question,
    Relabelling,
    Restatement,
)
from kg.graph.gathering import Gathered
from kg.graph.proposition import Proposition, opposed, proposition
from kg.graph.publishers import source_of
from kg.model import (
    NO_TIES,
    AttributionId,
    Chain,
    ClaimId,
    ClaimRelation,
    DocumentId,
    Hop,
    LinkKind,
    OriginStatus,
    Reading,
    RelationKind,
    Ties,
)

_NAMELESS = frozenset({OriginStatus.UNNAMED, OriginStatus.UNSOURCED, OriginStatus.CIRCULAR})


def citation_graph(
    readings: Iterable[Reading],
    claims: Collection[ClaimId],
    relations: Iterable[ClaimRelation] = (),
    ties: Ties = NO_TIES,
    question: Question = PLAINLY,
) -> CitationGraph:
    """The citation graph of ``claims``, taken as one proposition.

    Takes time linear in the attributions, the links and the listed chains.

    Args:
        readings: Of all documents that convey one of the claims, or one related to them; others
            do no harm, and their order changes nothing.
        claims: The union is formed first, then chains are followed.
        relations: Between claims: equivalent ones are traced as one; those that dispute or
            contradict bring in who denies.
        ties: Links and copies between the documents, as far as anybody has found them.
        question: What to take in besides, and what to set aside.
    """
    held = {r.document.id: r for r in sorted(readings, key=_canonical)}
    related = tuple(relations)
    same = proposition(claims, related)
    wanted = proposition(claims, related, entailed=True) if question.entailed else same
    return _Assembly(Gathered(held, wanted, ties, question.aside)).graph(same, related, ties)


class _Assembly:
    """One citation graph in the making."""

    def __init__(self, read: Gathered) -> None:
        self.read = read
        documents = {id_: reading.document for id_, reading in read.held.items()}
        self.documents = documents
        self.circles, grounded = circles(read.accounts, read.stretches, read.links, documents)
        self.trail = Trail(
            read.accounts,
            read.stretches,
            grounded,
            disowned=disowning(read.others()),
            closed=frozenset(m for c in self.circles if not c.open for m in c.members),
        )

    def graph(
        self, same: Proposition, related: Sequence[ClaimRelation], ties: Ties
    ) -> CitationGraph:
        read, trail = self.read, self.trail
        others = list(read.others())
        return CitationGraph(
            claims=read.wanted,
            supporting=tuple(sorted(islice(trail.chains(), MOST_LISTED), key=self._order)),
            total=trail.count(),
            endings=tuple(trail.endings()),
            guards=tuple(self._guards()),
            relabelled=tuple(self._relabelled()),
            denials=tuple(self._denials(same, related)),
            undecided=tuple(self._local(w) for w in others if w.conveyed and not w.denies),
            not_conveyed=tuple(self._local(w) for w in others if not w.conveyed),
            withdrawn=tuple(sorted((self._local(w) for w in read.withdrawn), key=self._order)),
            restatements=tuple(self._restatements()),
            circles=self.circles,
            inversions=inversions(read.stretches, read.links),
            stretches=read.stretches,
            accounts=read.accounts,
            copies=read.copies,
            links={(k.citing, k.cited): k.kind for known in read.links.values() for k in known},
            own_texts=frozenset(read.own_texts()),
            doubtful=frozenset(read.doubtful()),
            documents=self.documents,
            agents={agent.id: agent for reading in read.held.values() for agent in reading.agents},
            publishers={id_: account.publisher for id_, account in read.accounts.items()},
            ties=ties,
            aside=read.aside,
        )

    def _restatements(self) -> Iterator[Restatement]:
        for id_, account in self.read.accounts.items():
            if id_ not in self.read.aside.documents:
                yield from (Restatement(id_, attribution) for attribution in account.restated)

    def _local(self, way: Way, accounts: Mapping[DocumentId, Account] | None = None) -> Chain:
        account = (accounts or self.read.accounts)[way.document]
        origin = account.voice if way.voice else source_of(way.last, way.document)
        return Chain(way.document, way.hops, status_of(way, account), origin, way.voice)

    def _guards(self) -> Iterator[Chain]:
        """Dead ends that stay thinkable because nothing but possible links leads on."""
        for id_, stretches in self.read.stretches.items():
            for stretch in stretches:
                hops = stretch.hops
                kinds = {
                    link.kind
                    for link in (self.read.links.get(hops[-1].attribution.id, ()) if hops else ())
                    if link.cited in stretch.onward
                }
                if kinds == {LinkKind.POSSIBLE} and len(hops) == len(stretch.way.hops):
                    origin = source_of(hops[-1].attribution, id_)
                    yield Chain(id_, hops, OriginStatus.DEAD_END, origin)

    def _relabelled(self) -> Iterator[Relabelling]:
        """Ways that name a source behind an outlet whose own text names sources, too.

        An own text that names nobody contradicts nobody.
        """
        endings: dict[DocumentId, list[Chain]] = {}
        for ending in self.trail.endings():
            endings.setdefault(ending.document, []).append(ending)
        for id_, stretches in self.read.stretches.items():
            for stretch in (s for s in stretches if not s.onward):
                targets = [t for h in stretch.hops[:-1] for t in self._targets(h)]
                if targets:
                    told = self.trail.ending(stretch, id_, stretch.hops)
                    reached = self._reached(targets)
                    originals = tuple(
                        e for d in reached for e in endings.get(d, ()) if e.status not in _NAMELESS
                    )
                    if originals:
                        yield Relabelling(told, originals)

    def _targets(self, hop: Hop) -> tuple[DocumentId, ...]:
        targets = self.read.onward.get(hop.attribution.id, ())
        return tuple(t for t in targets if t != hop.document)

    def _reached(self, starts: Iterable[DocumentId]) -> list[DocumentId]:
        found: dict[DocumentId, None] = {}
        open_ends = list(starts)
        while open_ends:
            id_ = open_ends.pop(0)
            if id_ not in found:
                found[id_] = None
                open_ends += [t for s in self.read.stretches.get(id_, ()) for t in s.onward]
        return list(found)

    def _denials(self, same: Proposition, related: Sequence[ClaimRelation]) -> Iterator[Denial]:
        """Direct denials and those by a related claim, each attribution once, in order."""
        found: dict[tuple[AttributionId, ...], Denial] = {}
        accounts = self.read.accounts if same == self.read.wanted else self.read.accounts_of(same)
        for account in accounts.values():
            for way in account.others:
                if way.denies and not self.read.aside.fells(way):
                    chain = self._local(way, accounts)
                    found[chain.tokens] = Denial(chain, "direct", 1.0)
        for claim, kind, sure in opposed(same, related):
            accounts = self.read.accounts_of({claim: 1.0})
            for account in accounts.values():
                disputes = kind is RelationKind.DISPUTES
                for way in account.others if disputes else account.supporting:
                    if way.voice and self._supports(way.document):
                        # A text does not speak against itself: its headline says it shortly.
                        continue
                    if (way.denies or not disputes) and not self.read.aside.fells(way):
                        chain = self._local(way, accounts)
                        found.setdefault(chain.tokens, Denial(chain, kind.value, sure))
        yield from sorted(found.values(), key=lambda denial: self._order(denial.chain))

    def _supports(self, document: DocumentId) -> bool:
        account = self.read.accounts.get(document)
        return account is not None and bool(account.supporting)

    def _order(self, chain: Chain) -> tuple[object, ...]:
        """Canonical order: date, document, place in the text."""
        places = tuple(
            (step.document, step.attribution.content[0].start, step.attribution.id)
            for step in chain.steps
        )
        document = self.read.held[chain.document].document
        return document.published or "~", chain.document, places


def _canonical(reading: Reading) -> tuple[str, str]:
    return reading.document.published or "~", reading.document.id
