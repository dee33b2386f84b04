"""How an answer is to be counted: part of every answer, so that no number stands alone."""

from dataclasses import dataclass

from kg.model import Folding, SourceId


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices of the person who asks.

    Attributes:
        fold: Which origins count as one.
        ignore: Sources whose word is set aside ("what if Ukraine is ignored?").
        side: Whether everybody on the side of an ignored source is set aside as well.
        as_of: Only what was published until this ISO date counts; None for everything.
    """

    fold: Folding = Folding.ORGANISATION
    ignore: frozenset[SourceId] = frozenset()
    side: bool = False
    as_of: str | None = None
