"""Reads JSON Lines with a bound on memory: one record a line, bad lines apart."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from kg.errors import UnreadableDocument
from kg.text.decode import decode
from kg.text.metadata import printable

_CHUNK = 1 << 20
# What of a refused line goes to the dead letters when the line itself is beyond the limit.
_SHOWN = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a JSON Lines file.

    Attributes:
        number: Counted from 1.
        raw: Its bytes without the newline; cut after the limit.
        limit: The most bytes a line may have.
    """

    number: int
    raw: bytes
    limit: int

    @property
    def shown(self) -> str:
        """The line for the dead letters: whole, or its head if it is beyond the limit."""
        kept = self.raw if len(self.raw) <= self.limit else self.raw[:_SHOWN]
        return printable(kept.decode("utf-8", "replace"))


def lines(stream: BinaryIO, limit: int, head: bytes = b"") -> Iterator[Line]:
    """The lines of ``stream`` that are not blank, never more than ``limit`` bytes in memory.

    Args:
        stream: Read to its end.
        limit: Most bytes of a line that are kept; the rest is skipped.
        head: Bytes already read from the stream.
    """
    number = 0
    while raw := head + stream.readline(limit + 1 - len(head)):
        head = b""
        number += 1
        if not raw.endswith(b"\n"):
            _skip_line(stream)
        if raw.strip():
            yield Line(number, raw.rstrip(b"\r\n"), limit)


def record(line: Line) -> Mapping[str, Any]:
    """The JSON object of a line; its ``text`` is there and is text.

    Raises:
        UnreadableDocument: It is too large, no UTF-8, no JSON, no object, or has no text.
    """
    if len(line.raw) > line.limit:
        raise UnreadableDocument(
            f"the line is larger than {line.limit / 1e6:g} MB; raise KG_MAX_DOCUMENT_MB to read it"
        )
    try:
        value = json.loads(decode(line.raw))
    except RecursionError:
        raise UnreadableDocument("the JSON is nested too deeply") from None
    except ValueError as error:
        raise UnreadableDocument(f"the line is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise UnreadableDocument(f"the line is no JSON object but {_kind(value)}")
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableDocument("the record has no text (field 'text')")
    return value | {"text": printable(text)}


def _kind(value: object) -> str:
    kinds = {list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return kinds.get(type(value), "a number")


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass
