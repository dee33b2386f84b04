"""What outlets relay, have from sources of their own and say on nobody's word."""

import pytest

from kg.answers.measures import measures


@pytest.fixture
def measured(story, corpus_from):
    return lambda: measures(corpus_from(story))


def outlet(answer, name):
    (found,) = [item for item in answer["items"] if item["name"] == name]
    return found


def sourcing(answer, name):
    found = outlet(answer, name)
    return [found[kind]["claims"] for kind in ("relayed", "directly_sourced", "unsourced")]


def races(answer, name):
    found = outlet(answer, name)
    return [found[kind]["claims"] for kind in ("first", "first_or_tied", "later")]


def test_each_claim_of_an_outlet_is_relayed_sourced_or_unsourced(story, measured):
    story.outlets("CNN")
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "CNN", "Army")
    page.tells("Q", "Army")
    page.tells("R", "'officials'")
    page.says("S")
    answer = measured()

    assert sourcing(answer, "Ledger") == [1, 2, 1]
    found = outlet(answer, "Ledger")
    assert [found[k]["share"] for k in ("relayed", "directly_sourced", "unsourced")] == [
        0.25,
        0.5,
        0.25,
    ]
    assert (found["claims"], found["kind"]) == (4, "outlet")


def test_one_way_through_another_outlet_makes_a_claim_relayed(story, measured):
    story.outlets("CNN")
    page = story.page("one", "Ledger", "2024-03-01")
    page.says("P")
    page.tells("P", "Army")
    page.tells("P", "CNN")

    assert sourcing(measured(), "Ledger") == [1, 0, 0]


def test_a_headline_that_restates_does_not_make_a_claim_unsourced(story, measured):
    page = story.page("one", "Ledger", "2024-03-01")
    page.says("P")
    page.tells("P", "Army")

    assert sourcing(measured(), "Ledger") == [0, 1, 0]


def test_an_outlet_that_cites_itself_relays_nothing(story, measured):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Ledger", "2024-03-02").tells("Q", "Ledger")

    assert sourcing(measured(), "Ledger") == [0, 1, 1]


def test_a_printed_dispatch_is_relayed_and_the_agencys_own(story, measured):
    story.agent("AFP", "agency")
    page = story.page("one", "Ledger", "2024-03-01", credited_to="AFP")
    page.tells("P", "Army")
    page.says("Q")
    answer = measured()

    assert sourcing(answer, "Ledger") == [2, 0, 0]
    assert sourcing(answer, "AFP") == [0, 1, 1]


def test_a_reprint_is_relayed(story, measured):
    one, two = story.page("one", "Ledger", "2024-03-01"), story.page("two", "Herald", "2024-03-02")
    row = [page.tells("P", "Army")[0] for page in (one, two)]
    story.copy("reprint", one, two, rows=[row], original=one)
    answer = measured()

    assert sourcing(answer, "Ledger") == [0, 1, 0]
    assert sourcing(answer, "Herald") == [1, 0, 0]
    assert ("Herald", "Ledger", 0, 1) in matrix(answer)
    assert ("Herald", "Army", 1, 0) not in matrix(answer)


def test_every_count_has_its_documents_and_words(story, measured):
    story.page("two", "Ledger", "2024-03-02").tells("Q", "Army")
    story.page("one", "Ledger", "2024-03-01").tells("P", "Navy")
    found = outlet(measured(), "Ledger")

    assert [d["doc_id"] for d in found["documents"]] == ["one", "two"]
    assert [d["doc_id"] for d in found["directly_sourced"]["documents"]] == ["one", "two"]
    assert [e["quote"] for e in found["directly_sourced"]["evidence"]] == [
        "Navy",
        "says that",
        "P (told 0)",
    ]
    assert found["relayed"] == {"claims": 0, "share": 0.0, "documents": [], "evidence": []}


def test_of_versions_of_a_text_the_latest_counts(story, measured):
    one, two = story.page("one", "Ledger", "2024-03-01"), story.page("two", "Ledger", "2024-03-02")
    one.says("P")
    two.tells("P", "Army")
    story.copy("revision", one, two, original=one)

    assert sourcing(measured(), "Ledger") == [0, 1, 0]


def test_texts_of_an_unknown_publisher_are_listed_apart(story, measured):
    story.page("one").tells("P", "Army")
    answer = measured()

    assert answer["items"] == []
    assert [d["doc_id"] for d in answer["without_publisher"]] == ["one"]


# ---- who was first


def test_who_reported_first_is_counted_where_several_report(story, measured):
    for claim in ("P", "Q", "R"):
        story.page(f"{claim}1", "Ledger", "2024-03-01").tells(claim, "Army")
    for claim, day in (("P", "2024-03-02"), ("Q", "2024-03-06"), ("R", "2024-03-01")):
        story.page(f"{claim}2", "Herald", day).tells(claim, "Army")
    story.page("alone", "Ledger", "2024-03-01").tells("S", "Army")
    answer = measured()

    assert races(answer, "Ledger") == [2, 1, 0]
    assert races(answer, "Herald") == [0, 1, 2]
    assert outlet(answer, "Ledger")["shared_claims"] == 3
    assert outlet(answer, "Herald")["median_delay"] == {"value": 3, "unit": "days"}
    assert outlet(answer, "Ledger")["median_delay"] is None
    assert outlet(answer, "Herald")["later"]["share"] == 0.6667


def test_delays_known_to_the_hour_have_a_median_in_hours(story, measured):
    story.page("one", "Ledger", "2024-03-01T06:00").tells("P", "Army")
    story.page("two", "Herald", "2024-03-01T09:30").tells("P", "Army")

    assert outlet(measured(), "Herald")["median_delay"] == {"value": 3.5, "unit": "hours"}


def test_hours_and_days_have_a_median_in_days(story, measured):
    story.page("one", "Ledger", "2024-03-01T06:00").tells("P", "Army")
    story.page("two", "Herald", "2024-03-01T18:00").tells("P", "Army")
    story.page("three", "Ledger", "2024-03-01").tells("Q", "Army")
    story.page("four", "Herald", "2024-03-02").tells("Q", "Army")

    assert outlet(measured(), "Herald")["median_delay"] == {"value": 0.75, "unit": "days"}


def test_delays_that_nobody_knows_are_counted_apart(story, measured):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")
    story.page("two", "Herald").tells("P", "Army")
    answer = measured()

    assert outlet(answer, "Herald")["delay_unknown"] == 1
    assert outlet(answer, "Herald")["median_delay"] is None
    assert races(answer, "Ledger") == [0, 1, 0]


# ---- who relies on whom


def matrix(answer):
    return [
        (row["outlet_name"], row["name"], row["attributions"], row["taken_over"])
        for row in answer["reliance"]
    ]


def test_the_matrix_has_a_row_for_each_outlet_and_source(story, measured):
    story.outlets("CNN")
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "CNN", "Army")
    page.tells("Q", "CNN")
    story.page("two", "Herald", "2024-03-02").tells("P", "'officials'")
    answer = measured()

    assert matrix(answer) == [
        ("Ledger", "CNN", 2, 0),
        ("Herald", "officials", 1, 0),
        ("Ledger", "Army", 1, 0),
    ]
    assert answer["reliance"][0]["claims"] == 2
    assert [d["doc_id"] for d in answer["reliance"][0]["documents"]] == ["one"]
    assert answer["reliance"][0]["evidence"][0]["quote"] == "CNN"
    assert [row["kind"] for row in answer["reliance"]] == ["outlet", "unnamed", "body"]


def test_one_attribution_of_two_claims_is_one_citation(story, measured):
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "Army")
    page.tells("Q", "Army")
    page.conveyances[1] = type(page.conveyances[0])(
        page.attributions[0].id, page.conveyances[1].claim
    )
    (row,) = measured()["reliance"]

    assert (row["attributions"], row["claims"]) == (1, 2)


def test_unnamed_sources_are_listed_by_how_much_rests_on_them(story, measured):
    story.outlets("CNN")
    story.page("cnn", "CNN", "2024-03-01").tells("P", "'people familiar with it'")
    story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")
    story.page("herald", "Herald", "2024-03-03").tells("P", "Ledger")
    page = story.page("own", "Ledger", "2024-03-01")
    page.tells("Q", "'an official'")
    page.tells("R", "'an official'")
    answer = measured()["unnamed"]

    assert [(e["name"], e["outlets"], e["claims"]) for e in answer] == [
        ("people familiar with it", ["CNN", "Ledger", "Herald"], 1),
        ("an official", ["Ledger"], 2),
    ]
    assert [d["doc_id"] for d in answer[0]["documents"]] == ["cnn", "ledger", "herald"]
    assert answer[0]["evidence"][0]["quote"] == "people familiar with it"


def test_named_sources_are_no_unnamed_ones(story, measured):
    story.page("one", "Ledger", "2024-03-01").tells("P", "Army")

    assert measured()["unnamed"] == []


def test_an_empty_corpus_has_nothing_to_measure(measured):
    assert measured() == {
        "documents": 0,
        "claims": 0,
        "without_publisher": [],
        "items": [],
        "reliance": [],
        "unnamed": [],
        "findings": [],
    }
