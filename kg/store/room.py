"""Room on the disk: looked for before anything is written, and asked for in figures.

A full disk does more than stop a write: the quad store cannot even be opened again until
there is room. So a share is always left free.
"""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DiskFull, KgError, SetupError, StoreLocked

RESERVE = 32 * 1024 * 1024
"""Bytes that stay free: what the quad store needs to sort itself and to be opened again."""

BYTES_A_QUAD = 400
"""Room that a quad in a named graph takes on the disk (344 measured, after compaction)."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def free_bytes(folder: Path) -> int:
    """Bytes that can still be written on the disk of ``folder``."""
    return shutil.disk_usage(folder).free


@dataclass(frozen=True, slots=True)
class Room:
    """The disk under one store.

    Attributes:
        folder: The store's folder.
        free: Tells the free bytes; the one thing here that a test replaces.
    """

    folder: Path
    free: Callable[[Path], int] = free_bytes

    def need(self, quads: int, characters: int) -> None:
        """Make sure that a document fits.

        Raises:
            DiskFull: It does not; the message says how much is missing.
        """
        wanted = RESERVE + quads * BYTES_A_QUAD + characters * 8
        free = self.free(self.folder)
        if free < wanted:
            raise DiskFull(
                f"the disk of {self.folder} is full: {_megabytes(wanted - free)} MB more are "
                f"needed ({_megabytes(free)} free, {_megabytes(wanted)} wanted); "
                "nothing was changed"
            )


@contextmanager
def told(folder: Path | None) -> Iterator[None]:
    """Turn what the engines raise about files into errors that a user can act on.

    Raises:
        DiskFull: No room was left, or a limit on file sizes was hit.
        StoreLocked: Another program holds the quads open.
        SetupError: The files cannot be read or written for another reason.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, folder) from error
    except OSError as error:
        raise _of_files(error, folder) from error


def _of_files(error: OSError, folder: Path | None) -> KgError:
    text = str(error)
    if error.errno in _FULL or "No space left" in text or "File too large" in text:
        return DiskFull(f"the disk of {folder} is full ({text}); free some room and run it again")
    if "LOCK" in text or "lock hold" in text:
        return StoreLocked(f"the quads of {folder} are held open by another program: {text}")
    return SetupError(f"the store {folder} cannot be used: {text}")


def _of_sqlite(error: sqlite3.Error, folder: Path | None) -> KgError:
    text = str(error)
    if "full" in text or "disk I/O error" in text:
        return DiskFull(f"the disk of {folder} is full ({text}); free some room and run it again")
    if "locked" in text:
        return StoreLocked(f"the texts of {folder} are being written by another process; try again")
    return SetupError(f"the texts of the store {folder} cannot be used: {text}")


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f}"
