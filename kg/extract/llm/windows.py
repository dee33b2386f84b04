"""Cuts a text into pieces that one request can hold."""

import re
from collections.abc import Iterator

from kg.model import Span

LONGEST = 3_000
"""Code points of a window: about a page. An attribution lies within a paragraph or two, and
models overlook more the longer the text is."""

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
_SPACE = re.compile(r"\s+")


def windows(text: str) -> Iterator[Span]:
    r"""As many whole paragraphs a window as fit, in order and without overlap.

    >>> text = "Il pleut.\n\nIl neige." + " Encore." * 500
    >>> [window.start for window in windows(text)]
    [0, 11, 3005]
    """
    start = end = 0
    for piece in _pieces(text):
        if end and piece.end - start > LONGEST:
            yield Span(start, end)
            end = 0
        start = start if end else piece.start
        end = piece.end
    if end:
        yield Span(start, end)


def _pieces(text: str) -> Iterator[Span]:
    """Paragraphs that say something; those longer than a window in parts."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, last = paragraph.span()
        while start < last:
            end = last if last - start <= LONGEST else _cut(text, start)
            if any(c.isalnum() for c in text[start:end]):
                yield Span(start, end)
            start = end


def _cut(text: str, start: int) -> int:
    """Where a paragraph that begins at ``start`` is cut: after a sentence, else after a word."""
    for border in (_SENTENCE_END, _SPACE):
        ends = [found.end() for found in border.finditer(text, start, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST
