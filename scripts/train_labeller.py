"""Trains the learned layer of the extractor and writes the weights that ship.

    python scripts/train_labeller.py [--out FOLDER]

Reads the train part of our corpus and the gold of the seed articles; the development part only
to calibrate confidences. Same input, same bytes on one platform. Takes about ten minutes on one
processor.
"""

import argparse
import json
import sys
from pathlib import Path

from labeller import training
from labeller.examples import Read, read

from kg import corpus
from kg.extract.labeller.models import from_bytes
from kg.resources import folder

WEIGHTS = Path(__file__).resolve().parent.parent / "kg" / "extract" / "labeller" / "weights"


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    options = parser.parse_args()
    reads = passages("train") + articles()
    print(f"{len(reads)} documents", flush=True)
    weights = training.weights_without(training.crossed(reads))
    cues, parts = training.fit_cues(reads), training.fit_parts(reads)
    weights |= training.calibrate(passages("dev"), from_bytes(cues, parts, weights))
    training.save(options.out, cues, parts, weights)
    print(f"{options.out}: {len(cues) + len(parts)} bytes, {len(weights)} weights")
    return 0


def passages(part: str) -> list[Read]:
    """One part of our corpus, both languages."""
    return [read(record) for lang in corpus.LANGUAGES for record in corpus.records(lang, part)]


def articles() -> list[Read]:
    """The seed articles, what they say in their own voice left out."""
    found = []
    for path in sorted((folder("seeds") / "gold").iterdir(), key=lambda path: path.name):
        record = json.loads(path.read_text("utf-8"))
        stated = [a for a in record["attributions"] if a["cue"]]
        found.append(read(record | {"attributions": stated}))
    return found


if __name__ == "__main__":
    sys.exit(main())
