"""What the pages tell the reader to type is typed, and what they show is what is printed."""

import pytest

HOWTOS = ["ingest-your-texts", "ask-in-sparql", "use-from-python", "draw-and-share"]


def test_the_tutorial_happens_as_told(follow):
    follow("tutorial/first-trace.md")


@pytest.mark.parametrize("page", HOWTOS)
def test_every_session_of_the_how_to_happens_as_told(follow, page):
    follow(f"howto/{page}.md")


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [
        ("one\ntwo\nthree", True),
        ("one\n…\nthree", True),
        ("one\nt…\nthree", True),
        ("…\ntwo\n…", True),
        ("one\nthree", False),
        ("one\ntwo", False),
        ("two\nthree", False),
        ("one\n…\nfour", False),
    ],
)
def test_a_shortened_output_must_say_where_it_is_shortened(difference_between, shown, agrees):
    printed = ["one", "two", "", "three"]

    assert (difference_between(shown.splitlines(), printed) is None) == agrees
