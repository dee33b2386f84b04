"""Documents, spans and their identity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, DocumentId, Span
from kg.model.document import document_key

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda t: Span(t[0], t[0] + t[1]))


def document(text, title=None):
    return Document(DocumentId("urn:d"), "d", text, "fr", title=title)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1)])
def test_a_span_is_never_empty_or_reversed(start, end):
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


@given(SPANS, SPANS)
def test_containing_means_overlapping_and_both_agree_with_positions(one, other):
    here, there = set(range(one.start, one.end)), set(range(other.start, other.end))

    assert one.contains(other) == (there <= here)
    assert one.overlaps(other) == bool(here & there)


def test_spans_count_code_points_beyond_the_basic_plane():
    text = "😀 é né"

    assert Span(2, 3).of(text) == "é"


def test_a_title_has_a_place_only_where_the_text_begins_with_it():
    assert document("Titre\nTexte", "Titre").title_span == Span(0, 5)
    assert document("Texte", "Titre").title_span is None
    assert document("Texte").title_span is None


def test_quoted_spans_show_the_gap_between_them():
    assert document("oui, dit-il, non").quotes([Span(0, 3), Span(13, 16)]) == "oui … non"


def test_identity_is_the_text_with_its_place_of_publication():
    text = "Un texte."

    assert document_key(text, url="https://a.example") == document_key(
        text, url="https://a.example", publisher="x", published="2024"
    )
    keys = {
        document_key(text),
        document_key(text, publisher="A"),
        document_key(text, publisher="A", published="2024-10-01"),
        document_key(text, url="https://a.example"),
        document_key(text + " "),
    }
    assert len(keys) == 5
