"""The corpus: classes of claims, and what concerns them."""

import pytest

from kg.graph import Corpus
from kg.graph.corpus import canonical_order


@pytest.fixture
def corpus(story):
    """Three texts; P is said in two wordings, Q in one."""
    second = story.page("second", "Courier", "2024-10-02")
    first = story.page("first", "Ledger", "2024-10-01")
    first.tells("P", "Minister")
    first.says("Q")
    second.tells("P again", "Minister")
    second.tells("P", "Army")
    story.page("third", "Herald", "2024-10-03").tells("R", "Army")

    def made():
        readings = sorted(story.readings, key=lambda r: r.document.published)
        return Corpus(tuple(readings), tuple(story.relations))

    return made


def claims(*names):
    return tuple(f"urn:claim/{name}" for name in names)


def test_claims_stand_by_document_and_place(corpus):
    order = canonical_order(corpus().readings)

    assert order == {c: n for n, c in enumerate(claims("P", "Q", "P again", "R"))}


def test_every_claim_stands_for_itself_until_it_is_known_to_be_another(corpus):
    assert corpus().claims == {c: (c,) for c in claims("P", "Q", "P again", "R")}


def test_a_class_goes_by_its_first_member_whatever_the_direction(corpus, story):
    story.relate("equivalent", "R", "P again")
    story.relate("equivalent", "P again", "P")
    found = corpus()

    assert found.claims == {
        "urn:claim/P": claims("P", "P again", "R"),
        "urn:claim/Q": claims("Q"),
    }
    assert found.class_of["urn:claim/R"] == "urn:claim/P"
    assert found.class_of["urn:claim/Q"] == "urn:claim/Q"


def test_classes_in_a_ring_are_one_class(corpus, story):
    for one, other in (("P", "Q"), ("Q", "R"), ("R", "P")):
        story.relate("equivalent", one, other)

    assert corpus().claims == {
        "urn:claim/P": claims("P", "Q", "R"),
        "urn:claim/P again": claims("P again"),
    }


@pytest.mark.parametrize(
    ("kind", "confidence", "together"),
    [("equivalent", 0.2, True), ("equivalent", 0.19, False), ("entails", 0.9, False)],
)
def test_only_likely_equivalence_makes_a_class(corpus, story, kind, confidence, together):
    story.relate(kind, "P", "R", confidence)

    assert ("urn:claim/R" not in corpus().claims) is together


def test_a_relation_to_a_claim_that_nobody_says_makes_no_class(corpus, story):
    story.relate("equivalent", "P", "gone")
    story.relate("equivalent", "gone", "R")

    assert corpus().claims == {c: (c,) for c in claims("P", "Q", "P again", "R")}


def test_relations_of_a_claim_are_those_at_either_end_each_once(corpus, story):
    story.relate("equivalent", "P", "R")
    story.relate("contradicts", "Q", "P")
    story.relate("entails", "Q", "R")
    found = corpus()

    ends = [(r.subject[10:], r.object[10:]) for r in found.relations_of(claims("P"))]
    assert ends == [("P", "R"), ("Q", "P")]
    assert len(found.relations_of(claims("P", "Q", "R"))) == 3
    assert found.relations_of(claims("nobody")) == ()


def test_texts_that_concern_a_claim_are_those_that_say_it_in_order(corpus):
    def concerning(*names):
        return [r.document.doc_id for r in corpus().concerning(claims(*names))]

    assert concerning("P") == ["first", "second"]
    assert concerning("R", "Q") == ["first", "third"]
    assert concerning("nobody") == concerning() == []


def test_everything_is_found_by_its_identity(corpus):
    found = corpus()

    assert list(found.by_document) == [r.document.id for r in found.readings]
    assert found.agents["urn:agent/Minister"].name == "Minister"
    for reading in found.readings:
        for attribution in reading.attributions:
            assert found.attributions[attribution.id] == (reading.document, attribution)


def test_an_empty_corpus_has_nothing():
    assert Corpus(()).claims == Corpus(()).agents == Corpus(()).attributions == {}
    assert Corpus(()).concerning(claims("P")) == ()
