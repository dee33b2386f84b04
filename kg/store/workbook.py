"""Notes that comparing documents leaves, so that it need not start over: all of it rebuildable.

One SQLite file beside the store's texts, keys to bytes. It holds nothing that is shown to
anybody and nothing that deriving again would not make; delete it and the next derivation takes
longer.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

_TABLE = """
CREATE TABLE IF NOT EXISTS note (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    kept BLOB NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
"""


class Workbook:
    """Notes by kind and key. Use it under ``with``."""

    def __init__(self, path: Path | None) -> None:
        """Open the notes in a file, or none in memory."""
        self._base = sqlite3.connect(str(path) if path else ":memory:", isolation_level=None)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.executescript(_TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def all(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """The notes of one kind by key."""
        rows = self._base.execute("SELECT key, kept FROM note WHERE kind = ? ORDER BY key", (kind,))
        yield from ((str(key), bytes(kept)) for key, kept in rows.fetchall())

    def put(self, kind: str, notes: Iterable[tuple[str, bytes]]) -> None:
        """Keep notes in place of those of the same keys, all or none."""
        rows = [(kind, key, kept) for key, kept in notes]
        self._base.execute("BEGIN IMMEDIATE")
        self._base.executemany("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", rows)
        self._base.execute("COMMIT")

    def drop(self, kind: str, keys: Iterable[str]) -> None:
        """Forget notes."""
        self._base.execute("BEGIN IMMEDIATE")
        self._base.executemany(
            "DELETE FROM note WHERE kind = ? AND key = ?", ((kind, key) for key in keys)
        )
        self._base.execute("COMMIT")
