"""Judgements made of what a person types: what is meant, what is refused, what it changes."""

import pytest

from kg.answers.in_words import handle, name
from kg.answers.review import told
from kg.errors import InputError, UnknownClaim, UnknownDocument, UnknownSource


@pytest.fixture
def page(story):
    return story.page("one", "Ledger", "2024-10-01")


def place(attribution, doc_id="one"):
    return f"{doc_id}:{attribution.content[0].start}"


# ---- which attribution


def test_an_attribution_goes_by_its_iri_and_by_where_its_content_or_cue_begins(page, reviewed):
    (said,) = page.tells("P", "Army")
    ways = [said.id, place(said), f"one:{said.cue[0].start}", f"one:{said.id.rpartition('/')[2]}"]

    targets = {reviewed.make("accept", [way]).targets for way in ways}

    assert targets == {(said.id,)}


def test_its_shortest_handle_means_it_again(page, reviewed):
    attributions = [*page.tells("P", "CNN", "Army"), *page.jointly("Q", "Navy", "Palace")]

    for said in attributions:
        short = handle(reviewed.desk, said.id)
        assert len(short) < len(said.id)
        assert reviewed.make("accept", [short]).targets == (said.id,)


def test_sources_of_one_joint_act_must_be_told_apart(page, reviewed):
    first, second = page.jointly("P", "Army", "Navy")

    with pytest.raises(InputError, match="say which") as refused:
        reviewed.make("reject", [place(first)])

    assert first.id in str(refused.value)
    assert second.id in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "kind", "words"),
    [
        ("two:5", UnknownDocument, "no document 'two'"),
        ("one:9999", InputError, "nearest"),
        ("Army", InputError, "DOC:START"),
        ("urn:document/one/attribution/1.2.3.4", InputError, "one holds no attribution"),
        ("urn:document/gone/attribution/1.2.3.4", InputError, "any more"),
        ("urn:agent/Army", InputError, "is a source; what is wanted here is an attribution"),
    ],
)
def test_what_is_no_attribution_is_refused_by_name(page, reviewed, asked, kind, words):
    page.tells("P", "Army")

    with pytest.raises(kind, match=words):
        reviewed.make("accept", [asked])


def test_a_rejected_attribution_can_still_be_accepted(page, reviewed):
    (said,) = page.tells("P", "Army")
    reviewed.make("reject", [place(said)])
    assert reviewed.bounds() == (0, 0)

    reviewed.make("accept", [place(said)], by="Ada")

    assert reviewed.bounds() == (1, 1)


# ---- verdicts


def test_an_implied_source_that_is_accepted_answers_by_name(page, reviewed):
    page.tells("P", "Navy")
    _, implied = page.implies("P", "Ledger", "Army")
    assert reviewed.bounds() == (1, 2)

    reviewed.make("accept", [place(implied)])

    assert reviewed.bounds() == (2, 2)


def test_a_rejected_attribution_counts_for_nothing(page, reviewed):
    page.tells("P", "Navy")
    (said,) = page.tells("P", "Army")

    reviewed.make("reject", [place(said)])

    assert reviewed.bounds() == (1, 1)


def test_a_relation_between_claims_is_rejected_by_naming_both(page, reviewed):
    page.tells("P", "Army")
    page.tells("Q", "Moscow", stances=["denies"])
    reviewed.story.relate("disputes", "Q", "P", 0.6)
    assert reviewed.ask()["status"] == "contested"

    made = reviewed.make("reject", ["urn:claim/Q", "urn:claim/P"])

    assert reviewed.ask()["status"] == "supported"
    assert "disputes" in told(reviewed.desk, made)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["urn:claim/P", "urn:claim/Q"], "kg review merge"),
        (["urn:claim/P", "urn:claim/P"], "nothing relates"),
        (["urn:claim/P", "urn:claim/Q", "urn:claim/P"], "two claims"),
        ([], "two claims"),
    ],
)
def test_there_must_be_a_relation_to_judge(page, reviewed, asked, words):
    page.tells("P", "Army")
    page.tells("Q", "Army")

    with pytest.raises(InputError, match=words):
        reviewed.make("accept", asked)


# ---- merge and split


def test_sources_are_merged_by_their_names(page, reviewed):
    page.tells("P", "Army")
    page.tells("P", "Ground forces")
    assert reviewed.bounds() == (2, 2)

    made = reviewed.make("merge", ["army", "Ground forces"])

    assert made.targets == ("urn:agent/Army", "urn:agent/Ground forces")
    assert reviewed.bounds() == (1, 1)


def test_what_was_merged_is_split_by_the_name_that_nobody_goes_by_any_more(page, reviewed):
    page.tells("P", "Army")
    page.tells("P", "Ground forces")
    reviewed.resolve("Ground forces", "Army", 0.9)
    assert reviewed.bounds() == (1, 1)

    reviewed.make("split", ["Army", "Ground forces"])

    assert reviewed.bounds() == (2, 2)


def test_claims_are_merged_by_their_short_ids(page, reviewed):
    page.tells("abcd1234", "Army")
    page.tells("4321dcba", "Navy")

    reviewed.make("merge", ["abcd1", "4321"])

    assert reviewed.bounds("abcd1234") == (2, 2)


@pytest.mark.parametrize(
    ("asked", "kind", "words"),
    [
        (["Army", "urn:claim/P"], InputError, "Army is a source, “P .* is a claim"),
        (["Army"], InputError, "at least two"),
        (["Army", "urn:agent/Army"], InputError, "the same already"),
        (["Army", "Narnia"], UnknownSource, "Narnia.*its id"),
        (["Army", "urn:agent/Narnia"], UnknownSource, "any more"),
        (["1aaa1111", "1aaa"], InputError, "2 claims answer to '1aaa'"),
    ],
)
def test_only_things_of_one_sort_that_are_known_can_be_one(page, reviewed, asked, kind, words):
    page.tells("P", "Army")
    page.tells("1aaa1111", "Army")
    page.tells("1aaa2222", "Army")

    with pytest.raises(kind, match=words):
        reviewed.make("merge", asked)


# ---- fix


def test_a_stance_is_put_right(page, reviewed):
    (said,) = page.tells("P", "Army")

    made = reviewed.make("fix", place(said), {"stance": "Denies"})

    assert made.values == (("stance", "denies"),)
    assert reviewed.ask()["status"] == "denied"


def test_places_are_put_right_and_quoted(page, reviewed):
    (said,) = page.tells("P", "Army")
    start = said.content[0].start

    made = reviewed.make("fix", place(said), {"content": f"{start}-{start + 1}"})

    (chain,) = reviewed.ask()["chains"]
    assert chain["hops"][0]["evidence"][-1]["quote"] == "P"
    assert name(reviewed.desk, said.id) == "Army in one: “P”"
    assert f"content is {start}-{start + 1}" in told(reviewed.desk, made)


def test_a_date_that_is_put_right_decides_who_was_first(story, page, reviewed):
    story.outlets("CNN")
    page.tells("P", "CNN")
    story.page("own", "CNN", "2024-10-02").tells("P", "Army")
    assert reviewed.bounds() == (1, 2)

    reviewed.make("fix", "own", {"published": "2024-09-30"})

    assert reviewed.bounds() == (1, 1)


@pytest.mark.parametrize("typed", ["Courier", "courier", "urn:agent/Courier"])
def test_a_known_outlet_answers_for_what_its_document_says_itself(story, reviewed, typed):
    story.outlets("Courier")
    story.page("one").says("P")
    story.page("two", "Courier").says("P")
    assert reviewed.bounds() == (1, 2)

    reviewed.make("fix", "one", {"outlet": typed})

    assert reviewed.bounds() == (1, 1)


def test_a_new_outlet_gets_an_identity(story, reviewed):
    story.page("one").says("P")

    made = reviewed.make("fix", "one", {"outlet": "The Quay Gazette"})

    (origin,) = reviewed.ask()["origins"]["unresolved"]
    assert origin["source"] == made.value("outlet_id")
    assert (origin["name"], origin["kind"]) == ("The Quay Gazette", "outlet")


@pytest.mark.parametrize(
    ("asked", "values", "words"),
    [
        ("one:0", {"stance": "shrugs"}, "no stance; known: asserts"),
        ("one:0", {"content": "0-99999"}, "not inside"),
        ("one:0", {"content": "9-3"}, "no place"),
        ("one:0", {"content": "from here"}, "no place"),
        ("one:0", {"cue": "0-4,2-6"}, "overlap"),
        ("one:0", {"published": "2024-10-01"}, "cannot be set on an attribution"),
        ("one:0", {}, "say what to set on an attribution: stance"),
        ("one", {"published": "yesterday"}, "no date"),
        ("one", {"outlet": "  "}, "empty"),
        ("one", {"stance": "denies"}, "cannot be set on a document; published, outlet can"),
        ("two", {"published": "2024"}, "neither a document nor"),
    ],
)
def test_what_cannot_be_set_is_refused_with_what_can(page, reviewed, asked, values, words):
    page.says("P")

    with pytest.raises(InputError, match=words):
        reviewed.make("fix", asked, values)


def test_a_place_without_words_is_none(page, reviewed):
    (said,) = page.tells("P", "Army")
    blank = said.source.spans[0].end

    with pytest.raises(InputError, match="holds no words"):
        reviewed.make("fix", place(said), {"cue": f"{blank}-{blank + 1}"})


# ---- rate


def test_letters_rate_sources_and_figures_claims(page, reviewed):
    page.tells("P", "Army")

    assert reviewed.make("rate", "Army", "b").values == (("rating", "B"),)
    assert reviewed.make("rate", "urn:claim/P", "2").values == (("rating", "2"),)


@pytest.mark.parametrize(
    ("asked", "grade", "words"),
    [
        ("Army", "G", "no grade"),
        ("Army", "7", "no grade"),
        ("Army", "2", "is a source; it is rated A to F"),
        ("abcd1234", "B", "is a claim; it is rated 1 to 6"),
        ("urn:claim/abcd1234", "B", "is a claim"),
        ("Narnia", "B", "no source is called"),
    ],
)
def test_a_grade_must_fit_what_it_is_given_to(page, reviewed, asked, grade, words):
    page.tells("abcd1234", "Army")

    with pytest.raises(InputError, match=words):
        reviewed.make("rate", asked, grade)


# ---- undo


def test_a_judgement_is_taken_back_by_the_beginning_of_its_id(page, reviewed):
    (said,) = page.tells("P", "Army")
    before = reviewed.ask()
    rejected = reviewed.make("reject", [place(said)])

    undone = reviewed.make("undo", rejected.id.rpartition("/")[2][:6])

    assert reviewed.ask() == before
    assert told(reviewed.desk, undone).startswith("Taken back: “reject” on Army in one")


def test_taking_back_a_taking_back_restores(page, reviewed):
    (said,) = page.tells("P", "Army")
    rejected = reviewed.make("reject", [place(said)])
    undone = reviewed.make("undo", rejected.id)

    reviewed.make("undo", undone.id)

    assert reviewed.bounds() == (0, 0)


def test_nothing_is_taken_back_twice(page, reviewed):
    (said,) = page.tells("P", "Army")
    rejected = reviewed.make("reject", [place(said)])
    reviewed.make("undo", rejected.id, by="Ada")

    with pytest.raises(InputError, match="taken back already, by Ada"):
        reviewed.make("undo", rejected.id)


@pytest.mark.parametrize("asked", ["abcdef12", "urn:judgement/0", "a"])
def test_what_is_not_on_record_cannot_be_taken_back(page, reviewed, asked):
    page.tells("P", "Army")

    with pytest.raises(InputError, match=r"on record|any more|too short"):
        reviewed.make("undo", asked)


# ---- who and when


def test_of_two_judgements_in_one_second_the_later_one_holds(page, reviewed):
    (said,) = page.tells("P", "Army")

    for verb in ("reject", "accept", "reject", "accept"):
        reviewed.make(verb, [place(said)])

    times = [judgement.made for judgement in reviewed.judgements]
    assert times == sorted(set(times))
    assert times[:2] == ["2024-10-03T08:00:00Z", "2024-10-03T08:00:01Z"]
    assert reviewed.bounds() == (1, 1)


def test_who_decides_anew_on_a_slow_clock_still_comes_later(page, reviewed):
    (said,) = page.tells("P", "Army")
    rejected = reviewed.make("reject", [place(said)], made="2030-01-01T00:00:00+02:00")

    reviewed.make("undo", rejected.id, made="2024-10-03T08:00:00Z")

    assert reviewed.bounds() == (1, 1)


@pytest.mark.parametrize(
    ("by", "made", "words"), [("  ", "2024-10-03", "--by"), ("Zoé", "now", "no time")]
)
def test_a_judgement_has_an_author_and_a_time(page, reviewed, by, made, words):
    (said,) = page.tells("P", "Army")

    with pytest.raises(InputError, match=words):
        reviewed.make("accept", [place(said)], by=by, made=made)


def test_equal_content_has_one_identity_whatever_the_reason(page, reviewed):
    (said,) = page.tells("P", "Army")
    first = reviewed.make("accept", [place(said)], why="they were there")
    reviewed.judgements.clear()

    again = reviewed.make("accept", [place(said)], why=None)

    assert (first.id, first.rationale) == (again.id, "they were there")


def test_claims_may_be_named_in_words(page, reviewed):
    page.tells("harbour closed", "Army")
    page.tells("bridge open", "Army")

    made = reviewed.make("independent", ["the harbour"])

    assert made.targets == ("urn:claim/harbour closed",)
    with pytest.raises(UnknownClaim):
        reviewed.make("independent", ["licorne"])
    with pytest.raises(InputError, match="name the claim"):
        reviewed.make("independent", [])
