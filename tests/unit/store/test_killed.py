"""A writer that is killed loses nothing that it had acknowledged, and tears nothing."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.model import Kept
from kg.store import examine, open_store

WRITE = """
import importlib.util, sys
from contextlib import nullcontext
from kg.store import open_store

spec = importlib.util.spec_from_file_location("readings", sys.argv[2])
readings = importlib.util.module_from_spec(spec)
spec.loader.exec_module(readings)
mode = sys.argv[3]
with open_store(sys.argv[1]) as store:
    with store.writing() if mode == "together" else nullcontext():
        for number in range(10_000):
            store.put(readings._reading(number, 4))
            print(number, flush=True)
            if number % 5 == 4:
                store.remove(readings._reading(number - 2, 4).document.id)
                print(-(number - 2), flush=True)
"""
READINGS = Path(__file__).parent / "conftest.py"


def killed_after(folder, seconds, mode):
    """What a writer that is killed had acknowledged: numbers put, and negative ones removed."""
    command = [sys.executable, "-c", WRITE, str(folder), str(READINGS), mode]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    lines = (first + rest).split("\n")[:-1]
    return [int(line) for line in lines]


def check(folder, acknowledged, numbered):
    """All that was acknowledged is so; what was under way is whole or not there at all."""
    removed = {-number for number in acknowledged if number < 0}
    put = {number for number in acknowledged if number >= 0} - removed
    last = max(put, default=0)
    leaving = {last - 2} if last % 5 == 4 else set()
    with open_store(folder) as store:
        held = {int(r.document.doc_id.removesuffix(".txt")): r for r in store.readings()}

        assert put - leaving <= held.keys() <= put | {last + 1}
        assert held == {number: numbered(number, 4) for number in held}
        assert [finding for finding in examine(store) if not finding.fine] == []


def rounds(tmp_path, numbered, mode, waits):
    """Kill a writer after each of ``waits`` seconds; the number of changes acknowledged."""
    acknowledged = 0
    for attempt, seconds in enumerate(waits):
        folder = tmp_path / str(attempt)
        open_store(folder, create=True, base="https://example.org/news/").close()
        done = killed_after(folder, seconds, mode)
        acknowledged += len(done)
        check(folder, done, numbered)
    return acknowledged


@pytest.mark.parametrize("mode", ["one by one", "together"])
def test_a_killed_writer_loses_nothing(tmp_path, numbered, mode):
    assert rounds(tmp_path, numbered, mode, (0.05, 0.4)) > 2


@pytest.mark.long
@pytest.mark.parametrize("mode", ["one by one", "together"])
def test_many_killed_writers_lose_nothing(tmp_path, numbered, mode):
    chance = random.Random(1)
    waits = [chance.uniform(0.0, 0.8) for _ in range(50)]

    assert rounds(tmp_path, numbered, mode, waits) > 100


def test_the_next_ingest_heals_what_a_kill_left(tmp_path, folder, numbered):
    """Killed or not, the same documents give the same quads in the end."""
    numbers = killed_after(folder, 0.2, "together")
    last = max(numbers) + 1
    with open_store(tmp_path / "whole", create=True, base="https://example.org/news/") as whole:
        for store in (whole, open_store(folder)):
            with store, store.writing():
                for number in range(last + 1):
                    assert store.put(numbered(number, 4)) in {Kept.NEW, Kept.KNOWN}
        with open_store(tmp_path / "whole") as one, open_store(folder) as other:
            assert list(one.statements()) == list(other.statements())
