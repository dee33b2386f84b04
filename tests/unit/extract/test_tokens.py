import pytest

from kg.extract.lexicon import lexicon
from kg.extract.tokens import tokens


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "L’état-major", ["L’", "état-major"]),
        ("fr", "a-t-il dit", ["a", "-t-il", "dit"]),
        ("fr", "aujourd'hui", ["aujourd'hui"]),
        ("fr", "Kim Jong-un", ["Kim", "Jong-un"]),
        ("fr", "«\u00a0oui\u202f»", ["«", "oui", "»"]),
        ("en", "didn't", ["did", "n't"]),
        ("en", "the ministry's", ["the", "ministry", "'s"]),
        ("en", "1,000 U.S. troops", ["1,000", "U.S.", "troops"]),
    ],
)
def test_words_are_cut_as_the_rules_need_them(lang, text, expected):
    assert [t.text for t in tokens(text, 0, len(text), lexicon(lang))] == expected


def test_offsets_are_those_of_the_text():
    text = "Il dit : « L'eau »."

    found = tokens(text, 3, len(text), lexicon("fr"))

    assert all(text[t.start : t.end] == t.text for t in found)
    assert found[0].text == "dit"
