"""Lays sentences of two documents side by side: the same words, or one the other's translation.

Word for word, two sentences are paired if most word sequences of the shorter one stand in the
other, so that a cut or an edited word does not part them. Across languages they are paired by
their vectors, in order and one to one, as in sentence alignment of parallel texts [1]_: a
translator keeps the order, two reporters on one event do not.

.. [1] W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora",
   Computational Linguistics 19 (1993).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.link.reuse.passages import Passage
from kg.link.vectors import Vectors, cosines

SEQUENCE = 4
"""Words of the sequences by which sentences are compared."""

# On the stories of seeds/stories, edited reprints share .7 and more
# of the sequences of a sentence, two reporters on one event under .3.
_SHARED = 0.55
# The same sentences in French and English have cosines of .62 to .93; the sentences of other
# reporters on the same event mostly lie under .6, and not in the same order.
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Aligned:
    """That two passages hold the same words, or one the translation of the other.

    Attributes:
        one: Number of the passage in the one document.
        other: Number of the passage in the other.
        score: Share of sequences in common, or cosine.
    """

    one: int
    other: int
    score: float


def sequences(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of `SEQUENCE` words; the whole of a shorter sentence."""
    if len(words) <= SEQUENCE:
        return frozenset({tuple(words)})
    return frozenset(tuple(words[at : at + SEQUENCE]) for at in range(len(words) - SEQUENCE + 1))


def word_for_word(one: Sequence[Passage], other: Sequence[Passage]) -> list[Aligned]:
    """The passages that are the same words, give or take an edit; in the order of ``one``.

    Takes time linear in the words, but for sequences that stand in many sentences.
    """
    standing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = [sequences(p.words) for p in other]
    for number, found in enumerate(runs):
        for run in found:
            standing[run].append(number)
    pairs = []
    for number, passage in enumerate(one):
        mine = sequences(passage.words)
        shared = Counter(m for run in mine for m in standing.get(run, ()))
        for m, count in shared.items():
            score = count / min(len(mine), len(runs[m]))
            if score >= _SHARED:
                pairs.append(Aligned(number, m, round(score, 4)))
    return _one_to_one(pairs)


def in_translation(one: Vectors, other: Vectors) -> list[Aligned]:
    """The rows that translate each other, in order and one to one.

    The pairing with the largest sum of cosines above the threshold among those that keep the
    order of both sides; O(n·m).
    """
    if not len(one) or not len(other):
        return []
    gain = cosines(one, other) - _LIKE
    best = np.zeros((len(one) + 1, len(other) + 1))
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            paired = best[i - 1, j - 1] + max(float(gain[i - 1, j - 1]), 0.0)
            best[i, j] = max(paired, best[i - 1, j], best[i, j - 1])
    found = []
    i, j = len(one), len(other)
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append(Aligned(i, j, round(float(gain[i, j]) + _LIKE, 4)))
    return found[::-1]


def _one_to_one(pairs: list[Aligned]) -> list[Aligned]:
    """The best pairs first, each passage once."""
    taken: set[tuple[str, int]] = set()
    found = []
    for pair in sorted(pairs, key=lambda p: (-p.score, p.one, p.other)):
        ends = {("one", pair.one), ("other", pair.other)}
        if not ends & taken:
            taken |= ends
            found.append(pair)
    return sorted(found, key=lambda p: (p.one, p.other))
