"""The words of a content, laid side by side.

Two contents say the same by wording when they differ in nothing but typography: case,
quotation marks, apostrophes, hyphens, spaces and the article in front. That *normalised
wording* names a claim. For sentences that say a thing again in other words, `stem` gives a
form in which the inflections of one word meet, and `concepts` the near-synonyms.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from kg.link.lexicon import concept_words, words_of
from kg.model import Document, Span

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s?\b(?=\W|$)|'s\b", re.IGNORECASE)
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00ad": None, "\u2011": "-"})
_GAP_IN_NUMBER = re.compile(r"(?<=\d)\s(?=\d)")

# Light stemming: drop the inflection, then keep the first letters. Truncation is a rough but
# sturdy conflation for French and English alike (McNamee and Mayfield, "Character n-gram
# tokenization for European language text retrieval", 2004); seven letters still tell
# "entrepôt" from "entreprise".
_KEPT_LETTERS = 7
_SHORTEST_STEM = 3
_ENDINGS = {
    "en": ("ingly", "edly", "ing", "ies", "ed", "es", "ly", "s", "e", "y"),
    "fr": (
        *("eraient", "erait", "aient", "antes", "ants", "ante", "ant", "ées", "és", "ée", "é"),
        *("ent", "ait", "er", "ir", "ez", "aux", "al", "es", "s", "e", "x"),
    ),
}


def normalised(document: Document, spans: Iterable[Span]) -> str:
    """The normalised wording of ``spans``, tagged with the language of the document.

    >>> text = "« L’accord a été signé », dit-il."
    >>> document = Document(id="urn:d", doc_id="d", text=text, lang="fr")
    >>> normalised(document, [Span(0, 25)])
    'fr:accord a été signé'
    """
    said = " ".join(span.of(document.text) for span in spans)
    words = plain_words(said, document.lang)
    articles = words_of(document.lang, "articles")
    while len(words) > 1 and words[0] in articles:
        words = words[1:]
    return f"{document.lang}:{' '.join(words) or ' '.join(said.split())}"


def plain_words(text: str, lang: str) -> list[str]:
    """The words and numbers of ``text`` in lower case, without typography."""
    plain = unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).casefold()
    if lang == "fr":
        plain = _ELIDED.sub(lambda elided: f"{elided.group()[:-1]} ", plain)
    return [_GAP_IN_NUMBER.sub("", word) for word in _WORD.findall(plain)]


def content_words(text: str, lang: str) -> list[str]:
    """The words of ``text`` that carry meaning, in lower case and in order.

    >>> content_words("The depot's missiles were destroyed.", "en")
    ['depot', 'missiles', 'destroyed']
    """
    plain = _POSSESSIVE.sub("", text.translate(_TYPOGRAPHY)) if lang == "en" else text
    empty = words_of(lang, "function_words")
    words = plain_words(plain, lang)
    return [word for word in words if word not in empty and (len(word) > 1 or word.isdigit())]


def stem(word: str, lang: str) -> str:
    """``word`` without inflection and without accents, cut to its first letters.

    >>> stem("missiles", "fr") == stem("missile", "fr")
    True
    >>> stem("attacking", "en") == stem("attacked", "en")
    True
    """
    if word[0].isdigit():
        return word
    for ending in _ENDINGS.get(lang, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    letters = unicodedata.normalize("NFKD", word)
    return "".join(c for c in letters if not unicodedata.combining(c))[:_KEPT_LETTERS]


@cache
def concepts(lang: str) -> dict[str, str]:
    """Stem → the group of near-synonyms of news prose to which it belongs."""
    return {
        stem(word, lang): concept
        for concept, words in concept_words(lang).items()
        for word in words
    }
