"""The articles that ship are read as the gold says: every link right, none too many."""

import pytest

ARTICLES = ["toropets.fr", "toropets.en", "presse.fr"]
TELLINGS = ["toropets.fr", "toropets.en"]


@pytest.fixture(scope="module")
def laid_beside(shipped, read, compare):
    """The comparison of each shipped article, read once."""
    kept = {}

    def comparison(doc_id):
        if doc_id not in kept:
            case = shipped(doc_id)
            kept[doc_id] = compare(case, read(case.document))
        return kept[doc_id]

    return comparison


@pytest.mark.parametrize("doc_id", ARTICLES)
def test_every_link_is_right_and_none_is_false(laid_beside, doc_id):
    assert laid_beside(doc_id).faults == []


@pytest.mark.parametrize("doc_id", ARTICLES)
def test_what_the_article_says_itself_is_listed_and_nothing_else(laid_beside, doc_id):
    lines = laid_beside(doc_id).unsourced

    assert lines["demanded"] <= lines["read"] <= lines["allowed"]


@pytest.mark.parametrize("doc_id", TELLINGS)
def test_headline_and_second_paragraph_restate_the_find(laid_beside, doc_id):
    restating = laid_beside(doc_id).restating

    assert set(restating) == {0, 2}
    assert "a1" in restating[0]
    assert "a1" in restating[2]


@pytest.mark.parametrize("doc_id", TELLINGS)
def test_the_closing_question_yields_no_claim(laid_beside, doc_id):
    comparison = laid_beside(doc_id)
    last = comparison.case.document.text.count("\n")

    assert comparison.case.document.text.rstrip().endswith("?")
    assert [
        a.id for a in comparison.reading.attributions if last in comparison.case.lines(a.content)
    ] == []


@pytest.mark.parametrize("doc_id", ARTICLES)
def test_every_content_says_a_claim(laid_beside, doc_id):
    comparison = laid_beside(doc_id)

    assert [i for i in comparison.found if not comparison.claims(i)] == []


@pytest.mark.parametrize("doc_id", TELLINGS)
def test_relayed_and_relaying_attribution_say_the_same_claim(laid_beside, doc_id):
    comparison = laid_beside(doc_id)

    assert comparison.claims("a1") == comparison.claims("a2")
    assert comparison.claims("a11") == comparison.claims("a12")
    assert len(comparison.claims("a1") | comparison.claims("a11")) == 2


@pytest.mark.parametrize("doc_id", TELLINGS)
def test_the_denials_dispute_what_they_are_set_against(laid_beside, doc_id):
    comparison = laid_beside(doc_id)
    reading, found = comparison.reading, comparison.found

    disputes = {(r.subject, r.object) for r in reading.relations if r.kind == "disputes"}

    (denied,) = reading.claims_of(found["a8"].id)
    (told,) = reading.claims_of(found["a7"].id)
    assert denied != told
    assert (denied, told) in disputes


def test_the_same_text_is_read_the_same_way_twice(shipped, read):
    document = shipped("presse.fr").document

    assert read(document) == read(document)
