"""Pins the floors of the quality gate: what the extractor reaches may only be raised.

    python scripts/pin_floors.py            measure, raise what rose, say what fell
    python scripts/pin_floors.py --allow-regression   pin what is measured, lower too

A floor lies `MARGIN` points below what was measured, so that another version of the parser
does not fail the gate by a sentence. The digest of the gold is pinned as well: an edit of it
is seen, and floors of other gold mean nothing.
"""

import argparse
import json
import sys

from quality import FLOORS, MARGIN, measured, sets


def main() -> int:
    """Measure every set and write the floors; exit code 1 if one would have to fall."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--allow-regression", action="store_true", help="lower floors too")
    options = parser.parse_args()
    pinned = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    fallen = []
    for name, gold in sets().items():
        found = measured(gold.records)
        former = pinned.get(name, {}) if pinned.get(name, {}).get("gold") == gold.digest else {}
        floors = former.get("floors", {})
        for measure, value in found.items():
            former_floor = floors.get(measure, 0.0)
            if value < former_floor and not options.allow_regression:
                fallen.append(f"{name}: {measure} is {value:.1f}, pinned {former_floor:.1f}")
            reached = max(0.0, round(value - MARGIN, 1))
            lowered = options.allow_regression and value < former_floor
            floors[measure] = reached if lowered else max(reached, former_floor)
        pinned[name] = {"gold": gold.digest, "floors": floors}
        print(name, {measure: round(value, 1) for measure, value in found.items()})
    FLOORS.write_text(json.dumps(pinned, indent=2, sort_keys=True) + "\n", "utf-8")
    print("\n".join(fallen))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
