"""Cuts a text into sentences before any parser sees it.

The parser's own cutting breaks names and headlines apart just where an attribution stands
("Newsweek | rapporte"), so boundaries are ours: line breaks end a sentence (headlines,
bylines, list items) unless a line plainly goes on in the next; full stops do not where they
belong to an abbreviation or an initial; a question inside a quotation does not where the
speaker follows ("« Qui ? », demande Anna").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.lexemes import Lexicon
from kg.model import Span

LONGEST = 1_200
"""Code points after which a sentence is cut whatever it says: bounds the work per sentence."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]+(?:''|[\"”’)\]]|\s?»)*(?=\s)")
_LAST_WORD = re.compile(r"[\w.'’-]{1,24}$")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]{2,}(?: [A-ZÀ-Þ(][\w'’./)-]*| de| la| le| sur){0,4}"
    r"(?:, [\w. ]{2,24})?(?: ?\([^()\n]{2,40}\))? ?(?:--|[—–])\s+(?=[\"“«A-ZÀ-Þ])"
)
_LIST_MARK = re.compile(r"(?:[-–—•*▪◦]|\d{1,2}[.)])\s+")
_OPENING = "\"“«‘'([—–-•"
_DOTTED = re.compile(r"(?:\w\.)+\w")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, headline, or fragment.

    Attributes:
        span: Without white space at either end.
        paragraph: Number of its line in the text, from 0; lines that go on count as one.
    """

    span: Span
    paragraph: int


def split(text: str, lex: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of ``text``, in order and without overlap, in linear time.

    >>> from kg.extract.lexicon import lexicon
    >>> found = split("M. Dupont part. Il dit : « Non ! » puis sort.", lexicon("fr"))
    >>> [s.span.start for s in found]
    [0, 16]
    """
    return tuple(
        Sentence(span, number)
        for number, (start, end) in enumerate(_paragraphs(text))
        for part in _parts(text, start, end, lex)
        for span in _bounded(text, *part)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, joined where one breaks off and the next begins in lower case."""
    open_start: int | None = None
    end = 0
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        if open_start is not None:
            if _goes_on(text, end, line.start()):
                end = line.end()
                continue
            yield open_start, end
        open_start, end = line.start(), line.end()
    if open_start is not None:
        yield open_start, end


def _goes_on(text: str, end: int, start: int) -> bool:
    if text.count("\n", end, start) > 1:
        return False
    before = text[max(0, end - 3) : end].rstrip()[-1:]
    after = text[start : start + 3].lstrip()[:1]
    return (before.isalnum() or before == ",") and after.islower()


def _parts(text: str, start: int, end: int, lex: Lexicon) -> Iterator[tuple[int, int]]:
    dateline = _DATELINE.match(text, start, min(end, start + 120))
    if dateline:
        yield start, dateline.end()
        start = dateline.end()
    mark = _LIST_MARK.match(text, start, end)
    if mark:
        start = mark.end()
    for stop in _STOP.finditer(text, start, end):
        if _ends_here(text, stop, end, lex):
            yield start, stop.end()
            start = stop.end()
    yield start, end


def _ends_here(text: str, stop: re.Match[str], end: int, lex: Lexicon) -> bool:
    following = text[stop.end() : min(end, stop.end() + 60)].lstrip()
    if not following or following[0].islower() or following[0] in ",;:":
        return not following
    if not (following[0].isupper() or following[0].isalnum() or following[0] in _OPENING):
        return False
    if stop.group() == ".":
        return not _is_abbreviation(text, stop.start(), following, lex)
    return stop.group()[-1].isalnum() or not _speaker_follows(stop.group(), following, lex)


def _is_abbreviation(text: str, at: int, following: str, lex: Lexicon) -> bool:
    match = _LAST_WORD.search(text, max(0, at - 24), at)
    if match is None:
        return False
    word = match.group().lower()
    word = word.rpartition("'")[2].rpartition("’")[2]
    if len(word) == 1 and match.group()[-1].isupper():
        return True
    if _DOTTED.fullmatch(word):
        first = following.split(maxsplit=1)[0].lower().strip(",.")
        return first not in lex.pronouns and first not in _OPENERS
    if word in lex.numbered_abbreviations:
        return following[0].isdigit()
    return word in lex.abbreviations and word != "etc"


# Words that begin a sentence after "U.S." or "p.m." far oftener than they go on with one.
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "but",
        "and",
        "if",
        "when",
        "as",
        "after",
        "however",
        "la",
        "le",
        "les",
        "un",
        "une",
    ]
)


def _speaker_follows(stop: str, following: str, lex: Lexicon) -> bool:
    """Whether "asked Smith" or "Smith asked" comes right after a quoted question."""
    if stop[-1] not in "\"”»’'" or not set(stop) & set("?!"):
        return False
    words = re.findall(r"[\w'’-]+|[.,:;]", following)[:6]
    for n, word in enumerate(words):
        if word in {".", ",", ":", ";"}:
            return False
        if n and word[0].islower() and lex.verb(word):
            return True
    return False


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """``text[start:end]`` without outer white space, in pieces of at most `LONGEST`."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if start < end:
        yield Span(start, end)
