"""Two outlets or two texts side by side."""

import pytest

from kg.answers.compare import compare
from kg.errors import InputError, UnknownSource
from kg.model import WriterCertainty


@pytest.fixture
def compared(story, corpus_from):
    """Compares two outlets of the story by name."""
    return lambda a="Ledger", b="Herald": compare(
        corpus_from(story), f"urn:agent/{a}", f"urn:agent/{b}"
    )


@pytest.fixture
def pages(story):
    """A text of the Ledger and one of the Herald, a day later."""
    return story.page("one", "Ledger", "2024-03-01"), story.page("two", "Herald", "2024-03-02")


def carried(answer):
    return [
        (item["claim"].removeprefix("urn:claim/"), item["carried_by"]) for item in answer["items"]
    ]


def differences(answer):
    (item,) = [item for item in answer["items"] if item["carried_by"] == "both"]
    return {d["type"]: (d["a"], d["b"]) for d in item["differences"]}


def test_claims_are_those_of_both_and_those_of_one(pages, compared):
    pages[0].tells("ONLY LEDGER", "Army")
    pages[1].says("ONLY HERALD")
    for page in pages:
        page.tells("P", "Army")
    answer = compared()

    assert carried(answer) == [("P", "both"), ("ONLY LEDGER", "a"), ("ONLY HERALD", "b")]
    assert answer["counts"] == {"both": 1, "only_a": 1, "only_b": 1, "differing": 0}
    assert (answer["a"]["name"], answer["b"]["name"]) == ("Ledger", "Herald")


def test_equivalent_claims_are_one(story, pages, compared):
    pages[0].tells("P", "Army")
    pages[1].tells("Q", "Army")
    story.relate("equivalent", "P", "Q")

    assert carried(compared()) == [("P", "both")]


def test_each_side_tells_whom_it_names_and_shows_its_words(story, pages, compared):
    story.outlets("CNN")
    pages[0].tells("P", "CNN", "Army")
    pages[1].says("P")
    (item,) = compared()["items"]
    (one,), (other,) = item["a"], item["b"]

    assert (one["name"], [t["name"] for t in one["through"]], one["doc_id"]) == (
        "Army",
        ["CNN"],
        "one",
    )
    assert (other["own_voice"], other["writer_certainty"]) == (True, "committed")
    assert all(pages[0].text[e["start"] : e["end"]] == e["quote"] for e in one["evidence"])


def test_a_source_that_only_one_names_is_a_difference(pages, compared):
    pages[0].tells("P", "Army")
    pages[1].tells("P", "'officials'")
    answer = compared()

    assert differences(answer)["source"] == (["Army"], [])
    evidence = answer["items"][0]["differences"][0]["evidence"]
    assert [e["quote"] for e in evidence if e["part"] == "source"] == ["Army"]


def test_a_person_and_the_body_they_speak_for_are_no_difference(story, pages, compared):
    story.agent("Ministry")
    story.agent("Konashenkov", "person", part_of="Ministry")
    pages[0].tells("P", "Ministry")
    pages[1].tells("P", "Konashenkov")

    assert differences(compared()) == {}


def test_that_one_cites_the_other_is_reliance_and_no_difference(pages, compared):
    pages[0].tells("P", "'officials'")
    pages[1].tells("P", "Ledger")
    answer = compared()

    assert differences(answer) == {}
    assert [(r["by"], r["on"], r["attributions"]) for r in answer["reliance"]] == [
        ("a", "b", 0),
        ("b", "a", 1),
    ]


def test_stance_and_certainty_differ(pages, compared):
    pages[0].tells("P", "Army", stances=["confirms"])
    pages[1].tells("P", "Army", writer_certainty=WriterCertainty.DISTANCED)

    assert differences(compared()) == {
        "stance": (["confirms"], ["asserts"]),
        "certainty": (["neutral"], ["distanced"]),
    }


def test_hedges_and_numbers_of_the_words_differ(story, pages, compared):
    pages[0].tells("it may have lost 4,000 tanks", "Army")
    pages[1].tells("it has lost 5 000 tanks", "Army")
    story.relate("equivalent", "it may have lost 4,000 tanks", "it has lost 5 000 tanks")
    pages[0].text = pages[0].text.replace("(told 0)", "xxxxx xx")
    pages[1].text = pages[1].text.replace("(told 0)", "xxxxx xx")

    assert differences(compared()) == {"hedges": (["may"], []), "numbers": (["4000"], ["5000"])}


def test_reliance_is_counted_both_ways_with_the_claims(pages, compared):
    pages[0].tells("P", "Herald")
    pages[0].tells("P", "Herald", stances=["confirms"])
    pages[0].tells("Q", "Herald", "Army")
    pages[1].tells("R", "Ledger")
    one, other = compared()["reliance"]

    assert (one["attributions"], one["claims"]) == (3, 2)
    assert [(i["text"], i["doc_id"], i["how"]) for i in other["items"]] == [
        ("R (told 0)", "two", "cites")
    ]
    assert other["items"][0]["evidence"][0]["quote"] == "Ledger"


def test_printing_an_agencys_dispatch_is_reliance_without_a_citation(story, compared):
    story.agent("AFP", "agency")
    story.page("one", "Ledger", "2024-03-01", credited_to="AFP").tells("P", "Army")
    one, other = compared("Ledger", "AFP")["reliance"]

    assert (one["attributions"], one["claims"], one["items"][0]["how"]) == (0, 1, "prints")
    assert other["items"] == []


def test_repeating_a_text_is_reliance_on_its_outlet(story, pages, compared):
    row = [page.tells("P", "Army")[0] for page in pages]
    story.copy("reprint", *pages, rows=[row], original=pages[0])
    one, other = compared()["reliance"]

    assert one["items"] == []
    assert [(i["how"], i["doc_id"]) for i in other["items"]] == [("copies", "two")]


def test_documents_are_compared_by_what_they_themselves_say(story, pages, corpus_from):
    pages[0].tells("P", "Army")
    pages[1].tells("P", "Ledger")
    story.page("three", "Ledger", "2024-03-03").tells("Q", "Army")
    answer = compare(corpus_from(story), pages[0].id, pages[1].id)

    assert carried(answer) == [("P", "both")]
    assert (answer["a"]["kind"], answer["a"]["doc_id"]) == ("document", "one")
    assert answer["reliance"][1]["attributions"] == 1


def test_a_text_does_not_rest_on_a_later_one(story, pages, corpus_from):
    pages[0].tells("P", "Herald")
    pages[1].tells("P", "Army")
    answer = compare(corpus_from(story), pages[0].id, pages[1].id)

    assert answer["reliance"][0]["items"] == []


def test_of_versions_of_a_text_an_outlet_is_judged_by_the_latest(story, pages, compared):
    pages[1].tells("P", "Army")
    pages[0].tells("P", "Navy")
    later = story.page("later", "Ledger", "2024-03-05")
    row = [pages[0].attributions[0], later.tells("P", "Army")[0]]
    story.copy("revision", pages[0], later, rows=[row], original=pages[0])

    assert differences(compared()) == {}


def test_an_outlet_of_which_no_text_is_held_is_said_to_be_unknown(story, pages, compared):
    story.outlets("Courier")
    pages[0].tells("P", "Courier")
    answer = compared("Ledger", "Courier")

    assert answer["notes"] == [
        "no text of Courier is in the store: what it carries itself is unknown"
    ]
    assert answer["reliance"][0]["attributions"] == 1


def test_who_publishes_nothing_cannot_be_compared(pages, compared):
    pages[0].tells("P", "Army")
    pages[1].tells("P", "Army")

    with pytest.raises(UnknownSource, match="'Army' is no outlet and no document"):
        compared("Ledger", "Army")
    with pytest.raises(InputError, match="these two are one"):
        compared("Ledger", "Ledger")


def test_an_implied_finder_is_nobodys_word(story, pages, compared):
    story.outlets("Newsweek")
    pages[0].implies("P", "Newsweek", "Herald")

    assert compared()["reliance"][0]["items"] == []
