"""What the words of a noun phrase show by themselves: determiner, head, gender, names in it.

"un porte-parole du ministère", "le journal Business Insider", "two senior officials": before
anybody is looked up, the phrase says whether it introduces someone or refers back, what sort
of thing its head noun is, and where the proper names stand.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.link.lexicon import words_of
from kg.model import Span

_TOKEN = re.compile(
    r"(?:[ldcnjmst]|qu)['’](?=\w)|\d+|[^\W\d_]\.(?:[^\W\d_]\.)*|"
    r"[^\W\d_]+(?:[-‑.&'’](?!s\b)[^\W\d_]+)*|[,;:()–—]",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"['’]s\b")
_STOPPERS = frozenset({"qui", "que", "dont", "who", "which", "that", "whose", "where", "où"})
_BREAKS = frozenset(",;:()–—")


class Head(StrEnum):
    """What sort of thing a head noun names; each is a word list of the language."""

    SPOKESPERSON = "spokespersons"
    ROLE = "roles"
    PEOPLE = "people"
    DOCUMENT = "documents"
    AGENCY = "agencies"
    OUTLET = "outlets"
    BODY = "bodies"
    STATE = "states"
    ORGANIZATION = "organizations"


PERSONAL = frozenset({Head.SPOKESPERSON, Head.ROLE, Head.PEOPLE})
"""Heads that name human beings."""


class Determiner(StrEnum):
    """How a noun phrase is introduced."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    POSSESSIVE = "possessive"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a phrase, with its place in the phrase."""

    text: str
    span: Span

    @property
    def low(self) -> str:
        """The word in lower case, with a straight apostrophe."""
        return self.text.lower().replace("’", "'").replace("‑", "-")

    @property
    def is_name(self) -> bool:
        """Whether it is written as a proper name."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase and what its words show.

    Attributes:
        text: As written.
        lang: Language, ISO 639-1.
        tokens: Words and marks, the determiner left out.
        determiner: How it is introduced.
        head: Index in ``tokens`` of the head noun, None if no known noun heads it.
        sort: What the head noun names.
        plural: Whether it names several.
        gender: ``"m"`` or ``"f"`` where the words show it.
    """

    text: str
    lang: str
    tokens: tuple[Token, ...]
    determiner: Determiner
    head: int | None
    sort: Head | None
    plural: bool
    gender: str | None

    @property
    def bare(self) -> str:
        """The phrase without its determiner."""
        return self.text[self.tokens[0].span.start :].strip() if self.tokens else self.text

    @property
    def noun(self) -> str | None:
        """The head noun in the singular."""
        return None if self.head is None else singular(self.tokens[self.head].low, self.lang)

    @property
    def modifiers(self) -> tuple[Token, ...]:
        """All words but the head, marks left out."""
        return tuple(
            t for n, t in enumerate(self.tokens) if n != self.head and t.text not in _BREAKS
        )

    def runs(self) -> tuple[tuple[int, int], ...]:
        """Token ranges ``[start, end)`` of capitalised words that stand side by side."""
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(self.tokens):
            end = self._run_end(at)
            # A type word in capitals ("ONG", "NGO") stands before a name and is none.
            first = at + (at == self.head and end > at + 1 and self.tokens[at].text.isupper())
            if end > first:
                found.append((first, end))
            at = max(end, at + 1)
        return tuple(found)

    def slice(self, start: int, end: int) -> str:
        """The words of tokens ``[start, end)`` as written."""
        return self.text[self.tokens[start].span.start : self.tokens[end - 1].span.end]

    def name_end(self, end: int) -> int:
        """Where a name that ends at token ``end`` goes on to over connecting words.

        >>> phrase = read_phrase("the Institute for the Study of War in Washington", "en")
        >>> phrase.slice(0, phrase.name_end(1))
        'Institute for the Study of War'
        """
        connecting = words_of(self.lang, "connectors")
        for start, stop in self.runs():
            if start > end and all(t.low in connecting for t in self.tokens[end:start]):
                end = stop
        return end

    def is_preposed(self, start: int) -> bool:
        """Whether a preposition stands before token ``start``."""
        prepositions = words_of(self.lang, "prepositions") | {"la", "l'", "the"}
        return start > 0 and self.tokens[start - 1].low in prepositions

    def is_modifier(self, end: int) -> bool:
        """Whether an English name that ends at token ``end`` only modifies a noun after it."""
        if self.lang != "en" or end >= len(self.tokens):
            return False
        after = self.tokens[end]
        outside = words_of("en", "prepositions") | words_of("en", "connectors") | _STOPPERS
        return after.text.islower() and after.low not in outside

    def _run_end(self, start: int) -> int:
        particles = words_of(self.lang, "particles")
        end = start
        for at in range(start, len(self.tokens)):
            token = self.tokens[at]
            if token.is_name:
                end = at + 1
            elif end == start or token.low not in particles:
                break
        return end


def read_phrase(text: str, lang: str, *, common: bool = False) -> Phrase:
    """Take a noun phrase apart.

    Args:
        text: The phrase.
        lang: Its language, ISO 639-1.
        common: Its first word is a common noun that a sentence start made a capital.

    >>> phrase = read_phrase("un porte-parole du ministère", "fr")
    >>> phrase.determiner, phrase.noun, phrase.sort
    (<Determiner.INDEFINITE: 'indefinite'>, 'porte-parole', <Head.SPOKESPERSON: 'spokespersons'>)
    >>> read_phrase("South Korean intelligence officials", "en").noun
    'official'
    """
    tokens = tuple(Token(m.group(), Span(*m.span())) for m in _TOKEN.finditer(text))
    if common and tokens:
        tokens = (Token(tokens[0].text.lower(), tokens[0].span), *tokens[1:])
    kept, determiner, many = _determined(tokens, lang)
    head, sort = _head(kept, lang, text)
    word = kept[head].low if head is not None else ""
    several = word in words_of(lang, "always_plural") or singular(word, lang) != word
    plural = many or (bool(word) and several) or _is_bare_plural(kept, head, lang)
    gender = _gender(tokens[: len(tokens) - len(kept)], word, lang)
    return Phrase(text, lang, kept, determiner, head, sort, plural, gender)


def singular(word: str, lang: str) -> str:
    """The singular of a listed head noun; ``word`` itself if no list has its singular.

    >>> singular("ministries", "en"), singular("médias", "fr"), singular("press", "en")
    ('ministry', 'média', 'press')
    """
    candidates = [word]
    if word.endswith("ies"):
        candidates.append(f"{word[:-3]}y")
    if word.endswith("men"):
        candidates.append(f"{word[:-3]}man")
    if word.endswith(("s", "x")):
        candidates.extend((word[:-1], word[:-2] if word.endswith("es") else word[:-1]))
    if word.endswith("aux"):
        candidates.append(f"{word[:-3]}al")
    if lang == "fr" and word.endswith("s"):
        candidates.reverse()
    return next((c for c in candidates if _sort_of(c, lang)), word)


def _sort_of(word: str, lang: str) -> Head | None:
    return next((sort for sort in Head if word in words_of(lang, sort)), None)


def _determined(tokens: tuple[Token, ...], lang: str) -> tuple[tuple[Token, ...], Determiner, bool]:
    determiner, many, at = Determiner.NONE, False, 0
    while at < len(tokens) - 1:
        low = tokens[at].low
        kind = next((d for d in Determiner if low in words_of(lang, d)), None)
        if (low.isdigit() and len(low) < 4) or low in words_of(lang, "numerals"):  # noqa: PLR2004 - a year is no count
            kind, many = Determiner.INDEFINITE, True
        if kind is None:
            break
        many = many or low in words_of(lang, "plural_determiners")
        determiner = kind if determiner is Determiner.NONE else determiner
        at += 1
    return tokens[at:], determiner, many


def _head(tokens: tuple[Token, ...], lang: str, text: str) -> tuple[int | None, Head | None]:
    """French heads stand first, English ones last before a complement or a name."""
    before_complement = words_of(lang, "prepositions")
    found: tuple[int | None, Head | None] = (None, None)
    for at, token in enumerate(tokens):
        if at and (token.low in before_complement or token.low in _STOPPERS):
            break
        if found[0] is not None and (token.text in _BREAKS or lang != "en"):
            break
        sort = _sort_of(singular(token.low, lang), lang)
        if sort and not _GENITIVE.match(text, token.span.end):
            found = (at, sort)
    return found


def _is_bare_plural(tokens: tuple[Token, ...], head: int | None, lang: str) -> bool:
    """Whether an English phrase opens with a plural noun that no list holds ("villagers")."""
    if lang != "en" or head is not None or not tokens:
        return False
    before_complement = words_of(lang, "prepositions") | _STOPPERS | _BREAKS
    end = next((n for n, t in enumerate(tokens) if t.low in before_complement), len(tokens))
    last = tokens[end - 1].text if end else ""
    return last.islower() and last.endswith("s") and not last.endswith("ss")


def _gender(determiners: tuple[Token, ...], head: str, lang: str) -> str | None:
    shown = {t.low for t in determiners}
    if lang == "fr" and shown & {"la", "une", "cette"}:
        return "f"
    if lang == "fr" and shown & {"le", "un", "ce", "du"}:
        return "m"
    noun = singular(head, lang)
    if noun in words_of(lang, "feminine_heads"):
        return "f"
    if noun in words_of(lang, "masculine_heads"):
        return "m"
    plain = lang == "fr" and noun and noun not in words_of(lang, "either_gender")
    return "m" if plain else None
