"""A content taken apart for comparison: its words, names, numbers, dates and actors.

Each kind is compared with its own kind in its own way: "6 700" and "6,700" are one number,
"Séoul", "South Korean" and "la Corée du Sud" one actor, "KN-23" and "KN23" one name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from kg.link.gazetteer import Gazetteer
from kg.link.lexicon import words_of
from kg.model import SourceKind

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+(?:['’\-‑][^\W\d_]+)*|\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'")
_POSSESSIVE = re.compile(r"'s$|'$")
_HOUR = re.compile(r"h$|heures?$|o'clock$|am$|pm$|a\.m|p\.m")
_YEARS = range(1900, 2101)
_LARGE = 100
_TENS = 20


class Kind(IntEnum):
    """What sort of thing a token is; only like is compared with like."""

    WORD = 0
    NAME = 1
    NUMBER = 2
    DATE = 3
    ACTOR = 4


@dataclass(frozen=True, slots=True)
class Token:
    """One comparable piece of a content.

    Attributes:
        kind: What it is.
        form: The word in lower case, the actor's IRI, or a date as ``m3``, ``w0``, ``y2024``.
        value: Of a number, else 0.
    """

    kind: Kind
    form: str
    value: float = 0.0


def tokens(text: str, lang: str, known: Gazetteer) -> tuple[Token, ...]:
    """The tokens of ``text`` in order, function words left out. Linear in its length."""
    placed = [*_actors(text, lang, known)]
    taken = [(start, end) for start, end, _ in placed]
    words = [
        (m.start(), m.group())
        for m in _WORD.finditer(text)
        if not any(start <= m.start() < end for start, end in taken)
    ]
    placed += [(start, start, token) for start, token in _others(words, lang)]
    return tuple(token for _, _, token in sorted(placed, key=lambda p: p[0]))


def anchors(found: Iterable[Token]) -> frozenset[str]:
    """Names, actors and numbers: what ties a content to one event."""
    told = (Kind.NAME, Kind.ACTOR, Kind.NUMBER)
    return frozenset(t.form or f"{t.value:g}" for t in found if t.kind in told)


def _actors(text: str, lang: str, known: Gazetteer) -> Iterator[tuple[int, int, Token]]:
    """Known agents; states by name, capital or demonym, and bodies as their state."""
    taken = []
    for match in known.longest(text, lang):
        if match.entry.weak:
            continue
        agent = match.entry.agent
        own = agent.kind is SourceKind.BODY and agent.side
        taken.append((match.span.start, match.span.end))
        form = str(own or agent.id)
        yield match.span.start, match.span.end, Token(Kind.ACTOR, form)
    words = [
        m for m in _WORD.finditer(text) if not any(start <= m.start() < end for start, end in taken)
    ]
    at = 0
    while at < len(words):
        for length in (2, 1):
            run = words[at : at + length]
            state = len(run) == length and known.demonym(" ".join(m.group() for m in run), lang)
            if state:
                yield run[0].start(), run[-1].end(), Token(Kind.ACTOR, str(state.id))
                at += length - 1
                break
        at += 1


def _others(words: list[tuple[int, str]], lang: str) -> Iterator[tuple[int, Token]]:
    low = [word.lower().replace("’", "'") for _, word in words]
    empty = words_of(lang, "function_words")
    at = 0
    while at < len(words):
        start, word = words[at]
        value, end = _number(low, at, lang)
        if value is not None:
            yield start, _dated(low, at, end, value) or Token(Kind.NUMBER, "", value)
            at = end
            continue
        day = _calendar().get(low[at])
        if day:
            yield start, Token(Kind.DATE, day)
        else:
            form = _plain(low[at], lang)
            if form and form not in empty and len(form) > 1:
                name = start > 0 and word[len(word) - len(form) :][:1].isupper()
                yield start, Token(Kind.NAME if name else Kind.WORD, form)
        at += 1


def _plain(word: str, lang: str) -> str:
    return _ELIDED.sub("", word) if lang == "fr" else _POSSESSIVE.sub("", word)


def _number(low: list[str], at: int, lang: str) -> tuple[float | None, int]:
    """The number that begins at ``at`` and the place after its last word."""
    value = _value(low[at], lang)
    if value is None:
        single = multipliers().get(low[at])
        return (single, at + 1) if single else (None, at)
    end = at + 1
    while end < len(low):
        further = _value(low[end], lang)
        if low[end] in multipliers():
            value *= multipliers()[low[end]]
        elif further is not None and not low[end][0].isdigit() and value >= _TENS > further:
            value += further
        else:
            break
        end += 1
    return value, end


def _value(word: str, lang: str) -> float | None:
    if word[0].isdigit():
        plain = re.sub(r"[\u00a0\u202f ]", "", word)
        if _THOUSANDS.fullmatch(plain):
            plain = re.sub(r"[.,]", "", plain)
        try:
            return float(plain.replace(",", "."))
        except ValueError:
            return None
    named = number_words().get(lang, {})
    if word in named:
        return named[word]
    parts = word.split("-")
    if len(parts) > 1 and all(part in named or part == "et" for part in parts):
        return sum(named.get(part, 0.0) for part in parts)
    return None


def _dated(low: list[str], at: int, end: int, value: float) -> Token | None:
    """A number that is a day, a year or an hour."""
    after = low[end] if end < len(low) else ""
    before = low[at - 1] if at else ""
    calendar = _calendar()
    if calendar.get(after, "").startswith("m") or calendar.get(before, "").startswith("m"):
        return Token(Kind.DATE, f"d{value:g}")
    if value in _YEARS and end == at + 1 and low[at].isdigit():
        return Token(Kind.DATE, f"y{value:g}")
    if _HOUR.match(after):
        return Token(Kind.DATE, f"h{value:g}")
    return None


@cache
def table() -> Mapping[str, Any]:
    """The tables of ``lexicons/quantities.toml``."""
    file = files("kg.link") / "lexicons" / "quantities.toml"
    return loads(file.read_text(encoding="utf-8"))


@cache
def number_words() -> Mapping[str, Mapping[str, float]]:
    """Numbers written out, by language."""
    return {
        lang: {word: float(value) for word, value in named.items()}
        for lang, named in table()["numbers"].items()
    }


@cache
def multipliers() -> Mapping[str, float]:
    """Hundreds, thousands, millions in all languages."""
    return {word: float(value) for word, value in table()["multipliers"].items()}


@cache
def _calendar() -> Mapping[str, str]:
    found = {}
    for mark, name in (("m", "months"), ("w", "days")):
        for number, spelled in enumerate(table()["calendar"][name]):
            found.update(dict.fromkeys(spelled.split(), f"{mark}{number}"))
    return found
