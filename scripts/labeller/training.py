"""Fits the two conditional random fields and the regression over them."""

import json
import random
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pycrfsuite
from scipy.optimize import minimize

from kg.evaluation.counts import LENIENT, SAME_SOURCE
from kg.evaluation.overlap import agreement, letters, shared, touched, words
from kg.extract.drafts import Draft
from kg.extract.labeller.candidates import tokens_of
from kg.extract.labeller.cues import cue_features
from kg.extract.labeller.features import Features, Sentence
from kg.extract.labeller.models import Models, from_bytes
from kg.extract.labeller.parts import part_features
from kg.extract.labeller.weighing import BAR, SCALE, SHIFT, probability, readings
from labeller.examples import Gold, Read, answering, cue_labels, part_labels

CRF = {"c1": 0.3, "c2": 1.0, "max_iterations": 150, "feature.minfreq": 2}
"""Penalties (elastic net), swept on the development part: 0.05/0.05 and 0.1/0.1 learn topics by
heart (French FULL@0.5 F1 77.0), 0.2/0.5 gives 78.9, 0.3/1.0 gives 80.0."""

RIDGE = 1.0
"""Penalty of the regression."""

FOLDS = 3
SEED = 20241128

Row = tuple[dict[str, float], bool]
"""What a reading looks like, and whether it is right."""

Example = tuple[Features, list[str]]


@dataclass
class Fold:
    """Documents that a pair of models has not seen, and what they make of them."""

    held: list[Read]
    models: Models
    groups: list[list[Row]]


def fit_cues(reads: list[Read]) -> bytes:
    """The first stage."""
    return _fit(
        (cue_features(sentence), cue_labels(sentence, gold))
        for read in reads
        for sentence, gold in zip(read.sentences, read.gold, strict=True)
    )


def fit_parts(reads: list[Read]) -> bytes:
    """The second stage: gold cues with their parts, and what the rules take for a cue in vain."""
    return _fit(
        example
        for read in reads
        for sentence, gold in zip(read.sentences, read.gold, strict=True)
        for example in _examples(sentence, gold)
    )


def _examples(s: Sentence, gold: list[Gold]) -> Iterator[Example]:
    drafts = [(tokens_of(s, draft), draft) for draft in s.drafts]
    for act in gold:
        draft = next((d for cue, d in drafts if set(cue) & set(act.cue)), None)
        if draft:
            yield _example(s, tokens_of(s, draft), draft, act)
        yield _example(s, act.cue, None, act)
    for cue, draft in drafts:
        if cue and answering(cue, gold) is None:
            yield _example(s, cue, draft, None)


def _example(s: Sentence, cue: tuple[int, ...], draft: Draft | None, act: Gold | None) -> Example:
    return part_features(s, cue, draft), part_labels(s, cue, act)


def _fit(examples: Iterable[Example]) -> bytes:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(CRF)
    for features, labels in examples:
        trainer.append(pycrfsuite.ItemSequence(features), labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def crossed(reads: list[Read], count: int = FOLDS) -> list[Fold]:
    """Every document read by models that have not seen it."""
    parts = dealt(reads, count)
    found = []
    for n, held in enumerate(parts):
        seen = [read for m, part in enumerate(parts) if m != n for read in part]
        models = from_bytes(fit_cues(seen), fit_parts(seen), {})
        found.append(Fold(held, models, [g for read in held for g in judged(read, models)]))
    return found


def dealt(reads: list[Read], count: int) -> list[list[Read]]:
    """Documents in ``count`` parts, languages and writers spread evenly."""
    order = sorted(reads, key=lambda read: read.record["doc_id"])
    random.Random(SEED).shuffle(order)  # noqa: S311 - a deal that can be repeated
    return [order[n::count] for n in range(count)]


def judged(read: Read, models: Models) -> Iterator[list[Row]]:
    """By candidate cue, every reading of it and whether it is right in content and source.

    Readings that only answer optional gold are left out.
    """
    text = read.record["text"]
    places = words(text)
    gold = [
        (letters(a["content"], text), touched(a.get("source"), places), bool(a.get("optional")))
        for a in read.record["attributions"]
    ]
    for sentence in read.sentences:
        for options in readings(sentence, models):
            rows = []
            for option in options:
                answered = _answered(option.draft, gold, text, places)
                if True in answered or not answered:
                    rows.append((dict(option.features), True in answered))
            if rows:
                yield rows


def _answered(draft: Draft, gold: list, text: str, places: list[tuple[int, int]]) -> list[bool]:
    """For each gold act that ``draft`` gets right: whether it is a demanded one."""
    content = letters([[s.start, s.end] for s in draft.content], text)
    sources = [
        touched([[s.start, s.end] for s in mention.spans], places) for mention in draft.sources
    ]
    return [
        not optional
        for theirs, who, optional in gold
        if shared(content, theirs) >= LENIENT
        and any(
            (not source and not who) or agreement(source, who) >= SAME_SOURCE for source in sources
        )
    ]


def weights_without(found: list[Fold], left_out: int | None = None) -> dict[str, float]:
    """The regression over all folds but one."""
    return fit_confidence([g for n, f in enumerate(found) if n != left_out for g in f.groups])


def fit_confidence(groups: list[list[Row]]) -> dict[str, float]:
    """Logistic regression over all readings, by L-BFGS."""
    rows = [row for group in groups for row in group]
    names = sorted({name for features, _ in rows for name in features})
    place = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    y = np.array([1.0 if right else -1.0 for _, right in rows])
    for n, (features, _) in enumerate(rows):
        for name, value in features.items():
            x[n, place[name]] = value

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = y * (x @ w)
        value = np.logaddexp(0, -margin).sum() + 0.5 * RIDGE * (w @ w)
        return float(value), -(y / (1 + np.exp(margin))) @ x + RIDGE * w

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(w), 5) for name, w in zip(names, found, strict=True)}


def calibrate(reads: list[Read], models: Models) -> dict[str, float]:
    """Scale and shift under which confidences are shares of right ones, on ``reads``."""
    scores, right = [], []
    for read in reads:
        for rows in judged(read, models):
            likely = [probability(features, models.weights) for features, _ in rows]
            best = max(range(len(rows)), key=likely.__getitem__)
            if likely[best] >= BAR.ruled:
                scores.append(np.log(likely[best] / (1 - likely[best])))
                right.append(1.0 if rows[best][1] else -1.0)
    x, y = np.array(scores), np.array(right)

    def loss(w: np.ndarray) -> float:
        return float(np.logaddexp(0, -y * (w[0] * x + w[1])).sum())

    scale, shift = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return {SCALE: round(float(scale), 5), SHIFT: round(float(shift), 5)}


def save(folder: Path, cues: bytes, parts: bytes, weights: dict[str, float]) -> None:
    """Write the three files that ship."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cues.crfsuite").write_bytes(cues)
    (folder / "parts.crfsuite").write_bytes(parts)
    text = json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False)
    (folder / "confidence.json").write_text(text + "\n", "utf-8")
