"""Word lists of a language: pronouns, determiners, head nouns, near-synonyms.

They are data (``lexicons/*.toml``), so that a language is added or mended without code.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

_FALLBACK = "en"


def words_of(lang: str, group: str) -> frozenset[str]:
    """The words of one group, in lower case; those of English where a language has no lists.

    >>> "ministère" in words_of("fr", "bodies")
    True
    """
    return _groups(lang).get(group, frozenset())


@cache
def concept_words(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Near-synonyms of news prose: concept → its words in ``lang``."""
    tables = _tables("concepts") or {}
    return {name: tuple(words.get(lang, "").split()) for name, words in tables.items()}


@cache
def number_words(lang: str) -> Mapping[str, str]:
    """Small numbers written out → digits.

    >>> number_words("fr")["douze"]
    '12'
    """
    tables = _tables("numbers") or {}
    return {word: n for n, words in tables.items() for word in words.get(lang, "").split()}


@cache
def _groups(lang: str) -> Mapping[str, frozenset[str]]:
    tables = _tables(lang) or _tables(_FALLBACK) or {"words": {}}
    return {name: frozenset(words.split()) for name, words in tables["words"].items()}


def _tables(name: str) -> dict[str, Any] | None:
    file = files("kg.link") / "lexicons" / f"{name}.toml"
    return loads(file.read_text(encoding="utf-8")) if file.is_file() else None
