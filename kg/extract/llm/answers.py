"""Takes a model's answer apart, trusting nothing in it."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kg.extract.llm.prompt import FIELDS, SOURCE_KINDS
from kg.model import SourceKind, Stance, WriterCertainty

MOST_ATTRIBUTIONS = 50
"""Of one window; the densest page of our gold holds fewer than half as many."""

MOST_QUOTES = 6
"""Of one part of an attribution."""

_PARTS = ("source", "cue", "content")


class Reason(StrEnum):
    """Why something of an answer was not kept.

    Attributes:
        NO_ANSWER: The model gave no text (it refused), or more than 1 MB of it.
        INVALID_JSON: The answer is no JSON; it may have been cut off.
        WRONG_SCHEMA: The answer, or an attribution in it, has not the form that was asked for.
        UNKNOWN_VALUE: A stance, certainty or kind of source that does not exist.
        NOT_VERBATIM: A quote does not stand in the text as it is given, or a source of a kind
            other than ``unnamed`` has no words to show.
        AMBIGUOUS: A quote stands in the text too often to point anywhere.
        OVERLAPPING: Source, cue and content share words.
        DUPLICATE: The same attribution was listed before.
        OUTER_REJECTED: It is nested in one that was rejected, so who relays it is unknown.
        NESTING_CUT: The attribution was kept, its nesting was not: it went in a circle, or the
            two contents share no words.
    """

    NO_ANSWER = "no-answer"
    INVALID_JSON = "invalid-json"
    WRONG_SCHEMA = "wrong-schema"
    UNKNOWN_VALUE = "unknown-value"
    NOT_VERBATIM = "not-verbatim"
    AMBIGUOUS = "ambiguous"
    OVERLAPPING = "overlapping"
    DUPLICATE = "duplicate"
    OUTER_REJECTED = "outer-rejected"
    NESTING_CUT = "nesting-cut"


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution as the model words it: well formed, and not yet looked up in the text.

    Attributes:
        source: Quotes of who conveyed it; none if nobody is named.
        cue: Quotes of the words that signal the act.
        content: Quotes of what is conveyed.
        stance: The source's towards the content.
        certainty: The writer's.
        kind: What sort of thing the source is.
        outer: Place in the list of the attribution that contains it; None at the top.
    """

    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    stance: Stance
    certainty: WriterCertainty
    kind: SourceKind
    outer: int | None


def entries(answer: str | None) -> list[Entry | Reason]:
    """The attributions of an answer, in its order, each well formed or with what is wrong.

    An answer that is wrong as a whole gives its reason alone. Never raises.

    >>> entries('{"attributions": []}'), entries("Sure! Here is the JSON")
    ([], [<Reason.INVALID_JSON: 'invalid-json'>])
    """
    if not answer:
        return [Reason.NO_ANSWER]
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        return [Reason.INVALID_JSON]
    listed = found.get("attributions") if isinstance(found, dict) else None
    if not isinstance(listed, list) or len(listed) > MOST_ATTRIBUTIONS:
        return [Reason.WRONG_SCHEMA]
    return [_entry(given, len(listed)) for given in listed]


def _entry(given: Any, listed: int) -> Entry | Reason:  # noqa: ANN401 - anything may be in it
    if not isinstance(given, dict) or given.keys() != FIELDS or not _is_formed(given, listed):
        return Reason.WRONG_SCHEMA
    if given["source_kind"] not in SOURCE_KINDS:
        return Reason.UNKNOWN_VALUE
    try:
        return Entry(
            source=tuple(given["source"]),
            cue=tuple(given["cue"]),
            content=tuple(given["content"]),
            stance=Stance(given["stance"]),
            certainty=WriterCertainty(given["writer_certainty"]),
            kind=SourceKind(given["source_kind"]),
            outer=given["nested_in"],
        )
    except ValueError:
        return Reason.UNKNOWN_VALUE


def _is_formed(given: dict[str, Any], listed: int) -> bool:
    outer = given["nested_in"]
    return (
        all(_is_part(given[part]) for part in _PARTS)
        and bool(given["cue"] and given["content"])
        and (outer is None or (type(outer) is int and 0 <= outer < listed))
    )


def _is_part(given: Any) -> bool:  # noqa: ANN401 - anything may be in it
    return (
        isinstance(given, list)
        and len(given) <= MOST_QUOTES
        and all(isinstance(quote, str) for quote in given)
    )
