"""The corpus of nested attributions that ships with the project.

News passages written for it in French and English, every attribution in them drawn by hand by
the rules of ``docs/reference/annotation.md`` and read a second time. Three parts a language:
``train`` teaches, ``dev`` decides, ``test`` only measures. How it was made and what it cannot
show: ``seeds/corpus/README.md``. CC BY 4.0.
"""

import csv
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kg.errors import ResourceMissing
from kg.model import SEEDS_BASE, Attribution, Document, DocumentId, from_normal_form
from kg.resources import folder

__all__ = ["LANGUAGES", "PARTS", "ClaimPair", "load", "pairs", "records"]

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


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two contents of reported speech and how they stand to each other.

    Attributes:
        id: Names the pair.
        run: Which author run it is from; runs never straddle parts.
        relation: ``same``, ``entails`` (the first the second), ``contradicts``, ``disputes``
            (the second, if true, makes the first doubtful), ``different``.
        one: Text and language of the first.
        other: Text and language of the second.
    """

    id: str
    run: str
    relation: str
    one: tuple[str, str]
    other: tuple[str, str]

    @property
    def is_across(self) -> bool:
        """Whether the two are in different languages."""
        return self.one[1] != self.other[1]


def pairs(part: str) -> Iterator[ClaimPair]:
    """The claim pairs of one part, ``dev`` or ``test``; never tune on ``test``.

    Of a cluster, contents on one event, every two make a pair.

    Raises:
        ValueError: There is no such part.
    """
    home = folder("seeds") / "corpus" / "pairs"
    runs = tomllib.loads((home / "splits.toml").read_text("utf-8"))
    if part not in runs:
        raise ValueError(f"the claim pairs have the parts {sorted(runs)}, not {part!r}")
    for run in runs[part]:
        table = home / f"{run}.tsv"
        if table.is_file():
            lines = table.read_text("utf-8").splitlines()
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                one, other = (row["text_a"], row["lang_a"]), (row["text_b"], row["lang_b"])
                yield ClaimPair(row["id"], run, row["relation"], one, other)
        else:
            clusters = json.loads((home / f"{run}.json").read_text("utf-8"))
            for cluster in clusters:
                yield from _within(cluster, run)


def _within(cluster: dict[str, Any], run: str) -> Iterator[ClaimPair]:
    told = {(r["from"], r["to"]): r["kind"] for r in cluster["relations"]}
    for first, second in combinations(cluster["contents"], 2):
        one, other = first, second
        relation = "same" if one["claim"] == other["claim"] else None
        relation = relation or told.get((one["claim"], other["claim"]))
        if relation is None and (other["claim"], one["claim"]) in told:
            one, other = second, first
            relation = told[one["claim"], other["claim"]]
        yield ClaimPair(
            f"{cluster['cluster']}{one['id']}{other['id']}",
            run,
            relation or "different",
            (one["text"], one["lang"]),
            (other["text"], other["lang"]),
        )
