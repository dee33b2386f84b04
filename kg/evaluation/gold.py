"""Reads files in the normal form: gold, and what an extractor wrote for it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import InputError

Json = Mapping[str, Any]

_PARTS = ("source", "cue", "content")


def read_gold(path: Path) -> list[Json]:
    """The documents of a gold file, every span checked against its text.

    Raises:
        InputError: A line is no such document; the message names line and reason.
    """
    found: list[Json] = []
    seen: set[str] = set()
    for place, record in _records(path):
        if not isinstance(record.get("text"), str):
            raise InputError(f"{place}: a gold document needs its text")
        if record["doc_id"] in seen:
            raise InputError(f"{place}: doc_id {record['doc_id']!r} stands twice")
        seen.add(record["doc_id"])
        _check(place, record["attributions"], len(record["text"]))
        found.append(record)
    if not found:
        raise InputError(f"{path}: no document in it")
    return found


def read_predictions(path: Path) -> dict[str, list[Json]]:
    """By doc_id, the attributions that an extractor wrote.

    Raises:
        InputError: A line is no document with attributions.
    """
    found: dict[str, list[Json]] = {}
    for place, record in _records(path):
        _check(place, record["attributions"], None)
        found[record["doc_id"]] = record["attributions"]
    return found


def _records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{path.name}:{number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise InputError(f"{place}: no JSON document: {error}") from error
        known = isinstance(record, dict) and isinstance(record.get("doc_id"), str)
        if not known or not isinstance(record.get("attributions"), list):
            raise InputError(f"{place}: a document needs doc_id and attributions")
        yield place, record


def _check(place: str, entries: list[Any], length: int | None) -> None:
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("content"), list):
            raise InputError(f"{place}: an attribution needs its content as [[start, end], …]")
        for part in _PARTS:
            for span in entry.get(part) or ():
                if not _is_span(span, length):
                    name = entry.get("id", "?")
                    raise InputError(f"{place}: {part} of {name} is no span of the text: {span}")


def _is_span(span: object, length: int | None) -> bool:
    if not isinstance(span, list) or len(span) != len(("start", "end")):
        return False
    if not all(isinstance(n, int) for n in span):
        return False
    start, end = span
    return 0 <= start < end and (length is None or end <= length)
