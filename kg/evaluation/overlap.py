"""How far two sets of words are the same, whatever marks and spaces stand around them.

Offsets are code points. Only letters and digits count, so that quotation marks, commas and
spaces never decide.
"""

import re
from collections.abc import Iterable, Sequence

Pairs = Iterable[Sequence[int]]
"""Spans as ``[start, end)`` pairs."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_PIECE = re.compile(r"[\w][\w'’.-]*|[,;:()]")
_FUNCTION = frozenset(
    "the a an this that these those his her their its our my some any several many other another "
    "of in on at to for from by with and or who whom which le la les l un une des du de d au aux "
    "ce cet cette ces son sa ses leur leurs plusieurs certains certaines à en dans sur par pour "
    "avec et ou qui que dont".split()
)
_PREPOSITIONS = frozenset(
    "of in on at to for from by with who whom which that de du des d à au aux en dans sur par pour "
    "avec qui que dont chez".split()
)


def letters(spans: Pairs | None, text: str) -> frozenset[int]:
    """Offsets of the letters and digits that ``spans`` cover.

    >>> sorted(letters([[0, 4]], "«ab»"))
    [1, 2]
    """
    return frozenset(
        i
        for start, end in spans or ()
        for i in range(max(0, start), min(end, len(text)))
        if text[i].isalnum()
    )


def words(text: str) -> list[tuple[int, int]]:
    """Where the words of ``text`` stand."""
    return [match.span() for match in _WORD.finditer(text)]


def touched(spans: Pairs | None, places: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Numbers of the words at ``places`` that ``spans`` touch."""
    return frozenset(
        n
        for start, end in spans or ()
        for n, (first, last) in enumerate(places)
        if first < end and last > start
    )


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; 0 if either is empty."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """F1 of two sets of words; 0 if they share none."""
    common = len(one & other)
    return 2 * common / (len(one) + len(other)) if common else 0.0


def head(spans: Pairs | None, text: str) -> str | None:
    """Roughly the noun that a source phrase is about; the same rule for gold and prediction.

    >>> head([[0, 36]], "the spokesman of the Interior Ministry")
    'spokesman'
    """
    if not spans:
        return None
    phrase = " ".join(text[start:end] for start, end in sorted(map(tuple, spans)))
    kept: list[str] = []
    for piece in _PIECE.findall(phrase):
        if kept and (piece in ",;:()" or piece.lower().strip("’'") in _PREPOSITIONS):
            break
        if piece not in ",;:()":
            kept.append(piece)
    while len(kept) > 1 and kept[0].lower().rstrip("’'") in _FUNCTION:
        kept = kept[1:]
    if not kept:
        return None
    noun = re.sub(r"(['’]s?)$", "", kept[-1].lower())
    return re.sub(r"^(l|d|qu)['’]", "", noun)
