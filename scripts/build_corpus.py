"""Checks the markup of the corpus and computes its gold files from it.

    python scripts/build_corpus.py check FILE…   what breaks a rule, and what the files hold
    python scripts/build_corpus.py build         write seeds/corpus/{en,fr}.{train,dev,test}.json
    python scripts/build_corpus.py build --check only say whether they are up to date
    python scripts/build_corpus.py figures       the table of the datasheet

Same markup, same bytes.
"""

import argparse
import json
import sys
import tomllib
from pathlib import Path

from corpus import check, duplicates, figures, markup

CORPUS = Path(__file__).resolve().parent.parent / "seeds" / "corpus"


def main() -> int:
    """Run one command; exit code 1 if a rule is broken or a file is stale."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="hold files to the rules and count")
    checking.add_argument("files", nargs="+", type=Path)
    building = commands.add_parser("build", help="compute the gold files")
    building.add_argument("--check", action="store_true", help="compare only")
    commands.add_parser("figures", help="count each part")
    options = parser.parse_args()
    if options.command == "check":
        return _check(options.files)
    if options.command == "build":
        return _build(compare=options.check)
    print(figures.datasheet(parts()))
    return 0


def parts() -> dict[str, list[markup.Passage]]:
    """The passages of every part (``fr.train`` …), in the order of their ids."""
    splits = tomllib.loads((CORPUS / "splits.toml").read_text("utf-8"))
    return {
        f"{lang}.{part}": [passage for run in sorted(runs) for passage in _run(CORPUS, lang, run)]
        for lang, drawn in sorted(splits.items())
        for part, runs in drawn.items()
    }


def _run(corpus: Path, lang: str, run: str) -> list[markup.Passage]:
    path = corpus / "markup" / lang / f"{lang}-{run}.markup"
    return markup.passages(path.read_text("utf-8"))


def _check(files: list[Path]) -> int:
    broken = 0
    read = []
    for path in files:
        try:
            found = markup.passages(path.read_text("utf-8"))
        except markup.MarkupError as error:
            print(f"{path.name}: {error}")
            broken += 1
            continue
        read += found
        for problem in (problem for passage in found for problem in check.problems(passage)):
            print(problem)
            broken += 1
    print(figures.table(figures.figures(read)))
    print(f"{broken} problem(s)")
    return 1 if broken else 0


def _build(*, compare: bool) -> int:
    found = parts()
    problems = [
        p for passages in found.values() for passage in passages for p in check.problems(passage)
    ]
    problems += duplicates.across(found)
    if problems:
        print("\n".join(problems))
        return 1
    stale = []
    for name, passages in found.items():
        path = CORPUS / f"{name}.json"
        text = "".join(_line(passage) for passage in passages)
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
            if not compare:
                path.write_text(text, "utf-8")
        print(f"{path.name}: {len(passages)} passages{' (changed)' if path.name in stale else ''}")
    return 1 if compare and stale else 0


def _line(passage: markup.Passage) -> str:
    record = {
        "doc_id": passage.id,
        "lang": passage.id[:2],
        "text": passage.text,
        "attributions": passage.entries,
        "meta": passage.meta,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main())
