import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreLocked
from kg.store import open_store
from kg.store.lock import WriterLock

HOLD = """
import sys
from pathlib import Path
from pathlib import Path
from kg.store.lock import WriterLock
with WriterLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(folder):
    """Another process that holds the lock until it is told to end."""
    command = [sys.executable, "-c", HOLD, str(folder / "lock")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_writer_is_told_who_holds_the_lock(folder, holder, numbered):
    with open_store(folder) as store, pytest.raises(StoreLocked) as told:
        store.patient(0.2).put(numbered(1))

    assert f"process {holder.pid} " in str(told.value)
    assert "since 20" in str(told.value)
    assert "waited 0.2 s" in str(told.value)


def test_a_second_writer_waits_for_the_first(folder, holder, numbered):
    holder.stdin.close()
    with open_store(folder) as store:
        store.patient(30).put(numbered(1))

        assert len(list(store.readings())) == 1


def test_readers_do_not_wait(folder, holder):
    with open_store(folder) as store:
        assert list(store.readings()) == []
        assert f"process {holder.pid} " in store.writer()


def test_what_is_known_needs_no_lock(folder, numbered):
    with open_store(folder) as store:
        store.put(numbered(1))
        with WriterLock(folder / "lock").held(), store.writing():
            assert store.patient(0).put(numbered(1)) == "known"
            with pytest.raises(StoreLocked, match=f"process {os.getpid()} "):
                store.put(numbered(2))


def test_the_lock_is_free_after_the_change(folder, numbered):
    with open_store(folder) as one, open_store(folder) as two:
        one.put(numbered(1))
        two.patient(0).put(numbered(2))

        assert len(list(one.readings())) == 2
        assert one.writer() is None


def begin_and_fail(store, reading):
    with store.writing():
        store.put(reading)
        raise ZeroDivisionError


def test_the_lock_is_free_after_a_change_that_failed(folder, numbered):
    with open_store(folder) as store:
        with pytest.raises(ZeroDivisionError):
            begin_and_fail(store, numbered(1))
        store.patient(0).put(numbered(2))

        assert len(list(store.readings())) == 2


def test_a_signature_that_cannot_be_read_is_no_fault(tmp_path):
    path = tmp_path / "lock"
    with WriterLock(path).held():
        path.write_text("half a sig")
        second = WriterLock(path, patience=0).held()

        with pytest.raises(StoreLocked, match="another process"):
            second.__enter__()


INGEST = """
import importlib.util, sys
from kg.store import open_store

spec = importlib.util.spec_from_file_location("readings", sys.argv[2])
readings = importlib.util.module_from_spec(spec)
spec.loader.exec_module(readings)
with open_store(sys.argv[1]) as store:
    for number in range(6):
        print(store.put(readings._reading(number)), flush=True)
"""
READINGS = Path(__file__).parent / "conftest.py"


def test_two_writers_take_turns(folder, numbered):
    command = [sys.executable, "-c", INGEST, str(folder), str(READINGS)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=60)[0].split() for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert all(sorted(each) == ["known", "new"] for each in zip(*said, strict=True))
    with open_store(folder) as store:
        assert len(list(store.readings())) == 6
