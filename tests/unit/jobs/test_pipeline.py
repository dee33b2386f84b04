"""A batch: every input comes out kept or refused, each once, one fault never costs another."""

import json

import pytest

from kg.errors import DiskFull
from kg.jobs import DeadLetters, How, Steps, ingest, pipeline
from kg.model import Attribution, Document, Kept, Reading, Source, SourceKind, Span, attribution_id
from kg.store import open_store
from kg.text import Reject

TEXTS = ["Le préfet parle.", "Le maire parle.", "Le juge parle."]


class Extractor:
    """Reads one attribution out of every text, and stumbles over the word it is told."""

    name = "test/1"
    languages = frozenset({"fr"})
    stumbles_over = "nothing"

    def extract(self, document):
        if self.stumbles_over in document.text:
            raise ZeroDivisionError(self.stumbles_over)
        source, content = (Span(0, 9),), (Span(10, 15),)
        id_ = attribution_id(document.id, source, (), content)
        return (Attribution(id_, Source(SourceKind.PERSON, source), (), content),)


class Linker:
    def link(self, document, attributions, names):
        return Reading(document, tuple(attributions))


@pytest.fixture
def parts(monkeypatch):
    extractor = Extractor()
    monkeypatch.setattr(pipeline, "_extractor", lambda _: extractor)
    monkeypatch.setattr(pipeline, "_linker", lambda _: Linker())
    return extractor


@pytest.fixture
def store():
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def letters(tmp_path):
    return DeadLetters(tmp_path / "dead-letters.jsonl")


def documents(store, doc_ids="abc"):
    return [
        Document(store.names.document(text), doc_id, text, "fr")
        for doc_id, text in zip(doc_ids, TEXTS, strict=True)
    ]


def test_new_known_and_alias_are_told_apart(parts, store, letters):
    steps = Steps(store.names)

    first = ingest(store, documents(store), steps, letters)
    again = ingest(store, documents(store), steps, letters)
    other = ingest(store, documents(store, "xbc"), steps, letters)

    assert first.kept == {Kept.NEW: 3}
    assert again.kept == {Kept.KNOWN: 3}
    assert other.kept == {Kept.ALIAS: 1, Kept.KNOWN: 2}
    assert other.aliases == [("x", "a")]


def test_a_fault_in_one_document_goes_to_the_dead_letters_with_its_text(parts, store, letters):
    parts.stumbles_over = "maire"

    batch = ingest(store, documents(store), Steps(store.names), letters)

    assert batch.kept == {Kept.NEW: 2}
    (letter,) = map(json.loads, letters.path.read_text("utf-8").splitlines())
    assert (letter["origin"], letter["stage"], letter["raw"]) == ("b", "extract", TEXTS[1])
    assert "ZeroDivisionError" in letter["reason"]


def test_what_the_reader_refused_is_passed_on_and_written_once(parts, store, letters):
    reject = Reject("x.jsonl:3", "no text", raw="{}")

    for _ in range(2):
        batch = ingest(store, [reject, *documents(store)], Steps(store.names), letters)

    assert batch.rejects == [reject]
    assert batch.accepted == 3
    assert len(letters.path.read_text("utf-8").splitlines()) == 1


def test_a_store_that_fails_ends_the_batch_and_the_next_run_goes_on(
    parts, store, letters, monkeypatch
):
    put, calls = store.put, []

    def full_at_the_third(reading):
        calls.append(reading)
        if len(calls) == 3:
            raise DiskFull("no room")
        return put(reading)

    monkeypatch.setattr(store, "put", full_at_the_third)
    with pytest.raises(DiskFull):
        ingest(store, documents(store), Steps(store.names), letters)

    batch = ingest(store, documents(store), Steps(store.names), letters)

    assert batch.kept == {Kept.KNOWN: 2, Kept.NEW: 1}


def test_reading_anew_replaces_only_what_reads_otherwise(parts, store, letters, monkeypatch):
    ingest(store, documents(store), Steps(store.names), letters)
    before = sorted(map(str, store.quads()))

    same = ingest(store, documents(store), Steps(store.names), letters, How(again=True))

    assert same.kept == {Kept.KNOWN: 3}
    assert sorted(map(str, store.quads())) == before
    monkeypatch.setattr(Extractor, "extract", lambda *_: ())
    other = ingest(store, documents(store), Steps(store.names), letters, How(again=True))
    assert other.kept == {Kept.REPLACED: 3}


def test_every_input_is_told_to_the_progress(parts, store, letters):
    told = []

    inputs = [*documents(store), Reject("y", "empty")]
    ingest(store, inputs, Steps(store.names), letters, How(progress=told.append))

    assert len(told) == 4
