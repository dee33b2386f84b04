"""Telling the language among the enabled ones."""

import pytest

from kg.errors import UnknownLanguage
from kg.text.language import language_of

ENABLED = ("en", "fr")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Selon le ministre, tout va bien.", "fr"),
        ("Police said the road was closed.", "en"),
        ("Il ministro ha detto che la strada è chiusa.", None),
    ],
)
def test_the_answer_is_always_an_enabled_language(text, code):
    found = language_of(text, ENABLED)

    assert found in ENABLED
    assert code in (None, found)


def test_a_given_language_is_trusted_and_its_region_left_off():
    assert language_of("Police said.", ENABLED, "fr-CA") == "fr"


def test_a_language_that_is_not_enabled_is_refused_by_name():
    with pytest.raises(UnknownLanguage, match="'de' is not enabled; enabled: en, fr"):
        language_of("Die Polizei sagt", ENABLED, "de")


def test_one_enabled_language_needs_no_guess():
    assert language_of("Police said.", ("fr",)) == "fr"
