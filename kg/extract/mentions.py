"""Makes sources of noun phrases: one a phrase, or one a conjunct of it."""

from kg.extract.drafts import NOBODY, Mention
from kg.extract.kinds import kind_of
from kg.extract.passages import Passage, Range
from kg.extract.phrases import shaved
from kg.model import Span


def mentions(p: Passage, found: Range | None) -> tuple[Mention, ...]:
    """The sources that a noun phrase names: one, or one a conjunct."""
    if found is None:
        return (NOBODY,)
    parts = _conjuncts(p, _before_relay(p, found))
    made = []
    for lo, hi in parts:
        span = _clitic(p, lo) if hi - lo == 1 and p.low(lo).startswith("-") else p.span(lo, hi)
        if span:
            made.append(Mention((span,), kind_of(p, (lo, hi))))
    return tuple(made) or (NOBODY,)


def _before_relay(p: Passage, found: Range) -> Range:
    """Without ", cité par l'AFP": who relays a source is no part of it."""
    lo, hi = found
    for j in range(lo + 1, hi):
        if p.says.citing.at(p.tokens, j):
            return shaved(p, lo, j)
    return found


def _clitic(p: Passage, i: int) -> Span:
    """The pronoun of "-t-il" without its hyphens."""
    token = p.tokens[i]
    return Span(token.end - len(token.text.rpartition("-")[2]), token.end)


def _conjuncts(p: Passage, found: Range) -> list[Range]:
    lo, hi = found
    for j in range(lo + 1, hi - 1):
        if p.low(j) in {"et", "and"} and _separable(p, lo, j) and _separable(p, j + 1, hi):
            return [*_conjuncts_by_comma(p, lo, j), (j + 1, hi)]
    return [found]


def _conjuncts_by_comma(p: Passage, lo: int, hi: int) -> list[Range]:
    """In "A, B and C" what stands before "and C"; the comma of an apposition does not separate."""
    for j in range(lo + 1, hi - 1):
        if p.tokens[j].text == "," and _separable(p, lo, j) and _separable(p, j + 1, hi):
            return [(lo, j), *_conjuncts_by_comma(p, j + 1, hi)]
    return [(lo, hi)]


def _separable(p: Passage, lo: int, hi: int) -> bool:
    """Whether the tokens can stand as a noun phrase of their own, without sharing a word."""
    while lo < hi and p.tokens[hi - 1].text == ",":
        hi -= 1
    if lo >= hi:
        return False
    first = p.tree.pos[lo]
    nominal = any(p.tree.pos[j] in {"NOUN", "PROPN", "PRON"} for j in range(lo, hi))
    if not nominal or p.low(lo) in {"both", "de", "d'", "du"}:
        return False
    if first == "DET" or p.low(lo) in {"des", "du", "les", "le", "la", "l'"}:
        return True
    if all(p.tokens[j].is_capitalised or not p.tokens[j].is_word for j in range(lo, hi)):
        return True
    return p.low(hi - 1).endswith("s") and p.tree.pos[hi - 1] == "NOUN"
