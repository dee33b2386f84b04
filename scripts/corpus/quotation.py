"""How much of a content stands in quotation marks."""

import re

PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘‘": "’’", "``": "''"}

DIRECT = 0.9
"""Share of letters in quotation marks from which a content counts as wholly quoted."""

_SINGLE = re.compile(r"(?<!\w)‘[^‘\n]{2,}?’(?!\w)")
"""British single marks; an apostrophe inside stands before a letter."""


def quoted(text: str) -> list[bool]:
    """For each character, whether it lies between a pair of quotation marks of one paragraph.

    A quotation whose paragraph ends before it is closed runs on if the next paragraph opens
    with the same mark, as newspapers print long quotations.
    """
    inside = [False] * len(text)
    for opening, closing in PAIRS.items():
        start = text.find(opening)
        while start >= 0:
            end = _end(text, start, opening, closing)
            if end is None:
                start = text.find(opening, start + 1)
                continue
            inside[start:end] = [True] * (end - start)
            start = text.find(opening, end)
    for match in _SINGLE.finditer(text):
        inside[match.start() : match.end()] = [True] * (match.end() - match.start())
    return inside


def _end(text: str, start: int, opening: str, closing: str) -> int | None:
    close = text.find(closing, start + len(opening))
    if close < 0:
        return None
    gap = text.find("\n\n", start, close)
    while gap >= 0:
        if not text[gap:].lstrip("\n").startswith(opening):
            return None
        gap = text.find("\n\n", gap + 2, close)
    return close + len(closing)


def form_of(text: str, content: list[list[int]]) -> str:
    """``direct`` (nine tenths quoted or more), ``mixed`` (some) or ``indirect``."""
    marks = quoted(text)
    letters = [i for start, end in content for i in range(start, end) if text[i].isalnum()]
    share = sum(marks[i] for i in letters) / len(letters) if letters else 0.0
    return "direct" if share >= DIRECT else "mixed" if share > 0 else "indirect"
