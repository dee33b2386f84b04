"""What a judgement may set: places in the text, a stance, a date, a publisher, a grade.

Checked before it is kept, so that no judgement, typed or imported, can break an answer.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise

from kg.errors import InputError
from kg.graph import spans_from
from kg.model import Document, Span, Stance, is_date

SOURCE_GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""Reliability of a source in the Admiralty code (NATO AJP-2.1)."""

CLAIM_GRADES = {
    "1": "confirmed by independent sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
"""Credibility of information in the Admiralty code."""

MISSING = frozenset({"F", "6"})
"""Grades that say that nobody can tell: they are kept, and count as no rating."""

OF_DOCUMENT = frozenset({"published", "outlet", "outlet_id"})
"""What can be set on a document."""

Values = tuple[tuple[str, str], ...]


def grade(text: str) -> str:
    """A grade of the Admiralty code as it is kept.

    >>> grade(" b"), grade("2")
    ('B', '2')

    Raises:
        InputError: The code has no such grade.
    """
    cleaned = text.strip().upper()
    if cleaned not in SOURCE_GRADES and cleaned not in CLAIM_GRADES:
        raise InputError(
            f"{text!r} is no grade: a source is rated A to F (A: {SOURCE_GRADES['A']}), "
            f"a claim 1 to 6 (1: {CLAIM_GRADES['1']})"
        )
    return cleaned


def of_attribution(values: Mapping[str, str], document: Document | None = None) -> Values:
    """What is set on an attribution, checked, in the form that it is kept in.

    Args:
        values: By name: ``stance``, ``source``, ``cue``, ``content``.
        document: Where it stands; None if nobody holds it, and only the form can be checked.

    Raises:
        InputError: A name is unknown, or a value is none; the message says what can be set.
    """
    checks: dict[str, Callable[[str], str]] = {"stance": _stance}
    for part in ("source", "cue", "content"):
        checks[part] = lambda text: _spans(text, document)
    return _checked(values, checks, "an attribution")


def of_document(values: Mapping[str, str]) -> Values:
    """What is set on a document, checked, in the form that it is kept in.

    Args:
        values: By name: ``published``, ``outlet`` and, if it is known, ``outlet_id``.

    Raises:
        InputError: A name is unknown, or a value is none; the message says what can be set.
    """
    checks = {"published": _date, "outlet": _name, "outlet_id": _name}
    return _checked(values, checks, "a document")


def _checked(
    values: Mapping[str, str], checks: Mapping[str, Callable[[str], str]], what: str
) -> Values:
    settable = ", ".join(name for name in checks if name != "outlet_id")
    if not values:
        raise InputError(f"say what to set on {what}: {settable}")
    if unknown := sorted(values.keys() - checks.keys()):
        raise InputError(f"{', '.join(unknown)} cannot be set on {what}; {settable} can")
    return tuple((name, checks[name](value)) for name, value in sorted(values.items()))


def _stance(text: str) -> str:
    try:
        return Stance(text.strip().lower()).value
    except ValueError:
        raise InputError(f"{text!r} is no stance; known: {', '.join(Stance)}") from None


def _date(text: str) -> str:
    if not is_date(text):
        raise InputError(f"{text!r} is no date; write it as 2024-10-03, 2024-10 or 2024")
    return text.strip()


def _name(text: str) -> str:
    cleaned = " ".join(text.split())
    if not cleaned:
        raise InputError("the name of the outlet is empty")
    return cleaned


def _spans(text: str, document: Document | None) -> str:
    """Places written as ``10-42,50-61``: in text order, apart, inside the text, not blank."""
    try:
        spans = sorted(spans_from(text))
    except ValueError:
        raise InputError(
            f"{text!r} is no place in a text; write it as 10-42 or 10-42,50-61"
        ) from None
    if any(later.start < former.end for former, later in pairwise(spans)):
        raise InputError(f"the places {text} overlap")
    for span in spans:
        _inside(span, document)
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _inside(span: Span, document: Document | None) -> None:
    if document is None:
        return
    place = f"{span.start}-{span.end}"
    if span.end > len(document.text):
        raise InputError(f"{document.doc_id} ends at {len(document.text)}; {place} is not inside")
    if not span.of(document.text).strip():
        raise InputError(f"{place} of {document.doc_id} holds no words")
