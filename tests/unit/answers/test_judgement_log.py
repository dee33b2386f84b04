"""The record: everything by time, what was taken back, who disagrees."""

import pytest

from kg.answers.judgement_log import log
from kg.graph import standing, taken_back
from kg.model import Judgement, JudgementKind


@pytest.fixture
def said(story, reviewed):
    page = story.page("one", "Ledger", "2024-10-01")
    (made,) = page.tells("P", "Army")
    page.tells("P", "Navy")
    return f"one:{made.content[0].start}"


def disagreements(reviewed):
    return [(d["earlier"], d["later"], d["holds"]) for d in log(reviewed.desk)["disagreements"]]


def test_every_judgement_stands_in_the_record_with_names_words_and_evidence(said, reviewed):
    made = reviewed.make("reject", [said], why="a slip of the parser")

    (entry,) = log(reviewed.desk)["items"]

    assert entry["judgement"] == made.id
    assert made.id.rpartition("/")[2].startswith(entry["short_id"])
    assert entry["text"] == "Rejected: Army in one: “P (told 0)” counts for nothing."
    assert entry["targets"] == [
        {"target": made.targets[0], "name": "Army in one: “P (told 0)”", "held": True}
    ]
    assert (entry["reviewer"], entry["rationale"]) == ("Zoé", "a slip of the parser")
    assert [piece["quote"] for piece in entry["evidence"]] == ["Army", "says that", "P (told 0)"]


def test_what_was_taken_back_stays_in_the_record(said, reviewed):
    rejected = reviewed.make("reject", [said])
    undone = reviewed.make("undo", rejected.id, by="Ada")

    first, second = log(reviewed.desk)["items"]

    assert (first["undone"], first["undone_by"]) == (True, undone.id)
    assert (second["undone"], second["undone_by"]) == (False, None)
    reviewed.make("undo", undone.id)
    assert [e["undone"] for e in log(reviewed.desk)["items"]] == [False, True, False]


def test_every_kind_has_its_sentence(said, reviewed):
    reviewed.make("accept", [said])
    reviewed.make("fix", said, {"stance": "confirms"})
    reviewed.make("merge", ["Army", "Navy"])
    reviewed.make("split", ["Army", "Navy"])
    reviewed.make("rate", "Navy", "F")
    reviewed.make("independent", ["urn:claim/P"])
    reviewed.make("undo", reviewed.judgements[2].id)

    told = [entry["text"] for entry in log(reviewed.desk)["items"]]

    assert sorted(told) == [
        "Accepted: Army in one: “P (told 0)” counts in full.",
        "Fixed: Army in one: “P (told 0)”: stance is confirms.",
        "Independent: the origins of “P (told 0)” do not have it from each other.",
        "Merged: Army and Navy count as one.",
        "Rated: Navy is F, cannot be judged.",
        "Split: Army is not the same as Navy.",
        "Taken back: “merge” on Army, Navy (Zoé, 2024-10-03T08:00:00Z).",
    ]


def test_what_is_no_longer_held_keeps_its_iri(story, said, reviewed):
    made = reviewed.make("reject", [said])
    del story.pages["one"]

    (entry,) = log(reviewed.desk)["items"]

    assert entry["targets"] == [{"target": made.targets[0], "name": made.targets[0], "held": False}]
    assert entry["evidence"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("accept", ["one:{}"]), ("reject", ["one:{}"])),
        (("merge", ["Army", "Navy"]), ("split", ["Navy", "Army"])),
        (("fix", "one:{}", {"stance": "denies"}), ("fix", "one:{}", {"stance": "confirms"})),
        (("fix", "one", {"published": "2024"}), ("fix", "one", {"published": "2023"})),
    ],
)
def test_of_two_reviewers_who_disagree_the_later_one_holds_and_both_are_shown(
    said, reviewed, one, other
):
    filled = [
        [said if part == "one:{}" else [said] if part == ["one:{}"] else part for part in each]
        for each in (one, other)
    ]
    first = reviewed.make(*filled[0])
    second = reviewed.make(*filled[1], by="Ada")

    assert disagreements(reviewed) == [(first.id, second.id, second.id)]
    reviewed.make("undo", first.id)
    assert disagreements(reviewed) == []


def test_who_changes_her_own_mind_disagrees_with_nobody(said, reviewed):
    reviewed.make("accept", [said])
    reviewed.make("reject", [said])

    assert disagreements(reviewed) == []


def test_grades_that_differ_both_stand_and_no_grade_is_none(said, reviewed):
    first = reviewed.make("rate", "Army", "B")
    second = reviewed.make("rate", "Army", "D", by="Ada")
    reviewed.make("rate", "Army", "F", by="Max")

    assert disagreements(reviewed) == [(first.id, second.id, None)]


def test_a_long_row_of_taking_back_is_no_trouble(said, reviewed):
    last = reviewed.make("reject", [said])
    rows = [last]
    for n in range(1_500):
        made = f"2025-01-01T00:{n // 60:02d}:{n % 60:02d}Z"
        undo = Judgement(f"urn:judgement/{n}", JudgementKind.UNDO, "Zoé", made, (rows[-1].id,))
        rows.append(undo)

    assert standing(rows) == (last,)
    assert len(taken_back(rows)) == 750
