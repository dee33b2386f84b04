"""Finds passages of different parts that are too much alike.

Two passages share a skeleton if many of their runs of five words are the same after names and
numbers are masked; the parts of the corpus must not, or the test part would measure memory.
"""

import re
from collections import defaultdict
from itertools import combinations

RUN = 5
"""Words in a shingle."""

ALIKE = 0.08
"""Share of the smaller passage's shingles from which two passages are near-duplicates. Passages
of different author runs share 0.00 to 0.03, a passage and its rewording by another name 0.4."""


def across(parts: dict) -> list[str]:
    """Near-duplicates in different parts of one language, as messages."""
    found = []
    by_language = defaultdict(list)
    for name, passages in parts.items():
        by_language[name[:2]] += [(name, passage) for passage in passages]
    for members in by_language.values():
        shingles = {passage.id: _shingles(passage.text) for _, passage in members}
        for (one, p), (other, q) in combinations(members, 2):
            share = _share(shingles[p.id], shingles[q.id]) if one != other else 0.0
            if share >= ALIKE:
                found.append(f"{p.id} ({one}) and {q.id} ({other}) are {share:.0%} alike")
    return found


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = ["#" if w[0].isupper() or w[0].isdigit() else w for w in re.findall(r"\w+", text)]
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _share(one: frozenset, other: frozenset) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
