"""The trained weights that ship with the package, loaded once a process on first use."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pycrfsuite import Tagger

VERSION = "1"
"""Of the weights; part of the extractor's name in every attribution."""


@dataclass(frozen=True)
class Models:
    """The three parts of the labeller.

    Attributes:
        cues: Marks cue words.
        parts: Marks source and content, given a cue.
        weights: Of the logistic regression, by feature.
        held: The bytes that the taggers read in place and do not keep alive themselves.
    """

    cues: Tagger
    parts: Tagger
    weights: dict[str, float]
    held: tuple[bytes, bytes]


@cache
def shipped() -> Models:
    """The weights in the package; read in a tenth of a second."""
    folder = files("kg.extract.labeller") / "weights"
    return from_bytes(
        (folder / "cues.crfsuite").read_bytes(),
        (folder / "parts.crfsuite").read_bytes(),
        json.loads((folder / "confidence.json").read_text(encoding="utf-8")),
    )


def from_bytes(cues: bytes, parts: bytes, weights: dict[str, Any]) -> Models:
    """Weights as a trainer wrote them."""
    return Models(_tagger(cues), _tagger(parts), weights, (cues, parts))


def _tagger(model: bytes) -> Tagger:
    tagger = Tagger()
    tagger.open_inmemory(model)
    return tagger
