"""Texts that cite sources and turn out to have one."""

from dataclasses import replace

import pytest

from kg.answers.plurals import plurals


@pytest.fixture
def found(story):
    """The findings in a text that cites these phrases one after the other, as (plural, single)."""

    def made(*phrases, lang="en", between=""):
        page = story.page("one", "Ledger", "2024-03-01")
        for n, phrase in enumerate(phrases):
            page.tells(f"P{n}", f"'{phrase}'")
            page.text += between
        reading = page.reading
        reading = replace(reading, document=replace(reading.document, lang=lang))
        return [(f["plural"], f["single"]) for f in plurals([reading])]

    return made


@pytest.mark.parametrize(
    ("lang", "plural", "single"),
    [
        ("en", "Banking sources", "the source"),
        ("en", "Two people close to the talks", "the person"),
        ("en", "Ukrainian officials", "The official"),
        ("fr", "des sources proches du dossier", "la source"),
        ("fr", "Deux responsables", "le responsable"),
        ("fr", "plusieurs officiers", "l’officier"),
        ("fr", "des sources", "cette source"),
    ],
)
def test_a_plural_that_becomes_a_single_one_is_found(found, lang, plural, single):
    assert found(plural, single, lang=lang) == [(plural, single)]


@pytest.mark.parametrize(
    "phrases",
    [
        ("people familiar with it", "the people"),
        ("Banking sources", "a source"),
        ("Banking sources", "the official"),
        ("the source", "Banking sources"),
        ("Banking sources", "one source", "the source"),
        ("a source", "Banking sources", "the source"),
        ("the source",),
        ("the crowd", "the crowds"),
    ],
)
def test_what_is_right_raises_no_alarm(found, phrases):
    assert found(*phrases) == []


def test_a_source_that_was_brought_in_between_is_the_one_meant(found):
    between = "One more source had rung up.\n"

    assert found("Banking sources", "the source", between=between) == []


def test_a_source_of_something_else_is_no_source(found):
    between = "Coal is a source of income.\n"

    assert found("Banking sources", "the source", between=between) == [
        ("Banking sources", "the source")
    ]


def test_each_slip_is_told_once(found):
    assert found("Banking sources", "the source", "the source") == [
        ("Banking sources", "the source")
    ]


def test_the_last_plural_is_the_one_that_slips(found):
    assert found("Kyiv sources", "Moscow sources", "the source") == [
        ("Moscow sources", "the source")
    ]


def test_languages_without_a_list_are_passed_over(found):
    assert found("Banking sources", "the source", lang="de") == []


def test_who_has_a_name_is_not_meant(story):
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "'Ukrainian officials'")
    page.tells("Q", "the official")

    assert plurals(story.readings) == []


def test_who_is_known_to_be_somebody_else_is_not_meant(story):
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("O", "'an insider'")
    page.tells("P", "'Banking sources'")
    page.tells("Q", "'the source'")
    insider, _, single = page.attributions
    same = replace(single, source=replace(single.source, id=insider.source.id))
    page.attributions = [*page.attributions[:2], same]

    assert plurals(story.readings) == []


def test_both_mentions_are_shown_with_their_places(story):
    page = story.page("one", "Ledger", "2024-03-01")
    page.tells("P", "'Banking sources'")
    page.tells("Q", "'the source'")
    (finding,) = plurals(story.readings)

    assert (finding["doc_id"], finding["type"]) == ("one", "plural-but-single")
    sources = [e for e in finding["evidence"] if e["part"] == "source"]
    assert [page.text[e["start"] : e["end"]] for e in sources] == ["Banking sources", "the source"]
    assert finding["source"] == page.attributions[0].source.id
