"""Turns counts into the figures of a report, with their intervals."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.evaluation.counts import EXACT, LENIENT, STRICT, Counts

SEED = 7
"""Of the bootstrap: equal documents give equal intervals."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision, recall and F1, each from 0 to 1; None where nothing was to be divided by.

    Attributes:
        precision: Share of what was predicted that is right.
        recall: Share of the gold that was found.
        f1: Their harmonic mean.
        interval: 95 % interval of F1 over resampled documents, if asked for.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one comparison.

    Attributes:
        documents: How many were compared.
        counts: The sums that everything below is made of.
        ratios: Precision, recall and F1 by the name of what is counted.
        shares: Right ones and all, among matched attributions.
        groups: By kind of gold attribution: how many, found, found with the right source.
    """

    documents: int
    counts: Counts
    ratios: dict[str, Ratio]
    shares: dict[str, tuple[int, int]]
    groups: dict[str, tuple[int, int, int]]


_RATIOS = {
    f"detect@{LENIENT}": (f"m@{LENIENT}", f"pred@{LENIENT}", "gold"),
    f"detect@{STRICT}": (f"m@{STRICT}", f"pred@{STRICT}", "gold"),
    "detect@exact": (f"m@{EXACT}", f"pred@{EXACT}", "gold"),
    "content tokens (union)": ("ct_tp", "ct_p", "ct_g"),
    "content tokens (in matches)": ("mt_tp", "mt_p", "mt_g"),
    "cue overlap": ("cue_tp", "cue_p", "cue_g"),
    f"FULL@{LENIENT} (content+source)": (f"full@{LENIENT}", f"pred@{LENIENT}", "gold"),
    f"FULL@{STRICT} (content+source)": (f"full@{STRICT}", f"pred@{STRICT}", "gold"),
    "nested_in edges": ("nest_tp", "nest_p", "nest_g"),
    "denials": ("den_tp", "den_p", "den_g"),
}
_SHARES = {
    "source token-F1>=0.5 | matched": ("src_tok", "src_n"),
    "source head match | matched": ("src_head", "src_n"),
    "source any overlap | matched": ("src_any", "src_n"),
    "null source kept null | matched": ("srcnull_ok", "srcnull_n"),
    "cue overlap | matched": ("cue_in_ok", "cue_in_n"),
    "stance | matched": ("st_ok", "st_n"),
    "writer certainty | matched": ("wc_ok", "wc_n"),
}
_ONLY_IF_GOLD = {"nested_in edges": "nest_g", "denials": "den_g"}
HEADLINE = f"FULL@{LENIENT} (content+source)"
"""The name of the headline figure."""


def scored(per_document: Sequence[Counts], resamples: int = 0) -> Scores:
    """The figures of documents whose counts are given.

    Args:
        per_document: As `kg.evaluation.count` gives them.
        resamples: Bootstrap resamples of documents (Efron 1979) for the intervals; 0: none.
    """
    total = _sum(per_document)
    ratios = _ratios(total)
    if resamples:
        intervals = _intervals(per_document, resamples)
        ratios = {
            name: Ratio(r.precision, r.recall, r.f1, intervals.get(name))
            for name, r in ratios.items()
        }
    kinds = sorted(key[2:] for key in total if key.startswith("n|"))
    return Scores(
        documents=len(per_document),
        counts=total,
        ratios=ratios,
        shares={name: (total[ok], total[n]) for name, (ok, n) in _SHARES.items() if total[n]},
        groups={k: (total[f"n|{k}"], total[f"h|{k}"], total[f"f|{k}"]) for k in kinds},
    )


def _sum(counts: Sequence[Counts]) -> Counts:
    total: Counts = Counter()
    for each in counts:
        total.update(each)
    return total


def _ratios(total: Counts) -> dict[str, Ratio]:
    return {
        name: _ratio(total[right], total[predicted], total[gold])
        for name, (right, predicted, gold) in _RATIOS.items()
        if name not in _ONLY_IF_GOLD or total[_ONLY_IF_GOLD[name]]
    }


def _ratio(right: int, predicted: int, gold: int) -> Ratio:
    precision = right / predicted if predicted else None
    recall = right / gold if gold else None
    if precision is None or recall is None:
        return Ratio(precision, recall, None)
    both = precision + recall
    return Ratio(precision, recall, 2 * precision * recall / both if both else 0.0)


def _intervals(per_document: Sequence[Counts], resamples: int) -> dict[str, tuple[float, float]]:
    pick: Callable[[int], int] = random.Random(SEED).randrange  # noqa: S311 - no secret
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        sample = _sum([per_document[pick(len(per_document))] for _ in per_document])
        for name, ratio in _ratios(sample).items():
            drawn.setdefault(name, []).append(ratio.f1 or 0.0)
    low, high = 0.025, 0.975
    return {
        name: (values[int(low * len(values))], values[int(high * len(values)) - 1])
        for name, found in drawn.items()
        if (values := sorted(found))
    }
