"""Holds the confidence of predictions against how often they are right.

Confidence means something if, among attributions with 0.8, four of five are right. Predictions
are put into bins of equal width by their confidence; in each the mean confidence stands beside
the share that is right (a reliability diagram). The expected calibration error [1]_ is the mean
distance of the two, every bin weighed by how many predictions it holds.

It is small for an extractor that gives all predictions their mean precision: it says whether
confidence is honest and not whether it tells good from bad. Right means content and source at
FULL@0.5; gold that nobody predicted has no confidence and does not count.

.. [1] C. Guo, G. Pleiss, Y. Sun, K. Weinberger, "On Calibration of Modern Neural Networks",
   ICML 2017.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluation.counts import LENIENT, Options, _Comparison

Json = Mapping[str, Any]

BINS = 10
"""Bins of confidence unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One prediction, judged.

    Attributes:
        confidence: What the extractor gave it, from 0 to 1.
        right: Whether it matches a gold attribution in content and source.
    """

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions whose confidence is at least ``low`` and below ``high``.

    Attributes:
        low: Its lower edge.
        high: Its upper edge; the last bin holds it, too.
        count: How many predictions it holds.
        confidence: Their mean confidence; None if there are none.
        right: The share of them that is right; None if there are none.
    """

    low: float
    high: float
    count: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far confidence can be taken at its word.

    Attributes:
        bins: In ascending order, the empty ones too.
        error: Expected calibration error, from 0 to 1; None without predictions.
    """

    bins: tuple[Bin, ...]
    error: float | None


def verdicts(gold: Json, predicted: Sequence[Json]) -> list[Verdict]:
    """Every prediction in one document, judged as `kg.evaluation.count` judges it.

    What that passes over is left out here as well: implied and own-voice predictions, and
    those that answer optional gold alone. A prediction without confidence has 1.
    """
    return _Judging(gold, predicted, Options()).verdicts()


def calibration(judged: Sequence[Verdict], bins: int = BINS) -> Calibration:
    """The bins and the expected calibration error of ``judged``, of any number of documents.

    >>> found = calibration([Verdict(0.9, True), Verdict(0.9, False)])
    >>> found.bins[-1].right, round(found.error, 3)
    (0.5, 0.4)
    """
    held: list[list[Verdict]] = [[] for _ in range(bins)]
    for verdict in judged:
        held[min(int(verdict.confidence * bins), bins - 1)].append(verdict)
    made = tuple(_bin(n / bins, (n + 1) / bins, inside) for n, inside in enumerate(held))
    gaps = (
        abs(b.confidence - b.right) * b.count
        for b in made
        if b.confidence is not None and b.right is not None
    )
    return Calibration(made, sum(gaps) / len(judged) if judged else None)


class _Judging(_Comparison):
    def verdicts(self) -> list[Verdict]:
        right = {j for i, j in self._pairs(LENIENT) if self._same_source(i, j)}
        return [
            Verdict(float(entry.get("confidence", 1.0)), j in right)
            for j, entry in enumerate(self.predicted.entries)
        ]


def _bin(low: float, high: float, inside: Sequence[Verdict]) -> Bin:
    if not inside:
        return Bin(low, high, 0, None, None)
    mean = sum(v.confidence for v in inside) / len(inside)
    return Bin(low, high, len(inside), mean, sum(v.right for v in inside) / len(inside))
