"""Places a small directed graph in columns, left to right, the same way every time.

A layered drawing after Sugiyama [1]_: every node gets a column by its longest way to the
right-hand end, long edges are cut into steps through empty places, and the order within the
columns is improved by barycentre sweeps until crossings stop falling. No chance is involved:
ties keep the order in which nodes were given, so equal input gives equal bytes.

Meant for the diagram of one claim (tens of nodes); O(sweeps · edges · log nodes).

.. [1] K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical
   System Structures", IEEE Trans. SMC 11 (1981), 109-125.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SWEEPS = 12

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands.

    Attributes:
        column: 0 at the left.
        row: Distance from the top in rows; may be a fraction, and rows of one column are at
            least 1 apart.
    """

    column: int
    row: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of the nodes, and the places that each edge passes on its way.

    Attributes:
        places: One for every node given.
        ways: For every edge given, the places from its start to its end.
        columns: Number of columns.
        rows: Number of rows needed.
    """

    places: Mapping[str, Place]
    ways: Mapping[Edge, tuple[Place, ...]]
    columns: int
    rows: float


def layered(nodes: Sequence[str], edges: Sequence[Edge]) -> Layout:
    """Places for ``nodes`` so that every edge runs from left to right.

    Args:
        nodes: Distinct keys; their order breaks ties.
        edges: Pairs of keys. An edge that would close a cycle is laid out in reverse, and its
            way still runs from its start to its end.
    """
    acyclic = _without_cycles(nodes, edges)
    column = _columns(nodes, acyclic)
    steps, through = _cut(acyclic, column)
    order = _ordered(_grouped(nodes, through, column), steps)
    rows = _rows(order, steps)
    places = {key: Place(column[key], rows[key]) for keys in order for key in keys}
    ways = {}
    for edge in dict.fromkeys(edges):
        forward = edge in through
        path = through[edge] if forward else through.get((edge[1], edge[0]), list(edge))
        way = tuple(places[key] for key in path)
        ways[edge] = way if forward else way[::-1]
    return Layout(
        places={key: places[key] for key in nodes},
        ways=ways,
        columns=max(column.values(), default=-1) + 1,
        rows=max(rows.values(), default=-1.0) + 1,
    )


def _without_cycles(nodes: Sequence[str], edges: Sequence[Edge]) -> list[Edge]:
    """The edges with those turned round that point back along a depth-first walk."""
    following: dict[str, list[str]] = {key: [] for key in nodes}
    for start, target in dict.fromkeys(edges):
        if start != target:
            following[start].append(target)
    state: dict[str, int] = {}
    kept: dict[Edge, None] = {}
    for root in nodes:
        stack = [(root, iter(following[root]))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            node, rest = stack[-1]
            end = next(rest, None)
            if end is None:
                state[node] = 2
                stack.pop()
            elif state.get(end) == 1:
                kept[end, node] = None
            else:
                kept[node, end] = None
                if end not in state:
                    state[end] = 1
                    stack.append((end, iter(following[end])))
    return list(kept)


def _columns(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Columns by the longest way to the right-hand end, so that documents share the last one."""
    following: dict[str, list[str]] = {key: [] for key in nodes}
    for start, end in edges:
        following[start].append(end)
    height: dict[str, int] = {}
    for root in nodes:
        stack = [root]
        while stack:
            node = stack[-1]
            open_ends = [end for end in following[node] if end not in height]
            if open_ends:
                stack.extend(open_ends)
            else:
                height[node] = 1 + max((height[end] for end in following[node]), default=-1)
                stack.pop()
    last = max(height.values(), default=0)
    return {key: last - height[key] for key in nodes}


def _cut(edges: Sequence[Edge], column: dict[str, int]) -> tuple[list[Edge], dict[Edge, list[str]]]:
    """Edges cut into steps of one column; new places are added to ``column``."""
    steps: list[Edge] = []
    through: dict[Edge, list[str]] = {}
    for start, end in edges:
        path = [start]
        for between in range(column[start] + 1, column[end]):
            key = f"{start}\0{end}\0{between}"
            column[key] = between
            path.append(key)
        path.append(end)
        through[start, end] = path
        steps += pairwise(path)
    return steps, through


def _grouped(
    nodes: Sequence[str], through: Mapping[Edge, list[str]], column: Mapping[str, int]
) -> list[list[str]]:
    groups: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for key in dict.fromkeys([*nodes, *(k for path in through.values() for k in path)]):
        groups[column[key]].append(key)
    return groups


def _neighbours(steps: Sequence[Edge]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    left: dict[str, list[str]] = {}
    right: dict[str, list[str]] = {}
    for start, end in steps:
        right.setdefault(start, []).append(end)
        left.setdefault(end, []).append(start)
    return left, right


def _ordered(groups: list[list[str]], steps: Sequence[Edge]) -> list[list[str]]:
    """The best order found by alternate barycentre sweeps."""
    left, right = _neighbours(steps)
    best, fewest = [list(group) for group in groups], _crossings(groups, right)
    current = [list(group) for group in groups]
    for sweep in range(_SWEEPS):
        beside = right if sweep % 2 == 0 else left
        indices = range(len(current))
        for index in reversed(indices) if sweep % 2 == 0 else indices:
            position = {key: float(n) for group in current for n, key in enumerate(group)}
            wanted = {key: _barycentre(key, beside, position) for key in current[index]}
            current[index].sort(key=wanted.__getitem__)
        crossed = _crossings(current, right)
        if crossed < fewest:
            best, fewest = [list(group) for group in current], crossed
    return best


def _barycentre(key: str, beside: Mapping[str, list[str]], position: Mapping[str, float]) -> float:
    near = beside.get(key)
    return sum(position[other] for other in near) / len(near) if near else position[key]


def _crossings(groups: Sequence[Sequence[str]], right: Mapping[str, list[str]]) -> int:
    total = 0
    for group, following in pairwise(groups):
        position = {key: n for n, key in enumerate(following)}
        ends = [
            position[e]
            for key in group
            for e in sorted(right.get(key, ()), key=position.__getitem__)
        ]
        total += sum(a > b for n, a in enumerate(ends) for b in ends[n + 1 :])
    return total


def _rows(order: Sequence[Sequence[str]], steps: Sequence[Edge]) -> dict[str, float]:
    """Rows that keep the order, keep nodes apart and pull neighbours level."""
    left, right = _neighbours(steps)
    rows = {key: float(n) for group in order for n, key in enumerate(group)}
    for sweep in range(_SWEEPS):
        beside = right if sweep % 2 == 0 else left
        for group in order[::-1] if sweep % 2 == 0 else order:
            wanted = [_barycentre(key, beside, rows) for key in group]
            rows.update(zip(group, _apart(wanted), strict=True))
    top = min(rows.values(), default=0.0)
    return {key: round(row - top, 3) for key, row in rows.items()}


def _apart(wanted: Sequence[float]) -> list[float]:
    """The places nearest to ``wanted`` (least squares) that are at least 1 apart, in order.

    Pool-adjacent-violators on the wishes less their rank.
    """
    blocks: list[tuple[float, int]] = []
    for rank, wish in enumerate(wanted):
        mean, size = wish - rank, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean = (before * count + mean * size) / (count + size)
            size += count
        blocks.append((mean, size))
    means = [mean for mean, size in blocks for _ in range(size)]
    return [mean + rank for rank, mean in enumerate(means)]
