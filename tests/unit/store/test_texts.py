import sqlite3

import pytest

from kg.model import Document, DocumentId
from kg.store.texts import State, Texts


def document(name, text="Il pleut à Séoul.", published=None):
    return Document(DocumentId(f"urn:d/{name}"), name, text, "fr", published=published)


@pytest.fixture
def texts():
    made = Texts(":memory:")
    yield made
    made.close()


def test_words_are_found_whatever_their_case_and_accents(texts):
    texts.write(document("a", "Séoul nie tout."), "digest", ())
    texts.write(document("b", "Les usines de Seoul."), "digest", ())

    assert texts.search("SEOUL nie") == ["urn:d/a"]
    assert sorted(texts.search("séoul")) == ["urn:d/a", "urn:d/b"]
    assert texts.search("Pyongyang") == []


@pytest.mark.parametrize("words", ["", '"', "a OR", "NEAR(", "*", "x: y", "\0", "-x"])
def test_any_words_may_be_looked_for(texts, words):
    texts.write(document("a"), "digest", ())

    assert texts.search(words) == []


def test_words_of_a_dropped_document_are_not_found(texts):
    texts.write(document("a"), "digest", ())
    texts.drop(document("a").id)

    assert texts.search("Séoul") == []
    assert texts.faults() == []


def test_a_fact_leaves_with_the_last_document_that_brought_it(texts):
    texts.write(document("a"), "digest", ["<x> <y> <z>", "<only> <a> <b>"])
    texts.write(document("b"), "digest", ["<x> <y> <z>"])

    texts.leave(document("a").id)

    assert texts.unbrought() == ["<only> <a> <b>"]
    assert texts.only_unbrought(["<only> <a> <b>", "<x> <y> <z>"]) == ["<only> <a> <b>"]
    texts.forget_facts(["<only> <a> <b>"])
    assert texts.unbrought() == []
    assert texts.facts(document("b").id) == ["<x> <y> <z>"]


def test_an_entry_is_settled_only_when_told(texts):
    given = document("a")
    texts.write(given, "digest", ())
    assert [entry.state for entry in texts.unsettled()] == [State.WRITTEN]

    texts.settle([given.id])
    assert texts.unsettled() == []

    texts.leave(given.id)
    assert [entry.state for entry in texts.unsettled()] == [State.LEAVING]
    assert texts.held() == []
    assert texts.named("a") == []


def test_what_came_later_is_not_held_by_an_earlier_checkpoint(texts):
    texts.write(document("a"), "digest", ())
    seen = texts.generation
    texts.write(document("b"), "digest", ())

    assert texts.held(seen) == ["urn:d/a"]
    assert texts.in_order(["urn:d/b", "urn:d/a"], seen) == ["urn:d/a"]
    assert texts.held() == ["urn:d/a", "urn:d/b"]


def test_documents_are_found_by_any_of_their_names(texts):
    texts.write(document("a"), "digest", ())
    texts.name(document("a").id, "b")
    texts.name(document("a").id, "b")

    assert texts.named("b") == texts.named("a") == ["urn:d/a"]
    assert texts.entry(document("a").id).doc_ids == ("a", "b")
    assert texts.named("c") == []


def test_a_change_that_fails_leaves_nothing(texts):
    with pytest.raises(sqlite3.Error):
        texts.write(document("a"), "digest", ["<x> <y> <z>", object()])

    assert texts.entry(document("a").id) is None
    assert texts.generation == 0


def test_an_odd_text_comes_back_to_the_letter(texts):
    odd = "a\0b\r\n\u2028\U0001f600\ufeff"
    texts.write(document("a", odd), "digest", ())

    assert texts.entry(document("a").id).text == odd
