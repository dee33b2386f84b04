"""Contents ready to be compared: tokens with weights and vectors, polarity, mood, voice."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from tomllib import loads
from zlib import crc32

import numpy as np
import numpy.typing as npt

from kg.link.contents import plain_words, stem
from kg.link.gazetteer import Gazetteer
from kg.link.matching.tokens import Kind, Token, table, tokens
from kg.link.vectors import DIMENSIONS, vectors
from kg.model import fold

_LETTERS = 64
_HEAD = 1200
"""Code points at the head of a document that tell what it is about."""
_NAME_WEIGHT = 1.2
_ACTOR_WEIGHT = 0.6
_DATE_WEIGHT = 0.8
_PASSIVE = {
    "en": re.compile(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?\w+\b.*\bby\b"),
    "fr": re.compile(r"\b(?:été|est|sont|fut|furent|était|étaient|serait|seraient)\b.*\bpar\b"),
}
_FRENCH_MOOD = re.compile(r"\b\w{3,}(?:rait|raient|era|eront|ira|iront|dra|dront)\b")


@dataclass(frozen=True)
class Content:
    """What is compared of one content.

    Attributes:
        text: Its words.
        lang: Their language, ISO 639-1.
        tokens: Its words, names, numbers, dates and actors in order.
        kinds: The kind of each.
        stems: A number for the stem of each; equal stems of one language have equal numbers.
        values: The value of each number.
        weights: How much each tells, 0 to 1.2: rare words more.
        words: A vector for each; zero where it is neither word nor name.
        letters: What each is spelled with: names are met across spellings by it.
        vector: Of the whole.
        negations: How many words say no.
        mood: Whether it speaks of what would or will be.
        passive: Whether its agent comes after its verb.
        contraries: Pairs of contraries of which it holds a side.
    """

    text: str
    lang: str
    tokens: tuple[Token, ...]
    kinds: npt.NDArray[np.int8]
    stems: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float32]
    words: npt.NDArray[np.float32]
    letters: npt.NDArray[np.float32]
    vector: npt.NDArray[np.int8]
    negations: int
    mood: bool
    passive: bool
    contraries: frozenset[tuple[int, int]]


def contents(
    texts: Sequence[tuple[str, str]], known: Gazetteer, frequency: Mapping[str, int]
) -> list[Content]:
    """The contents of pairs of text and language, in their order.

    Takes time linear in the words; each distinct word is encoded once for all of them.
    """
    taken = [tokens(text, lang, known) for text, lang in texts]
    forms = sorted({t.form for found in taken for t in found if t.kind in (Kind.WORD, Kind.NAME)})
    _encode(forms)
    whole = vectors([text for text, _ in texts])
    return [
        _content(text, lang, found, whole[n], frequency)
        for n, ((text, lang), found) in enumerate(zip(texts, taken, strict=True))
    ]


_ENCODED: dict[str, npt.NDArray[np.float32]] = {}
_MOST_ENCODED = 200_000


def _encode(forms: Sequence[str]) -> None:
    """Have the vectors of words at hand, of unit length."""
    if len(_ENCODED) > _MOST_ENCODED:
        _ENCODED.clear()
    fresh = [form for form in forms if form not in _ENCODED]
    for form, row in zip(fresh, vectors(fresh), strict=True):
        long = row.astype(np.float32)
        _ENCODED[form] = long / max(1.0, float(np.sqrt((long * long).sum())))


def _content(
    text: str,
    lang: str,
    found: tuple[Token, ...],
    vector: npt.NDArray[np.int8],
    frequency: Mapping[str, int],
) -> Content:
    size = len(found)
    words = np.zeros((size, DIMENSIONS), dtype=np.float32)
    letters = np.zeros((size, _LETTERS), dtype=np.float32)
    for n, token in enumerate(found):
        if token.kind in (Kind.WORD, Kind.NAME):
            words[n] = _ENCODED[token.form]
            letters[n] = _spelled(token.form)
    low = plain_words(text, lang)
    return Content(
        text=text,
        lang=lang,
        tokens=found,
        kinds=np.array([t.kind for t in found], dtype=np.int8),
        stems=np.array([_stem_number(t, lang) for t in found], dtype=np.int64),
        values=np.array([t.value for t in found], dtype=np.float64),
        weights=np.array([_weight(t, lang, frequency) for t in found], dtype=np.float32),
        words=words,
        letters=letters,
        vector=vector,
        negations=sum(w in _listed("negations", lang) or w.endswith("n't") for w in low),
        mood=_is_mooded(low, text, lang),
        passive=lang in _PASSIVE and _PASSIVE[lang].search(text) is not None,
        contraries=_contraries_in(found, lang),
    )


def _is_mooded(low: Sequence[str], text: str, lang: str) -> bool:
    if any(word in _listed("modals", lang) for word in low):
        return True
    return lang == "fr" and _FRENCH_MOOD.search(text) is not None


def _stem_number(token: Token, lang: str) -> int:
    if token.kind in (Kind.WORD, Kind.NAME):
        return crc32(f"{lang}:{stem(token.form, lang)}".encode())
    return crc32(token.form.encode())


def _weight(token: Token, lang: str, frequency: Mapping[str, int]) -> float:
    if token.kind is Kind.ACTOR:
        return _ACTOR_WEIGHT
    if token.kind is Kind.DATE:
        return _DATE_WEIGHT
    if token.kind is Kind.NUMBER:
        return 1.0
    seen = frequency.get(f"{lang}:{stem(token.form, lang)}", 0)
    total = frequency.get(f"{lang}:", 400)
    rarity = min(1.0, log((total + 1) / (seen + 0.5)) / log((total + 1) / 0.5))
    return rarity * (_NAME_WEIGHT if token.kind is Kind.NAME else 1.0)


@cache
def _spelled(form: str) -> npt.NDArray[np.float32]:
    """Letter triples of a word as a vector of unit length: near for near spellings."""
    plain = re.sub(r"[\W_]", "", fold(form))
    padded = f"^{plain}$"
    row = np.zeros(_LETTERS, dtype=np.float32)
    for at in range(len(padded) - 2):
        row[crc32(padded[at : at + 3].encode()) % _LETTERS] += 1
    return row / max(1.0, float(np.sqrt((row * row).sum())))


@cache
def _listed(name: str, lang: str) -> frozenset[str]:
    return frozenset(table()[name].get(lang, "").split())


def _contraries_in(found: Sequence[Token], lang: str) -> frozenset[tuple[int, int]]:
    sides = _contraries()
    stems = (stem(t.form, lang) for t in found if t.kind is Kind.WORD)
    return frozenset(side for s in stems for side in sides.get(f"{lang}:{s}", ()))


@cache
def _contraries() -> dict[str, frozenset[tuple[int, int]]]:
    file = files("kg.link") / "lexicons" / "antonyms.toml"
    pairs = loads(file.read_text(encoding="utf-8"))
    found: dict[str, set[tuple[int, int]]] = {}
    for number, name in enumerate(sorted(pairs)):
        for side, words in enumerate((pairs[name]["one"], pairs[name]["other"])):
            for lang, spelled in words.items():
                for word in spelled.split():
                    found.setdefault(f"{lang}:{stem(word, lang)}", set()).add((number, side))
    return {key: frozenset(sides) for key, sides in found.items()}


def topics(text: str, lang: str, known: Gazetteer) -> frozenset[str]:
    """What a document is about: the names and actors of its headline and first lines."""
    told = (Kind.NAME, Kind.ACTOR)
    return frozenset(t.form for t in tokens(text[:_HEAD], lang, known) if t.kind in told)
