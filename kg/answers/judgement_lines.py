"""Judgements as JSON Lines: handed on to a colleague, kept beside a story, taken in again.

One judgement a line, under the identity that its content gives it, so taking a file in twice
changes nothing. What a line cannot mean is refused by its number; what is about something that
is not held here is kept, for it may come in later.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.answers import fixes
from kg.answers.desk import Desk
from kg.answers.fixes import Values
from kg.errors import InputError
from kg.model import (
    DocumentId,
    Judgement,
    JudgementId,
    JudgementKind,
    Names,
    is_date,
    judgement_key,
)
from kg.rdf.mapping import judgement_quads

_IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_FIELDS = {"id", "kind", "reviewer", "made", "targets", "values", "rationale"}
_MANY = 1_000_000
_TARGETS = {
    JudgementKind.ACCEPT: (1, 2),
    JudgementKind.REJECT: (1, 2),
    JudgementKind.FIX: (1, 1),
    JudgementKind.MERGE: (2, _MANY),
    JudgementKind.SPLIT: (2, _MANY),
    JudgementKind.RATE: (1, 1),
    JudgementKind.INDEPENDENT: (1, _MANY),
    JudgementKind.UNDO: (1, 1),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file of judgements holds.

    Attributes:
        judgements: In the order of the file.
        refused: Lines that are no judgement: number, counted from 1, and reason.
        unknown: Targets that are not held here, each with the number of its line.
    """

    judgements: tuple[Judgement, ...]
    refused: tuple[tuple[int, str], ...]
    unknown: tuple[tuple[int, str], ...]


def written(judgements: Iterable[Judgement]) -> Iterator[str]:
    """One line a judgement, in the order given."""
    for judgement in judgements:
        record = {
            "id": judgement.id,
            "kind": judgement.kind.value,
            "reviewer": judgement.reviewer,
            "made": judgement.made,
            "targets": list(judgement.targets),
            "values": dict(judgement.values),
            "rationale": judgement.rationale,
        }
        yield json.dumps(record, ensure_ascii=False) + "\n"


def read(lines: Iterable[str], desk: Desk) -> Taken:
    """The judgements of JSON lines; blank lines are passed over.

    Args:
        lines: As `written` writes them; ``id``, ``values`` and ``rationale`` may be missing.
        desk: What is held, against which places in texts are checked.
    """
    found: list[Judgement] = []
    refused, numbers = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(_judgement(line, desk))
            numbers.append(number)
        except InputError as error:
            refused.append((number, str(error)))
    here = {judgement.id for judgement in found}
    unknown = [
        (number, target)
        for number, judgement in zip(numbers, found, strict=True)
        for target in judgement.targets
        if target not in here and not any(True for _ in desk.sorts(target))
    ]
    return Taken(tuple(found), tuple(refused), tuple(unknown))


def _judgement(line: str, desk: Desk) -> Judgement:
    record = _record(line)
    kind = _kind(record)
    reviewer, made = _text(record, "reviewer"), _text(record, "made")
    if not is_date(made):
        raise InputError(f"made is no time of ISO 8601: {made!r}")
    targets = _targets(record, kind)
    values = _values(record, kind, targets, desk)
    rationale = _text(record, "rationale") if record.get("rationale") is not None else None
    id_ = _id(record, judgement_key(kind, reviewer, made, targets, values), desk.names)
    judgement = Judgement(id_, kind, reviewer, made, targets, values, rationale)
    # Whatever has no place in a store is refused here, and not once half a file is kept.
    judgement_quads(judgement, desk.names)
    return judgement


def _record(line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except RecursionError:
        raise InputError("the JSON is nested too deeply") from None
    except ValueError as error:
        raise InputError(f"this is no JSON: {error}") from None
    if not isinstance(record, dict):
        raise InputError("this is no JSON object")
    if unknown := sorted(record.keys() - _FIELDS):
        raise InputError(f"a judgement has no {', '.join(unknown)}")
    return record


def _kind(record: Mapping[str, Any]) -> JudgementKind:
    try:
        return JudgementKind(_text(record, "kind"))
    except ValueError:
        known = ", ".join(JudgementKind)
        raise InputError(f"{record['kind']!r} is no kind of judgement; known: {known}") from None


def _text(record: Mapping[str, Any], field: str) -> str:
    value = record.get(field)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{field} is missing or no text")
    return value


def _targets(record: Mapping[str, Any], kind: JudgementKind) -> tuple[str, ...]:
    given = record.get("targets")
    if not isinstance(given, list) or not all(isinstance(t, str) for t in given):
        raise InputError("targets is no list of IRIs")
    if wrong := [target for target in given if not _IRI.fullmatch(target)]:
        raise InputError(f"{wrong[0]!r} is no IRI")
    least, most = _TARGETS[kind]
    if not least <= len(given) <= most or len(set(given)) < len(given):
        wanted = str(least) if least == most else f"{least} or more"
        raise InputError(f"{kind} is about {wanted} different things, not {len(given)}")
    return tuple(given)


def _values(
    record: Mapping[str, Any], kind: JudgementKind, targets: tuple[str, ...], desk: Desk
) -> Values:
    given = record.get("values") or {}
    if not isinstance(given, dict) or not all(isinstance(v, str) for v in given.values()):
        raise InputError("values is no object of texts")
    if kind is JudgementKind.FIX:
        return _fixed(given, targets[0], desk)
    if kind is JudgementKind.RATE and given.keys() == {"rating"}:
        return (("rating", fixes.grade(given["rating"])),)
    if kind is JudgementKind.RATE or given:
        raise InputError(f"{kind} sets {'a rating' if kind is JudgementKind.RATE else 'nothing'}")
    return ()


def _fixed(given: Mapping[str, str], target: str, desk: Desk) -> Values:
    """Checked against the text where it is held, else in its form alone."""
    if target in desk.documents or not fixes.OF_DOCUMENT.isdisjoint(given):
        return fixes.of_document(given)
    owner = desk.documents.get(DocumentId(target.partition("/attribution/")[0]))
    return fixes.of_attribution(given, owner)


def _id(record: Mapping[str, Any], key: str, names: Names) -> JudgementId:
    """The identity that is given, which must be the one that the content has."""
    if record.get("id") is None:
        return JudgementId(f"{names.base}judgement/{key}")
    given = _text(record, "id")
    if not given.endswith(f"/{key}") or not _IRI.fullmatch(given):
        raise InputError("its id is not that of its content; leave the id out if you changed it")
    return JudgementId(given)
