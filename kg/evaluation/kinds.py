"""By what a gold attribution is grouped in a report: its form, its cue, its depth."""

import re
from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'), ("‘‘", "’’"), ("``", "''"))
_DIRECT = 0.9
_CUES = (
    (
        "according-to",
        re.compile(r"^(according|selon|d['’]après|suivant|per|pour)\b", re.IGNORECASE),
    ),
    ("punct", re.compile(r"^\W+$")),
    (
        "say/dire",
        re.compile(
            r"\b(say|says|said|saying|dit|dire|disent|disait|déclar\w*|tell|tells|told|affirm\w*|"
            r"annonc\w*|announc\w*|indiqu\w*|report\w*|rapport\w*|ajout\w*|add|adds|added|adding)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "deny",
        re.compile(
            r"\b(den(y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|démen\w*|ni(e|ent|é|er|ait)|"
            r"réfut\w*|contest\w*|disput\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "think/feel",
        re.compile(
            r"\b(think|thinks|thought|believ\w*|want\w*|hop(e|es|ed|ing)|fear\w*|know\w*|knew|"
            r"expect\w*|feel|feels|felt|pens\w*|cro(it|ient|ire|yait)|estim\w*|veut|veulent|"
            r"espèr\w*|crai\w*)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Kinds of cue by their words: a grouping for reports, no lexicon of the extractor."""


def in_quotation_marks(text: str) -> list[bool]:
    """By code point, whether it stands in a quotation that closes within its paragraph."""
    inside = [False] * len(text)
    for opening, closing in _QUOTES:
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + len(opening))
            if end < 0:
                break
            if 0 <= text.find("\n\n", start) < end:
                start = text.find(opening, start + len(opening))
                continue
            stop = end + len(closing)
            inside[start:stop] = [True] * (stop - start)
            start = text.find(opening, stop)
    return inside


def form_of(letters: frozenset[int], inside: list[bool]) -> str:
    """``direct``, ``mixed`` or ``indirect`` by the share of letters in quotation marks."""
    if not letters:
        return "indirect"
    share = sum(inside[i] for i in letters) / len(letters)
    return "direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect"


def cue_kind(entry: Json, text: str) -> str:
    """The kind of cue by its words; ``none`` without one, ``other`` for the rest."""
    words = " ".join(text[start:end] for start, end in sorted(entry.get("cue") or [])).strip()
    if not words:
        return "none"
    return next((kind for kind, pattern in _CUES if pattern.search(words)), "other")


def depth_of(entry: Json, by_id: Mapping[Any, Json]) -> int:
    """How many attributions lie around this one; a circle counts as its length."""
    depth, seen = 0, {entry["id"]}
    outer = entry.get("nested_in")
    while outer in by_id and outer not in seen:
        seen.add(outer)
        depth += 1
        outer = by_id[outer].get("nested_in")
    return depth
