"""Builds the tables of known agents in ``kg/link/data`` from a folder of facts.

    python scripts/build_gazetteer.py FACTS [--check]

``FACTS`` holds ``outlets.tsv``, ``bodies.tsv``, ``persons.tsv`` and ``states.tsv`` as
``docs/howto/refresh-gazetteer.md`` describes them. What no file of facts says is written by
hand in ``scripts/gazetteer``. Same input, same bytes. Needs the extra ``gazetteer``.
"""

import argparse
import sys
from pathlib import Path

from gazetteer import bodies, outlets, persons, states
from gazetteer.tables import AGENT_COLUMNS, read, write

HERE = Path(__file__).resolve().parent / "gazetteer"
DATA = HERE.parent.parent / "kg" / "link" / "data"


def tables(facts: Path) -> dict[str, str]:
    """Every table to ship, as file name → text."""
    edits = read(HERE / "edits.tsv")
    by_hand = {name: read(HERE / f"{name}.tsv") for name in ("states", "bodies", "outlets")}
    state_rows, demonyms = states.build(read(facts / "states.tsv"), by_hand["states"], edits)
    body_rows = bodies.build(read(facts / "bodies.tsv"), by_hand["bodies"], edits)
    outlet_rows = outlets.build(read(facts / "outlets.tsv"), by_hand["outlets"], edits, state_rows)
    person_rows = persons.build(
        read(facts / "persons.tsv"), read(HERE / "persons.tsv"), edits, body_rows
    )
    return {
        "states.tsv": write(AGENT_COLUMNS, state_rows),
        "demonyms.tsv": write(("code", "lang", "forms", "source"), demonyms),
        "bodies.tsv": write(AGENT_COLUMNS, body_rows),
        "outlets.tsv": write(AGENT_COLUMNS, outlet_rows),
        "persons.tsv": write((*AGENT_COLUMNS, "office"), person_rows),
    }


def main() -> int:
    """Write the tables, or with ``--check`` only say which would change."""
    parser = argparse.ArgumentParser(description="Build the gazetteer's tables.")
    parser.add_argument("facts", type=Path, help="folder of facts")
    parser.add_argument("--check", action="store_true", help="compare only")
    options = parser.parse_args()
    stale = []
    for name, text in tables(options.facts).items():
        path = DATA / name
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if not options.check:
                path.write_text(text, "utf-8")
        print(f"{name}: {text.count(chr(10)) - 1} rows{' (changed)' if name in stale else ''}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
