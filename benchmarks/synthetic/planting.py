"""What was planted, to measure against what is found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import ClaimId, CopyKind, DocumentId, SourceId
from synthetic.article import Circle
from synthetic.stories import CONTRARY
from synthetic.writing import Written


@dataclass(frozen=True, slots=True)
class PlantedCopy:
    """That one document was made from another.

    Attributes:
        kind: How.
        original: From which.
        copy: Which. Two copies of one original are no pair of their own here.
    """

    kind: CopyKind
    original: DocumentId
    copy: DocumentId


@dataclass(frozen=True, slots=True)
class PlantedCircle:
    """Outlets that tell one claim on each other's word.

    Attributes:
        members: The outlets; each has it from the next one, the last from the first.
        documents: Where, in the same order.
        claim: What, worded alike by all.
        open: Whether one of the documents names a source outside, too.
    """

    members: tuple[SourceId, ...]
    documents: tuple[DocumentId, ...]
    claim: ClaimId
    open: bool


@dataclass(frozen=True, slots=True)
class SameClaim:
    """Claims that tell one event in different words or languages.

    Attributes:
        event: Its name.
        claims: They, sorted. A single one if all documents word it alike.
    """

    event: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Contrary:
    """Two events that cannot both have been.

    Attributes:
        event: Name of the one.
        other: Name of the other.
        how: In what they differ: ``number``, ``place`` or ``negation``.
    """

    event: str
    other: str
    how: str


@dataclass(frozen=True, slots=True)
class Planted:
    """All that was planted in a corpus.

    Attributes:
        copies: By number of the copy.
        circles: The whole ones, by number of their last document.
        same: Events that were told, sorted by name. Headlines tell less than an event, so their
            claims are in none; neither are those of quotations that say more than it.
        contraries: Pairs of told events; an event and its contrary, never two contraries.
    """

    copies: tuple[PlantedCopy, ...]
    circles: tuple[PlantedCircle, ...]
    same: tuple[SameClaim, ...]
    contraries: tuple[Contrary, ...]


def planted_in(corpus: Iterable[Written]) -> Planted:
    """What was planted in ``corpus``; holds ids and claims of it, never texts."""
    ids: list[DocumentId] = []
    copies: list[PlantedCopy] = []
    circles: list[PlantedCircle] = []
    rings: dict[str, list[Written]] = defaultdict(list)
    told: dict[str, set[ClaimId]] = defaultdict(set)
    for each in corpus:
        article, here = each.article, each.reading.document.id
        ids.append(here)
        if article.copies:
            original, kind = article.copies
            copies.append(PlantedCopy(kind, ids[original], here))
        for event, claims in each.told.items():
            told[event] |= claims
        if article.circle:
            ring = rings[article.circle.name]
            ring.append(each)
            if len(ring) == article.circle.size:
                circles.append(_circle(rings.pop(article.circle.name), article.circle))
    same = tuple(SameClaim(event, tuple(sorted(told[event]))) for event in sorted(told))
    return Planted(tuple(copies), tuple(circles), same, tuple(_contraries(told)))


def _circle(ring: list[Written], circle: Circle) -> PlantedCircle:
    (claim,) = ring[0].told[circle.name]
    return PlantedCircle(
        members=tuple(each.article.outlet.agent.id for each in ring),
        documents=tuple(each.reading.document.id for each in ring),
        claim=claim,
        open=circle.open,
    )


def _contraries(told: Iterable[str]) -> list[Contrary]:
    names = set(told)
    found = []
    for name in sorted(names):
        event, _, how = name.rpartition("/")
        if how in CONTRARY and event in names:
            found.append(Contrary(event, name, how))
    return found
