"""A full disk: foreseen, and met all the same."""

import errno
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import DiskFull, SetupError, StoreLocked
from kg.model import Kept
from kg.store import OxigraphStore, examine, open_store
from kg.store.layout import found
from kg.store.room import RESERVE, Room, told


def test_a_write_that_would_fill_the_disk_is_not_begun(folder, numbered):
    layout = found(folder)
    free = {"bytes": RESERVE * 2}
    with OxigraphStore(layout.names, layout, free=lambda _: free["bytes"]) as store:
        store.put(numbered(1))
        free["bytes"] = 5_000_000

        with pytest.raises(DiskFull, match=r"28\.\d MB more are needed \(5\.0 free"):
            store.put(numbered(2))
        assert store.put(numbered(1)) is Kept.KNOWN

        free["bytes"] = RESERVE * 2
        assert store.put(numbered(2)) is Kept.NEW


def test_what_is_needed_grows_with_the_document(tmp_path):
    Room(tmp_path, lambda _: RESERVE + 1_000_000).need(2_000, 10_000)

    with pytest.raises(DiskFull):
        Room(tmp_path, lambda _: RESERVE + 1_000_000).need(3_000, 10_000)


LIMITED = """
import importlib.util, resource, sys
from kg.errors import KgError
from pathlib import Path
from kg.store import OxigraphStore
from kg.store.layout import found

spec = importlib.util.spec_from_file_location("readings", sys.argv[2])
readings = importlib.util.module_from_spec(spec)
spec.loader.exec_module(readings)
layout = found(Path(sys.argv[1]))
# As if the disk had been filled by somebody else between the look and the write.
with OxigraphStore(layout.names, layout, free=lambda _: 1 << 60) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
    try:
        with store.writing():
            for number in range(2_000):
                store.put(readings._reading(number, 8))
                print(number, flush=True)
    except KgError as error:
        print(type(error).__name__, error, flush=True)
"""
READINGS = Path(__file__).parent / "conftest.py"


def fill(folder, script=LIMITED):
    """The numbers that a writer could keep before there was no room, and what it said then."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(READINGS)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    *numbers, said = done.stdout.splitlines()
    return [int(number) for number in numbers], said


def test_nothing_is_lost_when_a_file_cannot_grow(folder, numbered):
    kept, said = fill(folder)

    assert said.startswith("DiskFull")
    assert kept
    with open_store(folder) as store:
        held = {r.document.doc_id: r for r in store.readings()}
        assert all(held[f"{n}.txt"] == numbered(n, 8) for n in kept)
        assert len(held) <= len(kept) + 1
        assert [finding for finding in examine(store) if not finding.fine] == []
        assert store.put(numbered(9_999)) is Kept.NEW


@pytest.mark.long
@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("megabytes", [12, 16, 24, 40])
def test_nothing_is_lost_on_a_full_disk(tmp_path, numbered, megabytes):
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(small)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        open_store(small / "store", create=True, base="https://example.org/news/").close()
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        script = LIMITED.replace("(3_000_000, 3_000_000)", str(unlimited))
        kept, said = fill(small / "store", script)

        assert said.startswith("DiskFull")
        shutil.copytree(small / "store", tmp_path / "roomy")
        with open_store(tmp_path / "roomy") as store:
            held = {r.document.doc_id: r for r in store.readings()}
            assert all(held[f"{n}.txt"] == numbered(n, 8) for n in kept)
            assert [finding for finding in examine(store) if not finding.fine] == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
        (OSError("IO error: No space left on device: While appending to file"), DiskFull),
        (OSError("IO error: While lock file: /x/LOCK: Resource unavailable"), StoreLocked),
        (OSError("Corruption: bad block"), SetupError),
        (sqlite3.OperationalError("database or disk is full"), DiskFull),
        (sqlite3.OperationalError("database is locked"), StoreLocked),
        (sqlite3.DatabaseError("file is not a database"), SetupError),
    ],
)
def test_what_engines_raise_is_told_in_our_words(tmp_path, error, kind):
    with pytest.raises(kind, match=str(tmp_path)), told(tmp_path):
        raise error
