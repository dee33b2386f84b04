"""Judgements as JSON Lines: out and in again, and nothing that could break an answer."""

import json

import pytest

from kg.answers.judgement_lines import read, written


@pytest.fixture
def said(story, reviewed):
    page = story.page("one", "Ledger", "2024-10-01")
    (made,) = page.tells("P", "Army")
    page.tells("P", "Navy")
    return made


@pytest.fixture
def record(said, reviewed):
    """One line, as an object: a stance that is put right."""
    reviewed.make("fix", f"one:{said.content[0].start}", {"stance": "denies"}, why="« non »")
    (line,) = written(reviewed.judgements)
    return json.loads(line)


def taken(reviewed, *records):
    return read([json.dumps(record) for record in records], reviewed.desk)


def test_what_is_written_is_read_again_whatever_was_decided(said, reviewed):
    place = f"one:{said.content[0].start}"
    reviewed.make("accept", [place], why="a reason")
    reviewed.make("fix", place, {"stance": "denies", "cue": "5-14"})
    reviewed.make("fix", "one", {"outlet": "The Quay Gazette", "published": "2024-09"})
    reviewed.make("merge", ["Army", "Navy"])
    reviewed.make("split", ["Army", "Navy"], by="Ada")
    reviewed.make("rate", "Army", "C")
    reviewed.make("independent", ["urn:claim/P"])
    reviewed.make("undo", reviewed.judgements[0].id)

    again = read(written(reviewed.judgements), reviewed.desk)

    assert again.judgements == tuple(reviewed.judgements)
    assert (again.refused, again.unknown) == ((), ())


def test_an_identity_that_is_left_out_is_made(record, reviewed):
    short = {k: v for k, v in record.items() if k not in {"id", "rationale"}}

    (made,) = taken(reviewed, short).judgements

    assert (made.id, made.rationale) == (record["id"], None)


def test_one_bad_line_is_refused_by_its_number_and_costs_no_other(record, reviewed):
    lines = [json.dumps(record), "", "no json", json.dumps(record)]

    found = read(lines, reviewed.desk)

    assert len(found.judgements) == 2
    assert [number for number, _ in found.refused] == [3]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"kind": "praise"}, "no kind of judgement; known: accept"),
        ({"reviewer": " "}, "reviewer is missing"),
        ({"made": "yesterday"}, "no time"),
        ({"targets": "urn:x"}, "no list"),
        ({"targets": []}, "1 different things, not 0"),
        ({"targets": ["not an iri"]}, "no IRI"),
        ({"targets": ["urn:x", "urn:y"]}, "not 2"),
        ({"kind": "merge", "values": {}}, "2 or more different things, not 1"),
        ({"values": {"stance": "shrugs"}}, "no stance"),
        ({"values": {"content": "0-99999"}}, "not inside"),
        ({"values": {"mood": "sad"}}, "cannot be set"),
        ({"values": {}}, "say what to set"),
        ({"values": ["stance"]}, "no object of texts"),
        ({"kind": "accept"}, "accept sets nothing"),
        ({"kind": "rate", "values": {"rating": "Z"}}, "no grade"),
        ({"kind": "rate", "values": {}}, "sets a rating"),
        ({"reviewer": "Eve"}, "not that of its content"),
        ({"rationale": 3}, "rationale is missing or no text"),
        ({"mood": "sad"}, "has no mood"),
        ({"rationale": "\ud800"}, "cannot be written"),
    ],
)
def test_what_is_no_judgement_is_refused_with_the_reason(record, reviewed, changed, reason):
    (refused,) = taken(reviewed, record | changed).refused

    assert refused[0] == 1
    assert reason in refused[1]


@pytest.mark.parametrize("line", ["[1]", "3", "[" * 100_000, '{"kind": NaN}', '"x"'])
def test_other_json_is_refused(said, reviewed, line):
    found = read([line], reviewed.desk)

    assert (found.judgements, len(found.refused)) == ((), 1)


def test_what_is_about_something_unknown_is_kept_and_told(record, reviewed):
    del record["id"]
    away = "urn:document/away/attribution/1.2.3.4"

    found = taken(reviewed, record, record | {"targets": [away]})

    assert len(found.judgements) == 2
    assert found.unknown == ((2, away),)


def test_what_takes_back_a_line_of_the_same_file_is_about_something_known(story, said, reviewed):
    made = reviewed.make("accept", [f"one:{said.content[0].start}"])
    reviewed.make("undo", made.id)
    lines = list(written(reviewed.judgements))
    reviewed.judgements.clear()

    assert read(lines, reviewed.desk).unknown == ()
