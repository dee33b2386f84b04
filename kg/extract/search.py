"""What the search for a content needs to know, and what it brings back."""

from dataclasses import dataclass

from kg.extract.extents import content_end, with_running_quotation
from kg.extract.lexicon import Cue, Frame
from kg.extract.passages import Passage
from kg.extract.verbs import VerbGroup
from kg.model import Span

BRIDGE = 14
"""Most tokens between a verb and its clause: addressee, date, place, an aside in commas."""

OPENING_MARKS = frozenset({"«", "“", '"', "„", "``", "‘", "‹"})


@dataclass(frozen=True, slots=True)
class Found:
    """A content and how it was found.

    Attributes:
        frame: The construction.
        spans: The content.
        lo: Token at which it begins.
        hi: After the last token of it in this sentence.
        cue: Further tokens of the cue (comme, as).
    """

    frame: Frame
    spans: tuple[Span, ...]
    lo: int
    hi: int
    cue: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look: one verb group in its sentence."""

    p: Passage
    group: VerbGroup
    others: list[VerbGroup]
    cue: Cue


def to_end(search: Search, frame: Frame, lo: int) -> Found:
    """From token ``lo`` to where the content ends."""
    hi = content_end(search.p, lo, search.group, search.others)
    return made(search, frame, lo, hi)


def made(search: Search, frame: Frame, lo: int, hi: int) -> Found:
    """Tokens ``[lo, hi)`` as a content, on to the end of a quotation that they open."""
    span = with_running_quotation(search.p, search.p.span(lo, hi), lo, hi)
    return Found(frame, (span,) if span else (), lo, hi)
