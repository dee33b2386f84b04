"""Keeps what could not be taken in, with the reason, so that no record is ever lost.

A JSON Lines file in the store: one object an input, ``origin``, ``stage``, ``reason`` and,
where the input is not a file that stays where it is, the input itself under ``raw``.
"""

import json
from dataclasses import asdict
from pathlib import Path

from kg.text import Reject

FILE = "dead-letters.jsonl"
"""Name of the file inside a store's folder."""


class DeadLetters:
    """The dead letters of one store; the same failure is written once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = set(path.read_text("utf-8").splitlines()) if path.exists() else set()

    def add(self, reject: Reject) -> None:
        """Write one failure down at once, before the batch goes on."""
        fields = {key: value for key, value in asdict(reject).items() if value is not None}
        line = json.dumps(fields, ensure_ascii=False, sort_keys=True)
        if line in self._known:
            return
        self._known.add(line)
        with self.path.open("a", encoding="utf-8") as out:
            out.write(line + "\n")
