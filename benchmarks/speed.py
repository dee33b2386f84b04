"""How fast the default extractor reads, with one process and with two, and in how much memory.

    python benchmarks/speed.py [--share 4]

Reads every ``share``-th passage of our corpus in both languages, models warm. Words are what
stands between white space. Wall time counts for the ratio, so let nothing else run.
"""

import argparse
import multiprocessing
import os
import resource
import sys
import time
from dataclasses import dataclass

os.environ["OMP_NUM_THREADS"] = "1"

from kg import corpus, plugins
from kg.model import Document, DocumentId

WARM = {"en": "She said no.", "fr": "Il dit que non."}


@dataclass(frozen=True)
class Run:
    """What one process did."""

    words: int
    wall: float
    cpu: float
    resident: int


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--share", type=int, default=4, help="read every so-many-th passage")
    share = parser.parse_args().share
    documents = [d for lang in corpus.LANGUAGES for part in corpus.PARTS for d in _of(lang, part)]
    documents = documents[::share]
    (one,) = _in_processes([documents])
    pair = _in_processes([documents[::2], documents[1::2]])
    alone = one.words / one.wall
    together = sum(run.words for run in pair) / max(run.wall for run in pair)
    print(f"one process    {alone:8,.0f} words/s ({one.words / one.cpu:,.0f} a CPU second)")
    print(f"two processes  {together:8,.0f} words/s, {together / alone:.2f} times")
    print(f"resident       {max(run.resident for run in (one, *pair)) / 1024:8,.0f} MB a process")
    return 0


def _of(lang: str, part: str) -> list[tuple[str, str, str]]:
    return [(r["doc_id"], r["text"], lang) for r in corpus.records(lang, part)]


def _in_processes(shares: list[list[tuple[str, str, str]]]) -> list[Run]:
    with multiprocessing.get_context("spawn").Pool(len(shares)) as pool:
        return pool.map(_read, shares)


def _read(documents: list[tuple[str, str, str]]) -> Run:
    extractor = plugins.find("extractor", "default")()
    for lang, text in WARM.items():
        extractor.extract(_document("warm", text, lang))
    wall, cpu = time.perf_counter(), time.process_time()
    for name, text, lang in documents:
        extractor.extract(_document(name, text, lang))
    return Run(
        words=sum(len(text.split()) for _, text, _ in documents),
        wall=time.perf_counter() - wall,
        cpu=time.process_time() - cpu,
        resident=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    )


def _document(name: str, text: str, lang: str) -> Document:
    return Document(id=DocumentId(f"urn:speed/{name}"), doc_id=name, text=text, lang=lang)


if __name__ == "__main__":
    sys.exit(main())
