"""Circles, inversions and copies in their public form."""

from kg.answers import to_json


def test_a_circle_is_shown_with_its_documents_and_words(story):
    story.outlets("A", "B")
    one, two = story.page("one", "A", "2024-10-01"), story.page("two", "B", "2024-10-02")
    story.link(one.tells("P", "B")[0], two, "late")
    story.link(two.tells("P", "A")[0], one)
    circle, inversion = to_json(story.ask())["circular"]

    assert (circle["shape"], circle["open"], circle["certainty"]) == ("cycle", False, "certain")
    assert [d["doc_id"] for d in circle["documents"]] == ["one", "two"]
    assert [e["quote"] for e in circle["evidence"] if e["part"] == "source"] == ["B", "A"]
    assert {e["doc_id"] for e in circle["evidence"]} == {"one", "two"}
    assert circle["claim"] == "urn:claim/P"
    assert inversion["shape"] == "time-inversion"


def test_an_inversion_is_certain_only_if_the_later_text_is_identified(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-03")
    own.tells("P", "Army")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own, "late")
    (finding,) = to_json(story.ask())["circular"]

    assert (finding["shape"], finding["certainty"]) == ("time-inversion", "possible")
    assert [d["doc_id"] for d in finding["documents"]] == ["one", "own"]


def test_copies_are_shown_with_their_original(story):
    one, two = story.page("one", "A", "2024-10-01"), story.page("two", "B", "2024-10-02")
    row = [page.tells("P", "Army")[0] for page in (one, two)]
    story.copy("reprint", one, two, rows=[row], original=one)
    (group,) = to_json(story.ask())["copies"]

    assert group == {
        "type": "reprint",
        "documents": [
            {"document": one.id, "doc_id": "one"},
            {"document": two.id, "doc_id": "two"},
        ],
        "original": {"document": one.id, "doc_id": "one"},
    }


def test_copies_that_do_not_say_the_claim_are_left_out(story):
    one, two = story.page("one", "A"), story.page("two", "B")
    story.copy("reprint", one, two)
    story.page("three", "C").tells("P", "Army")

    assert to_json(story.ask())["copies"] == []
