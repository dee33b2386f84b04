"""Statements: the words of a claim that are compared across documents."""

from dataclasses import replace

import pytest

from kg.link import DefaultLinker
from kg.link.matching import statements


@pytest.fixture
def said(written, names):
    """The statements of marked lines."""

    def read(*lines, lang="en"):
        text = written(lang)
        for line in lines:
            text.line(line)
        return statements(DefaultLinker().link(text.document(), text.attributions, names))

    return read


def test_statements_stand_in_text_order(said):
    boats = "Boats were sent from Lorme before dawn."

    found = said(boats, "[s:Reuters] [c:said] that [p:the dyke was old].")

    assert [(s.text, s.place, s.attributed) for s in found] == [
        (boats, 0, False),
        ("the dyke was old", len(f"{boats} Reuters said that "), True),
    ]
    assert {s.lang for s in found} == {"en"}
    assert {s.document for s in found} == {"urn:d"}


@pytest.mark.parametrize(
    ("lang", "line", "text"),
    [
        (
            "en",
            "[s:Calder Ferries] [c:denies] that [p:it has gone bankrupt].",
            "Calder Ferries it has gone bankrupt",
        ),
        (
            "en",
            "[s:Calder Ferries] [c:denies] that [p:the firm has gone bankrupt].",
            "the firm has gone bankrupt",
        ),
        (
            "fr",
            "[s:Calder Ferries] [c:dément] [p:avoir fait faillite en mars].",
            "Calder Ferries avoir fait faillite en mars",
        ),
        (
            "en",
            "[s:Calder Ferries] [c:said] that [p:they and Calder Ferries were safe].",
            "they and Calder Ferries were safe",
        ),
    ],
)
def test_whoever_the_first_word_stands_for_is_put_before_it(said, lang, line, text):
    (found,) = said(line, lang=lang)

    assert found.text == text


def test_an_unnamed_source_is_not_put_before_its_words(said):
    (found,) = said("[s:Two officials] [c:said] that [p:they had seen the dyke give way].")

    assert found.text == "they had seen the dyke give way"


def test_a_content_in_pieces_is_one_statement_on_one_line(said):
    (found,) = said("[p:We had warned], [c:said] [s:the mayor of Lorme], [p:for  many years].")

    assert found.text == "We had warned for many years"


@pytest.mark.parametrize("words", ["the old dyke", "l'eau monte vite"])
def test_three_words_are_enough(said, words):
    lang = "fr" if "'" in words else "en"

    assert [s.text for s in said(f"[s:Reuters] [c:said] [p:{words}].", lang=lang)] == [words]


@pytest.mark.parametrize("words", ["the dyke", "yes", "…"])
def test_fewer_words_are_no_statement(said, words):
    assert said(f"[s:Reuters] [c:said] [p:{words}].") == ()


def test_a_claim_is_stated_once_and_rather_by_a_source(said):
    found = said(
        "The old dyke at Chenois gave way.",
        "[s:Reuters] [c:said] that [p:the old dyke at Chenois gave way].",
        "[s:Yonhap] [c:said] that [p:the old dyke at Chenois gave way].",
    )

    assert [(s.attributed, s.text) for s in found] == [(True, "the old dyke at Chenois gave way")]
    assert found[0].place == len("The old dyke at Chenois gave way. Reuters said that ")


def test_what_restates_is_no_statement_even_where_nothing_else_is(written, names):
    text = written("en")
    text.line("The dyke at Chenois gave way")
    reading = DefaultLinker().link(text.document(), text.attributions, names)
    again = tuple(replace(c, restates=True) for c in reading.conveyances)

    assert len(statements(reading)) == 1
    assert statements(replace(reading, conveyances=again)) == ()


def test_a_headline_that_says_again_what_somebody_says_is_left_out(said):
    found = said(
        "The dyke at Chenois gave way",
        "[s:Reuters] [c:said] that [p:the dyke at Chenois had given way on Monday night].",
    )

    assert all(s.attributed for s in found)
    assert len(found) == 1
