"""Verbs by which somebody keeps back what the next verb would say: declined to confirm.

"A refusé de dire", "n'a pas souhaité préciser", "was unable to establish", "has yet to say":
the whole is one act, by which its source takes no position. Which verbs and adjectives refuse,
and which do so only when negated, the lexicon says.
"""

from dataclasses import replace

from kg.extract.passages import Passage
from kg.extract.verbs import VerbGroup, left_of

_REACH = 6
"""Most tokens between the refusal and the verb of saying: "s'est bien gardé, lui, de dire"."""

_BETWEEN = frozenset(
    ["to", "from", "of", "short", "in", "a", "position", "de", "d'", "à", "en", "y", "s'", "se"]
)


def with_refusals(p: Passage, groups: list[VerbGroup]) -> list[VerbGroup]:
    """``groups``, each that is refused widened by the words of the refusal."""
    found = [_with_refusal(p, group) for group in _neither(p, groups)]
    taken = {j for g in found if g.refused for j in range(g.lo, g.head)}
    return [g for g in found if g.head not in taken]


def _neither(p: Passage, groups: list[VerbGroup]) -> list[VerbGroup]:
    """``groups``, "neither confirmed nor denied" as one that keeps everything back."""
    found: list[VerbGroup] = []
    for group in groups:
        before = found[-1] if found else None
        if before and before.negated and _goes_on(p, before, group):
            found[-1] = replace(
                group,
                lo=before.lo,
                past=before.past,
                mood="finite",
                passive=before.passive,
                refused=True,
            )
        else:
            found.append(group)
    return found


def _goes_on(p: Passage, before: VerbGroup, group: VerbGroup) -> bool:
    """Whether ``group`` is the second half of "neither confirmed nor denied"."""
    near = group.head - before.hi <= 1 and p.low(group.head - 1) in {"ni", "nor"}
    return near and p.quoted[group.head] == p.quoted[before.head]


def _with_refusal(p: Passage, group: VerbGroup) -> VerbGroup:
    if group.mood not in {"infinitive", "-ing"}:
        return group
    at = _refusal(p, group)
    if at is None:
        return group
    left = left_of(p, at)
    if p.low(at) in p.lex.if_negated and not left.negated:
        return group
    return replace(
        group,
        lo=min(left.lo, group.lo),
        mood="finite",
        past=True,
        passive=False,
        negated=False,
        refused=True,
    )


def _refusal(p: Passage, group: VerbGroup) -> int | None:
    """The token of the refusal before ``group``, or among its auxiliaries ("has yet to say")."""
    if "yet" in {p.low(j) for j in range(group.lo, group.head)}:
        return next(j for j in range(group.lo, group.head) if p.low(j) == "yet")
    for j in range(group.lo - 1, max(-1, group.lo - 1 - _REACH), -1):
        low = p.low(j)
        if p.quoted[j] != p.quoted[group.head] or low in {",", ";", ":"}:
            return None
        if low in p.lex.refusals or low in p.lex.if_negated:
            return j
        if low not in _BETWEEN and p.tree.pos[j] not in {"ADV", "PART"}:
            return None
    return None
