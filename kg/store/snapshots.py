"""Checkpoints of the quads: what readers open, so that they never meet a writer.

A checkpoint is made by Oxigraph's ``backup()``; its files are hard links, so it costs little
time and, until the store changes, no room. It bears the number of the last change that it
holds. A reader marks the one it has open, and the writer clears away the others.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from pyoxigraph import Store

_DIGITS = 12


def newest(folder: Path) -> int | None:
    """The number of the newest checkpoint in ``folder``; None if there is none."""
    return max(_numbers(folder), default=None)


def take(quads: Store, folder: Path, generation: int) -> None:
    """Make a checkpoint of ``quads`` that holds all changes up to ``generation``.

    It appears in one step; older ones that nobody reads go.
    """
    target = path_of(folder, generation)
    if target.exists():
        return
    folder.mkdir(exist_ok=True)
    for left in folder.glob("*.new"):
        shutil.rmtree(left, ignore_errors=True)
    draft = target.with_suffix(".new")
    quads.backup(str(draft))
    draft.rename(target)
    _clear(folder, generation)


def path_of(folder: Path, generation: int) -> Path:
    """Where the checkpoint of this number lies, if it is there."""
    return folder / f"{generation:0{_DIGITS}}"


class Checkpoint:
    """An open checkpoint, safe from being cleared away.

    Attributes:
        path: Where it lies.
        generation: Number of the last change that it holds.
        quads: Its quads, read-only.
    """

    def __init__(self, folder: Path, generation: int) -> None:
        """Open checkpoint ``generation``.

        Raises:
            FileNotFoundError: It is gone; take a newer one.
        """
        self.generation = generation
        self.path = path_of(folder, generation)
        self._mark = _mark(self.path).open("a")
        fcntl.flock(self._mark, fcntl.LOCK_SH)
        if not self.path.is_dir():
            self._mark.close()
            _mark(self.path).unlink(missing_ok=True)
            raise FileNotFoundError(self.path)
        self.quads = Store.read_only(str(self.path))

    def close(self) -> None:
        """Let it be cleared away."""
        del self.quads
        self._mark.close()


def _clear(folder: Path, but: int) -> None:
    for number in [number for number in _numbers(folder) if number < but]:
        path = path_of(folder, number)
        # The mark stays locked while the folder goes: a reader that comes now waits, and finds
        # no folder, rather than half of one.
        with _mark(path).open("a") as mark:
            if _alone(mark):
                shutil.rmtree(path, ignore_errors=True)
                _mark(path).unlink(missing_ok=True)


def _alone(file: IO[str]) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _numbers(folder: Path) -> Iterator[int]:
    if folder.is_dir():
        yield from (int(path.name) for path in folder.iterdir() if path.name.isdecimal())


def _mark(path: Path) -> Path:
    return path.with_suffix(".open")
