"""A document as reuse sees it: its passages, their vectors, and what it says of its origin."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from kg.link.reuse.alignment import sequences
from kg.link.reuse.passages import Passage, passages
from kg.link.vectors import Vectors, vectors
from kg.model import Document, Reading, SourceId


@dataclass(frozen=True)
class Page:
    """What is compared of a document.

    Attributes:
        document: Which.
        publisher: IRI of who published it.
        voice: IRI of who answers for its own voice: the credited agency or the publisher.
        passages: Its sentences, less headline and boilerplate.
        vectors: One row a passage.
    """

    document: Document
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
        """Words in its passages."""
        return sum(len(p.words) for p in self.passages)


def page(reading: Reading, publisher: SourceId, voice: SourceId) -> Page:
    """The page of a reading; its vectors are computed here. Linear in the text."""
    document = reading.document
    found = passages(document)
    said = [p.span.of(document.text) for p in found]
    return Page(document, publisher, voice, found, vectors(said))


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest())
