"""By way of JSON nothing of a reading is lost."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.extract import DefaultExtractor
from kg.extract.loopback import LoopbackExtractor
from kg.model import Document, DocumentId, Names
from kg.text import Reader

SEEDS = Path(__file__).parents[3] / "seeds"
ODD = {
    "halves of a character": "Reuters said that \ud83d\ude00 it \ud800 rains.",
    "characters beyond the basic plane": "Selon Reuters, « 😀 il pleut ».",
    "a null character": "Reuters said\x00 that it rains.",
    "line breaks of many kinds": "Reuters said it rains.\r\nKyiv\u2028denied it.\u0085So did Rome.",
    "nothing": "",
}


@pytest.fixture(scope="module")
def default():
    return DefaultExtractor()


@pytest.fixture(scope="module")
def loopback():
    return LoopbackExtractor()


def read_the_same(default, loopback, document):
    expected = tuple(replace(a, extractor=loopback.name) for a in default.extract(document))
    assert loopback.extract(document) == expected
    return expected


def test_the_seeds_are_read_as_by_the_default_extractor(default, loopback):
    articles = sorted(SEEDS.glob("toropets.*.jsonl"))
    documents = list(Reader(Names(), ("en", "fr")).read(articles))

    found = [read_the_same(default, loopback, document) for document in documents]

    assert sum(map(len, found)) > 10
    assert any(attribution.nested_in for each in found for attribution in each)


@pytest.mark.parametrize("kind", ODD)
def test_no_text_is_too_odd(default, loopback, kind):
    document = Document(
        DocumentId("urn:test"), "odd", ODD[kind], "en", title="T", metadata=(("a", "1"),)
    )

    read_the_same(default, loopback, document)


def test_it_has_a_name_of_its_own_and_the_languages_of_the_default(default, loopback):
    assert loopback.name != default.name
    assert loopback.languages == default.languages


def test_everything_does_go_through_json(loopback, monkeypatch):
    written = []
    dumps = json.dumps
    monkeypatch.setattr(
        json, "dumps", lambda *a, **k: written.append(dumps(*a, **k)) or written[-1]
    )

    loopback.extract(Document(DocumentId("urn:test"), "one", "Reuters said that it rains.", "en"))

    assert [len(json.loads(line)["attributions"]) for line in written] == [0, 1]
