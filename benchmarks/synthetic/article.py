"""An article before it is written: its sentences in no language yet.

A reprint holds the very sentences of its original, and so does a translation: they come out
word for word in the one language, and in the same order in the other.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kg.model import CopyKind
from synthetic.frames import Step
from synthetic.stories import Story
from synthetic.world import Outlet


class Content(Protocol):
    """What a sentence says."""

    def worded(self, lang: str, at: str) -> str:
        """One wording; ``at`` decides which."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        at: Decides how its frame is worded; equal sentences have equal ones.
        content: What is told.
        wording: Decides how the content is worded; sentences of many documents may share it.
        steps: Who tells it, outermost first; none if the document tells it itself.
        led: Whether a few words lead up to what the document tells itself.
    """

    at: str
    content: Content
    wording: str
    steps: tuple[Step, ...] = ()
    led: bool = False

    @property
    def is_quotation(self) -> bool:
        """Whether it stands mostly in quotation marks."""
        return bool(self.steps) and self.steps[-1].frame in {"quote", "split"}


Paragraphs = tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Which circle of citations an article is part of.

    Attributes:
        name: Of the circle.
        size: How many articles make it.
        open: Whether one of them names a source outside.
    """

    name: str
    size: int
    open: bool


@dataclass(frozen=True, slots=True)
class Article:
    """What is published by whom and when.

    Attributes:
        number: Its place in the corpus, from 0.
        story: What it is about.
        outlet: Who publishes it.
        lang: In which language, ISO 639-1.
        published: When.
        headline: Its first line.
        paragraphs: Its sentences.
        address: Number in its address; that of the first version for a revision.
        credited: The agency that it is credited to.
        copies: The article whose words it holds, by number, and how it came to hold them.
        circle: The circle that it closes.
    """

    number: int
    story: Story
    outlet: Outlet
    lang: str
    published: datetime
    headline: Sentence
    paragraphs: Paragraphs
    address: int
    credited: Outlet | None = None
    copies: tuple[int, CopyKind] | None = None
    circle: Circle | None = None
