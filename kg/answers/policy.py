"""How an answer is to be counted: part of every answer, so that no number stands alone."""

from dataclasses import dataclass

from kg.errors import InputError
from kg.model import Folding, SourceId, is_date


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices of the person who asks.

    Attributes:
        fold: Which origins count as one.
        ignore: Sources whose word is set aside ("what if Ukraine is ignored?").
        side: Whether everybody on the side of an ignored source is set aside as well.
        as_of: Only what was published until this ISO date counts; None for everything.
        entailed: Whether support of a narrower claim supports the one asked about.

    Raises:
        InputError: ``as_of`` is no date.
    """

    fold: Folding = Folding.ORGANISATION
    ignore: frozenset[SourceId] = frozenset()
    side: bool = False
    as_of: str | None = None
    entailed: bool = False

    def __post_init__(self) -> None:
        if self.as_of is not None and not is_date(self.as_of):
            raise InputError(
                f"the as-of date must be like 2024-10-03 or 2024-10, not {self.as_of!r}"
            )
