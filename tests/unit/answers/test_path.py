"""How something that one said reaches another, claim by claim."""

import pytest

from kg.answers.path import path
from kg.errors import InputError


@pytest.fixture
def reached(story, corpus_from):
    """The answer for two sources or outlets by name, or documents by id."""

    def iri(name):
        return f"urn:document/{name}" if name in story.pages else f"urn:agent/{name}"

    return lambda a, b: path(corpus_from(story), iri(a), iri(b))


def hops(item):
    return [(hop["name"], hop["doc_id"], hop["link"]) for hop in item["hops"]]


@pytest.fixture
def relayed(story):
    """The Army told CNN, the Ledger has it from CNN, the Herald from the Ledger."""
    story.outlets("CNN")
    story.page("cnn", "CNN", "2024-03-01").tells("P", "Army")
    story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")
    story.page("herald", "Herald", "2024-03-03").tells("P", "Ledger")
    return story


def test_a_path_runs_from_who_said_it_to_who_has_it(relayed, reached):
    answer = reached("Army", "Herald")
    (item,) = answer["items"]

    assert hops(item) == [
        ("Army", "cnn", None),
        ("CNN", "ledger", "inferred"),
        ("Ledger", "herald", "inferred"),
    ]
    assert [d["doc_id"] for d in item["documents"]] == ["cnn", "ledger", "herald"]
    assert (item["length"], item["text"]) == (3, "P (told 0)")
    assert (
        answer["sentence"]
        == "What Army said reaches Herald on one claim, at the shortest in 3 steps."
    )


def test_every_hop_shows_its_words(relayed, reached):
    (item,) = reached("Army", "Herald")["items"]

    for hop in item["hops"]:
        text = relayed.pages[hop["doc_id"]].text
        assert [e["quote"] for e in hop["evidence"] if e["part"] == "source"] == [hop["name"]]
        assert all(text[e["start"] : e["end"]] == e["quote"] for e in hop["evidence"])


def test_the_shortest_way_is_taken(relayed, reached):
    relayed.pages["herald"].tells("P", "CNN")
    (item,) = reached("Army", "Herald")["items"]

    assert [name for name, _, _ in hops(item)] == ["Army", "CNN"]


def test_ways_of_one_length_are_all_shown(relayed, reached):
    relayed.pages["herald"].tells("P", "CNN")
    relayed.pages["herald"].tells("P", "'officials'", "Army")
    found = reached("Army", "Herald")["items"]

    assert sorted([name for name, _, _ in hops(item)] for item in found) == [
        ["Army", "CNN"],
        ["Army", "officials"],
    ]


def test_a_path_never_changes_claims(story, reached):
    story.outlets("CNN")
    story.page("cnn", "CNN", "2024-03-01").tells("P", "Army")
    story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")
    story.page("other", "Ledger", "2024-03-02").tells("Q", "Navy")
    story.page("herald", "Herald", "2024-03-03").tells("Q", "Ledger")
    answer = reached("Army", "Herald")

    assert answer["items"] == []
    assert answer["sentence"] == (
        "Nothing that Army said reaches Herald: no chain of one claim joins them."
    )
    assert reached("Navy", "Herald")["items"]


def test_a_path_does_not_run_backwards(relayed, reached):
    assert reached("Herald", "CNN")["items"] == []


def test_a_later_text_is_nothing_to_rest_on(story, reached):
    story.outlets("CNN")
    story.page("cnn", "CNN", "2024-03-09").tells("P", "Army")
    story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")

    assert reached("Army", "Ledger")["items"] == []
    assert len(reached("CNN", "Ledger")["items"]) == 1


def test_each_claim_has_its_own_paths_the_shortest_first(relayed, reached):
    relayed.pages["herald"].tells("Q", "Army")
    found = reached("Army", "Herald")

    assert [(item["claim"], item["length"]) for item in found["items"]] == [
        ("urn:claim/Q", 1),
        ("urn:claim/P", 3),
    ]
    assert found["sentence"].endswith("on 2 claims, at the shortest in one step.")


def test_a_path_may_end_at_one_document(relayed, reached):
    relayed.page("again", "Herald", "2024-03-04").tells("P", "Army")
    answer = reached("Army", "herald")

    assert [item["length"] for item in answer["items"]] == [3]
    assert "reaches “herald”" in answer["sentence"]
    assert (answer["b"]["kind"], answer["b"]["doc_id"]) == ("document", "herald")


def test_a_path_may_end_at_a_source_that_others_cite(story, reached):
    story.outlets("CNN")
    story.page("one", "Ledger", "2024-03-01").tells("P", "CNN", "Ministry", "Army")
    (item,) = reached("Army", "CNN")["items"]

    assert [name for name, _, _ in hops(item)] == ["Army", "Ministry", "CNN"]


def test_denials_and_questions_travel_too(story, reached):
    story.outlets("CNN")
    story.page("one", "Ledger", "2024-03-01").tells(
        "P", "CNN", "Army", stances=["asserts", "denies"]
    )
    (item,) = reached("Army", "Ledger")["items"]

    assert [(hop["name"], hop["stance"]) for hop in item["hops"]] == [
        ("Army", "denies"),
        ("CNN", "asserts"),
    ]


def test_what_is_denied_to_have_been_said_does_not_travel(story, reached):
    story.page("one", "Ledger", "2024-03-01").tells(
        "P", "Kremlin", "Army", stances=["denies", "asserts"]
    )

    assert reached("Army", "Ledger")["items"] == []


def test_a_copy_is_a_step(story, reached):
    one, two = story.page("one", "Ledger", "2024-03-01"), story.page("two", "Herald", "2024-03-02")
    row = [page.tells("P", source)[0] for page, source in ((one, "Army"), (two, "Navy"))]
    story.copy("translation", one, two, rows=[row], original=one)
    (item,) = reached("Army", "Herald")["items"]

    assert hops(item) == [("Army", "one", None), ("Navy", "two", "copy")]
    assert item["length"] == 2
    assert [e["doc_id"] for e in item["hops"][1]["evidence"] if e["part"] == "cue"] == [
        "one",
        "two",
    ]


def test_a_dispatch_reaches_the_paper_that_prints_it(story, reached):
    story.agent("AFP", "agency")
    story.page("one", "Ledger", "2024-03-01", credited_to="AFP").tells("P", "Army")
    (item,) = reached("AFP", "Ledger")["items"]

    assert hops(item) == [("AFP", "one", "own-text")]
    assert (item["length"], bool(item["hops"][0]["evidence"])) == (1, True)


def test_what_was_taken_back_had_reached_others(story, reached):
    story.outlets("CNN")
    story.page("cnn", "CNN", "2024-03-01").tells("P", "Army")
    story.page("ledger", "Ledger", "2024-03-02").tells("P", "CNN")
    story.page("back", "CNN", "2024-03-05").tells("P", "CNN", stances=["denies"], retracts=True)

    assert [item["length"] for item in reached("CNN", "Ledger")["items"]] == [1]


def test_who_speaks_for_a_body_speaks_as_that_body(story, reached):
    story.agent("Ministry")
    story.agent("Konashenkov", "person", part_of="Ministry")
    story.page("one", "Ledger", "2024-03-01").tells("P", "Konashenkov")

    assert [name for name, _, _ in hops(reached("Ministry", "Ledger")["items"][0])] == [
        "Konashenkov"
    ]
    assert reached("Ministry", "Konashenkov")["items"] == []


def test_many_ways_are_listed_up_to_a_limit(story, reached):
    page = story.page("one", "Ledger", "2024-03-01")
    for _ in range(30):
        page.tells("P", "Army")

    assert len(reached("Army", "Ledger")["items"]) == 20


def test_two_ends_are_needed(relayed, reached):
    with pytest.raises(InputError, match="two ends"):
        reached("Army", "Army")
