"""What is known of a document beside its text, from a record, a page or the command line."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from kg.errors import UnreadableDocument

# Year, month or day, the day with a time where one is known: ISO 8601 as news feeds write it.
_DATE = re.compile(
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Publication data of one document, all optional.

    Attributes:
        doc_id: The name that the user gave.
        lang: ISO 639-1 code; detected from the text if None.
        title: Headline.
        url: Canonical address.
        publisher: Name of the outlet.
        credited_to: Name of the agency that the text is credited to.
        published: ISO 8601 date or date-time, as given.
        author: Byline.
        links: Addresses that the text links to.
        others: Fields without a name here, sorted, values as JSON text.
    """

    doc_id: str | None = None
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    credited_to: str | None = None
    published: str | None = None
    author: str | None = None
    links: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    def checked(self) -> "Metadata":
        """This metadata, if its date is one.

        Raises:
            UnreadableDocument: ``published`` is no ISO 8601 date or date-time.
        """
        if self.published and not _DATE.fullmatch(self.published):
            raise UnreadableDocument(
                f"the date {self.published!r} is none; write 2024-10-03, 2024-10 or a date-time"
            )
        return self

    def over(self, weaker: "Metadata") -> "Metadata":
        """This metadata, its gaps filled from ``weaker``."""
        return Metadata(
            **{f.name: getattr(self, f.name) or getattr(weaker, f.name) for f in fields(self)}
        )


_FIELD_OF = {
    "doc_id": "doc_id",
    "id": "doc_id",
    "title": "title",
    "lang": "lang",
    "url": "url",
    "outlet": "publisher",
    "published": "published",
    "author": "author",
    "credited_to": "credited_to",
}
_NOT_METADATA = frozenset({"text", "links", "attributions"})


def from_record(record: Mapping[str, Any]) -> Metadata:
    """The metadata of one JSON record; fields that have no name here are kept as JSON.

    Raises:
        UnreadableDocument: A field has a type that it cannot have.
    """
    named: dict[str, str] = {}
    others: dict[str, str] = {}
    for key, value in record.items():
        if key in _NOT_METADATA:
            continue
        if key in _FIELD_OF:
            if text := _text(key, value):
                named.setdefault(_FIELD_OF[key], text)
        elif value is not None:
            others[key] = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return Metadata(**named, links=_links(record), others=tuple(sorted(others.items())))


def _text(key: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool) and key in {"id", "doc_id"}:
        return str(value)
    if not isinstance(value, str):
        raise UnreadableDocument(f"the field {key!r} must be text, not {type(value).__name__}")
    return printable(value).strip() or None


def _links(record: Mapping[str, Any]) -> tuple[str, ...]:
    value = record.get("links") or []
    if not isinstance(value, list) or not all(isinstance(link, str) for link in value):
        raise UnreadableDocument("the field 'links' must be a list of addresses")
    return tuple(printable(link) for link in value)


_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACED = {c: "\ufffd" for c in range(0x20) if chr(c) not in "\t\n\r\f"} | {0x7F: "\ufffd"}


def printable(text: str) -> str:
    """``text`` with control characters and lone surrogates replaced, one for one.

    RDF/XML and terminals cannot carry them. Each is replaced by exactly one U+FFFD, so that
    offsets counted in the text as given stay valid.
    """
    return _SURROGATE.sub("\ufffd", text.translate(_REPLACED))
