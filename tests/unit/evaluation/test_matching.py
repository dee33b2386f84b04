"""Pairs are the best ones, whatever the order they come in."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.matching import paired

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.integers(1, 50).map(float),
    max_size=12,
)


def test_the_best_pairing_beats_the_greedy_one():
    assert sorted(paired({(0, 0): 1.0, (0, 1): 0.9, (1, 0): 0.9})) == [(0, 1), (1, 0)]


@given(WEIGHTS)
def test_no_other_pairing_weighs_more(weights):
    found = paired(weights)

    best = max(
        sum(weights.get((i, j), 0.0) for i, j in enumerate(order))
        for order in permutations(range(4))
    )
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert sum(weights[pair] for pair in found) == best
