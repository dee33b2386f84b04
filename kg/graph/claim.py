"""Builds the citation graph of one claim from what was read.

Built per claim, from attribution instances, never from a projected graph of outlets or
articles: a shared article node would let the denial of one claim reach another. A chain runs
from a document through its attributions, outermost first, to the innermost source whose
content says the claim; through source links it may go on in the cited outlet's own text.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from kg.graph.accounts import ACCEPTANCE, Account, Way, account_of, disowning
from kg.graph.chains import MOST_LISTED, Onward, Trail, status_of, stretches_of
from kg.graph.circles import Links, circles, inversions
from kg.graph.citations import (
    PLAINLY,
    Aside,
    CitationGraph,
    Denial,
    Question,
    Relabelling,
    Restatement,
)
from kg.graph.dates import earlier
from kg.graph.links import NO_TIES, LinkKind, SourceLink, Ties, copied, superseded
from kg.graph.proposition import Proposition, opposed, proposition
from kg.graph.publishers import source_of
from kg.graph.reliance import standing
from kg.model import (
    OUTLETS,
    AttributionId,
    Chain,
    ClaimId,
    ClaimRelation,
    DocumentId,
    Hop,
    OriginStatus,
    Reading,
    RelationKind,
    SourceId,
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
    return _Building(held, wanted, ties, question.aside).graph(same, related)


class _Building:
    """One citation graph in the making."""

    def __init__(
        self, held: dict[DocumentId, Reading], wanted: Proposition, ties: Ties, aside: Aside
    ) -> None:
        self.held = held
        self.wanted = wanted
        self.ties = ties
        self.aside = aside
        self.latest = superseded(ties.copies, held)
        linked = {link.citing for link in ties.links if link.kind is not LinkKind.LATE}
        self.accounts = self._accounts(wanted, linked)
        self.links = self._links()
        self.copies = copied(ties.copies, held, self._fallen())
        self.withdrawing = self._withdrawing()
        self.withdrawn = [
            way
            for account in self.accounts.values()
            for way in account.supporting
            if not aside.fells(way) and self._is_withdrawn(way)
        ]
        self.standing = {
            id_: [w for w in account.supporting if not aside.fells(w) and w not in self.withdrawn]
            for id_, account in self.accounts.items()
        }
        self.onward = self._onward()
        stretches = {
            id_: stretches_of(ways, self.onward) for id_, ways in self.standing.items() if ways
        }
        left = standing(stretches, {way.document for way in self.withdrawn})
        self.stretches = left.stretches
        self.withdrawn += left.relying

    def graph(self, same: Proposition, related: Sequence[ClaimRelation]) -> CitationGraph:
        documents = {id_: reading.document for id_, reading in self.held.items()}
        found, grounded = circles(self.accounts, self.stretches, self.links, documents)
        closed = frozenset(m for circle in found if not circle.open for m in circle.members)
        disowned = disowning(way for way in self._others() if not self.aside.fells(way))
        trail = Trail(self.accounts, self.stretches, grounded, disowned, closed)
        others = [way for way in self._others() if not self.aside.fells(way)]
        return CitationGraph(
            claims=self.wanted,
            supporting=tuple(sorted(islice(trail.chains(), MOST_LISTED), key=self._order)),
            total=trail.count(),
            endings=tuple(trail.endings()),
            guards=tuple(self._guards()),
            relabelled=tuple(self._relabelled(trail)),
            denials=tuple(self._denials(same, related)),
            undecided=tuple(self._local(w) for w in others if w.conveyed and not w.denies),
            not_conveyed=tuple(self._local(w) for w in others if not w.conveyed),
            withdrawn=tuple(sorted((self._local(w) for w in self.withdrawn), key=self._order)),
            restatements=tuple(
                Restatement(id_, attribution)
                for id_, account in self.accounts.items()
                for attribution in account.restated
                if id_ not in self.aside.documents
            ),
            circles=found,
            inversions=inversions(self.stretches, self.links),
            stretches=self.stretches,
            accounts=self.accounts,
            copies=self.copies,
            links={
                (link.citing, self.latest.get(link.cited, link.cited)): link.kind
                for links in self.links.values()
                for link in links
            },
            own_texts=frozenset(self._own_texts()),
            doubtful=frozenset(self._doubtful()),
            documents=documents,
            agents={agent.id: agent for reading in self.held.values() for agent in reading.agents},
            publishers={id_: account.publisher for id_, account in self.accounts.items()},
            ties=self.ties,
            aside=self.aside,
        )

    def _accounts(
        self, claims: Proposition, linked: Collection[AttributionId] = ()
    ) -> dict[DocumentId, Account]:
        """What each document says; of several versions only the latest counts."""
        found = {}
        for id_, reading in self.held.items():
            account = account_of(reading, claims, linked)
            if account and id_ not in self.latest:
                found[id_] = account
        return found

    def _links(self) -> Links:
        """The links from each hop to documents that support the claim."""
        found: dict[AttributionId, list[SourceLink]] = {}
        for link in sorted(self.ties.links, key=lambda link: (link.citing, link.cited)):
            cited = self.latest.get(link.cited, link.cited)
            here = cited in self.accounts and cited not in self.aside.documents
            if here and self.accounts[cited].supporting:
                known = SourceLink(link.citing, cited, link.kind, link.identified)
                found.setdefault(link.citing, []).append(known)
        return found

    def _onward(self) -> Onward:
        """Where chains go on; only an outlet has what it says from somebody else."""
        hops = [h for ways in self.standing.values() for way in ways for h in way.hops]
        outlets = {h.attribution.id for h in hops if h.attribution.source.kind in OUTLETS}
        rank = {id_: n for n, id_ in enumerate(self.held)}
        return {
            citing: tuple(sorted({link.cited for link in known}, key=rank.__getitem__))
            for citing, links in self.links.items()
            if citing in outlets
            and (known := [link for link in links if link.kind is not LinkKind.LATE])
        }

    def _withdrawing(self) -> list[tuple[SourceId, DocumentId]]:
        """Who takes back what it had said, and in which document that stands."""
        return [
            (source_of(hop.attribution, hop.document), way.document)
            for account in self.accounts.values()
            for way in account.others
            if not self.aside.fells(way) and (hop := way.retraction)
        ]

    def _is_withdrawn(self, way: Way) -> bool:
        """Whether somebody on the way, or whose text it stands in, has taken it back.

        What an outlet publishes after it took an earlier text back is a new text, unless it
        cites itself.
        """
        account = self.accounts[way.document]
        for source, retraction in self.withdrawing:
            if any(source == source_of(hop.attribution, hop.document) for hop in way.hops):
                return True
            if source in {account.voice, account.publisher} and not self._follows(way, retraction):
                return True
        return self._copies_withdrawn(way)

    def _follows(self, way: Way, other: DocumentId) -> bool:
        """Whether ``way`` stands in a document certainly later than ``other``."""
        dates = (self.held[id_].document.published for id_ in (other, way.document))
        return bool(earlier(*dates))

    def _copies_withdrawn(self, way: Way) -> bool:
        copy = self.copies.get(way.last.id) if self.withdrawing else None
        if copy is None:
            return False
        ways = (w for account in self.accounts.values() for w in account.supporting)
        return any(self._is_withdrawn(w) for w in ways if w.last.id == copy.of)

    def _doubtful(self) -> Iterator[AttributionId]:
        for way in (way for ways in self.standing.values() for way in ways):
            if way.match < ACCEPTANCE:
                yield way.last.id
            for attribution in (step.attribution for step in way.steps):
                if attribution.confidence < ACCEPTANCE and attribution.is_stated:
                    yield attribution.id

    def _others(self) -> Iterator[Way]:
        for account in self.accounts.values():
            yield from account.others

    def _fallen(self) -> frozenset[AttributionId]:
        dropped = (
            attribution.id
            for id_ in self.aside.documents | self.latest.keys()
            if id_ in self.held
            for attribution in self.held[id_].attributions
        )
        return self.aside.attributions.union(dropped)

    def _local(self, way: Way, accounts: Mapping[DocumentId, Account] | None = None) -> Chain:
        account = (accounts or self.accounts)[way.document]
        origin = account.voice if way.voice else source_of(way.last, way.document)
        return Chain(way.document, way.hops, status_of(way, account), origin, way.voice)

    def _guards(self) -> Iterator[Chain]:
        """Dead ends that stay thinkable because nothing but possible links leads on."""
        for id_, stretches in self.stretches.items():
            for stretch in stretches:
                hops = stretch.hops
                kinds = {
                    link.kind
                    for link in (self.links.get(hops[-1].attribution.id, ()) if hops else ())
                    if link.cited in stretch.onward
                }
                if kinds == {LinkKind.POSSIBLE} and len(hops) == len(stretch.way.hops):
                    origin = source_of(hops[-1].attribution, id_)
                    yield Chain(id_, hops, OriginStatus.DEAD_END, origin)

    def _relabelled(self, trail: Trail) -> Iterator[Relabelling]:
        """Ways that name a source behind an outlet whose own text names sources, too.

        An own text that names nobody contradicts nobody.
        """
        endings: dict[DocumentId, list[Chain]] = {}
        for ending in trail.endings():
            endings.setdefault(ending.document, []).append(ending)
        for id_, stretches in self.stretches.items():
            for stretch in (s for s in stretches if not s.onward):
                targets = [t for h in stretch.hops[:-1] for t in self._targets(h)]
                if targets:
                    told = trail.ending(stretch, id_, stretch.hops)
                    reached = self._reached(targets)
                    originals = tuple(
                        e for d in reached for e in endings.get(d, ()) if e.status not in _NAMELESS
                    )
                    if originals:
                        yield Relabelling(told, originals)

    def _targets(self, hop: Hop) -> tuple[DocumentId, ...]:
        targets = self.onward.get(hop.attribution.id, ())
        return tuple(t for t in targets if t != hop.document)

    def _reached(self, starts: Iterable[DocumentId]) -> list[DocumentId]:
        found: dict[DocumentId, None] = {}
        open_ends = list(starts)
        while open_ends:
            id_ = open_ends.pop(0)
            if id_ not in found:
                found[id_] = None
                open_ends += [t for s in self.stretches.get(id_, ()) for t in s.onward]
        return list(found)

    def _denials(self, same: Proposition, related: Sequence[ClaimRelation]) -> Iterator[Denial]:
        """Direct denials and those by a related claim, each attribution once, in order."""
        found: dict[tuple[AttributionId, ...], Denial] = {}
        accounts = self.accounts if same == self.wanted else self._accounts(same)
        for account in accounts.values():
            for way in account.others:
                if way.denies and not self.aside.fells(way):
                    chain = self._local(way, accounts)
                    found[chain.tokens] = Denial(chain, "direct", 1.0)
        for claim, kind, sure in opposed(same, related):
            accounts = self._accounts({claim: 1.0})
            for account in accounts.values():
                disputes = kind is RelationKind.DISPUTES
                for way in account.others if disputes else account.supporting:
                    if (way.denies or not disputes) and not self.aside.fells(way):
                        chain = self._local(way, accounts)
                        found.setdefault(chain.tokens, Denial(chain, kind.value, sure))
        yield from sorted(found.values(), key=lambda denial: self._order(denial.chain))

    def _own_texts(self) -> Iterator[AttributionId]:
        for ways in self.standing.values():
            for hop in (hop for way in ways for hop in way.hops):
                linked = self.links.get(hop.attribution.id)
                if linked and hop.attribution.source.kind not in OUTLETS:
                    yield hop.attribution.id

    def _order(self, chain: Chain) -> tuple[object, ...]:
        """Canonical order: date, document, place in the text."""
        places = tuple(
            (step.document, step.attribution.content[0].start, step.attribution.id)
            for step in chain.steps
        )
        document = self.held[chain.document].document
        return document.published or "~", chain.document, places


def _canonical(reading: Reading) -> tuple[str, str]:
    return reading.document.published or "~", reading.document.id
