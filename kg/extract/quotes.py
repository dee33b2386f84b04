"""Finds what stands in quotation marks, whatever the marks and however badly they pair.

French, English, German, typewriter and Penn marks; quotations in quotations; quotations of
several paragraphs, each of which opens anew and only the last of which closes. A mark
without its partner costs nothing but itself.
"""

from dataclasses import dataclass

from kg.model import Span

_CLOSES = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "``": "''", "''": "''", "‹": "›"}
RUNS_ON = 1_500
"""Code points after a paragraph in which a quotation that it left open may close."""

_CLOSING = frozenset('»”“’"›') | {"''"}
LONGEST = 10_000
"""Code points; a mark whose partner is farther away is taken to have none."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        outer: With the marks that are there.
        inner: Without them and without white space at either end.
        depth: 0 for one that stands in no other.
        closed: Whether its closing mark is there; else it ends with its paragraph and may go
            on in the next.
    """

    outer: Span
    inner: Span
    depth: int
    closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of ``text`` by their start, in linear time.

    >>> [q.inner.of("Il dit « non ».") for q in find_quotations("Il dit « non ».")]
    ['non']
    """
    found: list[Quotation] = []
    start = 0
    for end in [*(i for i, c in enumerate(text) if c in "\n\r\u2028\u2029"), len(text)]:
        if end > start:
            found += _in_paragraph(text, start, end)
        start = end + 1
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    stack: list[_Open] = []
    found: list[Quotation] = []
    at = start
    while at < end:
        mark = _mark(text, at)
        if mark:
            _meet(text, _Open(mark, at), stack, found)
        at += len(mark) or 1
    if stack:
        found += _unclosed(text, stack[0], start, end)
    return found


def _unclosed(text: str, opened: _Open, start: int, end: int) -> list[Quotation]:
    """A quotation that the end of its paragraph leaves open.

    It closes in a later paragraph that holds the other mark alone, or ends here if it opened
    the paragraph; else the mark is a stray one.
    """
    closing = _CLOSES[opened.mark]
    until = min(len(text), end + RUNS_ON)
    at = text.find(closing, end, until)
    opening = text.find(opened.mark, end, until)
    if at >= 0 and (opening < 0 or opening >= at) and _closes_word(text, at, closing):
        return _quotation(text, opened, at, 0, len(closing))
    if not text[start : opened.at].strip() and end - start <= LONGEST:
        return _quotation(text, opened, end, 0)
    return []


def _closes_word(text: str, at: int, mark: str) -> bool:
    after = text[at + len(mark) : at + len(mark) + 1]
    return not text[at - 1].isspace() and not after.isalnum()


def _mark(text: str, at: int) -> str:
    """The quotation mark at ``at``, or an empty string."""
    char = text[at]
    if char in "`'" and text.startswith(("``", "''"), at):
        return text[at : at + 2]
    if char not in '«»“”„"‘’‹›':
        return ""
    if char in "‘’" and _is_apostrophe(text, at):
        return ""
    return char


def _is_apostrophe(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isalnum() and after.isalnum()) or after.isdigit()


def _meet(text: str, met: _Open, stack: list[_Open], found: list[Quotation]) -> None:
    """Take in one mark: it closes the nearest quotation that it can, or opens one."""
    if met.mark in _CLOSING and not _must_open(text, met, stack):
        # Three levels are the most that print ever shows; a deeper search would only let
        # stray marks cost time.
        for back in range(1, min(len(stack), 4) + 1):
            opened = stack[-back]
            if _CLOSES[opened.mark] == met.mark:
                del stack[-back:]
                if met.at - opened.at <= LONGEST:
                    found += _quotation(text, opened, met.at, len(stack), len(met.mark))
                return
    if met.mark in _CLOSES:
        stack.append(met)
        del stack[:-8]


def _must_open(text: str, met: _Open, stack: list[_Open]) -> bool:
    """Whether a mark that opens as well as closes can only open here."""
    if met.mark not in _CLOSES:
        return False
    if not any(_CLOSES[o.mark] == met.mark for o in stack):
        return True
    before = text[met.at - 1] if met.at else " "
    after = text[met.at + 1] if met.at + 1 < len(text) else " "
    return met.mark == '"' and before in " \u00a0(\n" and after.isalnum() and _far(text, met, stack)


def _far(text: str, met: _Open, stack: list[_Open]) -> bool:
    """Whether the open typewriter mark was itself odd: it stands right after a word."""
    opened = next(o for o in reversed(stack) if o.mark == met.mark)
    return opened.at > 0 and text[opened.at - 1].isalnum()


def _quotation(text: str, opened: _Open, end: int, depth: int, closing: int = 0) -> list[Quotation]:
    start = opened.at + len(opened.mark)
    words = text[start:end]
    inner = words.strip()
    if not any(c.isalnum() for c in inner):
        return []
    start += len(words) - len(words.lstrip())
    outer_end = end + closing if closing else start + len(inner)
    return [
        Quotation(Span(opened.at, outer_end), Span(start, start + len(inner)), depth, closing > 0)
    ]
