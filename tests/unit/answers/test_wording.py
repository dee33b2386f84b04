"""Hedges and numbers in the words of a content."""

import pytest

from kg.answers.wording import hedges, numbers


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "It may rain, perhaps; Perhaps not.", ("may", "perhaps")),
        ("en", "The board said it would meet and could vote.", ()),
        ("en", "The mayor said so.", ()),
        ("fr", "Le dépôt aurait brûlé, peut-être vendredi.", ("aurait", "peut-être")),
        ("fr", "Il a brûlé sans doute.", ("sans doute",)),
        ("de", "Vielleicht.", ()),
    ],
)
def test_hedges_are_the_words_that_leave_room(lang, text, found):
    assert hedges(text, lang) == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Some 6,700 men and three tanks", ("6700", "3")),
        ("fr", "Quelque 6 700 hommes et trois chars", ("6700", "3")),
        ("en", "4.2 billion euros", ("4200000000",)),
        ("en", "on 18 September 2024", ()),
        ("en", "nobody", ()),
    ],
)
def test_numbers_are_compared_by_value(lang, text, found):
    assert numbers(text, lang) == found
