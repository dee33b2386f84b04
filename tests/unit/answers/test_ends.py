"""Whom somebody means by one end of a question."""

import pytest

from kg.answers.ends import end_of, shown_end, texts_of
from kg.errors import UnknownSource


@pytest.fixture
def corpus(story, corpus_from):
    story.agent("AFP", "agency")
    story.page("one", "The Ledger", "2024-03-01").tells("P", "'officials'")
    story.page("two", "Herald", "2024-03-02", credited_to="AFP").tells("P", "The Ledger", "Army")
    story.agent("Army Museum", "organization")
    return corpus_from(story)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("one", "urn:document/one"),
        ("urn:document/two", "urn:document/two"),
        ("the ledger", "urn:agent/The Ledger"),
        ("Ledg", "urn:agent/The Ledger"),
        ("Army", "urn:agent/Army"),
        ("urn:agent/Army", "urn:agent/Army"),
    ],
)
def test_an_end_is_a_document_or_a_source(corpus, asked, found):
    assert end_of(corpus, asked) == found


@pytest.mark.parametrize(("asked", "why"), [("nobody", "no source is called"), ("arm", "may be 2")])
def test_who_is_unknown_or_ambiguous_is_told_so(corpus, asked, why):
    with pytest.raises(UnknownSource, match=why):
        end_of(corpus, asked)


def test_the_texts_of_an_outlet_are_those_it_published_or_signed(corpus):
    def texts(end):
        return [r.document.doc_id for r in texts_of(corpus, end)]

    assert texts("urn:agent/AFP") == texts("urn:agent/Herald") == ["two"]
    assert texts("urn:document/one") == ["one"]
    assert texts("urn:agent/Army") == []


def test_an_end_is_shown_by_its_name_and_kind(corpus):
    assert shown_end(corpus, "urn:agent/AFP") == {
        "source": "urn:agent/AFP",
        "name": "AFP",
        "names": {},
        "kind": "agency",
        "document": None,
        "doc_id": None,
    }
    assert shown_end(corpus, "urn:document/one") == {
        "source": "urn:document/one",
        "name": "one",
        "names": {},
        "kind": "document",
        "document": "urn:document/one",
        "doc_id": "one",
    }
