"""The passages of a document that another may have copied: its sentences, less boilerplate.

What every page of a paper says beside its articles ("Subscribe to our newsletter") is nobody's
copy of anybody, and neither is a sentence in quotation marks: both papers may have it from the
one who said it.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads

from kg.link.background import sentence_starts
from kg.link.contents import plain_words
from kg.model import Document, Span

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
_DATELINE = re.compile(r"^(?:[A-ZÀ-Þ][\w'’., -]{1,60}?\s?)?\(\s?[\w .'’-]{2,40}\s?\)\s?[-–—:]\s*")
_FEWEST_WORDS = 4
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence.

    Attributes:
        span: Where it stands; code points of the frozen text.
        words: Its words without case and typography.
        own: How many of them stand outside quotation marks.
    """

    span: Span
    words: tuple[str, ...]
    own: int

    @property
    def is_quotation(self) -> bool:
        """Whether most of it is somebody's quoted words."""
        return self.own < _MOSTLY * len(self.words)


def passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of ``document`` in text order, headline and boilerplate left out.

    Takes time linear in the length of the text.
    """
    text = document.text
    starts = [*sentence_starts(text), len(text)]
    title = document.title_span
    found = []
    for start, end in pairwise(starts):
        if title and start < title.end:
            continue
        passage = _passage(document, start, end)
        if passage and len(passage.words) >= _FEWEST_WORDS:
            found.append(passage)
    return tuple(found)


def _passage(document: Document, start: int, end: int) -> Passage | None:
    said = document.text[start:end]
    dateline = _DATELINE.match(said)
    start += dateline.end() if dateline else 0
    said = document.text[start:end]
    stripped = said.strip()
    if not stripped or _is_boilerplate(stripped, document.lang):
        return None
    start += len(said) - len(said.lstrip())
    words = plain_words(stripped, document.lang)
    own = plain_words(_QUOTED.sub(" ", stripped), document.lang)
    return Passage(Span(start, start + len(stripped)), tuple(words), len(own))


def _is_boilerplate(sentence: str, lang: str) -> bool:
    pattern = _patterns().get(lang)
    return pattern is not None and pattern.match(sentence.lstrip(" ([*•–—-")) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    file = files("kg.link") / "lexicons" / "boilerplate.toml"
    tables: dict[str, list[str]] = loads(file.read_text(encoding="utf-8"))["patterns"]
    return {
        lang: re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)
        for lang, patterns in tables.items()
    }
