"""Documents and the places in them that evidence points to.

A document is one published text. Its text is *frozen*: every offset ever stored counts
Unicode code points of exactly this string, from 0, end excluded, so that the words behind
an answer can be shown again and checked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import NewType, Self

DocumentId = NewType("DocumentId", str)
"""IRI of a document, minted from its identity under the installation's base."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in a frozen text.

    >>> Span(0, 8).of("Newsweek rapporte")
    'Newsweek'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words that this span covers in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: Self) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Self) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One published text and what is known of its publication.

    Attributes:
        id: IRI; equal for equal text under the same URL, or under the same publisher and date.
        doc_id: The name that the user gave it (a file name, or ``doc_id`` of a JSON line).
        text: The frozen text; offsets count its code points.
        lang: Language of the text, ISO 639-1.
        title: Headline; it has a place in the text only if the text begins with it.
        url: Canonical address.
        publisher: Name of the outlet that published it; None if unknown.
        credited_to: Name of the agency of byline, credit line or dateline.
        published: Date or date-time as given, ISO 8601; never rewritten.
        author: Byline as given.
        links: Addresses that the text links to, in order.
        metadata: Fields of the input that have no name here, sorted, values as JSON text.
    """

    id: DocumentId
    doc_id: str
    text: str
    lang: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    credited_to: str | None = None
    published: str | None = None
    author: str | None = None
    links: tuple[str, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def title_span(self) -> Span | None:
        """Where the headline stands in the text, or None if it is not part of it."""
        if self.title and self.text.startswith(self.title):
            return Span(0, len(self.title))
        return None

    def quotes(self, spans: Iterable[Span]) -> str:
        """The words of ``spans``, gaps marked with an ellipsis."""
        return " … ".join(span.of(self.text) for span in spans)


def document_key(
    text: str, url: str | None = None, publisher: str | None = None, published: str | None = None
) -> str:
    """The identity of a document as 32 hexadecimal digits.

    A verbatim reprint by another publisher is another document, the same file ingested twice
    is not: the text is hashed together with the canonical URL or, without one, with the
    publisher and the date given.
    """
    where = url or f"{publisher or ''}\n{published or ''}"
    return sha256(f"{text}\0{where}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
