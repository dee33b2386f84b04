"""Makes judgements of what a person types: who decided what about which thing, when and why.

Reading by machine errs; whoever looked may say so. A judgement changes no reading: answers
are computed under the judgements that stand, and taking one back gives the former answers.
What cannot be meant is refused here, before anything is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kg.answers import fixes, targets
from kg.answers.desk import Desk, Sort
from kg.answers.fixes import Values
from kg.answers.in_words import brief, handle, name
from kg.errors import InputError, UnknownClaim, UnknownSource
from kg.graph import taken_back
from kg.model import AttributionId, Judgement, JudgementId, JudgementKind, is_date, judgement_key

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when and why.

    Attributes:
        reviewer: A name of the user's choosing.
        made: When, ISO 8601; given by the caller, never read off a clock here.
        rationale: Why, in the reviewer's words.
    """

    reviewer: str
    made: str
    rationale: str | None = None


def accept(desk: Desk, asked: Sequence[str], signed: Signature) -> Judgement:
    """An attribution stands, or the relation between two claims.

    Raises:
        InputError: A target is unknown or ambiguous, or nothing relates the two claims.
    """
    return _verdict(desk, JudgementKind.ACCEPT, asked, signed)


def reject(desk: Desk, asked: Sequence[str], signed: Signature) -> Judgement:
    """An attribution is wrong, or the relation between two claims: it counts for nothing.

    Raises:
        InputError: A target is unknown or ambiguous, or nothing relates the two claims.
    """
    return _verdict(desk, JudgementKind.REJECT, asked, signed)


def fix(desk: Desk, asked: str, values: Mapping[str, str], signed: Signature) -> Judgement:
    """The spans or the stance of an attribution, the date or the outlet of a document, are these.

    Args:
        desk: What is held.
        asked: Which attribution or document.
        values: By name, see `kg.answers.fixes`.
        signed: Who says so.

    Raises:
        InputError: The target is unknown or ambiguous, or a value cannot be set on it.
    """
    sort, iri = targets.attribution_or_document(desk, asked)
    if sort is Sort.ATTRIBUTION:
        document, _ = desk.attributions[AttributionId(iri)]
        checked = fixes.of_attribution(values, document)
        return _made(desk, JudgementKind.FIX, (iri,), checked, signed)
    given = dict(values)
    if "outlet" in given:
        fixes.of_document({"outlet": given["outlet"]})
        id_, called = targets.outlet(desk, targets.document(desk, iri), given["outlet"])
        given |= {"outlet": called} | ({"outlet_id": id_} if id_ else {})
    return _made(desk, JudgementKind.FIX, (iri,), fixes.of_document(given), signed)


def merge(desk: Desk, asked: Sequence[str], signed: Signature) -> Judgement:
    """The sources are one, or the claims say the same.

    Raises:
        InputError: There are fewer than two, they are not of one sort, or one is unknown.
    """
    return _made(desk, JudgementKind.MERGE, _alike(desk, "merge", asked), (), signed)


def split(desk: Desk, asked: Sequence[str], signed: Signature) -> Judgement:
    """The first source is none of the others, or the first claim says what none of them says.

    Raises:
        InputError: There are fewer than two, they are not of one sort, or one is unknown.
    """
    return _made(desk, JudgementKind.SPLIT, _alike(desk, "split", asked), (), signed)


def rate(desk: Desk, asked: str, grade: str, signed: Signature) -> Judgement:
    """A source is reliable from A to F, or a claim credible from 1 to 6 (Admiralty code).

    F and 6 say that nobody can tell; they are kept, and count as no rating.

    Raises:
        InputError: There is no such grade, or it is none for this sort of thing.
    """
    given = fixes.grade(grade)
    of_source = given in fixes.SOURCE_GRADES
    try:
        iri = targets.source(desk, asked) if of_source else targets.claim(desk, asked)
    except (UnknownSource, UnknownClaim):
        _check_scale(desk, asked, given)
        raise
    return _made(desk, JudgementKind.RATE, (iri,), (("rating", given),), signed)


def independent(desk: Desk, asked: Sequence[str], signed: Signature) -> Judgement:
    """The origins of a claim know what they say independently of each other.

    Several claims are taken as one proposition, as they are traced.

    Raises:
        InputError: A claim is unknown or ambiguous.
    """
    if not asked:
        raise InputError("name the claim whose origins are independent; kg claims lists them")
    claims = tuple(dict.fromkeys(targets.claim(desk, text) for text in asked))
    return _made(desk, JudgementKind.INDEPENDENT, claims, (), signed)


def undo(desk: Desk, asked: str, signed: Signature) -> Judgement:
    """A judgement is taken back; taking back a taking-back restores what it had taken back.

    Raises:
        InputError: It is unknown or ambiguous, or was taken back already.
    """
    judgement = targets.judgement(desk, asked)
    if by := taken_back(desk.judgements).get(judgement.id):
        raise InputError(
            f"{name(desk, judgement.id)} was taken back already, by {by.reviewer} at {by.made}; "
            f"kg review undo {handle(desk, by.id)} restores it"
        )
    return _made(desk, JudgementKind.UNDO, (judgement.id,), (), signed, after=(judgement,))


def told(desk: Desk, judgement: Judgement) -> str:
    """A judgement in one sentence."""
    first, *others = (name(desk, target) for target in judgement.targets)
    match judgement.kind:
        case JudgementKind.ACCEPT | JudgementKind.REJECT:
            sentence = _told_verdict(desk, judgement, [first, *others])
        case JudgementKind.FIX:
            pairs = [f"{n} is {v}" for n, v in judgement.values if n != "outlet_id"]
            sentence = f"Fixed: {first}: {', '.join(pairs)}."
        case JudgementKind.MERGE:
            sentence = f"Merged: {first} and {' and '.join(others)} count as one."
        case JudgementKind.SPLIT:
            sentence = f"Split: {first} is not the same as {' or '.join(others)}."
        case JudgementKind.RATE:
            grade = judgement.value("rating") or ""
            means = (fixes.SOURCE_GRADES | fixes.CLAIM_GRADES).get(grade, "no grade")
            sentence = f"Rated: {first} is {grade}, {means}."
        case JudgementKind.INDEPENDENT:
            claims = " / ".join((first, *others))
            sentence = f"Independent: the origins of {claims} do not have it from each other."
        case JudgementKind.UNDO:
            sentence = f"Taken back: {first}."
    return sentence


def _told_verdict(desk: Desk, judgement: Judgement, names: Sequence[str]) -> str:
    stands = judgement.kind is JudgementKind.ACCEPT
    word = "Accepted" if stands else "Rejected"
    if len(names) < _PAIR:
        return f"{word}: {names[0]} {'counts in full' if stands else 'counts for nothing'}."
    pair = frozenset(judgement.targets)
    kinds = {r.kind.value for r in desk.relations if frozenset((r.subject, r.object)) == pair}
    relation = "/".join(sorted(kinds)) or "related"
    return f"{word}: that {names[0]} and {names[1]} stand to each other as “{relation}”."


def _verdict(desk: Desk, kind: JudgementKind, asked: Sequence[str], signed: Signature) -> Judgement:
    if len(asked) == 1:
        return _made(desk, kind, (targets.attribution(desk, asked[0]),), (), signed)
    if len(asked) != _PAIR:
        raise InputError(f"{kind} takes one attribution, or two claims whose relation is meant")
    claims = tuple(targets.claim(desk, text) for text in asked)
    pair = frozenset(claims)
    related = {frozenset((r.subject, r.object)) for r in desk.relations}
    if len(pair) < _PAIR or pair not in related:
        one, other = (name(desk, claim) for claim in claims)
        raise InputError(
            f"nothing relates {one} and {other}, so there is nothing to {kind}; "
            "kg review merge says that two claims are one, kg review split that they are not"
        )
    return _made(desk, kind, claims, (), signed)


def _check_scale(desk: Desk, asked: str, given: str) -> None:
    """Tell whoever grades a claim like a source, or a source like a claim."""
    try:
        sort, iri = targets.claim_or_source(desk, asked)
    except InputError:
        return
    scale = "A to F" if sort is Sort.SOURCE else "1 to 6"
    raise InputError(f"{name(desk, iri)} is a {sort}; it is rated {scale}, not {given}")


def _alike(desk: Desk, verb: str, asked: Sequence[str]) -> tuple[str, ...]:
    """At least two sources or two claims, each once."""
    found = [targets.claim_or_source(desk, text) for text in asked]
    distinct = tuple(dict.fromkeys(iri for _, iri in found))
    sorts = {sort for sort, _ in found}
    if len(sorts) > 1:
        told_of = ", ".join(f"{brief(name(desk, iri))} is a {sort}" for sort, iri in found)
        raise InputError(f"only sources, or only claims, can be one: {told_of}")
    if len(distinct) < _PAIR:
        same = f"; {' and '.join(asked)} are the same already" if len(asked) > 1 else ""
        raise InputError(f"{verb} takes at least two sources or two claims{same}")
    return distinct


def _made(  # noqa: PLR0913 - a judgement is all of these
    desk: Desk,
    kind: JudgementKind,
    iris: tuple[str, ...],
    values: Values,
    signed: Signature,
    *,
    after: Iterable[Judgement] = (),
) -> Judgement:
    reviewer = " ".join(signed.reviewer.split())
    if not reviewer:
        raise InputError("say who decides: --by NAME, or KG_REVIEWER")
    if not is_date(signed.made):
        raise InputError(f"{signed.made!r} is no time; write it as 2024-10-03T08:00:00Z")
    before = (j for j in desk.judgements if not set(iris).isdisjoint(j.targets))
    made = _later(signed.made, [j.made for j in (*before, *after)])
    key = judgement_key(kind, reviewer, made, iris, values)
    id_ = JudgementId(f"{desk.names.base}judgement/{key}")
    rationale = " ".join((signed.rationale or "").split()) or None
    return Judgement(id_, kind, reviewer, made, iris, values, rationale)


def _later(made: str, before: Sequence[str]) -> str:
    """``made``, or just after the last of ``before`` where the clock shows an earlier time.

    The later of two judgements on one matter holds, so whoever decides anew must come later,
    within the same second and on a clock that is slow.
    """
    last = max(before, default="")
    if made > last:
        return made
    try:
        return (
            (datetime.fromisoformat(last) + timedelta(seconds=1)).isoformat().replace("+00:00", "Z")
        )
    except ValueError:
        return made
