"""Compares attributions with a gold standard: who was found, on which words, with which stance.

The unit is the attribution, the headline figure FULL@0.5: content that overlaps by half and
the right source. Definitions: ``docs/reference/evaluation.md``.
"""

from kg.evaluation.counts import Counts, Options, count
from kg.evaluation.gold import read_gold, read_predictions
from kg.evaluation.scores import HEADLINE, Ratio, Scores, scored

__all__ = [
    "HEADLINE",
    "Counts",
    "Options",
    "Ratio",
    "Scores",
    "count",
    "read_gold",
    "read_predictions",
    "scored",
]
