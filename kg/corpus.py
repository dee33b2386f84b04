"""The corpus of nested attributions that ships with the project.

News passages written for it in French and English, every attribution in them drawn by hand by
the rules of ``docs/reference/annotation.md`` and read a second time. Three parts a language:
``train`` teaches, ``dev`` decides, ``test`` only measures. How it was made and what it cannot
show: ``seeds/corpus/README.md``. CC BY 4.0.
"""

import json
from collections.abc import Iterator
from typing import Any

from kg.errors import ResourceMissing
from kg.model import SEEDS_BASE, Attribution, Document, DocumentId, from_normal_form
from kg.resources import folder

__all__ = ["LANGUAGES", "PARTS", "load", "records"]

LANGUAGES = ("en", "fr")
"""ISO 639-1 codes of its languages."""

PARTS = ("train", "dev", "test")
"""Its parts; never tune on ``test``."""


def records(lang: str, part: str) -> list[dict[str, Any]]:
    """The passages of one part in the normal form, as JSON objects.

    Raises:
        ValueError: There is no such language or part.
        ResourceMissing: The corpus did not ship with this installation.
    """
    if lang not in LANGUAGES or part not in PARTS:
        raise ValueError(f"the corpus has {LANGUAGES} and {PARTS}, not {lang!r}, {part!r}")
    path = folder("seeds") / "corpus" / f"{lang}.{part}.json"
    if not path.is_file():
        raise ResourceMissing(f"seeds/corpus lacks {lang}.{part}.json; reinstall sourcetrace")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def load(lang: str, part: str) -> Iterator[tuple[Document, tuple[Attribution, ...]]]:
    """The passages of one part, each with its attributions.

    >>> document, attributions = next(load("fr", "dev"))
    >>> document.lang, len(attributions) > 0
    ('fr', True)
    """
    for record in records(lang, part):
        document = Document(
            id=DocumentId(f"{SEEDS_BASE}document/{record['doc_id']}"),
            doc_id=record["doc_id"],
            text=record["text"],
            lang=record["lang"],
        )
        yield document, from_normal_form(record, document)
