"""Passages: the sentences that somebody may have copied."""

from itertools import pairwise

import pytest

from kg.link.reuse.passages import passages
from kg.model import Document, DocumentId


def document(text, lang="en", **facts):
    return Document(DocumentId("urn:d"), "d", text, lang, **facts)


def said(text, lang="en", **facts):
    return [p.span.of(text) for p in passages(document(text, lang, **facts))]


def test_every_sentence_is_a_passage():
    text = "The dyke gave way at night. Boats were sent from Lorme.\nNobody was hurt in town."

    assert said(text) == [
        "The dyke gave way at night.",
        "Boats were sent from Lorme.",
        "Nobody was hurt in town.",
    ]


def test_the_headline_is_no_passage():
    text = "Dyke gives way at night\nThe dyke gave way near Lorme."

    assert said(text, title="Dyke gives way at night") == ["The dyke gave way near Lorme."]
    assert len(said(text, title="Another headline altogether")) == 2


@pytest.mark.parametrize(("words", "kept"), [("Rain fell today.", 0), ("Rain fell here today.", 1)])
def test_a_sentence_of_fewer_than_four_words_tells_nothing(words, kept):
    assert len(said(words)) == kept


@pytest.mark.parametrize(
    ("lang", "boilerplate"),
    [
        ("en", "Subscribe to our newsletter for the best of the week."),
        ("en", "* Read more: the dyke that gave way at night"),
        ("en", "Reporting by Jane Doe and John Roe in Paris"),
        ("en", "© 2024 Ledger Media, all rights are with us."),
        ("fr", "Abonnez-vous à notre lettre du matin sans attendre."),
        ("fr", "À lire aussi : la digue qui a cédé la nuit"),
    ],
)
def test_what_every_page_says_beside_its_articles_is_no_passage(lang, boilerplate):
    plain = {"en": "The dyke gave way at night.", "fr": "La digue a cédé dans la nuit."}[lang]

    assert said(f"{plain}\n{boilerplate}", lang) == [plain]


@pytest.mark.xfail(reason="patterns of boilerplate are not held to the end of a word")
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Subscribers to the water network were cut off on Monday evening."),
        ("en", "Advertisements for tobacco were banned in the whole country."),
        ("fr", "Publicités et affiches ont été interdites dans toute la ville."),
    ],
)
def test_a_sentence_that_begins_like_boilerplate_is_a_passage(lang, sentence):
    assert said(sentence, lang) == [sentence]


@pytest.mark.parametrize(
    "dateline",
    ["PARIS (AFP) - ", "Kyiv, Oct. 3 (Reuters) — ", "(Yonhap) – ", "Saint-Rémy ( AFP ) : "],
)
def test_a_dateline_belongs_to_no_passage(dateline):
    plain = "The dyke gave way at night."

    (found,) = passages(document(dateline + plain))

    assert found.span.of(dateline + plain) == plain
    assert found.words == ("the", "dyke", "gave", "way", "at", "night")


def test_brackets_inside_a_sentence_make_no_dateline():
    text = "The dyke (built in 1911) gave way at night."

    assert said(text) == [text]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "« {} »"])
def test_words_in_quotation_marks_are_not_the_papers_own(marks):
    quoted = marks.format("The dyke was old and nobody looked after it")
    (found,) = passages(document(f"{quoted}, she said."))

    assert found.is_quotation
    assert found.own == 2
    assert len(found.words) == 11


def test_a_sentence_with_some_quoted_words_is_the_papers_own():
    (found,) = passages(document("The mayor of Lorme called the dyke “old” on Monday morning."))

    assert not found.is_quotation
    assert found.own == len(found.words) - 1


@pytest.mark.xfail(reason="a quotation that runs over several sentences counts as own words")
def test_every_sentence_of_a_long_quotation_is_a_quotation():
    text = "“The dyke was very old. Nobody looked after it. We had warned them twice.”"

    assert [p.is_quotation for p in passages(document(text))] == [True, True, True]


@pytest.mark.parametrize("name", ["toropets-siblings", "flood-agency"])
def test_passages_stand_in_order_and_apart_and_hold_words(story, name):
    for read in story(name)[0].values():
        found = passages(read)

        assert len(found) > 4
        for before, after in pairwise(found):
            assert before.span.end <= after.span.start
        for each in found:
            text = each.span.of(read.text)
            assert text == text.strip()
            assert 0 <= each.own <= len(each.words)
            assert "\n" not in text


@pytest.mark.parametrize("text", [" ", "\n\n", "Rain.", "…"])
def test_a_text_may_have_no_passage(text):
    assert passages(document(text)) == ()
