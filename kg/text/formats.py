"""Reads documents from files, folders and standard input.

Every input that is named comes out again, as a `Document` or as a `Reject` that says why
not: one bad file or line never costs the rest of a batch.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError, UnknownFormat, UnreadableDocument
from kg.model import Document, Names
from kg.text.credit import credited_agency
from kg.text.decode import decode
from kg.text.html import article
from kg.text.jsonl import Line, lines, record
from kg.text.language import language_of
from kg.text.metadata import Metadata, from_record, printable

FORMAT_OF_SUFFIX = {
    ".txt": "txt",
    ".text": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""The formats that can be read, by file suffix."""

# Longer first lines are paragraphs; newspapers' headlines stay below this.
_LONGEST_HEADLINE = 200
_ENDS_A_SENTENCE = (".", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not be read, with all that is needed to try it again.

    Attributes:
        origin: The path as given, with the line number of a JSON line: ``news.jsonl:17``.
        reason: Why, in words.
        stage: The step that refused it: ``read``, ``extract``, ``store``.
        raw: The line itself, where the origin is not a file that stays where it is.
    """

    origin: str
    reason: str
    stage: str = "read"
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents under one set of options.

    Attributes:
        names: Mints the documents' IRIs.
        languages: Enabled languages, ISO 639-1.
        given: Metadata from the command line; wins over what the input says.
        format: Format of every input; None to go by the suffix.
        max_bytes: Larger documents are refused.
    """

    names: Names
    languages: Collection[str]
    given: Metadata = field(default_factory=Metadata)
    format: str | None = None
    max_bytes: int = 10_000_000

    def read(self, paths: Iterable[Path]) -> Iterator[Document | Reject]:
        """The documents of files and folders, in the order given, folders sorted by path."""
        for path in paths:
            if path.is_dir():
                yield from self._folder(path)
            else:
                yield from self._file(path)

    def read_stream(self, stream: BinaryIO) -> Iterator[Document | Reject]:
        """The documents of standard input: JSON Lines after a ``{``, a page after a ``<``."""
        head = stream.read(1)
        chosen = self.format or {b"{": "jsonl", b"<": "html"}.get(head, "txt")
        if chosen == "jsonl":
            yield from self._lines("-", lines(stream, self.max_bytes, head))
        else:
            yield self._whole("-", chosen, head + stream.read(self.max_bytes + 1))

    def _folder(self, folder: Path) -> Iterator[Document | Reject]:
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in FORMAT_OF_SUFFIX
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
            and path.is_file()
        )
        if not found:
            suffixes = ", ".join(sorted(FORMAT_OF_SUFFIX))
            yield Reject(str(folder), f"the folder holds no file that can be read ({suffixes})")
        for path in found:
            yield from self._file(path)

    def _file(self, path: Path) -> Iterator[Document | Reject]:
        try:
            chosen = self.format or _format_of(path)
            with path.open("rb") as stream:
                if chosen == "jsonl":
                    yield from self._lines(str(path), lines(stream, self.max_bytes))
                else:
                    yield self._whole(str(path), chosen, stream.read(self.max_bytes + 1))
        except InputError as error:
            yield Reject(str(path), str(error))
        except FileNotFoundError:
            yield Reject(str(path), "there is no such file")
        except OSError as error:
            yield Reject(str(path), f"it cannot be read: {error.strerror}")

    def _whole(self, origin: str, chosen: str, raw: bytes) -> Document | Reject:
        try:
            if len(raw) > self.max_bytes:
                raise UnreadableDocument(too_large(self.max_bytes))
            text = decode(raw)
            found = Metadata()
            if chosen == "html":
                text, found = article(text)
            name = Metadata(doc_id="stdin" if origin == "-" else Path(origin).name)
            return self._document(text, self.given.over(found).over(name))
        except InputError as error:
            # A file stays where it is; what came through a pipe would be lost.
            piped = printable(raw.decode("utf-8", "replace")) if origin == "-" else None
            return Reject(origin, str(error), raw=piped)

    def _lines(self, origin: str, found: Iterable[Line]) -> Iterator[Document | Reject]:
        for line in found:
            place = f"{origin}:{line.number}"
            try:
                fields = record(line)
                name = Metadata(doc_id=f"{Path(origin).stem}:{line.number}")
                # The options describe a batch; a record that names its own id keeps it.
                given = replace(self.given, doc_id=None)
                known = given.over(from_record(fields)).over(name)
                yield self._document(str(fields["text"]), known)
            except InputError as error:
                yield Reject(place, str(error), raw=line.shown)

    def _document(self, text: str, known: Metadata) -> Document:
        known = known.checked()
        title = known.title or headline(text)
        return Document(
            id=self.names.document(text, known.url, known.publisher, known.published),
            doc_id=known.doc_id or "stdin",
            text=text,
            lang=language_of(text, self.languages, known.lang),
            title=title,
            url=known.url,
            publisher=known.publisher,
            credited_to=known.credited_to or credited_agency(text, known.author),
            published=known.published,
            author=known.author,
            links=known.links,
            metadata=known.others,
        )


def headline(text: str) -> str | None:
    """The first line of ``text`` if it is a headline: short, followed by more, no full stop."""
    first, _, rest = text.partition("\n")
    title = first.rstrip("\r")
    is_headline = (
        0 < len(title) <= _LONGEST_HEADLINE
        and title == title.strip()
        and bool(rest.strip())
        and not title.endswith(_ENDS_A_SENTENCE)
    )
    return title if is_headline else None


def too_large(limit: int) -> str:
    """Why a document over ``limit`` bytes is refused, and how to have it read all the same."""
    return f"it is larger than {limit / 1e6:g} MB; raise KG_MAX_DOCUMENT_MB to read it"


def _format_of(path: Path) -> str:
    try:
        return FORMAT_OF_SUFFIX[path.suffix.lower()]
    except KeyError:
        if not path.exists():
            raise UnreadableDocument("there is no such file") from None
        raise UnknownFormat(
            f"no reader for {path.suffix or 'a file without suffix'!r}; "
            f"known: {', '.join(sorted(FORMAT_OF_SUFFIX))} (or give --input-format)"
        ) from None
