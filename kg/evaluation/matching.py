"""Pairs the attributions of two readings one to one, so that no one counts twice.

Of all pairings the one with the largest total weight (Kuhn 1955), each cluster of candidates
that overlap solved by itself.
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment

Pair = tuple[int, int]
"""Number of a gold attribution, number of a predicted one."""


def paired(weights: Mapping[Pair, float]) -> list[Pair]:
    """The pairs with the largest total weight; pairs without a weight never match.

    Takes cubic time in the largest cluster of overlapping attributions.

    >>> sorted(paired({(0, 0): 1.0, (0, 1): 0.9, (1, 0): 0.9}))
    [(0, 1), (1, 0)]
    """
    found: list[Pair] = []
    for cluster in _clusters(weights):
        gold = sorted({i for i, _ in cluster})
        predicted = sorted({j for _, j in cluster})
        table = np.array([[weights.get((i, j), 0.0) for j in predicted] for i in gold])
        rows, columns = linear_sum_assignment(table, maximize=True)
        found += [
            (gold[r], predicted[c]) for r, c in zip(rows, columns, strict=True) if table[r, c] > 0
        ]
    return found


def _clusters(weights: Mapping[Pair, float]) -> list[list[Pair]]:
    """The pairs, grouped by whether they compete for the same attribution."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        leader.setdefault(node, node)
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    pairs = sorted(pair for pair, weight in weights.items() if weight > 0)
    for i, j in pairs:
        leader[find(("gold", i))] = find(("predicted", j))
    grouped: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for i, j in pairs:
        grouped[find(("gold", i))].append((i, j))
    return list(grouped.values())
