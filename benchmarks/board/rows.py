"""The rows of the board: figures of one system on one set of texts, measured or cited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluation import HEADLINE, Ratio, Scores

DETECT, STRICT = "detect@0.5", "FULL@0.8 (content+source)"
CUE, NESTED, DENIALS = "cue overlap", "nested_in edges", "denials"
STANCE, SOURCE = "stance | matched", "source token-F1>=0.5 | matched"

NOTHING = "–"
NONE_DRAWN = "none drawn"

HEADER = (
    "system", "precision", "recall", "F1 (95 %)", "FULL@0.8", "detect@0.5", "cue",
    "nested (95 %)", "stance", "denials", "source",
)  # fmt: skip
DETECT_HEADER = ("system", "precision", "recall", "F1 (95 %)")


@dataclass(frozen=True, slots=True)
class Cited:
    """Figures of an earlier measurement, in per cent; None where none was taken.

    Attributes:
        system: What was measured.
        headline: Precision, recall and F1 of FULL@0.5, or of detect@0.5 without source gold.
        strict: F1 of FULL@0.8.
        detect: F1 of detect@0.5.
        cue: F1 of cues.
        nested: What there is to say of nested edges.
    """

    system: str
    headline: tuple[float | None, float | None, float]
    strict: float | None = None
    detect: float | None = None
    cue: float | None = None
    nested: str = NOTHING


_GGT = "GenderGapTracker"
CITED = {
    "polnear": (
        Cited(f"{_GGT}, English", (62.9, 33.0, 43.3), 33.6, 50.0, 54.1),
        Cited("two humans, 20 of the texts", (None, None, 74.0), 70.1, 79.4, 82.0),
    ),
    "gum-news": (Cited(f"{_GGT}, English", (63.4, 49.3, 55.5), nested=NONE_DRAWN),),
    "annodis": (Cited(f"{_GGT}, French", (30.3, 45.0, 36.2)),),
}
"""Measured by us on the same files with the same scorer, before this program was written."""


def measured(title: str, found: Scores, holds: frozenset[str]) -> list[str]:
    """A row of the full board; figures that the gold does not hold stay out."""
    ratios = found.ratios
    head = ratios[HEADLINE]
    nested = with_interval(ratios.get(NESTED)) if "nesting" in holds else NOTHING
    denials = f1(ratios.get(DENIALS)) if "denials" in holds else NOTHING
    stance = share(found.shares.get(STANCE)) if "stance" in holds else NOTHING
    return [
        title,
        percent(head.precision),
        percent(head.recall),
        f"**{with_interval(head)}**",
        *(f1(ratios[name]) for name in (STRICT, DETECT, CUE)),
        nested,
        stance,
        denials,
        share(found.shares.get(SOURCE)),
    ]


def detected(title: str, found: Scores) -> list[str]:
    """A row where contents alone are compared."""
    head = found.ratios[DETECT]
    return [title, percent(head.precision), percent(head.recall), f"**{with_interval(head)}**"]


def cited(entry: Cited, width: int) -> list[str]:
    """A row of figures that were not measured now, marked as such."""
    *rest, headline = (_plain(value) for value in entry.headline)
    further = [_plain(value) for value in (entry.strict, entry.detect, entry.cue)]
    row = [f"*{entry.system} (cited)*", *rest, headline, *further, entry.nested]
    return [*row, *[NOTHING] * width][:width]


def percent(value: float | None) -> str:
    """A share in per cent, one decimal."""
    return NOTHING if value is None else f"{100 * value:.1f}"


def share(value: tuple[int, int] | None) -> str:
    """Right ones of all, in per cent."""
    return NOTHING if value is None else percent(value[0] / value[1])


def f1(ratio: Ratio | None) -> str:
    """F1; said in words where the gold has some and the system drew none."""
    if ratio is None:
        return NOTHING
    if ratio.precision is None and ratio.recall is not None:
        return NONE_DRAWN
    return percent(ratio.f1)


def with_interval(ratio: Ratio | None) -> str:
    """F1 with its 95 % interval, if it has one."""
    shown = f1(ratio)
    if ratio is None or ratio.interval is None or shown in {NOTHING, NONE_DRAWN}:
        return shown
    low, high = ratio.interval
    return f"{shown} ({100 * low:.0f}–{100 * high:.0f})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], names: int = 1) -> str:
    """A Markdown table; all but the first columns, which hold ``names``, are aligned right."""
    ruler = ["---" if n < names else "---:" for n in range(len(header))]
    return "\n".join(f"| {' | '.join(line)} |" for line in (header, ruler, *rows))


def _plain(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.1f}"
