"""Words of a name, folded for comparison but still at their place in the text.

A newspaper is met as "The Washington Post", "le Washington Post" and "Washington Post's"; a
head of state as "Kim Jong-un" and "Kim Jong Un". Names are therefore compared word by word,
without case, accents, hyphens, apostrophes and leading articles. `rigour.names` does more of
this (transliteration, honorifics), but brings six packages and a quarter of a second at
import; `kg.model.fold` and the few lines here are what reading a closed list of names needs.
"""

import re
from dataclasses import dataclass

from kg.model import Span, fold

ARTICLES = frozenset({"the", "le", "la", "les", "l"})
"""Articles that a name may gain or lose at its head, in any language of the gazetteer."""

_WORD = re.compile(r"[^\W_]+")
_OPENS_WITH_ARTICLE = re.compile(rf"(?:{'|'.join(sorted(ARTICLES))})[\W_]+[^\W_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters or digits.

    Attributes:
        folded: Without case and accents.
        span: Where it stands; code points of the text that was cut up.
        raw: As written.
    """

    folded: str
    span: Span
    raw: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins like a proper name: upper case, a digit, or a caseless script."""
        return not self.raw[0].islower()


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order.

    >>> [word.folded for word in words("l'agence Yonhap, à Séoul")]
    ['l', 'agence', 'yonhap', 'a', 'seoul']
    """
    return tuple(
        Word(fold(match.group()), Span(*match.span()), match.group())
        for match in _WORD.finditer(text)
    )


def key(name: str) -> str:
    """What two spellings of one name have in common.

    >>> key("The Washington Post") == key("le Washington Post")
    True
    >>> key("Kim Jong-un") == key("KIM Jong Un")
    True
    """
    folded = _WORD.findall(fold(name))
    while len(folded) > 1 and folded[0] in ARTICLES:
        del folded[0]
    return " ".join(folded)


def has_article(name: str) -> bool:
    """Whether ``name`` begins with an article: "Le Monde" does, "Reuters" does not."""
    return _OPENS_WITH_ARTICLE.match(name) is not None
