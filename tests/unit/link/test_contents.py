"""Normalised wordings, stems and near-synonyms."""

import pytest

from kg.link.contents import concepts, content_words, normalised, stem
from kg.link.lexicon import concept_words
from kg.model import Document, DocumentId, Span


def wording(text, lang="fr"):
    document = Document(DocumentId("urn:d"), "d", text, lang)
    return normalised(document, [Span(0, len(text))])


@pytest.mark.parametrize(
    "other",
    [
        "L’accord « total » a été signé à Saint-Rémy",
        "l'accord «\u202ftotal\u202f» a été signé à Saint Rémy.",
        "L'ACCORD TOTAL A ÉTÉ SIGNÉ À SAINT-RÉMY",
        "cet accord total"[4:] + " a été signé à Saint\u2011Rémy,",
        "l'ac\u00adcord total a été\u00a0signé à Saint-Rémy",
    ],
)
def test_typography_makes_no_other_claim(other):
    assert wording("l'accord total a été signé à Saint-Rémy") == wording(other)


@pytest.mark.parametrize(
    "other", ["l'accord total n'a pas été signé", "l'accord a été signé", "l'accord total signé"]
)
def test_other_words_make_another_claim(other):
    assert wording("l'accord total a été signé") != wording(other)


def test_the_language_is_part_of_the_wording():
    assert wording("attaque", "fr") != wording("attaque", "en")


def test_numbers_keep_their_decimals_and_lose_their_spaces():
    assert wording("10 000 obus") == "fr:10000 obus"
    assert wording("3,5 tonnes") != wording("35 tonnes")


def test_a_content_of_several_spans_is_read_through_the_gap():
    document = Document(DocumentId("urn:d"), "d", "Nous partons, dit-il, demain.", "fr")

    assert normalised(document, [Span(0, 12), Span(22, 28)]) == "fr:nous partons demain"


def test_a_content_of_marks_only_has_a_wording():
    assert wording("?!") == "fr:?!"


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("fr", "missile", "missiles"),
        ("fr", "attaquer", "attaquée"),
        ("fr", "médical", "médicaux"),
        ("en", "deliver", "delivered"),
        ("en", "agency", "agencies"),
    ],
)
def test_inflections_meet_in_one_stem(lang, one, other):
    assert stem(one, lang) == stem(other, lang)


def test_a_depot_is_no_company():
    assert stem("entrepôt", "fr") != stem("entreprise", "fr")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_stands_in_two_groups_of_synonyms(lang):
    seen = {}
    for concept, words in concept_words(lang).items():
        for word in words:
            assert seen.setdefault(stem(word, lang), concept) == concept, word

    assert concepts(lang) == seen


def test_function_words_carry_no_meaning():
    assert content_words("Elle a été dans la ville", "fr") == ["ville"]
