import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.lexicon import lexicon
from kg.extract.sentences import LONGEST, split


def sentences(text, lang):
    return [s.span.of(text) for s in split(text, lexicon(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "M. Dupont part. Il rit.", ["M. Dupont part.", "Il rit."]),
        ("en", "Donald J. Trump left. He won.", ["Donald J. Trump left.", "He won."]),
        ("en", "The U.S. Senate met.", ["The U.S. Senate met."]),
        ("fr", "« Non ! » dit-il. Et puis ?", ["« Non ! » dit-il.", "Et puis ?"]),
        ("en", '"Is it true?" Smith asked.', ['"Is it true?" Smith asked.']),
        ("fr", "Titre sans point\nUne phrase.", ["Titre sans point", "Une phrase."]),
        ("fr", "Une ligne\nqui continue.", ["Une ligne\nqui continue."]),
        ("fr", "- Un point.\n- Deux points.", ["Un point.", "Deux points."]),
        ("fr", "PARIS (AFP) — Le roi dort.", ["PARIS (AFP) —", "Le roi dort."]),
    ],
)
def test_boundaries_are_where_a_reader_sees_them(lang, text, expected):
    assert sentences(text, lang) == expected


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="aB.!? \n«»\"'\u00a0", max_size=200), st.sampled_from(["en", "fr"]))
def test_sentences_keep_order_lose_no_letter_and_have_no_outer_space(text, lang):
    found = split(text, lexicon(lang))

    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(s.span.of(text) == s.span.of(text).strip() for s in found)
    covered = {i for s in found for i in range(s.span.start, s.span.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


def test_a_sentence_without_end_is_cut():
    found = split("mot " * 2_000, lexicon("fr"))

    assert max(s.span.end - s.span.start for s in found) <= LONGEST
