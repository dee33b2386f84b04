"""Decides of two contents: the same, contrary, one more than the other, or another matter.

A boosted ensemble of small trees over the features of a pair [1]_, learnt from the claim pairs
that ship with the project and from nothing else. Its share of votes is calibrated to
confidences on pairs that it has not seen. Decisions rest on the two contents alone.

.. [1] J. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of
   Statistics 29 (2001).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.link.matching.contents import Content
from kg.link.matching.features import NAMES, features
from kg.link.matching.wording import is_same_wording
from kg.model import ClaimId, ClaimRelation, RelationKind

AUTHOR = "kg.link.matching/verifier-1"
"""Who says so, as stored with each relation."""

CLASSES = ("same", "contradicts", "entails", "other")
"""What a pair can be; ``entails`` is from the first to the second."""

_SHOWN = 0.2
# Sameness chains: one false step joins two matters, so it must be likelier than not.
_JOINED = 0.5
_DIGITS = 3
_Table = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two contents stand to each other, as confidences from 0 to 1.

    Attributes:
        same: Each is an accurate report of the other.
        contradicts: They cannot both be true.
        entails: The first says all that the second says, and more.
        entailed: The second says all that the first says, and more.
    """

    same: float
    contradicts: float
    entails: float
    entailed: float

    def relations(self, one: ClaimId, other: ClaimId) -> tuple[ClaimRelation, ...]:
        """The likeliest relation between the claims, if it is likely enough to be shown."""
        ways = (
            (self.same, RelationKind.EQUIVALENT, one, other),
            (self.contradicts, RelationKind.CONTRADICTS, one, other),
            (self.entails, RelationKind.ENTAILS, one, other),
            (self.entailed, RelationKind.ENTAILS, other, one),
        )
        sure, kind, subject, object_ = max(ways, key=lambda way: way[0])
        if sure < (_JOINED if kind is RelationKind.EQUIVALENT else _SHOWN):
            return ()
        return (ClaimRelation(kind, subject, object_, round(sure, _DIGITS), AUTHOR),)


_SAME_WORDS = Verdict(same=0.97, contradicts=0.01, entails=0.01, entailed=0.01)
"""Of two contents that differ in articles and tense alone."""


class Verifier:
    """Decides pairs of contents with the weights that ship."""

    def __init__(self) -> None:
        self._trees = _weights()
        self._calibration = _notes()["calibration"]

    @property
    def frequency(self) -> Mapping[str, int]:
        """In how many passages of the training texts each stem stands, for weighing words."""
        found: Mapping[str, int] = _notes()["frequency"]
        return found

    def decide(self, pairs: Sequence[tuple[Content, Content]]) -> list[Verdict]:
        """The verdicts of ``pairs``, in their order; about 2,500 pairs a second."""
        if not pairs:
            return []
        there = self._shares(np.stack([features(a, b) for a, b in pairs]))
        back = self._shares(np.stack([features(b, a) for a, b in pairs]))
        where = ["within" if a.lang == b.lang else "across" for a, b in pairs]
        voted = [self._verdict(*each) for each in zip(there, back, where, strict=True)]
        return [
            _SAME_WORDS if is_same_wording(*pair) else verdict
            for pair, verdict in zip(pairs, voted, strict=True)
        ]

    def _verdict(self, one: _Table, other: _Table, where: str) -> Verdict:
        both = (one + other) / 2
        return Verdict(
            same=self._sure(where, "same", both[0]),
            contradicts=self._sure(where, "contradicts", both[1]),
            entails=self._sure(where, "entails", one[2]),
            entailed=self._sure(where, "entails", other[2]),
        )

    def _sure(self, where: str, name: str, share: float) -> float:
        """A share of votes as a confidence (Platt scaling), by whether languages differ."""
        slope, shift = self._calibration[where][name]
        bounded = min(max(float(share), 1e-6), 1 - 1e-6)
        return float(1 / (1 + np.exp(-(slope * np.log(bounded / (1 - bounded)) + shift))))

    def _shares(self, table: npt.NDArray[np.float32]) -> _Table:
        trees = self._trees
        scores = np.tile(trees["baseline"], (len(table), 1)).astype(np.float64)
        rows = np.arange(len(table))
        for first, which in zip(trees["starts"], trees["classes"], strict=True):
            node = np.full(len(table), first, dtype=np.int64)
            while True:
                inner = trees["left"][node] >= 0
                if not inner.any():
                    break
                at = node[inner]
                goes_left = table[rows[inner], trees["feature"][at]] <= trees["threshold"][at]
                node[inner] = np.where(goes_left, trees["left"][at], trees["right"][at])
            scores[:, which] += trees["value"][node]
        scores -= scores.max(axis=1, keepdims=True)
        votes = np.exp(scores)
        return np.asarray(votes / votes.sum(axis=1, keepdims=True))


@cache
def _weights() -> Mapping[str, Any]:
    folder = files("kg.link.matching") / "weights"
    with np.load(BytesIO((folder / "verifier.npz").read_bytes()), allow_pickle=False) as stored:
        trees = {name: stored[name] for name in stored.files}
    if int(trees["feature"].max(initial=0)) >= len(NAMES):
        raise ValueError("the weights of the verifier were trained on other features")
    return trees


@cache
def _notes() -> Mapping[str, Any]:
    file = files("kg.link.matching") / "weights" / "verifier.json"
    found: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
