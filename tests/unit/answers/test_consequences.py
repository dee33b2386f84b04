"""The active list: doubtful things, those first whose answer would move a claim."""

import shlex

import pytest

from kg.answers.consequences import consequential
from kg.answers.doubts import doubts


@pytest.fixture
def page(story):
    return story.page("one", "Ledger", "2024-10-01")


def listed(reviewed, **how):
    return consequential(reviewed.desk, **how)["items"]


def effects(entry):
    return {t["verdict"]: (t["lower"], t["upper"], t["status"]) for t in entry["then"]}


def test_an_unsure_attribution_says_what_either_answer_would_do(page, reviewed):
    page.tells("P", "Army")
    (unsure,) = page.tells("P", "Navy", confidence=0.3)

    (entry,) = listed(reviewed)

    assert (entry["what"], entry["moves"]) == ("attribution", True)
    assert entry["now"] == {"lower": 1, "upper": 2, "status": "supported"}
    assert effects(entry) == {"accept": (2, 2, "supported"), "reject": (1, 1, "supported")}
    assert "30%" in entry["why"]
    assert entry["targets"] == [{"target": unsure.id, "name": "Navy in one: “P (told 1)”"}]
    assert [piece["quote"] for piece in entry["evidence"]] == ["Navy", "says that", "P (told 1)"]


@pytest.mark.parametrize("confidence", [0.1, 0.5, 1.0])
def test_what_is_sure_or_not_even_shown_is_no_question(page, reviewed, confidence):
    page.tells("P", "Army", confidence=confidence)

    assert listed(reviewed) == []


def test_an_implied_source_is_a_question(page, reviewed):
    page.tells("P", "Navy")
    page.implies("P", "Ledger", "Army")

    (entry,) = listed(reviewed)

    assert entry["what"] == "implied"
    assert effects(entry)["accept"] == (2, 2, "supported")


def test_an_unsure_match_is_a_question(page, reviewed):
    page.tells("P", "Army")
    page.tells("P", "Navy", match=0.4)

    (entry,) = listed(reviewed)

    assert entry["what"] == "match"
    assert effects(entry)["accept"] == (2, 2, "supported")


def test_a_relay_that_is_unsure_moves_what_is_said_through_it(story, page, reviewed):
    story.outlets("CNN")
    outer, inner = page.tells("P", "CNN", "Army")
    page.attributions[0] = type(outer)(
        **{f: getattr(outer, f) for f in outer.__slots__} | {"confidence": 0.3}
    )

    (entry,) = listed(reviewed)

    assert entry["targets"][0]["target"] == outer.id
    assert entry["claim"] == "urn:claim/P"
    assert inner.nested_in == outer.id


def test_a_doubtful_dispute_moves_the_status(page, reviewed):
    page.tells("P", "Army")
    page.tells("Q", "Moscow", stances=["denies"])
    reviewed.story.relate("disputes", "Q", "P", 0.4)

    (entry,) = listed(reviewed)

    assert (entry["what"], entry["claim"]) == ("disputes", "urn:claim/P")
    assert effects(entry)["reject"] == (1, 1, "supported")
    assert effects(entry)["accept"] == (1, 1, "contested")


def test_a_doubtful_denial_moves_the_claim_that_it_disputes(page, reviewed):
    page.tells("P", "Army")
    page.tells("Q", "Moscow", stances=["denies"], confidence=0.3)
    reviewed.story.relate("disputes", "Q", "P", 0.9)

    (entry,) = listed(reviewed)

    assert entry["claim"] == "urn:claim/P"
    assert effects(entry)["reject"] == (1, 1, "supported")


@pytest.mark.parametrize(("sure", "asked"), [(0.3, True), (0.6, True), (0.65, False)])
def test_claims_that_may_say_the_same_are_a_question_below_a_higher_bar(
    story, page, reviewed, sure, asked
):
    page.tells("P", "Army")
    story.page("two", "Courier", "2024-10-02").tells("Q", "Navy")
    story.relate("equivalent", "P", "Q", sure)

    found = listed(reviewed)

    assert [e["what"] for e in found] == ["equivalence"] * asked
    if found:
        assert effects(found[0])["split"] == (1, 1, "supported")
        assert effects(found[0])["merge"] == (2, 2, "supported")


def test_narrower_claims_are_tried_as_they_are_asked_about(story, page, reviewed):
    page.tells("P", "Army")
    story.page("two", "Courier", "2024-10-02").tells("Q", "Navy")
    story.relate("entails", "Q", "P", 0.4)

    (entry,) = listed(reviewed)

    assert "--entailed" in entry["why"]
    assert entry["claim"] == "urn:claim/P"
    assert effects(entry)["accept"] == (2, 2, "supported")


def test_names_that_may_mean_one_are_a_question_until_somebody_says(story, page, reviewed):
    page.tells("P", "Army")
    page.tells("P", "Ground forces")
    reviewed.resolve("Ground forces", "Army", 0.4)

    (entry,) = listed(reviewed)

    assert entry["what"] == "resolution"
    assert effects(entry) == {"merge": (1, 1, "supported"), "split": (2, 2, "supported")}
    reviewed.make("split", ["Army", "Ground forces"])
    assert listed(reviewed) == []


def test_a_name_may_lead_to_an_agent_that_no_text_on_the_claim_mentions(story, page, reviewed):
    story.agent("General staff", "body", part_of="Ministry")
    story.agent("Ministry", "body")
    story.agent("Staff", "body")
    page.tells("P", "Staff")
    page.tells("P", "Ministry")
    story.page("two", "Courier").tells("Q", "General staff")
    reviewed.resolve("Staff", "General staff", 0.4)

    (entry,) = listed(reviewed)

    assert effects(entry)["merge"] == (1, 1, "supported")


def test_what_a_judgement_decided_is_asked_no_more(page, reviewed):
    page.tells("P", "Army")
    (unsure,) = page.tells("P", "Navy", confidence=0.3)
    reviewed.make("accept", [unsure.id])

    assert listed(reviewed) == []


def test_what_moves_most_comes_first(story, page, reviewed):
    page.tells("P", "Army")
    page.tells("P", "Army", confidence=0.3)
    page.tells("Q", "Palace")
    page.tells("Q", "Navy", confidence=0.3)
    page.tells("R", "Army")
    page.tells("R", "Moscow", stances=["denies"], confidence=0.3)

    found = listed(reviewed)

    claims = ["urn:claim/R", "urn:claim/Q", "urn:claim/P"]
    assert [(e["claim"], e["moves"]) for e in found] == list(
        zip(claims, [True, True, False], strict=True)
    )


def test_a_wording_that_falls_leaves_the_claim_that_others_say(story, page, reviewed):
    page.tells("P", "Army", confidence=0.3)
    story.page("two", "Courier", "2024-10-02").tells("Q", "Navy")
    story.relate("equivalent", "P", "Q", 0.9)

    (entry,) = listed(reviewed)

    assert entry["claim"] == "urn:claim/Q"
    assert effects(entry)["reject"] == (1, 1, "supported")


def test_the_number_of_trials_is_bounded_and_what_is_left_is_counted(page, reviewed):
    for n in range(6):
        page.tells(f"P{n}", "Army", confidence=0.3)

    found = consequential(reviewed.desk, most=5)

    assert (found["trials"], len(found["items"]), found["untried"]) == (4, 2, 4)


def test_what_stands_in_more_documents_is_tried_first(story, page, reviewed):
    page.tells("P", "Army", confidence=0.3)
    page.tells("Q", "Army", confidence=0.3)
    story.page("two", "Courier", "2024-10-02").tells("Q", "Navy")

    assert [doubt.claims for doubt in doubts(reviewed.desk)] == [
        ("urn:claim/Q",),
        ("urn:claim/P",),
    ]


def test_every_command_does_what_the_list_says(arms, reviewed):
    page = arms.page("more", "Ledger", "2024-10-02")
    page.tells("C7", "Army", confidence=0.3)
    page.tells("C4", "Moscow", stances=["denies"], confidence=0.4)
    arms.relate("equivalent", "C1", "C2", 0.6)
    arms.relate("disputes", "C7", "C6", 0.3)
    reviewed.resolve("Army", "Intelligence", 0.3)
    found = [e for e in listed(reviewed) if "--entailed" not in e["why"]]
    assert {e["what"] for e in found} >= {"attribution", "implied", "equivalence", "resolution"}

    for entry in found:
        for then in entry["then"]:
            _, _, verb, *asked = shlex.split(then["command"])
            made = reviewed.make(verb, asked)
            answer = reviewed.ask(entry["claim"].rpartition("/")[2])
            real = answer["origins"]["lower"], answer["origins"]["upper"], answer["status"]
            assert real == (then["lower"], then["upper"], then["status"]), then["command"]
            reviewed.make("undo", made.id)
