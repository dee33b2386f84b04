"""How long comparing takes: one more document in a small store and in a large one, and a bulk.

    python benchmarks/across.py [--documents 1000] [--seed 1]

Synthetic readings are put into a store on disk without extraction, so what is measured is
putting, comparing and keeping alone. CPU seconds of this process; the ratio of the two medians
is the figure that counts, the machine being shared.
"""

import argparse
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median

from synthetic import readings

from kg.jobs import derive
from kg.model import SEEDS_BASE, Names, Reading
from kg.store import OxigraphStore, open_store

_TRIES = 5
_SMALL = 10


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    stream = readings(options.documents + 2 * _TRIES, options.seed, Names(SEEDS_BASE))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "store", create=True, base=SEEDS_BASE)
        with store:
            _put(store, list(islice(stream, _SMALL)))
            derive(store)
            small = [_one_more(store, reading) for reading in islice(stream, _TRIES)]
            bulk = _bulk(store, list(islice(stream, options.documents - _SMALL - _TRIES)))
            large = [_one_more(store, reading) for reading in islice(stream, _TRIES)]
    print(
        f"one more in {_SMALL}: {median(small):.2f} s; in {options.documents}: "
        f"{median(large):.2f} s; ratio {median(large) / median(small):.2f}"
    )
    print(f"{options.documents - _SMALL - _TRIES} together: {bulk:.1f} s")
    return 0


def _put(store: OxigraphStore, given: list[Reading]) -> None:
    with store.writing():
        for reading in given:
            store.put(reading)


def _one_more(store: OxigraphStore, reading: Reading) -> float:
    start = time.process_time()
    _put(store, [reading])
    derive(store)
    return time.process_time() - start


def _bulk(store: OxigraphStore, given: list[Reading]) -> float:
    _put(store, given)
    start = time.process_time()
    derive(store)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
