"""Who said what of a claim, through whom, in order of publication."""

from dataclasses import replace

import pytest

from kg.answers.timeline import timeline
from kg.model import WriterCertainty

CLAIM = "urn:claim/P"


@pytest.fixture
def told(story, corpus_from):
    """The timeline of P in the story as it stands."""
    return lambda claim=CLAIM: timeline(corpus_from(story), claim)


def roles(answer):
    return [(item["doc_id"], item["role"]) for item in answer["items"]]


def test_events_stand_in_order_of_publication_and_undated_ones_come_last(story, told):
    story.page("a-undated", "Courier").tells("P", "Army")
    story.page("late", "Herald", "2024-03-05").tells("P", "Army")
    story.page("early", "Ledger", "2024-03-01").tells("P", "Army")
    answer = told()

    assert [item["doc_id"] for item in answer["items"]] == ["early", "late", "a-undated"]
    assert [item["undated"] for item in answer["items"]] == [False, False, True]
    assert "1 text without a date, listed last: when is unknown" in answer["notes"]


def test_zones_are_heeded_in_the_order(story, told):
    story.page("new-york", "Herald", "2024-03-01T22:00-05:00").tells("P", "Army")
    story.page("london", "Ledger", "2024-03-02T01:00+00:00").tells("P", "Army")

    assert [item["doc_id"] for item in told()["items"]] == ["london", "new-york"]


def test_an_event_says_who_said_it_through_whom_and_how(story, told):
    story.outlets("CNN")
    page = story.page("one", "Ledger", "2024-03-01")
    outer, _ = page.tells("P", "CNN", "Army", stances=["asserts", "confirms"])
    page.attributions[0] = replace(outer, writer_certainty=WriterCertainty.DISTANCED)
    (event,) = told()["items"]

    assert (event["name"], event["kind"]) == ("Army", "body")
    assert [outer["name"] for outer in event["through"]] == ["CNN"]
    assert (event["stance"], event["writer_certainty"]) == ("confirms", "distanced")
    assert (event["role"], event["own_voice"]) == ("conveys", False)


def test_every_event_shows_the_words_of_all_its_steps(story, told):
    story.outlets("CNN")
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "CNN", "Army")
    (event,) = told()["items"]

    shown = [(e["part"], e["quote"]) for e in event["evidence"]]
    assert shown[:2] == [("source", "CNN"), ("cue", "says that")]
    assert shown[-1] == ("content", "P (told 0)")
    assert all(page.text[e["start"] : e["end"]] == e["quote"] for e in event["evidence"])


def test_equivalent_claims_are_one_timeline_whichever_is_asked_for(story, told):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Herald", "2024-03-02").tells("Q", "Navy")
    story.relate("equivalent", "P", "Q")

    assert told("urn:claim/Q") == told(CLAIM)
    assert told()["claims"] == ["urn:claim/P", "urn:claim/Q"]
    assert roles(told()) == [("one", "conveys"), ("two", "conveys")]


def test_other_claims_of_the_same_texts_are_left_out(story, told):
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "Army")
    page.tells("Q", "Navy", stances=["denies"])

    assert roles(told()) == [("one", "conveys")]


@pytest.mark.parametrize(
    ("stance", "role"),
    [
        ("denies", "denies"),
        ("questions", "questions"),
        ("declines", "declines"),
        ("demands", "demands"),
        ("unclear", "unclear"),
        ("confirms", "conveys"),
    ],
)
def test_what_a_source_does_to_the_claim_is_its_role(story, told, stance, role):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army", stances=[stance])

    assert roles(told()) == [("one", role)]


def test_denying_that_somebody_said_it_does_nothing_to_the_claim(story, told):
    story.page("one", "Ledger", "2024-03-01").tells(
        "P", "Kremlin", "Army", stances=["denies", "asserts"]
    )

    assert roles(told()) == [("one", "not-conveyed")]


def test_claims_that_stand_against_it_are_told_of(story, told):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    page = story.page("two", "Herald", "2024-03-02")
    page.tells("TRADE", "Moscow", stances=["denies"])
    page.tells("OPPOSITE", "Navy")
    story.relate("disputes", "TRADE", "P")
    story.relate("contradicts", "OPPOSITE", "P")

    assert roles(told()) == [("one", "conveys"), ("two", "disputes"), ("two", "contradicts")]


def test_headlines_that_say_it_again_are_marked_as_such(story, told):
    page = story.page("one", "Ledger", "2024-03-01")
    page.says("P")
    page.tells("P", "Army")
    page.says("P")
    answer = told()

    assert [(i["role"], i["own_voice"]) for i in answer["items"]] == [
        ("restates", True),
        ("conveys", False),
        ("restates", True),
    ]


def test_of_two_sentences_in_the_texts_own_voice_both_are_listed(story, told):
    page = story.page("one", "Ledger", "2024-03-01")
    page.says("P")
    page.says("P")
    answer = told()

    assert [item["role"] for item in answer["items"]] == ["conveys", "restates"]
    assert answer["items"][0]["writer_certainty"] == "committed"


@pytest.fixture
def retracted(story):
    """CNN tells it, the Ledger has it from CNN, then CNN takes it back; the Army stands by it."""
    story.outlets("CNN")
    story.page("first", "CNN", "2024-03-01").tells("P", "'people familiar with it'")
    story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")
    story.page("herald", "Herald", "2024-03-03").tells("P", "Army")
    story.page("retraction", "CNN", "2024-03-05").tells(
        "P", "CNN", stances=["denies"], retracts=True
    )
    return story


def test_retractions_are_marked_with_all_that_they_touch(retracted, told):
    answer = told()

    assert roles(answer)[-1] == ("retraction", "retracts")
    assert {i["doc_id"]: i["withdrawn"] for i in answer["items"]} == {
        "first": "taken-back",
        "ledger": "relies-on-retracted",
        "herald": None,
        "retraction": None,
    }
    assert "somebody took it back: see the events marked as withdrawn" in answer["notes"]


def test_what_was_taken_back_had_been_reported_all_the_same(retracted, told):
    answer = told()

    assert [outlet["name"] for outlet in answer["first"]["outlets"]] == ["CNN"]


def test_a_person_who_takes_back_what_a_paper_quoted_is_named_as_the_one_who_acts(story, told):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Minister")
    page = story.page("two", "Courier", "2024-03-02")
    outer, inner = page.tells("P", "Minister", "'its statement'", stances=["denies", "asserts"])
    page.attributions = [replace(outer, retracts=True), inner]
    statement, retraction = told()["items"]

    assert (retraction["role"], retraction["name"], retraction["through"]) == (
        "retracts",
        "Minister",
        [],
    )
    assert statement["withdrawn"] == "taken-back"


def test_delays_are_counted_after_the_first_report(story, told):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Herald", "2024-03-04").tells("P", "Army")
    story.page("again", "Herald", "2024-03-09").tells("P", "Army")
    story.page("month", "Courier", "2024-04").tells("P", "Army")
    answer = told()

    assert answer["first"]["published"] == "2024-03-01"
    assert answer["first"]["certain"]
    assert [(o["name"], o["first"], o["delay"]) for o in answer["outlets"]] == [
        ("Ledger", True, None),
        ("Herald", False, {"value": 3, "unit": "days"}),
        ("Courier", False, None),
    ]
    assert [i["doc_id"] for i in answer["items"] if i["first_report"]] == ["one"]


def test_a_report_shows_the_words_that_make_it(story, told):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    (outlet,) = told()["outlets"]

    assert [e["quote"] for e in outlet["evidence"]] == ["Army", "says that", "P (told 0)"]


def test_a_claim_that_is_only_denied_was_reported_by_nobody(story, told):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army", stances=["denies"])
    answer = told()

    assert (answer["first"], answer["outlets"]) == (None, [])
    assert answer["notes"] == ["no text supports the claim"]


def test_a_copy_says_what_it_repeats(story, told):
    one = story.page("one", "Ledger", "2024-03-01")
    two = story.page("two", "Herald", "2024-03-02")
    row = [page.tells("P", "Army")[0] for page in (one, two)]
    story.copy("reprint", one, two, rows=[row], original=one)
    original, copy = told()["items"]

    assert (original["copy_of"], copy["copy_of"]) == (None, row[0].id)


def test_an_earlier_version_is_listed_and_marked(story, told):
    one = story.page("one", "Ledger", "2024-03-01")
    two = story.page("two", "Ledger", "2024-03-02")
    row = [page.tells("P", "Army")[0] for page in (one, two)]
    story.copy("revision", one, two, rows=[row], original=one)
    answer = told()

    assert [(i["doc_id"], i["superseded"]) for i in answer["items"]] == [
        ("one", True),
        ("two", False),
    ]
    assert [d["doc_id"] for d in answer["first"]["documents"]] == ["one"]
