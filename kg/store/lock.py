"""One writer at a time.

The lock is the kernel's (``flock``), so it goes when its holder goes, however that ends; the
file only tells others who holds it. It is held while something is written and not a moment
longer: readers never take it.
"""

import fcntl
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from kg.errors import StoreLocked

PATIENCE = 20.0
"""Seconds that a second writer waits."""

_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class WriterLock:
    """The lock of one store.

    Attributes:
        path: The file that is locked.
        patience: Seconds to wait for another writer; 0 to give up at once.
        now: The clock of the wait, in seconds.
    """

    path: Path
    patience: float = PATIENCE
    now: Callable[[], float] = time.monotonic

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            StoreLocked: Another process still writes; the message says which, and since when.
        """
        with self.path.open("a+", encoding="utf-8") as file:
            self._acquire(file)
            _sign(file)
            yield

    def holder(self) -> str | None:
        """Who is writing just now, in words; None if nobody is."""
        if not self.path.exists():
            return None
        with self.path.open("r", encoding="utf-8") as file:
            return None if _taken(file) else _signature(file)

    def _acquire(self, file: IO[str]) -> None:
        end = self.now() + self.patience
        while not _taken(file):
            if self.now() >= end:
                raise StoreLocked(
                    f"{self.path.parent} is being written to by {_signature(file)}; "
                    f"waited {self.patience:g} s; try again when it is done"
                )
            time.sleep(_PAUSE)


def _taken(file: IO[str]) -> bool:
    """Whether the lock was free and is now ours; it goes when ``file`` is closed."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(file: IO[str]) -> None:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]).strip()
    since = datetime.now(UTC).isoformat(timespec="seconds")
    file.truncate(0)
    json.dump({"pid": os.getpid(), "command": command[:200], "since": since}, file)
    file.flush()


def _signature(file: IO[str]) -> str:
    try:
        file.seek(0)
        who = json.load(file)
        return f"process {who['pid']} ({who['command']}) since {who['since']}"
    except (ValueError, KeyError, TypeError):
        return "another process"
