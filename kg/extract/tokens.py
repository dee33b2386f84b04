"""Cuts a sentence into words and marks whose offsets are those of the frozen text.

Rules and parser work on the same words, so nothing has to be aligned afterwards. French
elisions (l', qu') and inverted subjects (-t-il) stand alone; hyphenated names and terms
(état-major, Kim Jong-un) stay whole, where the parser's own cutting would break them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.lexemes import Lexicon, folded

_INVERTED = r"-t-(?:ils?|elles?|on)\b|-(?:ils?|elles?|on|je|tu|nous|vous|ce)\b"
_LETTERS = r"(?:[^\W\d_]\.){2,}"
_MARKS = r"\.{2,}|--+|''|``|[^\w\s]"

# No alternative repeats a group that could match the same text in two ways: time is linear.
_TOKEN = {
    "fr": re.compile(
        rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)|{_INVERTED}|{_LETTERS}"
        rf"|\d+(?:[.,]\d+)+|\w+(?:(?!{_INVERTED})[-'’&]\w+)*|{_MARKS}",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\w+(?=n['’]t\b)|n['’]t\b|(?<=\w)['’](?:s|re|ve|ll|d|m)\b|{_LETTERS}"
        rf"|\d+(?:[.,]\d+)+|\w+(?:(?:[-&]|['’](?!(?:s|re|ve|ll|d|m|t)\b))\w+)*|{_MARKS}",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        text: As written.
        low: Folded: lower case, plain apostrophes.
        start: Offset of its first code point in the document.
        end: Offset after its last one.
    """

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or digit in it."""
        return any(c.isalnum() for c in self.text)

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def tokens(text: str, start: int, end: int, lex: Lexicon) -> tuple[Token, ...]:
    """The words and marks of ``text[start:end]``, in linear time.

    >>> from kg.extract.lexicon import lexicon
    >>> [t.text for t in tokens("L'état-major, a-t-il dit.", 0, 25, lexicon("fr"))]
    ["L'", 'état-major', ',', 'a', '-t-il', 'dit', '.']
    """
    return tuple(_tokens(text, start, end, lex))


def _tokens(text: str, start: int, end: int, lex: Lexicon) -> Iterator[Token]:
    at = start
    pattern = _TOKEN[lex.lang]
    while match := pattern.search(text, at, end):
        stop = match.end()
        if stop < end and text[stop] == "." and _takes_stop(match.group(), text, stop, lex):
            stop += 1
        word = text[match.start() : stop]
        yield Token(word, folded(word), match.start(), stop)
        at = stop


def _takes_stop(word: str, text: str, stop: int, lex: Lexicon) -> bool:
    """Whether the full stop at ``stop`` belongs to the abbreviation ``word``."""
    low = word.lower()
    if low in lex.abbreviations or (len(word) == 1 and word.isupper()):
        return stop + 1 < len(text)
    following = text[stop + 1 : stop + 3].strip()
    return low in lex.numbered_abbreviations and following[:1].isdigit()
