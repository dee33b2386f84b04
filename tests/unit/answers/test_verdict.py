"""The answer in a sentence."""

import pytest

from kg.answers import verdict
from kg.answers.verdict import notes


@pytest.mark.parametrize(
    ("claims", "lang", "expected"),
    [
        (
            ("C7",),
            "en",
            (
                "1 distinct origin; Intelligence answers for it by name. "
                "Everything passes through CNN and Intelligence."
            ),
        ),
        (
            ("C4",),
            "en",
            (
                "1 distinct origin; nobody answers for it by name. Contested: disputed by Russia "
                "and North Korea. Everything passes through Business Insider."
            ),
        ),
        (("C5",), "en", "Nothing in these texts supports this. Denied by Russia and North Korea."),
        (
            ("C1", "C2"),
            "fr",
            "Entre 1 et 2 origines distinctes ; personne n'en répond nommément.",
        ),
        (("C5",), "fr", "Rien dans ces textes n'appuie ceci. Démenti par Russia et North Korea."),
        (("C5",), "de", "Nothing in these texts supports this. Denied by Russia and North Korea."),
    ],
)
def test_a_verdict_says_how_many_who_and_through_whom(arms, claims, lang, expected):
    assert verdict(arms.ask(*claims), lang) == expected


def test_two_names_answer_also_where_they_may_be_one_voice(story):
    story.page("one", "Ledger").jointly("P", "Army", "Navy")

    assert "Army and Navy answer for it" in verdict(story.ask(), "en")
    assert "en répondent" in verdict(story.ask(), "fr")


@pytest.mark.parametrize(("lang", "word"), [("en", "each other"), ("fr", "les uns sur les autres")])
def test_a_closed_circle_is_called_by_its_name(story, lang, word):
    story.outlets("A", "B")
    one, two = story.page("one", "A", "2024-10-01"), story.page("two", "B", "2024-10-02")
    story.link(one.tells("P", "B")[0], two, "late")
    story.link(two.tells("P", "A")[0], one)

    assert word in verdict(story.ask(), lang)


def test_notes_say_what_was_left_out(story):
    story.page("one", "Ledger", "2024-10-01").tells("P", "Army", confidence=0.4)
    story.page("two", "Courier").tells("P", "Navy")

    assert notes(story.ask(as_of="2024-10-02")) == [
        "distinct visible endpoints are counted; they are not known to be independent",
        "1 undated document left out by the as-of date",
        "doubtful origins count in the upper bound only",
    ]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_verdict_says_true_false_or_independent(arms, union, lang):
    said = verdict(arms.ask(*union), lang)

    assert not any(word in said.lower() for word in ("true", "false", "vrai", "faux", "independ"))
