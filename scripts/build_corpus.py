"""Checks the markup of the corpus and computes its gold files.

    python scripts/build_corpus.py check FILE…     what breaks a rule, and what a file holds
    python scripts/build_corpus.py build [--check] seeds/corpus/{fr,en}/{train,dev,test}.ndjson
"""

import argparse
import sys
from pathlib import Path

from corpus import check, figures, markup


def main() -> int:
    """Check or build; exit code 1 if a rule is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="hold files to the rules and count")
    checking.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    broken = 0
    read = []
    for path in options.files:
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


if __name__ == "__main__":
    sys.exit(main())
