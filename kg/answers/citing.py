"""Who relies on whom: each act by which one outlet has something from a source, claim by claim.

An outlet relies on whom it cites, on the agency whose dispatch it prints, and on the outlet whose
text it repeats. What it says that another outlet said that a minister said rests on both.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers.coverage import Coverage
from kg.graph import Account, Way, source_of
from kg.model import Hop, SourceId

CITES, PRINTS, COPIES = "cites", "prints", "copies"


@dataclass(frozen=True, slots=True)
class Reliance:
    """One act of relying on somebody.

    Attributes:
        outlet: Who relies.
        source: On whom.
        how: ``cites`` (in words), ``prints`` (text credited to the source) or ``copies`` (a text
            whose original, known by its date, is the source's).
        hop: The attribution or own-voice sentence that shows it.
    """

    outlet: SourceId
    source: SourceId
    how: str
    hop: Hop


def reliances(coverage: Coverage) -> Iterator[Reliance]:
    """Everybody's reliance for one claim, each act once; of a document the latest version.

    Sources that are only implied ("Newsweek reports that Ukraine found") are nobody's word and
    are left out, and so is an outlet's reliance on itself.
    """
    for account in _latest(coverage):
        seen = set()
        for way in (*account.supporting, *account.others):
            for found in _of_way(coverage, account, way):
                key = found.source, found.how, found.hop.attribution.id
                if found.source != found.outlet and key not in seen:
                    seen.add(key)
                    yield found


def _latest(coverage: Coverage) -> Iterator[Account]:
    for id_, account in coverage.accounts.items():
        if id_ not in coverage.superseded:
            yield account


def _of_way(coverage: Coverage, account: Account, way: Way) -> Iterator[Reliance]:
    if original := original_of(coverage, account, way):
        # Whom the words cite is whom the original cites.
        yield Reliance(account.publisher, original, COPIES, way.steps[-1])
        return
    if account.publisher != account.voice:
        yield Reliance(account.publisher, account.voice, PRINTS, way.steps[0])
    for hop in way.hops:
        if hop.attribution.is_stated:
            source = source_of(hop.attribution, hop.document)
            yield Reliance(account.voice, source, CITES, hop)


def original_of(coverage: Coverage, account: Account, way: Way) -> SourceId | None:
    """Whose text ``way`` repeats, where that is known by its date and somebody else's."""
    copy = coverage.copies.get(way.last.id)
    if copy is None or not copy.dated:
        return None
    for other in coverage.accounts.values():
        ways = (*other.supporting, *other.others)
        if any(step.attribution.id == copy.of for w in ways for step in w.steps):
            return None if other.voice in {account.voice, account.publisher} else other.voice
    return None
