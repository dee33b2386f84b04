"""What one document says of a claim: the ways inside it, and what its own voice does.

A way runs from the document through its attributions, outermost first, to the innermost
source whose content says the claim: "CNN says that the agency says that P" is one way of two
hops. The document's own voice is a way of no hop, and only where the same document attributes
the claim to nobody; otherwise it restates, as nearly every headline does.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.publishers import publisher_of, source_of, voice_of
from kg.model import (
    SUPPORTING,
    Attribution,
    AttributionId,
    ClaimId,
    DocumentId,
    Hop,
    Reading,
    SourceId,
    SourceKind,
    Stance,
)

DISPLAY = 0.2
"""Attributions and matches below this confidence are not shown at all."""

ACCEPTANCE = 0.5
"""Below this, and unreviewed, they count in the upper bound only and are marked doubtful."""

VOUCHING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
"""Stances under which an outer source passes on what an inner one says."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way inside one document to what is said of the claim.

    Attributes:
        document: Which.
        hops: Outermost first; empty for own voice.
        voice: The own-voice sentence; None where a source is cited.
        match: How sure it is that the words say the claim, 0 to 1.
        claims: Which of the claims asked about they say.
    """

    document: DocumentId
    hops: tuple[Hop, ...]
    voice: Hop | None
    match: float
    claims: frozenset[ClaimId]

    @property
    def steps(self) -> tuple[Hop, ...]:
        """The hops, and the own-voice sentence if there is one."""
        return self.hops if self.voice is None else (*self.hops, self.voice)

    @property
    def last(self) -> Attribution:
        """The attribution whose content says the claim."""
        return self.steps[-1].attribution

    @property
    def conveyed(self) -> bool:
        """Whether every outer source vouches for the inner one."""
        return all(step.attribution.stance in VOUCHING for step in self.steps[:-1])

    @property
    def supports(self) -> bool:
        """Whether the way supports the claim."""
        return self.conveyed and self.last.stance in SUPPORTING

    @property
    def denies(self) -> bool:
        """Whether the way denies the claim."""
        return self.conveyed and self.last.stance is Stance.DENIES

    @property
    def retraction(self) -> Hop | None:
        """The act by which somebody takes the claim back, or the statement that it is so.

        "It retracted P", and "it retracted its statement that P", where P is inside.
        """
        for step in self.steps:
            if step.attribution.retracts and step.attribution.stance is Stance.DENIES:
                return step
            if step.attribution.stance not in VOUCHING:
                return None
        return None

    @property
    def sources(self) -> frozenset[SourceId]:
        """Everybody on the way."""
        return frozenset(source_of(step.attribution, step.document) for step in self.steps)


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of a claim.

    Attributes:
        document: Which.
        publisher: Who published it; the document itself where nobody knows.
        voice: Who speaks when it speaks itself: the credited agency or the publisher.
        supporting: Ways that support the claim.
        others: Ways that deny, question, decline, or are not vouched for.
        restated: Own-voice sentences that say again what the document also attributes.
    """

    document: DocumentId
    publisher: SourceId
    voice: SourceId
    supporting: tuple[Way, ...]
    others: tuple[Way, ...]
    restated: tuple[Attribution, ...]


def account_of(
    reading: Reading,
    claims: Mapping[ClaimId, float],
    linked: Collection[AttributionId] = (),
) -> Account | None:
    """What ``reading`` says of ``claims``; None if nothing.

    Linear in the attributions times the depth of nesting.

    Args:
        reading: One document.
        claims: What is asked about, each with how sure it is that it belongs to it.
        linked: Attributions from which a link leads on; an outlet that speaks of itself in its
            own text without one ("CNN has learned") speaks in its own voice.
    """
    ways = _ways(reading, _said(reading, claims))
    if not ways:
        return None
    voice = voice_of(reading)
    attributed, spoken = [], []
    for way in ways:
        own = way.voice is None and len(way.hops) == 1 and voice in way.sources
        if way.voice is None and not (own and way.last.id not in linked):
            attributed.append(way)
        else:
            spoken.append(Way(way.document, (), way.steps[0], way.match, way.claims))
    supporting = [way for way in attributed if way.supports]
    backed = [way for way in spoken if way.supports]
    return Account(
        document=reading.document.id,
        publisher=publisher_of(reading),
        voice=voice,
        supporting=tuple(supporting or _below_headline(backed, reading)[:1]),
        others=tuple(way for way in (*attributed, *spoken) if not way.supports),
        restated=tuple(way.last for way in backed) if supporting else (),
    )


def _below_headline(backed: Sequence[Way], reading: Reading) -> Sequence[Way]:
    """The own-voice ways, those below the headline first: it says again what the text says."""
    title = reading.document.title_span
    if title is None:
        return backed
    return sorted(backed, key=lambda way: way.last.content[0].start < title.end)


def disowning(ways: Iterable[Way]) -> frozenset[SourceId]:
    """Sources reported to deny having said the claim: "X denies having said P".

    Told by their form: an act of X, or of somebody who speaks for X, that denies, and inside it
    an act of the same X whose content is the claim. Such a way is not conveyed; what is denied
    is the saying and not P.
    """
    return frozenset(
        source_of(inner.attribution, inner.document)
        for way in ways
        for at, (outer, inner) in enumerate(zip(way.hops, way.hops[1:], strict=False))
        if outer.attribution.stance is Stance.DENIES
        and all(hop.attribution.stance in VOUCHING for hop in way.hops[:at])
        and inner is way.hops[-1]
        and _same_speaker(outer.attribution, inner.attribution)
    )


def _same_speaker(outer: Attribution, inner: Attribution) -> bool:
    speaker = inner.source.id
    spoken_for = outer.source.speaks_for.id if outer.source.speaks_for else None
    return speaker is not None and speaker in {outer.source.id, spoken_for}


def _said(
    reading: Reading, claims: Mapping[ClaimId, float]
) -> dict[AttributionId, tuple[float, frozenset[ClaimId]]]:
    """What the contents say of ``claims``, and how sure that is; the unsure are left out."""
    found: dict[AttributionId, tuple[float, frozenset[ClaimId]]] = {}
    for conveyance in reading.conveyances:
        sure = min(conveyance.confidence, claims.get(conveyance.claim, 0.0))
        if sure >= DISPLAY:
            before = found.get(conveyance.attribution, (0.0, frozenset()))
            said = before[1] | {conveyance.claim}
            found[conveyance.attribution] = max(before[0], sure), said
    return found


def _ways(
    reading: Reading, said: Mapping[AttributionId, tuple[float, frozenset[ClaimId]]]
) -> list[Way]:
    """The ways to the innermost attributions that say it, in text order."""
    shown = {a.id: a for a in reading.attributions if a.confidence >= DISPLAY}
    ways = [_way(reading.document.id, shown[id_], shown, said) for id_ in shown if id_ in said]
    inner: dict[AttributionId, list[Way]] = {}
    for way in ways:
        for hop in way.hops[:-1]:
            inner.setdefault(hop.attribution.id, []).append(way)
    return [way for way in ways if not any(_covers(i, way) for i in inner.get(way.last.id, ()))]


def _covers(inner: Way, outer: Way) -> bool:
    """Whether ``outer`` says no more than that ``inner`` was said.

    "X dismissed claims that P" denies P itself, so a way that is not vouched for covers none.
    """
    return inner.conveyed and (inner.supports or bool(inner.claims & outer.claims))


def _way(
    document: DocumentId,
    innermost: Attribution,
    shown: Mapping[AttributionId, Attribution],
    said: Mapping[AttributionId, tuple[float, frozenset[ClaimId]]],
) -> Way:
    match, claims = said[innermost.id]
    if innermost.source.kind is SourceKind.OWN_VOICE:
        return Way(document, (), Hop(document, innermost), match, claims)
    way = [innermost]
    # Malformed input may nest in circles.
    while (outer := way[-1].nested_in) and outer in shown and shown[outer] not in way:
        way.append(shown[outer])
    hops = tuple(Hop(document, attribution) for attribution in reversed(way))
    return Way(document, hops, None, match, claims)
