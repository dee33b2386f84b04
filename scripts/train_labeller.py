"""Trains the learned layer of the extractor and writes the weights that ship.

    python scripts/train_labeller.py             from the train part of our corpus
    python scripts/train_labeller.py --gum DIR   and from the openly licensed parts of GUM there

``DIR`` holds GUM's ``train.jsonl`` and ``dev.jsonl`` in the normal form, each document with its
``licence``; only CC BY and CC BY-SA ones are read. Same input, same bytes on one platform.
Takes minutes on one processor.
"""

import argparse
import json
import sys
from pathlib import Path

from kg import corpus
from kg.extract.labeller.features import SPEECH, THOUGHT
from labeller import training
from labeller.examples import Read, read

WEIGHTS = Path(__file__).resolve().parent.parent / "kg" / "extract" / "labeller" / "weights"
OPEN = {"CC BY 2.5", "CC BY 4.0", "CC BY-SA 3.0"}
"""Licences under which weights may be trained and shipped."""


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gum", type=Path, help="folder with GUM in the normal form")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    options = parser.parse_args()
    reads = own() + (gum(options.gum) if options.gum else [])
    print(f"{len(reads)} documents")
    folds = training.crossed(reads)
    weights = training.weights_without(folds)
    cues, parts = training.fit_cues(reads), training.fit_parts(reads)
    training.save(options.out, cues, parts, weights)
    print(f"{options.out}: {len(cues) + len(parts)} bytes, {len(weights)} weights")
    return 0


def own() -> list[Read]:
    """The train part of our corpus, both languages."""
    return [
        read(record, SPEECH)
        for lang in corpus.LANGUAGES
        for record in corpus.records(lang, "train")
    ]


def gum(folder: Path) -> list[Read]:
    """The openly licensed documents of GUM; they mark thought and perception as well."""
    return [
        read(record, THOUGHT)
        for part in ("train", "dev")
        for line in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()
        if (record := json.loads(line))["licence"] in OPEN
    ]


if __name__ == "__main__":
    sys.exit(main())
