"""Layered drawing: columns run left to right, nothing overlaps, nothing depends on chance."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.render.layers import layered

KEYS = [f"n{n}" for n in range(9)]
GRAPHS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=20)


def test_a_chain_takes_one_column_a_step():
    layout = layered(
        ["ukraine", "newsweek", "article"], [("ukraine", "newsweek"), ("newsweek", "article")]
    )

    assert [layout.places[k].column for k in ("ukraine", "newsweek", "article")] == [0, 1, 2]
    assert len({p.row for p in layout.places.values()}) == 1


def test_documents_share_the_last_column_whatever_the_depth():
    layout = layered(["a", "b", "c", "d"], [("a", "b"), ("b", "d"), ("c", "d")])

    assert layout.places["c"].column == layout.places["b"].column
    assert layout.places["d"].column == layout.columns - 1


def test_an_edge_over_several_columns_passes_a_free_place_in_each():
    layout = layered(["a", "b", "d"], [("a", "b"), ("b", "d"), ("a", "d")])

    long_way = layout.ways["a", "d"]
    assert [p.column for p in long_way] == [0, 1, 2]
    assert long_way[1].row != layout.places["b"].row


@given(GRAPHS)
def test_any_graph_is_placed_without_overlap_and_with_every_edge_joined(edges):
    layout = layered(KEYS, edges)

    by_column = {}
    for place in layout.places.values():
        by_column.setdefault(place.column, []).append(place.row)
    for rows in by_column.values():
        rows.sort()
        assert all(b - a >= 0.999 for a, b in pairwise(rows))
    for (start, end), way in layout.ways.items():
        assert (way[0], way[-1]) == (layout.places[start], layout.places[end])
    assert layout == layered(KEYS, edges)


@given(GRAPHS)
def test_without_cycles_every_edge_runs_to_the_right(edges):
    acyclic = [(min(a, b), max(a, b)) for a, b in edges if a != b]

    layout = layered(KEYS, acyclic)

    for start, end in acyclic:
        assert layout.places[start].column < layout.places[end].column


def test_an_empty_graph_needs_no_place():
    assert layered([], []).columns == 0
