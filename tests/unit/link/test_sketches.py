"""Sketches: all that comparing needs of a document, kept as bytes."""

import json
from dataclasses import replace

import numpy as np
import pytest

from kg.graph import publisher_of, voice_of
from kg.link import DefaultLinker
from kg.link.gazetteer import gazetteer
from kg.link.matching.tokens import anchors, tokens
from kg.link.sketches import FORMAT, from_bytes, sketch, to_bytes
from kg.link.vectors import vectors

LINES = [
    "[s:Odile Frémont, head of the basin agency], [c:said] that [p:the dyke was 40 years old].",
    "[s:The Kremlin] [c:denies] that [p:a Russian engineer had built the dyke at Chenois in 1984].",
    "Boats were sent from Lorme to the villages before dawn on Tuesday morning.",
    "“The dyke \U0001f600 was old,” wrote “L’Écho” \u202f— and nothing more was said of it.",
]
FACTS = {"published": "2024-10-03", "publisher": "The Ledger", "url": "https://ledger.example/1"}


def sketched(reading):
    return sketch(reading, publisher_of(reading), voice_of(reading), gazetteer())


@pytest.fixture(scope="module")
def reading(written, names):
    text = written("en")
    for line in LINES:
        text.line(line)
    return DefaultLinker().link(text.document(**FACTS), text.attributions, names)


@pytest.fixture(scope="module")
def made(reading):
    return sketched(reading)


def alike(one, other):
    """Whether two sketches are equal, number by number."""
    plain = [
        {name: getattr(s, name) for name in s.__dataclass_fields__ if name not in {"page", "said"}}
        for s in (one, other)
    ]
    pages = [
        {name: getattr(s.page, name) for name in s.page.__dataclass_fields__ if name != "vectors"}
        for s in (one, other)
    ]
    return (
        plain[0] == plain[1]
        and pages[0] == pages[1]
        and np.array_equal(one.said, other.said)
        and np.array_equal(one.page.vectors, other.page.vectors)
        and one.said.dtype == other.said.dtype
    )


def test_a_sketch_comes_back_as_it_was(made):
    back = from_bytes(to_bytes(made))

    assert alike(back, made)
    assert to_bytes(back) == to_bytes(made)
    assert not alike(replace(back, topics=frozenset()), made)


def test_what_is_compared_can_be_computed_from_what_comes_back(made):
    back = from_bytes(to_bytes(made))

    assert back.page.prints == made.page.prints
    assert back.page.length == made.page.length


def test_a_sketch_holds_what_the_text_says(reading, made):
    text = reading.document.text

    assert [p.span.of(text) for p in made.page.passages][2] == LINES[2]
    assert len(made.statements) == len(made.anchors) == len(made.said) == 4
    assert made.statements[0].text == "the dyke was 40 years old"
    assert "40" in made.anchors[0]
    assert made.anchors[0] == anchors(tokens(made.statements[0].text, "en", gazetteer()))
    apart = made.said.astype(int) - vectors([s.text for s in made.statements])
    assert np.abs(apart).max() <= 1
    assert {s.agent.name for s in made.sightings} >= {"Odile Frémont", "The Ledger"}
    assert made.outlet.name == "The Ledger"
    assert made.outlet.id == made.page.publisher


@pytest.mark.parametrize("other", [FORMAT + 1, FORMAT - 1, None, str(FORMAT)])
def test_a_sketch_of_another_format_is_none(made, other):
    kept = json.loads(to_bytes(made))
    kept["format"] = other

    assert from_bytes(json.dumps(kept).encode()) is None


def test_a_sketch_that_never_named_its_format_is_none():
    assert from_bytes(b"{}") is None


@pytest.mark.parametrize("words", ["Yes.", "…"])
def test_a_document_that_says_next_to_nothing_has_a_sketch(written, names, words):
    text = written("en")
    text.line(words)
    made = sketched(DefaultLinker().link(text.document(), (), names))

    back = from_bytes(to_bytes(made))

    assert alike(back, made)
    assert (back.statements, back.page.passages, back.outlet) == ((), (), None)
    assert back.said.shape == (0, 512)


def test_equal_readings_give_equal_bytes(reading, made):
    assert to_bytes(sketched(reading)) == to_bytes(made)
    later = replace(reading, document=replace(reading.document, published="2024-10-04"))
    assert to_bytes(sketched(later)) != to_bytes(made)
