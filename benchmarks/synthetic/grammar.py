"""Turns patterns into sentences: alternatives, French contractions, figures and dates.

A pattern is a text with alternatives in brackets and slots in braces: ``{actor} [sent|shipped]
{n} {thing}``. Which alternatives are taken is drawn; the slots are filled.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from random import Random

LANGUAGES = ("en", "fr")
"""The languages in which everything can be said; ISO 639-1."""

Words = Mapping[str, tuple[str, ...]]
"""By language, the synonyms of one thing."""

_CHOICE = re.compile(r"\[([^\]]*)\]")
_LARGEST_SPELT = 10
_SPELT = {
    "en": ("", "", *"two three four five six seven eight nine ten".split()),
    "fr": ("", "", *"deux trois quatre cinq six sept huit neuf dix".split()),
}
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
}
_DATES = {
    "en": ("on {d} {month}", "on {month} {d}", "on {d} {month} {y}", "on {month} {d}, {y}"),
    "fr": ("le {d} {month}", "le {d} {month} {y}"),
}
_VOWEL = "aeiouàâéèêîôûAEIOUÀÂÉÈÊÎÔÛ"
_CONTRACTED = re.compile(r"\b(de|à) (les?) ")
_WITH_ARTICLE = {"de le": "du ", "de les": "des ", "à le": "au ", "à les": "aux "}
_ELIDED = re.compile(rf"\b([dD]|[qQ]u)e (?=[{_VOWEL}])")


def synonyms(en: str, fr: str) -> Words:
    """The words of one thing in both languages, synonyms parted by ``|``."""
    return {"en": tuple(en.split("|")), "fr": tuple(fr.split("|"))}


def wordings(text: str) -> tuple[str, ...]:
    r"""The patterns of ``text``, parted by semicolons; line breaks are spaces.

    >>> wordings("{firm} closed; {firm} gave\n  up")
    ('{firm} closed', '{firm} gave up')
    """
    return tuple(" ".join(pattern.split()) for pattern in text.split(";"))


def drawn(pattern: str, rng: Random) -> str:
    """``pattern`` with one of each group of alternatives; its slots stay open.

    >>> drawn("{actor} [sent|sent] it", Random(1))
    '{actor} sent it'
    """
    return "".join([one_of(part, rng) for part in _parts(pattern)])


def one_of(options: tuple[str, ...], rng: Random) -> str:
    """One of ``options``; a third of the time of ``rng.choice``, which counts here."""
    return options[0] if len(options) == 1 else options[int(rng.random() * len(options))]


@cache
def _parts(pattern: str) -> tuple[tuple[str, ...], ...]:
    cut = _CHOICE.split(pattern)
    return tuple(tuple(part.split("|")) if place % 2 else (part,) for place, part in enumerate(cut))


def contracted(text: str, lang: str) -> str:
    """French ``text`` as it is written: "de le" is "du", "que il" is "qu'il".

    >>> contracted("à le Japon et de Aldora", "fr")
    "au Japon et d'Aldora"
    """
    if lang != "fr":
        return text
    joined = _CONTRACTED.sub(lambda found: _WITH_ARTICLE[found.group().rstrip()], text)
    return _ELIDED.sub(r"\1'", joined)


def capital(text: str) -> str:
    """``text`` with its first letter in upper case; its length does not change."""
    return text[:1].upper() + text[1:]


def figure(number: int, lang: str, rng: Random) -> str:
    """``number`` as newspapers write it: small ones now in words, now in digits."""
    if number <= _LARGEST_SPELT and rng.random() < 0.5:  # noqa: PLR2004 - a coin
        return _SPELT[lang][number]
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", "\u202f")


def dated(day: date, lang: str, rng: Random) -> str:
    """``day`` as an adverb: "on 4 March", "le 4 mars"."""
    of_month = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    month = _MONTHS[lang][day.month - 1]
    return one_of(_DATES[lang], rng).format(d=of_month, month=month, y=day.year)
