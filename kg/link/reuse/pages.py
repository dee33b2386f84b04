"""A document as reuse sees it: its passages, their vectors, and what it says of its origin."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from kg.link.reuse.alignment import sequences
from kg.link.reuse.passages import Passage, passages
from kg.link.vectors import Vectors, vectors
from kg.model import Document, DocumentId, Reading, SourceId


@dataclass(frozen=True)
class Page:
    """What is compared of a document.

    Attributes:
        document: Which.
        lang: Its language.
        url: Its address.
        published: Its date as given.
        credited_to: The agency that it is credited to.
        publisher: IRI of who published it.
        voice: IRI of who answers for its own voice: the credited agency or the publisher.
        passages: Its sentences, less headline and boilerplate.
        vectors: One row a passage.
    """

    document: DocumentId
    lang: str
    url: str | None
    published: str | None
    credited_to: str | None
    publisher: SourceId
    voice: SourceId
    passages: tuple[Passage, ...]
    vectors: Vectors

    @cached_property
    def prints(self) -> frozenset[int]:
        """Hashes of the word sequences outside quotation marks: what copies have in common."""
        runs = (run for p in self.passages if not p.is_quotation for run in sequences(p.words))
        return frozenset(_hash(" ".join(run)) for run in runs)

    @property
    def length(self) -> int:
        """Words outside quotation marks."""
        return sum(p.own for p in self.passages)


def page(reading: Reading, publisher: SourceId, voice: SourceId) -> Page:
    """The page of a reading; its vectors are computed here. Linear in the text."""
    found = passages(reading.document)
    said = [p.span.of(reading.document.text) for p in found]
    return page_of(reading.document, publisher, voice, found, vectors(said))


def page_of(
    document: Document,
    publisher: SourceId,
    voice: SourceId,
    found: Sequence[Passage],
    rows: Vectors,
) -> Page:
    """The page of a document whose passages and vectors are at hand."""
    return Page(
        document.id,
        document.lang,
        document.url,
        document.published,
        document.credited_to,
        publisher,
        voice,
        tuple(found),
        rows,
    )


def _hash(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
