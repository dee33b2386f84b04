"""Colours can be told from the page in both themes; every kind and stance has a look."""

import pytest

from kg.model import SourceKind, Stance
from kg.render.palette import DARK, DASH_OF, LIGHT, LOOK_OF, contrast


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_marks_reach_the_contrast_of_wcag_aa(theme):
    for token in ("text", "quiet", "actor", "outlet", "document", "unnamed", "denies"):
        assert contrast(theme[token], theme["page"]) >= 4.5, token
        assert contrast(theme[token], theme["card"]) >= 4.5, token
    assert contrast(theme["line"], theme["page"]) >= 3


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_kind_and_stance_has_a_look():
    assert set(LOOK_OF) == set(SourceKind)
    assert set(DASH_OF) == set(Stance)
    assert set(LIGHT) == set(DARK)
