"""What sort of source a noun phrase seems to be, by its words alone.

Only a first guess: who it is, and whether it can be identified, is found out when sources
are linked to agents.
"""

import re

from kg.extract.passages import Passage, Range
from kg.model import SourceKind

_PERSONS = {
    "en": frozenset(["he", "she", "i", "him", "her", "who", "you"]),
    "fr": frozenset(
        [
            "il",
            "elle",
            "je",
            "j'",
            "lui",
            "celui-ci",
            "celle-ci",
            "tu",
            "-t-il",
            "-t-elle",
            "-il",
            "-elle",
            "-je",
        ]
    ),
}
_INDEFINITE = {
    "en": frozenset(
        [
            "a",
            "an",
            "some",
            "several",
            "many",
            "few",
            "two",
            "three",
            "four",
            "five",
            "other",
            "one",
            "no",
            "most",
        ]
    ),
    "fr": frozenset(
        [
            "un",
            "une",
            "des",
            "plusieurs",
            "certains",
            "certaines",
            "quelques",
            "deux",
            "trois",
            "d'autres",
            "de",
        ]
    ),
}
_HUMAN = {
    "en": ("ist", "ician", "logist", "woman", "women", "policeman", "fireman", "spokesman"),
    "fr": ("trice", "iste", "logue", "icien", "icienne", "iatre", "alienne", "érien"),
}
"""Endings of nouns that name people by what they do."""

_DEPUTY = re.compile(r"^(?:sous|vice|co|ex|deputy)-")

_PLURAL_DETERMINERS = frozenset(
    ["les", "des", "ces", "plusieurs", "certains", "certaines", "quelques"]
)


def kind_of(p: Passage, noun_phrase: Range) -> SourceKind:
    """The kind of the source that the tokens of ``noun_phrase`` name."""
    lo, hi = noun_phrase
    words = [t.low for t in p.tokens[lo:hi] if t.is_word]
    if not words:
        return SourceKind.UNNAMED
    if len(words) == 1 and words[0] in _PERSONS[p.lex.lang]:
        return SourceKind.PERSON
    if len(words) == 1 and words[0] in p.lex.pronouns:
        return SourceKind.UNNAMED
    return _by_nouns(p, noun_phrase, words)


def _by_nouns(p: Passage, noun_phrase: Range, words: list[str]) -> SourceKind:
    lo, hi = noun_phrase
    head = head_of(p, noun_phrase)
    noun = p.tokens[head].low
    indefinite = words[0] in _INDEFINITE[p.lex.lang]
    named = any(_is_name(p, i) for i in range(lo, hi))
    kind = _head_kind(p, head, lo)
    plural = _plural(p, head, words)
    if p.tree.pos[head] == "PROPN" and p.tokens[head].is_capitalised:
        titled = any(w in p.lex.titles or w in p.lex.people for w in words)
        personal = titled or _looks_personal(p, noun_phrase)
        return SourceKind.PERSON if personal else _by_type(p, noun_phrase)
    if noun in p.lex.spokespersons or (noun in p.lex.people and not indefinite and not plural):
        return SourceKind.PERSON
    if noun in p.lex.unnamed_heads and (indefinite or plural or not named):
        return SourceKind.UNNAMED
    if noun in p.lex.people and not kind:
        return SourceKind.UNNAMED if indefinite and not named else SourceKind.PERSON
    known = named and not indefinite
    return kind or (SourceKind.ORGANIZATION if known else SourceKind.UNNAMED)


def _by_type(p: Passage, noun_phrase: Range) -> SourceKind:
    """The kind of a name: by a common noun in lower case beside it, else an organisation."""
    lo, hi = noun_phrase
    nouns = (t.low for t in p.tokens[lo:hi] if not t.is_capitalised)
    kinds = (p.lex.source_heads[n] for n in nouns if n in p.lex.source_heads)
    return next(kinds, SourceKind.ORGANIZATION)


def _head_kind(p: Passage, head: int, lo: int) -> SourceKind | None:
    """By the head noun, alone or with the word before it ("news agency")."""
    noun = p.tokens[head].low
    if head > lo:
        pair = f"{p.tokens[head - 1].low} {noun}"
        if pair in p.lex.source_heads:
            return p.lex.source_heads[pair]
    return p.lex.source_heads.get(noun)


def _plural(p: Passage, head: int, words: list[str]) -> bool:
    if p.lex.lang == "fr":
        return words[0] in _PLURAL_DETERMINERS or p.tokens[head].low.endswith(("s", "x"))
    return p.tokens[head].low.endswith("s") or p.tokens[head].low in {"people", "media"}


def _is_name(p: Passage, i: int) -> bool:
    token = p.tokens[i]
    return token.is_capitalised and (i > 0 or p.tree.pos[i] == "PROPN")


def _looks_personal(p: Passage, noun_phrase: Range) -> bool:
    """Two or more capitalised words and no determiner: "Anna Kovacs"."""
    lo, hi = noun_phrase
    names = [i for i in range(lo, hi) if p.tokens[i].is_capitalised]
    bare = p.tree.pos[lo] == "PROPN"
    return bare and len(names) in {2, 3} and not any(p.tokens[i].text.isupper() for i in names)


def head_of(p: Passage, noun_phrase: Range) -> int:
    """The token of ``noun_phrase`` that governs the others; the surface decides in doubt.

    French: the first noun after the determiners. English: what the tree says.
    """
    lo, hi = noun_phrase
    inside = range(lo, hi)
    tops = [i for i in inside if p.tree.heads[i] not in inside or p.tree.heads[i] == i]
    nouns = [i for i in inside if p.tree.pos[i] in {"NOUN", "PROPN", "PRON"}]
    known = [
        i for i in nouns if p.tokens[i].low in p.lex.source_heads or p.tokens[i].low in _people(p)
    ]
    if p.lex.lang == "fr":
        return next(iter([*known[:1], *nouns]), lo)
    return next((i for i in tops if i in nouns), next(iter(nouns), lo))


def _people(p: Passage) -> frozenset[str]:
    return p.lex.people | p.lex.unnamed_heads | p.lex.spokespersons


def can_speak(p: Passage, noun_phrase: Range) -> bool:
    """Whether the phrase names somebody or something that conveys: a person, a body, a text."""
    lo, hi = noun_phrase
    words = [t.low for t in p.tokens[lo:hi] if t.is_word]
    if not words:
        return False
    if len(words) == 1 and words[0] in p.lex.pronouns:
        return words[0] not in {"it", "this", "that", "cela", "ça", "ce", "which"}
    head = _DEPUTY.sub("", p.tokens[head_of(p, noun_phrase)].low)
    if any(head in group for group in (p.lex.people, p.lex.unnamed_heads, p.lex.spokespersons)):
        return True
    if head.removesuffix("s").endswith(_HUMAN[p.lex.lang]):
        return True
    return head in p.lex.source_heads or any(_is_name(p, i) for i in range(lo, hi))


def is_document(p: Passage, noun_phrase: Range) -> bool:
    """Whether the phrase names a report, a study, data, pictures."""
    head = p.tokens[head_of(p, noun_phrase)].low
    return p.lex.source_heads.get(head) is SourceKind.DOCUMENT
