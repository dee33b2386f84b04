"""What people think of a claim and its sources: shown apart, never averaged."""

import pytest


@pytest.fixture
def pair(story, reviewed):
    """A claim for which two bodies answer, in one paper."""
    page = story.page("one", "Ledger", "2024-10-01")
    page.tells("P", "Army")
    page.tells("P", "Navy")
    return reviewed


def grades(answer):
    return [(r["name"], r["axis"], r["grade"], r["reviewer"]) for r in answer["ratings"]]


def test_ratings_stand_in_the_dossier_with_who_when_and_why(pair):
    pair.make("rate", "Army", "B", why="right before")

    (rating,) = pair.ask()["ratings"]

    assert rating == {
        "target": "urn:agent/Army",
        "name": "Army",
        "axis": "source",
        "grade": "B",
        "reviewer": "Zoé",
        "made": "2024-10-03T08:00:00Z",
        "rationale": "right before",
    }


def test_grades_of_two_reviewers_stand_side_by_side(pair):
    pair.make("rate", "Army", "B")
    pair.make("rate", "Army", "D", by="Ada")
    pair.make("rate", "urn:claim/P", "3", by="Ada")
    pair.make("rate", "Ledger", "F")

    assert grades(pair.ask()) == [
        ("Army", "source", "B", "Zoé"),
        ("Army", "source", "D", "Ada"),
        ("Ledger", "source", "F", "Zoé"),
        ("P (told 0)", "information", "3", "Ada"),
    ]


def test_a_reviewers_last_word_counts_until_it_is_taken_back(pair):
    pair.make("rate", "Army", "B")
    last = pair.make("rate", "Army", "E")
    assert grades(pair.ask()) == [("Army", "source", "E", "Zoé")]

    pair.make("undo", last.id)

    assert grades(pair.ask()) == [("Army", "source", "B", "Zoé")]


def test_a_rating_follows_a_source_that_becomes_part_of_another(pair):
    pair.make("rate", "Army", "B")
    pair.make("rate", "Navy", "B")

    pair.make("merge", ["Army", "Navy"])

    answer = pair.ask()
    assert {r["target"] for r in answer["ratings"]} == {
        o["source"] for o in answer["origins"]["resolved"]
    }


def test_ratings_of_others_are_not_shown(story, pair):
    story.page("two", "Courier").tells("Q", "Palace")
    pair.make("rate", "Palace", "A")
    pair.make("rate", "urn:claim/Q", "5")

    assert pair.ask()["ratings"] == []
    assert len(pair.ask("Q")["ratings"]) == 2


def test_the_rating_of_an_equal_claim_is_shown(story, pair):
    story.page("two", "Courier").tells("Q", "Palace")
    story.relate("equivalent", "P", "Q", 0.9)
    pair.make("rate", "urn:claim/Q", "2")

    assert [r["name"] for r in pair.ask()["ratings"]] == ["Q (told 0)"]


def test_no_grade_moves_any_figure(pair):
    before = pair.ask()
    for asked, grade in [("Army", "A"), ("Navy", "F"), ("urn:claim/P", "1")]:
        pair.make("rate", asked, grade)

    after = pair.ask()

    assert after | {"ratings": []} == before


# ---- the ceiling


def test_the_best_grade_needs_two_origins_and_somebody_who_judged_them_independent(pair):
    assert pair.ask()["ceiling"]["max"] == 2

    judgement = pair.make("independent", ["urn:claim/P"])

    ceiling = pair.ask()["ceiling"]
    assert ceiling == {"max": 1, "reason": "Zoé has judged the origins to be independent"}
    pair.make("undo", judgement.id)
    assert pair.ask()["ceiling"]["max"] == 2


def test_one_origin_is_not_independent_of_itself(story, reviewed):
    story.page("one", "Ledger").tells("P", "Army")

    reviewed.make("independent", ["urn:claim/P"])

    assert reviewed.ask()["ceiling"]["max"] == 3


def test_what_is_contested_stays_at_three(story, pair):
    story.page("two", "Courier").tells("P", "Palace", stances=["denies"])

    pair.make("independent", ["urn:claim/P"])

    assert pair.ask()["ceiling"]["max"] == 3


def test_who_judged_one_claim_has_not_judged_the_union_of_two(story, pair):
    story.page("two", "Courier").tells("Q", "Palace")
    pair.make("independent", ["urn:claim/P"])
    assert pair.ask("P", "Q")["ceiling"]["max"] == 2

    pair.make("independent", ["urn:claim/P", "urn:claim/Q"])

    assert pair.ask("P", "Q")["ceiling"]["max"] == 1
    assert pair.ask("Q")["ceiling"]["max"] == 3


@pytest.mark.parametrize(("sure", "most"), [(0.9, 1), (0.3, 2)])
def test_a_judgement_reaches_claims_that_are_surely_the_same(story, pair, sure, most):
    story.page("two", "Courier").tells("Q", "Palace")
    story.relate("equivalent", "P", "Q", sure)

    pair.make("independent", ["urn:claim/Q"])

    assert pair.ask("P")["ceiling"]["max"] == most
