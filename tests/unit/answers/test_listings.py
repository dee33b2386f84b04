"""What a store holds, counted."""

from dataclasses import replace

from kg.answers import listings
from kg.graph import Corpus


def test_claims_are_listed_with_their_documents_and_words(arms):
    found = listings.claims(Corpus(tuple(arms.readings)))["claims"]
    by_claim = {entry["claim"]: entry for entry in found}
    entry = by_claim["urn:claim/C4"]

    assert entry["text"] == "C4 (told 5)"
    assert entry["languages"] == ["en"]
    assert [d["doc_id"] for d in entry["documents"]] == ["article"]
    (said,) = entry["attributions"]
    (page,) = arms.pages.values()
    assert (said["doc_id"], said["stance"]) == ("article", "confirms")
    assert page.text[said["start"] : said["end"]] == said["quote"] == "C4 (told 5)"


def test_a_claim_is_called_by_who_is_cited_and_not_by_the_headline(story):
    page = story.page("one", "Ledger")
    page.says("P")
    page.tells("P", "Army")
    page.conveyances[0] = replace(page.conveyances[0], restates=True)
    (entry,) = listings.claims(Corpus(tuple(story.readings)))["claims"]

    assert entry["text"] == "P (told 1)"
    assert [a["restates"] for a in entry["attributions"]] == [True, False]


def test_only_claims_that_share_a_word_are_about_it(arms):
    found = listings.claims(Corpus(tuple(arms.readings)), "C4")["claims"]

    assert [entry["claim"] for entry in found] == ["urn:claim/C4"]


def test_sources_are_counted_most_cited_first(story):
    page = story.page("one", "Ledger")
    page.says("P")
    page.tells("P", "Army")
    page.tells("Q", "Army", stances=["denies"])
    page.implies("Q", "Navy")
    found = listings.sources(story.readings)["items"]

    assert [(e["name"], e["attributions"], e["denials"], e["implied"]) for e in found] == [
        ("Army", 2, 1, 0),
        ("Navy", 1, 0, 1),
    ]
    assert found[0]["documents"] == ["one"]
    assert [e["quote"] for e in found[0]["evidence"]] == ["Army", "says that", "P (told 1)"]


def test_outlets_are_listed_whether_cited_or_publishing(story):
    story.outlets("CNN")
    story.page("one", "Ledger").tells("P", "CNN", "Army")
    story.page("two", "CNN").tells("P", "Army")
    found = listings.outlets(story.readings)["items"]

    assert [(e["name"], e["attributions"], e["published"]) for e in found] == [
        ("CNN", 1, ["two"]),
        ("Ledger", 0, ["one"]),
    ]


def test_documents_are_listed_with_what_was_read_in_them(arms):
    (entry,) = listings.documents(arms.readings)["items"]

    assert (entry["doc_id"], entry["publisher"], entry["lang"]) == ("article", "Digest", "en")
    assert (entry["attributions"], entry["implied"], entry["own_voice"]) == (8, 1, 2)
