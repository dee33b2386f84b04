"""What was read of one claim, before chains are followed: accounts, ties, what has fallen.

Of several versions of a document the latest counts; what is set aside, withdrawn, or rests on
what was withdrawn supports nothing.
"""

from collections.abc import Collection, Iterator

from kg.graph.accounts import ACCEPTANCE, Account, Way, account_of
from kg.graph.chains import Onward, Stretch, stretches_of
from kg.graph.circles import Links
from kg.graph.citations import Aside
from kg.graph.copies import copied, superseded
from kg.graph.proposition import Proposition
from kg.graph.publishers import source_of
from kg.graph.reliance import standing
from kg.model import (
    OUTLETS,
    AttributionId,
    DocumentId,
    LinkKind,
    Reading,
    SourceId,
    SourceLink,
    Ties,
    earlier,
)


class Gathered:
    """All that documents say of one claim, and what of it stands.

    Attributes:
        held: The readings, in canonical order.
        wanted: The claims, with how sure each belongs to what is asked about.
        aside: What does not count.
        latest: Each earlier version of a document, with the latest one.
        accounts: What each document says.
        links: From each hop to the documents of its source that support the claim.
        copies: Attributions that repeat another.
        withdrawn: Ways that would support it, had nobody on them taken it back.
        onward: Where chains go on.
        stretches: What chains run through.
    """

    def __init__(
        self, held: dict[DocumentId, Reading], wanted: Proposition, ties: Ties, aside: Aside
    ) -> None:
        self.held = held
        self.wanted = wanted
        self.ties = ties
        self.aside = aside
        self.latest = superseded(ties.copies, held)
        linked = {link.citing for link in ties.links if link.kind is not LinkKind.LATE}
        self.accounts = self.accounts_of(wanted, linked)
        self.links = self._links()
        self.copies = copied(ties.copies, held, self._fallen())
        self.withdrawing = self._withdrawing()
        self.withdrawn = [
            way
            for account in self.accounts.values()
            for way in account.supporting
            if not aside.fells(way) and self._is_withdrawn(way)
        ]
        self.onward = self._onward()
        left = standing(dict(self._stretches()), {way.document for way in self.withdrawn})
        self.stretches = left.stretches
        self.withdrawn += left.relying

    def _stretches(self) -> Iterator[tuple[DocumentId, tuple[Stretch, ...]]]:
        """What stands of each document.

        Where a way falls by its inner source, the way on through the outlet's own text stands.
        """
        for id_, account in self.accounts.items():
            found = tuple(
                stretch
                for stretch in stretches_of(account.supporting, self.onward)
                if not self.aside.fells(stretch.passed) and not self._is_withdrawn(stretch.passed)
            )
            if found:
                yield id_, found

    def accounts_of(
        self, claims: Proposition, linked: Collection[AttributionId] = ()
    ) -> dict[DocumentId, Account]:
        """What each document says of ``claims``; of several versions only the latest counts."""
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
        hops = [h for a in self.accounts.values() for way in a.supporting for h in way.hops]
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
            for way in self.others()
            if (hop := way.retraction)
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

    def _fallen(self) -> frozenset[AttributionId]:
        dropped = (
            attribution.id
            for id_ in self.aside.documents | self.latest.keys()
            if id_ in self.held
            for attribution in self.held[id_].attributions
        )
        return self.aside.attributions.union(dropped)

    def others(self) -> Iterator[Way]:
        """Ways that do not support the claim and are not set aside."""
        for account in self.accounts.values():
            yield from (way for way in account.others if not self.aside.fells(way))

    def doubtful(self) -> Iterator[AttributionId]:
        """Attributions that lie, or whose match lies, below the acceptance threshold."""
        for way in (way for account in self.accounts.values() for way in account.supporting):
            if way.match < ACCEPTANCE:
                yield way.last.id
            for attribution in (step.attribution for step in way.steps):
                if attribution.confidence < ACCEPTANCE and attribution.is_stated:
                    yield attribution.id

    def own_texts(self) -> Iterator[AttributionId]:
        """Hops of sources that are no outlets and whose own text is linked."""
        for stretches in self.stretches.values():
            for hop in (hop for stretch in stretches for hop in stretch.hops):
                linked = self.links.get(hop.attribution.id)
                if linked and hop.attribution.source.kind not in OUTLETS:
                    yield hop.attribution.id
