"""Tab-separated tables without quoting: the one format of facts, hand-made rows and output."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

Row = dict[str, str]

AGENT_COLUMNS = (
    "id", "kind", "name", "names", "aliases", "metonyms", "country", "side", "part_of",
    "domains", "code", "weak", "source",
)  # fmt: skip
"""Columns of every table of agents; ``kg/link/data/README.md`` says what they hold."""

_NUMBER = re.compile(r"\d+")


def read(path: Path) -> list[Row]:
    """All rows of a table; missing trailing cells are empty."""
    lines = path.read_text("utf-8").splitlines()
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    return [dict(row) for row in reader]


def write(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The table as text, one line a row."""
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [row.get(column, "") for column in columns]
        if any("\t" in cell or "\n" in cell for cell in cells):
            raise ValueError(f"a cell of {row['id']} holds a tab or a line break")
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def cells(cell: str) -> list[str]:
    """The values of a cell."""
    return [value.strip() for value in cell.split("|") if value.strip()]


def joined(values: Iterable[str]) -> str:
    """One cell of distinct values, in the order given."""
    return "|".join(dict.fromkeys(value for value in values if value))


def edited(rows: list[Row], edits: Iterable[Row]) -> list[Row]:
    """``rows`` with the editorial changes that name them by id.

    A change sets a column, adds to it (``+column``) or drops the row (``drop``).
    """
    by_id = {row["id"]: row for row in rows}
    dropped = set()
    for edit in edits:
        row = by_id.get(edit["id"])
        if row is None:
            continue
        column = edit["column"]
        if column == "drop":
            dropped.add(edit["id"])
        elif column.startswith("+"):
            row[column[1:]] = joined([*cells(row[column[1:]]), *cells(edit["value"])])
        else:
            row[column] = edit["value"]
    return [row for row in rows if row["id"] not in dropped]


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows by country, then identifier (items by number, own slugs last)."""
    return sorted(rows, key=lambda row: (row["country"], *id_order(row["id"])))


def id_order(identifier: str) -> tuple[bool, int, str]:
    """Sort key of an identifier."""
    number = _NUMBER.fullmatch(identifier[1:]) if identifier.startswith("Q") else None
    return (number is None, int(number.group()) if number else 0, identifier)


def short_source(source: str) -> str:
    """Where an identifier was confirmed, without the words that repeat in every row."""
    return joined(part.strip() for part in source.replace("|", "/").split(" ; "))
