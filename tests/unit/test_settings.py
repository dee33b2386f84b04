"""Settings come from KG_* variables; a wrong one is refused by name."""

from pathlib import Path

import pytest

from kg.errors import BadSettings
from kg.settings import Settings, from_environment


def test_without_variables_the_defaults_hold():
    assert from_environment({}) == Settings()


def test_every_variable_is_read():
    chosen = from_environment(
        {
            "KG_STORE": "x",
            "KG_BASE": "https://example.org/kg/",
            "KG_LANGUAGES": "fr",
            "KG_EVAL_DATA": "/data",
            "KG_MAX_DOCUMENT_MB": "2",
            "KG_PATIENCE": "0.5",
            "KG_REVIEWER": " Zoé ",
        }
    )

    assert chosen == Settings(
        Path("x"),
        "https://example.org/kg/",
        ("fr",),
        Path("/data"),
        2_000_000,
        0.5,
        reviewer="Zoé",
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("KG_BASE", "nowhere"),
        ("KG_BASE", "https://example.org"),
        ("KG_LANGUAGES", "fr,tlh"),
        ("KG_MAX_DOCUMENT_MB", "lots"),
        ("KG_MAX_DOCUMENT_MB", "0"),
        ("KG_PATIENCE", "-1"),
        ("KG_PATIENCE", "nan"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(variable, value):
    with pytest.raises(BadSettings, match=variable):
        from_environment({variable: value})
