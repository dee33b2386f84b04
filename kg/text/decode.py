"""Bytes to text, with a clear refusal of what is none."""

from kg.errors import UnreadableDocument
from kg.text.metadata import printable

_BOM = b"\xef\xbb\xbf"
# Among the first bytes of a text file there is no NUL; every common binary format has one.
_SNIFFED = 8_192


def decode(raw: bytes) -> str:
    """The text in ``raw``, newlines untouched, a byte order mark left off.

    Raises:
        UnreadableDocument: It is empty, binary, or not UTF-8; the message says where.
    """
    body = raw.removeprefix(_BOM)
    if not body.strip():
        raise UnreadableDocument("the file is empty")
    if b"\0" in body[:_SNIFFED]:
        raise UnreadableDocument("the file is binary, not text")
    try:
        return printable(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"byte {error.start} is not UTF-8 (0x{body[error.start]:02x}); "
            "convert the file, for instance with iconv -t utf-8"
        ) from error
