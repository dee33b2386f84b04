import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « non ».", [("non", 0)]),
        ("He said “no”.", [("no", 0)]),
        ('He said "no" and "yes".', [("no", 0), ("yes", 0)]),
        ("« Il a dit “non” hier »", [("Il a dit “non” hier", 0), ("non", 1)]),
        ("l’homme et d’autres", []),
        ("He said ``no''.", [("no", 0)]),
        ("Un « qui ne ferme pas.", []),
        ("“A first line.\n“A second.”", [("A first line.", 0), ("A second.", 0)]),
        ('"A first line.\n\nA second."', [("A first line.\n\nA second.", 0)]),
    ],
)
def test_quotations_are_found_whatever_the_marks(text, expected):
    assert [(q.inner.of(text), q.depth) for q in find_quotations(text)] == expected


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab «»“”\"'’‘`\n", max_size=120))
def test_no_text_raises_and_inner_lies_in_outer(text):
    for quotation in find_quotations(text):
        assert quotation.outer.contains(quotation.inner)
        assert quotation.outer.end <= len(text)
