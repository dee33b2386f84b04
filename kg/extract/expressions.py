"""Expressions of several words: "quoted … as saying", "faire savoir", "asked not to be named"."""

from kg.extract.passages import Passage

_PLAIN_GAP = 12
"""Most words of one phrase between the parts of an expression."""

_GAP = 20
"""Most tokens of a phrase and an aside about it."""


def tail_of(p: Passage, i: int, words: tuple[str, ...]) -> tuple[int, ...]:
    """The tokens of an expression's further words after ``i``; empty if they are not there."""
    found: list[int] = []
    at, loose = i + 1, 1 if p.lex.lang == "fr" else 0
    for word in words:
        if word == "…":
            loose = _GAP
            continue
        reach = range(at, min(at + loose + 1, len(p.tokens)))
        hit = next((j for j in reach if p.tokens[j].low == word), None)
        if hit is None or not _is_gap(p, at, hit):
            return ()
        found.append(hit)
        at, loose = hit + 1, 0
    return tuple(found)


def _is_gap(p: Passage, lo: int, hi: int) -> bool:
    """Whether tokens ``[lo, hi)`` may part an expression: one phrase, or one with an aside.

    "Quoted *Jonas Ekdahl, who runs the coast guard,* as saying".
    """
    marks = [j for j in range(lo, hi) if p.tokens[j].text in ",.;:"]
    if not marks:
        return hi - lo <= _PLAIN_GAP
    aside = [p.tokens[j].text for j in marks] == [",", ","] and marks[1] == hi - 1
    return aside and marks[0] > lo


def is_idiom(p: Passage, i: int) -> bool:
    """Whether the verb at ``i`` reports nothing: "asked not to be named"."""
    return any(
        all(p.low(i + 1 + n) == word for n, word in enumerate(" ".join(tail).split()))
        for tail in p.lex.idioms(p.tokens[i].low)
    )
