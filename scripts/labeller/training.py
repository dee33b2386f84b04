"""Fits the two conditional random fields and the regression over them."""

import json
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pycrfsuite
from kg.evaluation.overlap import agreement, letters, shared, touched, words
from kg.extract.labeller.candidates import candidates, tokens_of
from kg.extract.labeller.cues import cue_features
from kg.extract.labeller.models import Models, from_bytes
from kg.extract.labeller.parts import part_features
from kg.extract.labeller.weighing import readings
from scipy.optimize import minimize

from labeller.examples import Read, answering, cue_labels, part_labels

CUES = {"c1": 0.3, "c2": 1.0, "max_iterations": 150, "feature.minfreq": 2}
PARTS = {"c1": 0.3, "c2": 1.0, "max_iterations": 150, "feature.minfreq": 2}
"""Penalties (elastic net), swept on the development part: 0.05/0.05 and 0.1/0.1 learn topics by
heart (French FULL@0.5 F1 77.0), 0.2/0.5 gives 78.9, 0.3/1.0 gives 80.0."""
FOLDS = 3
SEED = 20241128


def _fit(sequences, options: dict) -> bytes:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(options)
    for features, labels in sequences:
        trainer.append(pycrfsuite.ItemSequence(features), labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def fit_cues(reads: list[Read]) -> bytes:
    """The first stage."""
    return _fit(
        (
            (cue_features(s), cue_labels(s, gold))
            for read in reads
            for s, gold in zip(read.sentences, read.gold, strict=True)
        ),
        CUES,
    )


def fit_parts(reads: list[Read]) -> bytes:
    """The second stage: gold cues with their parts, and what the rules take for a cue in vain."""

    def examples():
        for read in reads:
            for s, gold in zip(read.sentences, read.gold, strict=True):
                drafts = [(tokens_of(s, d), d) for d in s.drafts]
                for act in gold:
                    mine = [d for cue, d in drafts if set(cue) & set(act.cue)]
                    draft = mine[0] if mine else None
                    cue = tokens_of(s, draft) if draft else act.cue
                    yield part_features(s, cue, draft), part_labels(s, cue, act)
                    if draft:
                        yield part_features(s, act.cue, None), part_labels(s, act.cue, act)
                for cue, draft in drafts:
                    if cue and answering(cue, gold) is None:
                        yield part_features(s, cue, draft), part_labels(s, cue, None)

    return _fit(examples(), PARTS)


def fit_crfs(reads: list[Read]) -> Models:
    """Both stages, without a regression."""
    return from_bytes(fit_cues(reads), fit_parts(reads), {})


def folds(reads: list[Read], count: int = FOLDS) -> list[list[Read]]:
    """Documents dealt into ``count`` parts, languages and kinds spread evenly."""
    order = sorted(reads, key=lambda r: r.record["doc_id"])
    random.Random(SEED).shuffle(order)
    return [order[n::count] for n in range(count)]


def judged(read: Read, models: Models):
    """Every reading of a document with whether it is right: (features, right, demanded)."""
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
                content = letters([[s.start, s.end] for s in option.draft.content], text)
                right, passed = False, False
                for mention in option.draft.sources:
                    source = touched([[s.start, s.end] for s in mention.spans], places)
                    for theirs, who, optional in gold:
                        if shared(content, theirs) >= 0.5:
                            same = (not source and not who) or agreement(source, who) >= 0.5
                            right |= same and not optional
                            passed |= optional
                if not passed or right:
                    rows.append((dict(option.features), right))
            if rows:
                yield rows


def fit_confidence(groups, strength: float = 1.0) -> dict[str, float]:
    """Logistic regression over all readings (L2, Newton's quasi method)."""
    rows = [row for group in groups for row in group]
    names = sorted({name for features, _ in rows for name in features})
    place = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    y = np.array([1.0 if right else -1.0 for _, right in rows])
    for n, (features, _) in enumerate(rows):
        for name, value in features.items():
            x[n, place[name]] = value

    def loss(w):
        margin = y * (x @ w)
        value = np.logaddexp(0, -margin).sum() + 0.5 * strength * (w @ w)
        slope = -(y / (1 + np.exp(margin))) @ x + strength * w
        return value, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(w), 5) for name, w in zip(names, found, strict=True)}


@dataclass
class Fold:
    """Documents that a pair of models has not seen, and what they make of them."""

    held: list[Read]
    models: Models
    groups: list


def crossed(reads: list[Read], count: int = FOLDS) -> list[Fold]:
    """Every document read by models that have not seen it."""
    parts = folds(reads, count)
    found = []
    for n, held in enumerate(parts):
        models = fit_crfs([r for m, part in enumerate(parts) if m != n for r in part])
        found.append(Fold(held, models, [g for read in held for g in judged(read, models)]))
    return found


def weights_without(found: list[Fold], left_out: int | None = None) -> dict[str, float]:
    """The regression over all folds but one."""
    return fit_confidence([g for n, f in enumerate(found) if n != left_out for g in f.groups])


def save(folder: Path, cues: bytes, parts: bytes, weights: dict) -> None:
    """Write the three files that ship."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cues.crfsuite").write_bytes(cues)
    (folder / "parts.crfsuite").write_bytes(parts)
    text = json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False)
    (folder / "confidence.json").write_text(text + "\n", "utf-8")
