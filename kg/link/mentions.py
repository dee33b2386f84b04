"""Mentions: noun phrases at their place in the document.

A capital at the start of a sentence is no sign of a name; whether "Villagers" or "Greenpeace"
stands there is read off the rest of the document.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.link.phrases import Phrase, read_phrase
from kg.link.referents import Scene
from kg.model import SourceKind

_FIRST_WORD = re.compile(r"[^\W\d_][\w-]*")
_CAPITAL_INSIDE = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w-]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase in the text that stands for somebody.

    Attributes:
        phrase: Its words.
        start: Offset in the document.
        guess: Kind that the extractor read off the words.
    """

    phrase: Phrase
    start: int
    guess: SourceKind = SourceKind.UNNAMED

    @property
    def end(self) -> int:
        """Offset of its end in the document."""
        return self.start + len(self.phrase.text)


def mention(scene: Scene, start: int, end: int, guess: SourceKind) -> Mention:
    """The mention at ``[start, end)`` of the document."""
    text = scene.document.text[start:end]
    common = _is_common_at_start(scene, start, text)
    return Mention(read_phrase(text, scene.lang, common=common), start, guess)


def _is_common_at_start(scene: Scene, start: int, phrase: str) -> bool:
    """Whether the phrase opens with a common noun that its sentence gave a capital.

    "Villagers say" and "Local farmers say" name nobody; "Greenpeace activists say" does if
    the text writes that word with a capital inside a sentence too.
    """
    text = scene.document.text
    before = text[:start].rstrip(" \t\u00a0\u202f«“\"'(")
    if before and before[-1] not in ".!?…:\n":
        return False
    first = _FIRST_WORD.match(phrase)
    if first is None or any(m.span.start == 0 for m in scene.gazetteer.longest(phrase, scene.lang)):
        return False
    word = first.group()
    inside, lower = _words_inside(text)
    if word in inside:
        return False
    rest = phrase[first.end() :].strip(" ,")
    if rest:
        return rest[0].islower()
    return (scene.lang == "en" and word.endswith("s")) or word.lower() in lower


@lru_cache(maxsize=2)
def _words_inside(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words written with a capital inside a sentence, and words written without one."""
    capital = frozenset(m.group() for m in _CAPITAL_INSIDE.finditer(text))
    return capital, frozenset(m.group() for m in _FIRST_WORD.finditer(text) if m.group().islower())
