"""What two contents have in common and where they differ, as numbers for the verifier.

The tokens of the two are laid side by side, each with its likest of the same kind (a soft
alignment). What finds no like on the other side is what decides: a number, a name, a date left
over on both sides makes another event, a word left over on one side a narrower claim.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kg.link.matching.contents import Content
from kg.link.matching.tokens import Kind
from kg.link.vectors import cosines

_LIKE = (0.3, 0.5)
"""Similarity from which two words have anything in common, and the range up to the same."""

_SAME_SPELLING = 0.7
_PAIRED = 0.6
_LEFT_OVER = 0.62
_NEARLY = 0.05
_EQUAL = 1e-6
_KINDS = (Kind.NUMBER, Kind.DATE, Kind.NAME, Kind.ACTOR, Kind.WORD)

NAMES: tuple[str, ...] = (
    *("cosine", "covered_min", "covered_max", "left_min", "left_max", "most_left_min"),
    *("most_left_max", "covered_product", "covered_one", "covered_other"),
    *(f"{kind.name.lower()}_{what}" for kind in _KINDS for what in ("clash", "alone", "shared")),
    *("negated_one", "negated_both", "negations", "contrary", "contrary_shared", "polarity"),
    *("mood", "languages", "length", "longer", "mutual", "turned", "roles_turned", "roles"),
    *("first_actor", "first_token", "voice", "left_alike", "left_pairs"),
)
"""Names of the features, in their order."""

Features = npt.NDArray[np.float32]
_Matrix = npt.NDArray[np.float32]


def features(one: Content, other: Content) -> Features:
    """The features of a pair; O(n·m) for contents of n and m tokens."""
    alike = likeness(one, other)
    rows = _best(alike, 1, len(one.tokens))
    columns = _best(alike, 0, len(other.tokens))
    left = one.weights * (1 - rows), other.weights * (1 - columns)
    covered = _covered(one, rows), _covered(other, columns)
    found = [
        float(cosines(one.vector[None], other.vector[None])[0, 0]),
        min(covered),
        max(covered),
        *_least_and_most([float(part.sum()) for part in left]),
        *_least_and_most([float(part.max(initial=0.0)) for part in left]),
        covered[0] * covered[1],
        *covered,
    ]
    for kind in _KINDS:
        found += _of_kind(kind, one, other, rows, columns)
    found += _polarity(one, other)
    found += [
        float(one.mood != other.mood),
        float(one.lang != other.lang),
        float(len(one.tokens) + len(other.tokens)),
        float(abs(np.log((len(one.tokens) + 1) / (len(other.tokens) + 1)))),
    ]
    found += _order(one, other, alike)
    return np.array(found, dtype=np.float32)


def likeness(one: Content, other: Content) -> _Matrix:
    """How alike every token of ``one`` is to every token of ``other``, 0 to 1."""
    alike = one.words @ other.words.T
    spelled = one.letters @ other.letters.T
    kinds, others = one.kinds[:, None], other.kinds[None, :]
    wordy = (kinds <= Kind.NAME) & (others <= Kind.NAME)
    named = (kinds == Kind.NAME) | (others == Kind.NAME)
    alike = np.where(named & (spelled >= _SAME_SPELLING), np.maximum(alike, spelled), alike)
    equal = one.stems[:, None] == other.stems[None, :]
    alike = np.where(wordy, np.where(equal, 1.0, alike), 0.0)
    same_kind = (kinds == others) & ~wordy
    alike = np.where(same_kind & (kinds != Kind.NUMBER), equal.astype(np.float32), alike)
    numbers = same_kind & (kinds == Kind.NUMBER)
    if numbers.any():
        alike = np.where(numbers, _numbers(one.values, other.values), alike)
    bounded: _Matrix = np.clip(alike, 0.0, 1.0).astype(np.float32)
    return bounded


def _numbers(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> _Matrix:
    first, second = one[:, None], other[None, :]
    largest = np.maximum(np.maximum(np.abs(first), np.abs(second)), 1e-9)
    apart = np.abs(first - second) / largest
    return np.where(apart < _EQUAL, 1.0, np.where(apart <= _NEARLY, 0.5, 0.1)).astype(np.float32)


def _best(alike: _Matrix, axis: int, size: int) -> _Matrix:
    """How surely each token has its like on the other side, 0 to 1."""
    if not alike.size:
        return np.zeros(size, dtype=np.float32)
    low, reach = _LIKE
    sure: _Matrix = np.clip((alike.max(axis=axis) - low) / reach, 0.0, 1.0).astype(np.float32)
    return sure


def _covered(content: Content, best: _Matrix) -> float:
    total = float(content.weights.sum())
    return float((content.weights * best).sum()) / total if total else 0.0


def _least_and_most(pair: Sequence[float]) -> list[float]:
    return [min(pair), max(pair)]


def _of_kind(
    kind: Kind, one: Content, other: Content, rows: _Matrix, columns: _Matrix
) -> list[float]:
    """What clashes (left over on both sides), stands on one side alone, and is shared."""
    here, there = rows[one.kinds == kind], columns[other.kinds == kind]
    first, second = float((1 - here).sum()), float((1 - there).sum())
    shared = (float(here.sum()) + float(there.sum())) / 2
    return [min(first, second), max(first, second), shared]


def _polarity(one: Content, other: Content) -> list[float]:
    negated = (one.negations > 0) != (other.negations > 0)
    contrary = sum(
        (pair, 1 - side) in other.contraries and (pair, side) not in other.contraries
        for pair, side in one.contraries
    )
    return [
        float(negated),
        float(one.negations > 0 and other.negations > 0),
        float(one.negations + other.negations),
        float(contrary),
        float(len(one.contraries & other.contraries)),
        float((contrary > 0) != negated),
    ]


def _order(one: Content, other: Content, alike: _Matrix) -> list[float]:
    """Whether what they share comes in the same order, and what is left over on both sides."""
    if not alike.size:
        return [0.0] * len(_ORDER)
    best = alike.argmax(axis=1)
    sure = alike.max(axis=1)
    back = alike.argmax(axis=0)
    mutual = sum(back[j] == i and sure[i] > 0.5 for i, j in enumerate(best))  # noqa: PLR2004
    placed = np.array([i for i in range(len(best)) if sure[i] > _PAIRED], dtype=np.int64)
    turned, _ = _turned(best[placed])
    acting = np.array(
        [i for i in placed if one.kinds[i] in (Kind.NAME, Kind.ACTOR)], dtype=np.int64
    )
    roles_turned, roles = _turned(best[acting])
    actors = [
        [n for n, k in enumerate(c.kinds) if k in (Kind.NAME, Kind.ACTOR)] for c in (one, other)
    ]
    first = float(alike[actors[0][0], actors[1][0]]) if all(actors) else 0.5
    lonely = [np.flatnonzero(alike.max(axis=axis) < _LEFT_OVER) for axis in (1, 0)]
    pairs = min(len(lonely[0]), len(lonely[1]))
    nearest = float(alike[np.ix_(*lonely)].max()) if pairs else 0.0
    return [
        2 * mutual / (len(one.tokens) + len(other.tokens)),
        turned,
        roles_turned,
        float(roles),
        first,
        float(alike[0, 0]),
        float(one.passive != other.passive),
        nearest,
        float(pairs),
    ]


_ORDER = NAMES[NAMES.index("mutual") :]


def _turned(places: npt.NDArray[np.int64]) -> tuple[float, int]:
    """The share of pairs that stand in the other order on the other side, and how many pairs."""
    if len(places) < len(("one", "other")):
        return 0.0, 0
    first, second = places[:, None], places[None, :]
    before = np.triu(np.ones((len(places), len(places)), dtype=bool), 1) & (first != second)
    count = int(before.sum())
    return (float((before & (first > second)).sum()) / count if count else 0.0), count
