"""Sorts more lines than fit in memory."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

AT_ONCE = 1_000_000
"""Lines sorted in memory at a time; some 200 MB of quads."""


def sorted_lines(lines: Iterable[str], at_once: int = AT_ONCE) -> Iterator[str]:
    """``lines`` in the order of their code points, which is that of their UTF-8 bytes.

    Beyond ``at_once`` they are sorted piece by piece into temporary files and merged.

    >>> list(sorted_lines(["b", "c", "a", "d", "aa"], at_once=2))
    ['a', 'aa', 'b', 'c', 'd']
    """
    given = iter(lines)
    first = sorted(islice(given, at_once))
    if len(first) < at_once:
        yield from first
        return
    with ExitStack() as stack:
        pieces: list[Iterable[str]] = [first]
        while piece := sorted(islice(given, at_once)):
            file = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
            pieces.append(_kept(file, piece))
        yield from heapq.merge(*pieces)


def _kept(file: IO[str], piece: Iterable[str]) -> Iterator[str]:
    file.writelines(f"{line}\n" for line in piece)
    file.seek(0)
    return (line[:-1] for line in file)
