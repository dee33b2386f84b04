"""Letters and digits decide, and the noun that a source is about."""

import pytest

from kg.evaluation.overlap import head


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("Reuters", "reuters"),
        ("the spokesman of the Interior Ministry", "spokesman"),
        ("les services de renseignement", "services"),
        ("l'agence Yonhap", "yonhap"),
        ("the ministry's", "ministry"),
    ],
)
def test_the_head_of_a_source(phrase, noun):
    assert head([[0, len(phrase)]], phrase) == noun


def test_nobody_has_no_head():
    assert head(None, "Reuters") is None
