"""Asking a store: claims and sources named as people name them, answered by a dossier."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.answers import select
from kg.answers.dossier import Dossier, dossier
from kg.answers.policy import Policy
from kg.errors import InputError
from kg.model import Folding
from kg.plugins import Store

# Numbers of digits in the parts of a year, a month and a day.
_DATE_SHAPES = ([4], [4, 2], [4, 2, 2])


@dataclass(frozen=True, slots=True)
class How:
    """How to count, in the words of the person who asks.

    Attributes:
        ignore: Sources to set aside, by name or IRI.
        side: Whether everybody on their side is set aside as well.
        fold: Which origins count as one.
        as_of: ISO date until which publications count; None for all.
        entailed: Whether claims that entail the one asked about are traced as well.
    """

    ignore: tuple[str, ...] = ()
    side: bool = False
    fold: Folding = Folding.ORGANISATION
    as_of: str | None = None
    entailed: bool = False


_PLAIN = How()


def trace(store: Store, claims: Sequence[str], how: How = _PLAIN) -> Dossier:
    """The dossier of one or more claims, traced as one proposition.

    Args:
        store: Where to look.
        claims: Each an IRI, a short id, or words, of which the best match is taken.
        how: How to count.

    Raises:
        InputError: A claim or source is unknown or ambiguous, or the date is none.
    """
    readings = list(store.readings())
    wordings = select.wordings(readings)
    wanted = [select.claim(text, wordings) for text in claims]
    agents = {agent.id: agent for reading in readings for agent in reading.agents}
    policy = Policy(
        fold=how.fold,
        ignore=frozenset(select.source(text, agents.values()) for text in how.ignore),
        side=how.side,
        as_of=_date(how.as_of),
        entailed=how.entailed,
    )
    relations = store.relations(wanted)
    related = {end for relation in relations for end in (relation.subject, relation.object)}
    concerned = [r for r in readings if {c.claim for c in r.conveyances} & {*wanted, *related}]
    return dossier(concerned, wanted, relations, policy)


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    parts = text[:10].split("-")
    if [len(part) for part in parts] not in _DATE_SHAPES or not "".join(parts).isdecimal():
        raise InputError(f"a date is needed such as 2024-10-03 or 2024-10, not {text!r}")
    return text
