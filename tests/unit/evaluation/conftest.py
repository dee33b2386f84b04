"""One short text with two acts, to be got right and wrong in every way."""

import copy

import pytest

TEXT = 'Reuters said "the depot burned", citing Kyiv. Moscow denied it.'


def place(words, nth=0):
    """Where ``words`` stand in the text, for the ``nth`` time."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return [at, at + len(words)]


@pytest.fixture
def report():
    return {
        "id": "E1",
        "source": [place("Reuters")],
        "cue": [place("said")],
        "content": [place("the depot burned")],
        "nested_in": None,
        "stance": "asserts",
    }


@pytest.fixture
def denial():
    return {
        "id": "E2",
        "source": [place("Moscow")],
        "cue": [place("denied")],
        "content": [place("it", 1)],
        "nested_in": None,
        "stance": "denies",
    }


@pytest.fixture
def gold(report, denial):
    return {
        "doc_id": "d",
        "lang": "en",
        "text": TEXT,
        "attributions": copy.deepcopy([report, denial]),
    }
