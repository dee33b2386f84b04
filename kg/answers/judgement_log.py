"""The record of what was decided: everything, by time, and what was taken back or contradicted.

Of two judgements of different people that stand against each other on one matter the later one
holds; both are kept, and both are shown.
"""

from collections import defaultdict
from collections.abc import Iterator

from kg.answers.desk import Desk
from kg.answers.evidence import Json
from kg.answers.fixes import MISSING
from kg.answers.in_words import is_held, name, short, shown
from kg.answers.review import told
from kg.graph import disagreements, standing, taken_back
from kg.model import Judgement, JudgementKind


def log(desk: Desk) -> Json:
    """All judgements by time, those taken back included, and which of them disagree."""
    undone = taken_back(desk.judgements)
    return {
        "items": [
            _entry(desk, judgement, undone.get(judgement.id)) for judgement in desk.judgements
        ],
        "disagreements": [_disagreement(desk, *pair) for pair in apart(desk.judgements)],
    }


def apart(judgements: tuple[Judgement, ...]) -> list[tuple[Judgement, Judgement]]:
    """Standing judgements of different reviewers that cannot both hold, the later one second.

    Besides verdicts, merges and splits: values set on one thing, and grades given to it, each
    by its name. That nobody can tell (F, 6) contradicts no grade.
    """
    return [*disagreements(judgements), *_otherwise(standing(judgements))]


def _otherwise(decided: tuple[Judgement, ...]) -> Iterator[tuple[Judgement, Judgement]]:
    matters: dict[tuple[str, str], list[tuple[Judgement, str]]] = defaultdict(list)
    for judgement in decided:
        if judgement.kind not in {JudgementKind.FIX, JudgementKind.RATE}:
            continue
        for what, value in judgement.values:
            if what == "outlet_id" or (what == "rating" and value in MISSING):
                continue
            matter = matters[judgement.targets[0], what]
            for before, former in matter:
                if former != value and before.reviewer != judgement.reviewer:
                    yield before, judgement
            matter.append((judgement, value))


def _entry(desk: Desk, judgement: Judgement, undo: Judgement | None) -> Json:
    return {
        "judgement": judgement.id,
        "short_id": short(judgement.id),
        "kind": judgement.kind.value,
        "reviewer": judgement.reviewer,
        "made": judgement.made,
        "text": told(desk, judgement),
        "targets": [
            {"target": target, "name": name(desk, target), "held": is_held(desk, target)}
            for target in judgement.targets
        ],
        "values": dict(judgement.values),
        "rationale": judgement.rationale,
        "undone": undo is not None,
        "undone_by": undo.id if undo else None,
        "evidence": [piece for target in judgement.targets for piece in shown(desk, target)],
    }


def _disagreement(desk: Desk, earlier: Judgement, later: Judgement) -> Json:
    """``holds`` is null for grades: each reviewer's stands beside the other's."""
    graded = later.kind is JudgementKind.RATE
    return {
        "earlier": earlier.id,
        "later": later.id,
        "holds": None if graded else later.id,
        "text": f"{earlier.reviewer}: {told(desk, earlier)} {later.reviewer}: {told(desk, later)}",
        "evidence": [piece for target in later.targets for piece in shown(desk, target)],
    }
