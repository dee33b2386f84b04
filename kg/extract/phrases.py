"""Where a noun phrase begins and ends: the tree proposes, the surface limits."""

import re

from kg.extract.passages import Passage, Range
from kg.extract.verbs import VerbGroup

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
"""Parts of speech that head a noun phrase."""

NEAR = 8
"""Tokens within which the head of a phrase after a preposition stands."""

RELATIVE = frozenset(
    {"who", "which", "that", "whom", "qui", "que", "dont", "whose", "où", "lequel"}
)
"""Words that open a relative clause."""


_NAME = 4
"""Most words of a name that stands beside an office: "le vice-ministre, Kuo Chen-hao"."""

_DEPUTY = re.compile(r"^(?:sous|vice|co|ex|deputy)-")

_TITLE_ARTICLES = {
    "en": frozenset(["Le", "La", "Les", "L'", "L’", "El", "Il", "Der", "Die", "Das"]),
    "fr": frozenset(["The"]),
}
"""Articles of other languages: with a capital they open the title of a paper."""

_WITHIN_TITLES = frozenset(
    ["de", "du", "des", "d'", "la", "l'", "le", "les", "et", "of", "the", "and", "en", "di", "der"]
)


def noun_phrase(p: Passage, head: int, group: VerbGroup | None = None) -> Range | None:
    """The whole phrase of ``head``: determiner, title, apposition, identifying clause.

    What belongs to the verb ``group`` is left out. A relative clause is taken in, after a comma
    too: whether it identifies is not to be seen from outside, and annotators mostly take it in.
    """
    lo, hi = p.tree.lefts[head], p.tree.rights[head] + 1
    if group:
        if head < group.lo:
            hi = min(hi, group.lo)
        else:
            lo = max(lo, group.hi)
    if not lo <= head < hi:
        return None
    lo = from_clause_start(p, lo, head)
    hi = _to_title_end(p, lo, _to_break(p, head, hi))
    return _coordinated(p, *shaved(p, lo, hi))


def from_clause_start(p: Passage, lo: int, head: int) -> int:
    """``lo``, but not farther left than the clause: an opening word starts it anew."""
    for j in range(head - 1, lo - 1, -1):
        if p.low(j) in {";", ":"} or p.quoted[j] != p.quoted[head]:
            return j + 1
    for j in range(lo, head):
        length = p.says.concessives.at(p.tokens, j)
        if length and j + length <= head:
            return j + length
    while lo < head and (
        p.tree.pos[lo] in {"SCONJ", "CCONJ", "PUNCT"} or p.low(lo) in {"but", "mais"}
    ):
        lo += 1
    return lo


def _to_break(p: Passage, head: int, hi: int) -> int:
    """``hi``, or where a colon, a semicolon or a quotation mark breaks the phrase off."""
    for j in range(head + 1, hi):
        if p.tokens[j].text in {";", ":"} or p.quoted[j] != p.quoted[head]:
            return j
    return hi


def shaved(p: Passage, lo: int, hi: int) -> Range:
    """The range without marks at either end."""
    while hi > lo and not p.tokens[hi - 1].is_word and p.tokens[hi - 1].text not in {")", "»", "”"}:
        hi -= 1
    while lo < hi and not p.tokens[lo].is_word and p.tokens[lo].text not in {"(", "«", "“"}:
        lo += 1
    return lo, hi


def _coordinated(p: Passage, lo: int, hi: int) -> Range:
    """Take in a conjunct that the tree has left outside: "Moscou et [Pyongyang] nient"."""
    if lo > 1 and p.low(lo - 1) in {"et", "and"} and p.tree.pos[lo - 2] in NOMINAL:
        before = lo - 2
        top = before
        for above in p.tree.ancestors(before):
            if above < lo and p.tree.pos[above] in NOMINAL:
                top = above
            else:
                break
        left = p.tree.lefts[top]
        while left < top and p.tree.pos[left] in {"SCONJ", "PUNCT", "ADV", "CCONJ"}:
            left += 1
        return from_clause_start(p, left, top), hi
    return lo, hi


def after_preposition(p: Passage, lo: int) -> Range | None:
    """The noun phrase that begins at ``lo``, by the tree with the surface as its limit."""
    if lo >= p.stop:
        return None
    head = next((j for j in range(lo, min(lo + NEAR, p.stop)) if p.tree.pos[j] in NOMINAL), None)
    if head is None or any(p.tree.finite[j] for j in range(lo, head)):
        return None
    inner = range(lo, p.stop)
    top = head
    for above in p.tree.ancestors(head):
        if above in inner and p.tree.pos[above] in NOMINAL and above - lo < NEAR:
            top = above
        else:
            break
    hi = min(p.tree.rights[top], p.tree.rights[head] + 12) + 1
    hi = max(hi, head + 1)
    for j in range(head + 1, min(hi, p.stop)):
        if _ends_source(p, j, head):
            hi = j
            break
    lo, hi = shaved(p, lo, _to_title_end(p, lo, min(hi, p.stop)))
    return (lo, _with_office(p, lo, hi)) if lo < hi else None


def with_apposition(p: Passage, hi: int) -> int:
    """``hi``, or where ", deputy chair of the board," ends that follows a speaker's name there."""
    if p.low(hi) != "," or p.quoted[hi] != p.quoted[hi - 1]:
        return hi
    first = hi + 1
    if p.tree.pos[first : first + 1] not in [("NOUN",), ("DET",), ("PROPN",), ("ADJ",)]:
        return hi
    end = first
    while (
        end < p.stop
        and p.tokens[end].text not in {",", ";", ":", "."}
        and p.quoted[end] == p.quoted[hi]
    ):
        if p.tree.finite[end] or p.says.citing.at(p.tokens, end):
            return hi
        end += 1
    if all(p.tokens[j].is_capitalised for j in range(first, end)) and 1 < end - first <= _NAME:
        return end
    held = {_DEPUTY.sub("", p.low(j)) for j in range(first, min(first + 4, end))}
    return end if held & (p.lex.people | p.lex.spokespersons) else hi


def _with_office(p: Passage, lo: int, hi: int) -> int:
    """``hi``, or where the office ends that is told beside the name of a person.

    What follows a frame is mostly the content, "Selon CNN, le ministre a démissionné", so an
    office with a determiner is believed only where nothing comes after it.
    """
    names = [j for j in range(lo, hi) if p.tokens[j].is_capitalised and p.tokens[j].is_word]
    end = with_apposition(p, hi)
    if end == hi or len(names) < len(("given", "family")):
        return hi
    closes = end >= p.stop or p.low(end) in {".", ";"}
    return end if closes or p.tree.pos[hi + 1] != "DET" else hi


def _to_title_end(p: Passage, lo: int, hi: int) -> int:
    """``hi``, or where the title of a foreign paper ends of which the tree saw a part.

    In "according to La Feuille des Écluses" an English tree knows no "des".
    """
    if not lo < hi or p.tokens[lo].text not in _TITLE_ARTICLES.get(p.lex.lang, ()):
        return hi
    end = hi
    for j in range(hi, min(hi + NEAR, p.stop)):
        if p.tokens[j].is_capitalised and p.tokens[j].is_word:
            end = j + 1
        elif p.low(j) not in _WITHIN_TITLES:
            break
    return end


def _ends_source(p: Passage, j: int, head: int) -> bool:
    token = p.tokens[j]
    if token.text in {",", ";", ":", "--", "—", "–"} or p.quoted[j] != p.quoted[head]:
        return True
    if token.low in {"de", "d'"} and p.tree.infinitive[j + 1 : j + 2] == (True,):
        return True
    if p.tree.finite[j] or token.low in {
        "que",
        "qu'",
        "that",
        "who",
        "which",
        "qui",
        "comme",
        "as",
    }:
        return True
    return bool(p.says.citing.at(p.tokens, j) or p.says.concessives.at(p.tokens, j))
