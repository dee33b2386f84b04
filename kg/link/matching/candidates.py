"""Which pairs of claims are worth deciding: near by vector, or sharing what is rare.

A pair is proposed by its two contents and the documents they stand in, never by what came in
before, so the order of documents changes nothing. The search is exact: one product of matrices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.link.vectors import cosines
from kg.model import ClaimId

# Of the pairs of seeds/corpus/pairs that say the same, nine in ten lie above the first cosine,
# and with a name, an actor or a number in common all but three in a hundred above the second.
_NEAR = 0.6
_NEAR_WITH_ANCHOR = 0.42
_BLOCK = 1024
_MOST = 60
"""Most pairs that one content is proposed for, the nearest first."""

Pair = tuple[ClaimId, ClaimId]


@dataclass(frozen=True, slots=True)
class Held:
    """A claim that is compared with others.

    Attributes:
        claim: Which.
        text: Its words.
        lang: Their language.
        vector: Of the words.
        anchors: Names, actors and numbers in them.
        topics: Names and actors of the documents in which it stands.
    """

    claim: ClaimId
    text: str
    lang: str
    vector: npt.NDArray[np.int8]
    anchors: frozenset[str]
    topics: frozenset[str]


def candidates(held: Sequence[Held], fresh: Iterable[ClaimId]) -> Iterator[Pair]:
    """The pairs worth deciding that have one of ``fresh``, each once, sorted.

    Takes O(f·n) time for f fresh claims among n: one multiplication of matrices a block.
    """
    wanted = set(fresh)
    new = [n for n, h in enumerate(held) if h.claim in wanted]
    if not new:
        return
    everybody = np.stack([h.vector for h in held])
    found: set[Pair] = set()
    for start in range(0, len(new), _BLOCK):
        block = new[start : start + _BLOCK]
        near = cosines(everybody[block], everybody)
        for row, n in enumerate(block):
            found.update(_of(n, near[row], held))
    yield from sorted(found)


def _of(n: int, near: npt.NDArray[np.float32], held: Sequence[Held]) -> Iterator[Pair]:
    one = held[n]
    close = np.flatnonzero(near >= _NEAR_WITH_ANCHOR)
    taken = 0
    for m in close[np.argsort(-near[close], kind="stable")]:
        other = held[int(m)]
        if taken >= _MOST:
            return
        if other.claim == one.claim:
            continue
        tied = one.anchors & other.anchors or one.topics & other.topics
        if tied and (near[m] >= _NEAR or one.anchors & other.anchors or near[m] >= _ON_TOPIC):
            taken += 1
            first, second = sorted((one.claim, other.claim))
            yield first, second


_ON_TOPIC = 0.5
"""Cosine from which two contents are compared that share nothing but the topic."""
