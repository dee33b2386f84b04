"""Synthetic news corpora of any size: what the tool is measured on beyond the seeds.

    for reading in readings(10_000, seed=1, names=Names()):
        store.put(reading)

Events are drawn from a vocabulary, told in many wordings in English and French by outlets of
very unequal size, copied, translated, revised, contradicted, and cited in circles. Nothing is
extracted: every reading is what a perfect extractor would make of the text, so that loading,
linking and counting can be measured apart from reading, and against what is known to be there.

Equal seeds give equal corpora on every machine, and the first documents of a larger corpus are
a smaller one. All of it is invented; nobody said any of it.
"""

from collections.abc import Iterator

from kg.model import Document, Names, Reading
from synthetic.plan import BLOCK, COPIES, articles
from synthetic.planting import (
    Contrary,
    Planted,
    PlantedCircle,
    PlantedCopy,
    SameClaim,
    planted_in,
)
from synthetic.world import World
from synthetic.writing import text_of, written

__all__ = [
    "BLOCK",
    "COPIES",
    "Contrary",
    "Planted",
    "PlantedCircle",
    "PlantedCopy",
    "SameClaim",
    "documents",
    "planted",
    "readings",
]


def readings(count: int, seed: int, names: Names) -> Iterator[Reading]:
    """The first ``count`` readings of the corpus of ``seed``, one at a time.

    Takes time linear in their number, and memory for one block of documents and the stories
    that were told last.

    Args:
        count: How many documents.
        seed: Which corpus.
        names: Mints the IRIs of everything that is invented.
    """
    for article in articles(count, seed, World(seed, names)):
        yield written(article, names).reading


def documents(count: int, seed: int, names: Names) -> Iterator[Document]:
    """The texts of `readings` alone, for measuring extraction."""
    for article in articles(count, seed, World(seed, names)):
        yield text_of(article, names)


def planted(count: int, seed: int, names: Names | None = None) -> Planted:
    """What is there to be found in the first ``count`` documents of the corpus of ``seed``.

    Writes the corpus again, so it takes as long as `readings`. Holds all claims in memory, about
    300 bytes each.

    Args:
        count: How many documents.
        seed: Which corpus.
        names: As given to `readings`; None for those of an installation that chose no base.
    """
    chosen = names or Names()
    return planted_in(
        written(article, chosen) for article in articles(count, seed, World(seed, chosen))
    )
