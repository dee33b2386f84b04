"""Breaking labels into lines."""

from hypothesis import given
from hypothesis import strategies as st

from kg.render.wrap import width, wrapped


def test_words_fill_lines_in_order():
    assert wrapped("services de renseignement sud-coréens", 150, 13, 3) == [
        "services de",
        "renseignement",
        "sud-coréens",
    ]


def test_what_does_not_fit_is_cut_with_an_ellipsis():
    lines = wrapped("Une très longue manchette qui ne tient pas en deux lignes du tout", 150, 13, 2)

    assert len(lines) == 2
    assert lines[1].endswith("…")


@given(st.text(max_size=80), st.floats(20, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text, room, most):
    lines = wrapped(text, room, 13, most)

    assert len(lines) <= most
    assert all(width(line, 13) <= room or line == "…" for line in lines)
