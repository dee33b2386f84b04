"""Writes the score board as a page of the documentation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from board import rows
from board.systems import Readings
from board.texts import LANGUAGES, Texts
from kg.evaluation import Scores
from kg.evaluation.calibration import Calibration

_INTRODUCTION = """\
<!-- Written by benchmarks/scoreboard.py. Do not edit: run it again. -->

# Scores

How well the extractors of this project read, on which texts, and beside which others. Figures are
in per cent unless they say otherwise, measured by the scorer of `kg eval`:

- **precision, recall, F1** are of *FULL@0.5*: the content overlaps with the gold by half
  (intersection over union of letters and digits) *and* the source is right (F1 of its words at
  least half). In brackets the 95 % interval of F1 over {boot} resamplings of the documents.
- **FULL@0.8** is the F1 of the same at four fifths; **detect@0.5** that of contents alone, whoever
  is said to have said them; **cue** that of cues, which have to share a word.
- **nested**: F1 of the edges from a relayed attribution to the one around it, both ends found.
- **stance**: share right among matched contents; **denials**: F1 of attributions that deny.
- **source**: share of right sources among matched contents whose gold names one.
- A dash means that there is nothing to measure: the gold does not mark it, or the system does not
  say it. *{none}* means that the gold has some and the system draws not one.

[Evaluation](evaluation.md) says more of what is measured on what, and what the figures cannot show.
Public corpora annotate by rules of their own: compare systems on one set of texts, and not one set
of texts with another.

{data}
{warning}
## Accuracy

`default` is what `kg` uses: rules and a learned layer; `rules` is the same without that layer. The
layer learned from the train part of our corpus and the seed articles, its thresholds were chosen on
the dev part. Our corpus is synthetic and was made for this project, which favours us; GUM news
and PolNeAR were known, at least as a kind, to those who wrote the rules. textacy finds direct
quotations only, by design.

Rows marked *(cited)* were not run by this program: we measured them earlier, on the same files and
with the same scorer. "Two humans" is how well pairs of PolNeAR's annotators agree: a ceiling.
"""

_REFUSED = """\
## Paragraphs that were refused

textacy raises on an odd number of quotation marks. It was called paragraph by paragraph, so that
one odd mark costs a paragraph and not the text.
"""

_SPEED = """\
## Speed

Words per second of CPU time on one thread, models loaded and warm, from text to attributions, over
all texts above. The parser is the same model for all, without named entities; textacy needs
lemmas as well.
"""

_GROUPS = """\
## What is found, by kind

For `default`: how many gold attributions of a kind were found (content), after the stroke how many
with the right source as well, in brackets how many there are. Form is by the share of the content
in quotation marks, the kind of a cue by its words, depth by how many attributions lie around.
"""

_CALIBRATION = """\
## Calibration

What a confidence of `default` is worth, on both test parts of our corpus. Its attributions are put
into ten bins by their confidence; one is right if it matches a gold attribution as for *FULL@0.5*,
in content and source. The expected calibration error is the mean distance between confidence and
share right, every bin weighed by what it holds ([Guo et al.
2017](https://arxiv.org/abs/1706.04599)): **{error}** points{by_language}.

![Share of attributions right by confidence, beside the diagonal](../images/{image})
"""

_AGAIN = """\
## Measure again

```sh
pip install -e '.[dev]'
KG_EVAL_DATA=FOLDER python benchmarks/scoreboard.py
```

Without `KG_EVAL_DATA` only our own corpus is read. `FOLDER` holds the public corpora in the
[normal form](annotation.md#normal-form): `corpora/gum/{train,dev}.jsonl`,
`corpora/polnear/dev.jsonl`, `corpora/annodis/{train,dev}.jsonl`. Their licences keep them out of
this repository.
"""

_LINES = {"quote": "form", "cue": "cue", "depth": "depth", "stance": "stance"}
_FOUND_ON = {"en.test": "our test, English", "fr.test": "our test, French", "polnear": "PolNeAR"}


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the page shows.

    Attributes:
        texts: The sets of texts, those without documents too.
        systems: What each system read; ours first.
        scores: By set of texts and title of the system.
        calibration: Of our first system, over the test parts.
        by_language: The same by language.
        data: The line of date and versions.
        boot: Resamples of the intervals.
        limit: How many documents of a set were read at most, if not all.
        image: Name of the file with the reliability diagram.
    """

    texts: Sequence[Texts]
    systems: Sequence[Readings]
    scores: Mapping[tuple[str, str], Scores]
    calibration: Calibration
    by_language: Mapping[str, Calibration]
    data: str
    boot: int
    limit: int | None
    image: str


def written(board: Board) -> str:
    """The page."""
    read = [texts for texts in board.texts if texts.records]
    parts = [
        _introduction(board),
        *(_accuracy(board, texts) for texts in read),
        _GROUPS,
        _groups(board),
        _calibration(board),
        _REFUSED,
        _refused(board, read),
        _SPEED,
        _speed(board),
        _AGAIN,
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _introduction(board: Board) -> str:
    missing = [texts.title for texts in board.texts if not texts.records]
    warnings = []
    if board.limit is not None:
        warnings.append(
            f"**Not to be quoted: only {board.limit} documents of each set were read.**"
        )
    if missing:
        warnings.append(f"Not measured, as they were not at hand: {'; '.join(missing)}.")
    return _INTRODUCTION.format(
        boot=board.boot,
        none=rows.NONE_DRAWN,
        data=board.data,
        warning="".join(f"\n{warning}\n" for warning in warnings),
    )


def _accuracy(board: Board, texts: Texts) -> str:
    full = "source" in texts.holds
    header = rows.HEADER if full else rows.DETECT_HEADER
    shown = []
    for system in board.systems:
        found = board.scores[texts.name, system.title]
        row = rows.measured(system.title, found, texts.holds)
        shown.append(row if full else rows.detected(system.title, found))
    shown += [rows.cited(entry, len(header)) for entry in rows.CITED.get(texts.name, ())]
    counts = board.scores[texts.name, board.systems[0].title].counts
    size = (
        f"{len(texts.records):,} documents, {counts['toks']:,} words, "
        f"{counts['gold']:,} attributions. {texts.remark}"
    )
    headline = "" if full else "\n\nPrecision, recall and F1 are of *detect@0.5* here."
    return f"### {texts.title}\n\n{size}{headline}\n\n{rows.table(header, shown)}"


def _groups(board: Board) -> str:
    names = [name for name in _FOUND_ON if (name, board.systems[0].title) in board.scores]
    found = [board.scores[name, board.systems[0].title].groups for name in names]
    shown = []
    for kind in sorted({kind for groups in found for kind in groups}, key=_order):
        line, _, value = kind.partition(":")
        if line in _LINES and value != "None":
            cells = [_group(groups.get(kind)) for groups in found]
            shown.append([f"{_LINES[line]}: {value}", *cells])
    return rows.table(("kind", *(_FOUND_ON[name] for name in names)), shown)


def _order(kind: str) -> tuple[int, str]:
    line = kind.partition(":")[0]
    return list(_LINES).index(line) if line in _LINES else len(_LINES), kind


def _group(counts: tuple[int, int, int] | None) -> str:
    if counts is None:
        return rows.NOTHING
    count, hit, full = counts
    return f"{rows.percent(hit / count)} / {rows.percent(full / count)} ({count:,})"


def _calibration(board: Board) -> str:
    errors = (
        f"{LANGUAGES[lang]} {rows.percent(found.error)}"
        for lang, found in board.by_language.items()
    )
    text = _CALIBRATION.format(
        error=rows.percent(board.calibration.error),
        by_language=f" ({', '.join(errors)})",
        image=board.image,
    )
    shown = [
        [
            f"{b.low:.1f}–{b.high:.1f}",
            f"{b.count:,}",
            rows.percent(b.confidence),
            rows.percent(b.right),
        ]
        for b in board.calibration.bins
    ]
    header = ("confidence", "attributions", "mean confidence", "share right")
    return f"{text}\n{rows.table(header, shown)}"


def _refused(board: Board, read: Iterable[Texts]) -> str:
    shown = []
    for texts in read:
        for system in board.systems:
            readings = [system.of(record) for record in texts.records]
            refused = sum(reading.refused for reading in readings)
            count = sum(reading.paragraphs for reading in readings)
            if count > len(readings):
                share = rows.percent(refused / count)
                shown.append([texts.title, system.title, f"{count:,}", f"{refused:,}", share])
    header = ("texts", "system", "paragraphs", "paragraphs it refused", "share")
    return rows.table(header, shown, names=2)


def _speed(board: Board) -> str:
    shown = []
    for system in board.systems:
        paces = (system.words_a_second(lang) for lang in LANGUAGES)
        cells = [rows.NOTHING if pace is None else f"{pace:,.0f}" for pace in paces]
        shown.append([system.title, *cells])
    return rows.table(("system", *(f"{name}, words/s" for name in LANGUAGES.values())), shown)
