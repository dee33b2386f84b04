"""Trains the verifier of claim pairs on the dev part of the pairs that ship; never on the test.

    python scripts/train_verifier.py [--out FOLDER]    train, calibrate, write the weights
    python scripts/train_verifier.py --test            measure what is installed on the test part

Pairs written one by one weigh more than those that a cluster makes by the dozen, and clusters
made hard on purpose weigh least: they teach what decides, not how common it is. Confidences are
calibrated on runs that the model has not seen. Seeded;
equal input gives equal bytes on one platform.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier

from kg import corpus
from kg.link.contents import content_words, stem
from kg.link.gazetteer import gazetteer
from kg.link.matching import Verifier, contents
from kg.link.matching.contents import Content
from kg.link.matching.features import NAMES, features
from kg.link.matching.verifier import CLASSES

WEIGHTS = Path(__file__).resolve().parent.parent / "kg" / "link" / "matching" / "weights"
_CLASS_OF = {"same": 0, "contradicts": 1, "entails": 2}
_OTHER = 3
_WEIGHT_OF_SINGLE = 3.0
_WEIGHT_OF_NATURAL = 1.5
_WEIGHT_OF_HARD = 0.2
_NATURAL = frozenset({"19", "20", "21", "22", "23", "24"})
# Held out in turn to calibrate: a third of the runs that are like real news.
_FOLDS = (("01", "19", "20"), ("02", "22", "24"))


def main() -> int:
    """Train or measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--test", action="store_true")
    options = parser.parse_args()
    if options.test:
        report(measured(list(corpus.pairs("test"))))
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    train(options.out)
    return 0


def train(out: Path) -> None:
    """Train on the dev part and write ``verifier.npz`` and ``verifier.json``."""
    pairs = list(corpus.pairs("dev"))
    frequency = _frequency()
    taken = _taken(pairs, frequency)
    table, classes, weights, runs = _table(pairs, taken)
    calibration = _calibration(table, classes, weights, runs)
    model = _model().fit(table, classes, sample_weight=weights)
    _write(out, model, frequency, calibration)
    print(f"{len(pairs)} pairs, {len(table)} rows")


def _model() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=160,
        learning_rate=0.06,
        max_leaf_nodes=15,
        min_samples_leaf=40,
        l2_regularization=1.0,
        random_state=0,
    )


def _frequency() -> dict[str, int]:
    """In how many passages of the training part of the corpus each stem stands."""
    found: Counter[str] = Counter()
    for lang in corpus.LANGUAGES:
        records = corpus.records(lang, "train")
        found[f"{lang}:"] = len(records)
        for record in records:
            words = content_words(record["text"], lang)
            found.update({f"{lang}:{stem(word, lang)}" for word in words})
    return {key: count for key, count in sorted(found.items()) if count > 1}


def _taken(pairs: Sequence[corpus.ClaimPair], frequency: dict[str, int]) -> dict[object, Content]:
    texts = sorted({side for pair in pairs for side in (pair.one, pair.other)})
    return dict(zip(texts, contents(texts, gazetteer(), frequency), strict=True))


def _table(
    pairs: Sequence[corpus.ClaimPair], taken: dict[object, Content]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Every pair in both orders: features, classes, weights, runs."""
    rows, classes, weights, runs = [], [], [], []
    for pair in pairs:
        one, other = taken[pair.one], taken[pair.other]
        for turned, (a, b) in enumerate(((one, other), (other, one))):
            kind = _CLASS_OF.get(pair.relation, _OTHER)
            if turned and pair.relation == "entails":
                kind = _OTHER
            rows.append(features(a, b))
            classes.append(kind)
            weights.append(_weight(pair))
            runs.append(pair.run)
    for run, side in sorted({(p.run, p.one) for p in pairs if p.run in _NATURAL}):
        # What is repeated to the letter says the same; no pair of other words teaches that.
        rows.append(features(taken[side], taken[side]))
        classes.append(_CLASS_OF["same"])
        weights.append(1.0)
        runs.append(run)
    return np.stack(rows), np.array(classes), np.array(weights), np.array(runs)


def _weight(pair: corpus.ClaimPair) -> float:
    """Pairs of a hard cluster teach what decides, but not how common it is."""
    if _is_single(pair):
        return _WEIGHT_OF_SINGLE
    return _WEIGHT_OF_NATURAL if pair.run in _NATURAL else _WEIGHT_OF_HARD


def _is_single(pair: corpus.ClaimPair) -> bool:
    return pair.id.count("-") == 1 and pair.id[-1].isdigit()


def _is_hard(pair: corpus.ClaimPair) -> bool:
    return not _is_single(pair) and pair.run not in _NATURAL


def _calibration(
    table: np.ndarray,
    classes: np.ndarray,
    weights: np.ndarray,
    runs: np.ndarray,
) -> dict[str, dict[str, tuple[float, float]]]:
    """Slope and shift of each class, fitted on runs that the model has not seen."""
    votes = np.zeros((len(table), len(CLASSES)))
    for fold in _FOLDS:
        left = np.isin(runs, fold)
        model = _model().fit(table[~left], classes[~left], sample_weight=weights[~left])
        votes[left] = model.predict_proba(table[left])
    across = table[:, NAMES.index("languages")] > 0
    held = np.isin(runs, [run for fold in _FOLDS for run in fold])
    return {
        where: _fitted(votes[held & part], classes[held & part])
        for where, part in (("within", ~across), ("across", across))
    }


def _fitted(votes: np.ndarray, classes: np.ndarray) -> dict[str, tuple[float, float]]:
    """Slope and shift of each class by maximum likelihood (Platt 1999)."""
    found = {}
    for number, name in enumerate(CLASSES[:-1]):
        share = np.clip(votes[:, number], 1e-6, 1 - 1e-6)
        logit = np.log(share / (1 - share))
        right = (classes == number).astype(float)

        def loss(at: np.ndarray, logit: np.ndarray = logit, right: np.ndarray = right) -> float:
            scores = at[0] * logit + at[1]
            return float(np.mean(np.logaddexp(0, scores) - right * scores))

        fitted = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead")
        found[name] = tuple(round(float(v), 4) for v in fitted.x)
        sure = 1 / (1 + np.exp(-(found[name][0] * logit + found[name][1])))
        said = sure >= 0.5  # noqa: PLR2004
        f1 = 2 * float(right[said].sum()) / max(1.0, float(said.sum() + right.sum()))
        print(f"held out: {name} F1 {100 * f1:.1f} of {int(right.sum())} in {len(right)}")
    return found


def _write(
    out: Path,
    model: HistGradientBoostingClassifier,
    frequency: dict[str, int],
    calibration: dict[str, dict[str, tuple[float, float]]],
) -> None:
    columns: dict[str, list[float]] = {
        name: [] for name in ("feature", "threshold", "left", "right", "value")
    }
    starts, classes = [], []
    for stage in model._predictors:  # noqa: SLF001 - scikit-learn exports its trees in no other way
        for which, tree in enumerate(stage):
            first = len(columns["value"])
            starts.append(first)
            classes.append(which)
            for node in tree.nodes:
                leaf = bool(node["is_leaf"])
                columns["feature"].append(0 if leaf else int(node["feature_idx"]))
                columns["threshold"].append(0.0 if leaf else float(node["num_threshold"]))
                columns["left"].append(-1 if leaf else first + int(node["left"]))
                columns["right"].append(-1 if leaf else first + int(node["right"]))
                columns["value"].append(float(node["value"]))
    np.savez_compressed(
        out / "verifier.npz",
        baseline=np.ravel(model._baseline_prediction),  # noqa: SLF001
        starts=np.array(starts, dtype=np.int32),
        classes=np.array(classes, dtype=np.int8),
        feature=np.array(columns["feature"], dtype=np.int16),
        threshold=np.array(columns["threshold"]),
        left=np.array(columns["left"], dtype=np.int32),
        right=np.array(columns["right"], dtype=np.int32),
        value=np.array(columns["value"]),
    )
    notes = {"calibration": calibration, "frequency": frequency}
    text = json.dumps(notes, ensure_ascii=False, sort_keys=True, indent=0)
    (out / "verifier.json").write_text(text + "\n", "utf-8")


def measured(pairs: Sequence[corpus.ClaimPair]) -> dict[str, float]:
    """Same/not-same F1 within a language and across, and same against contradicting."""
    verifier = Verifier()
    taken = _taken(pairs, dict(verifier.frequency))
    verdicts = verifier.decide([(taken[p.one], taken[p.other]) for p in pairs])
    found = {}
    for name, wanted in (
        ("single, within", lambda p: _is_single(p) and not p.is_across),
        ("single, across", lambda p: _is_single(p) and p.is_across),
        ("hard, within", lambda p: _is_hard(p) and not p.is_across),
        ("hard, across", lambda p: _is_hard(p) and p.is_across),
        ("natural, within", lambda p: p.run in _NATURAL and not p.is_across),
        ("natural, across", lambda p: p.run in _NATURAL and p.is_across),
    ):
        rows = [(p, v) for p, v in zip(pairs, verdicts, strict=True) if wanted(p)]
        said = [v.same >= 0.5 and v.same >= v.contradicts for _, v in rows]  # noqa: PLR2004
        same = [p.relation == "same" for p, _ in rows]
        right = sum(s and t for s, t in zip(said, same, strict=True))
        found[f"{name}: same F1"] = 200 * right / max(1, sum(said) + sum(same))
        found[f"{name}: same precision"] = 100 * right / max(1, sum(said))
        apart = [(p, v) for p, v in rows if p.relation in {"same", "contradicts"}]
        told = sum((v.same > v.contradicts) == (p.relation == "same") for p, v in apart)
        found[f"{name}: same against contradicting"] = 100 * told / max(1, len(apart))
        found[f"{name}: pairs"] = len(rows)
    return found


def report(found: dict[str, float]) -> None:
    """Print the figures, a line each."""
    for name, value in found.items():
        print(f"{name:45} {value:.1f}")


if __name__ == "__main__":
    sys.exit(main())
