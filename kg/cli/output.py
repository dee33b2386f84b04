"""Where commands write: results to stdout, everything else to stderr."""

import json
import sys
from typing import Any

from rich.console import Console
from rich.table import Table

errors = Console(stderr=True)
"""For messages, warnings and progress."""


def results() -> Console:
    """For people: as wide as the terminal, or wide enough for a file or a pipe."""
    console = Console(highlight=False, emoji=False)
    if not console.is_terminal:
        console = Console(highlight=False, emoji=False, width=120)
    return console


def write_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """One JSON document on stdout, UTF-8, keys in the order given."""
    write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_text(text: str) -> None:
    """Text on stdout in UTF-8, whatever the locale says."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def table(*columns: str, title: str | None = None) -> Table:
    """An empty table in the style of the house."""
    made = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made
