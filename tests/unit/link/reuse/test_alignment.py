"""Sentences of two documents laid side by side."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link.reuse.alignment import Aligned, in_translation, sequences, word_for_word
from kg.link.reuse.passages import Passage
from kg.link.vectors import cosines, vectors
from kg.model import Span

ENGLISH = [
    "The dyke at Chenois gave way on Monday night.",
    "Three hundred people had to leave their homes.",
    "The mayor blames the agency that runs the sluices.",
    "Trains to Monthervaux will not run before Thursday.",
]
FRENCH = [
    "La digue de Chenois a cédé dans la nuit de lundi.",
    "Trois cents personnes ont dû quitter leur logement.",
    "Le maire met en cause l'agence qui gère les vannes.",
    "Les trains pour Monthervaux ne circuleront pas avant jeudi.",
]


def passage(words, own=None):
    said = tuple(words.split())
    return Passage(Span(0, len(words) or 1), said, len(said) if own is None else own)


def aligned(one, other):
    found = word_for_word([passage(w) for w in one], [passage(w) for w in other])
    return [(pair.one, pair.other, pair.score) for pair in found]


def test_sequences_are_all_runs_of_four_words():
    assert sequences("a b c d e".split()) == {("a", "b", "c", "d"), ("b", "c", "d", "e")}


@pytest.mark.parametrize("words", ["a b c d", "a b", "a"])
def test_a_short_sentence_is_one_sequence(words):
    assert sequences(words.split()) == {tuple(words.split())}


def test_the_same_words_are_paired_wherever_they_stand():
    one = ["the dyke gave way at night", "boats were sent from lorme"]

    assert aligned(one, one) == [(0, 0, 1.0), (1, 1, 1.0)]
    assert aligned(one, one[::-1]) == [(0, 1, 1.0), (1, 0, 1.0)]


def test_a_sentence_cut_short_is_still_the_same():
    whole = "the dyke gave way at night and three hundred people left their homes"

    assert aligned([whole], ["the dyke gave way at night"]) == [(0, 0, 1.0)]


@pytest.mark.parametrize(
    ("other", "paired"),
    [
        ("the dyke at chenois gave way on monday night said firemen", True),
        ("the dyke in chenois gave way on monday night shortly before ten", False),
        ("on monday night the dyke at chenois finally gave way", False),
    ],
)
def test_more_than_half_of_the_sequences_make_a_pair(other, paired):
    assert bool(aligned(["the dyke at chenois gave way on monday night"], [other])) is paired


def test_a_sentence_is_paired_once_with_its_best():
    said = "the dyke gave way at night near lorme"
    edited = "the dyke gave way at night near semoy"

    assert aligned([said], [edited, said]) == [(0, 1, 1.0)]
    assert aligned([said, said], [said]) == [(0, 0, 1.0)]


def test_without_sentences_there_is_no_pair():
    assert aligned([], ["the dyke gave way"]) == aligned(["the dyke gave way"], []) == []


WORDS = st.lists(st.sampled_from("abcde"), min_size=1, max_size=9).map(" ".join)
TEXTS = st.lists(WORDS, max_size=5)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS)
def test_pairs_are_one_to_one_and_share_what_they_say_they_share(one, other):
    found = aligned(one, other)

    for column in (0, 1):
        taken = [pair[column] for pair in found]
        assert len(taken) == len(set(taken))
    for n, m, score in found:
        runs = sequences(one[n].split()), sequences(other[m].split())
        share = len(runs[0] & runs[1]) / min(len(runs[0]), len(runs[1]))
        assert score == round(share, 4) >= 0.55
    free = set(range(len(one))) - {n for n, *_ in found}
    for n in free:
        for m in set(range(len(other))) - {m for _, m, _ in found}:
            runs = sequences(one[n].split()), sequences(other[m].split())
            assert len(runs[0] & runs[1]) / min(len(runs[0]), len(runs[1])) < 0.55


# ---- across languages


def test_a_translation_is_paired_sentence_by_sentence():
    found = in_translation(vectors(ENGLISH), vectors(FRENCH))

    assert [(p.one, p.other) for p in found] == [(n, n) for n in range(4)]
    assert all(p.score >= 0.5 for p in found)


def test_a_sentence_that_the_translator_left_out_stays_alone():
    found = in_translation(vectors(ENGLISH), vectors(FRENCH[:1] + FRENCH[2:]))

    assert [(p.one, p.other) for p in found] == [(0, 0), (2, 1), (3, 2)]


def test_sentences_in_another_order_are_not_all_paired():
    assert len(in_translation(vectors(ENGLISH), vectors(FRENCH[::-1]))) == 1


def test_without_rows_there_is_no_translation():
    some, none = vectors(ENGLISH[:1]), vectors([])

    assert in_translation(some, none) == in_translation(none, some) == []


def best_by_trying(gain):
    """The largest sum over pairings that keep the order of both sides."""

    @cache
    def best(i, j):
        if i == gain.shape[0] or j == gain.shape[1]:
            return 0.0
        return max(best(i + 1, j), best(i, j + 1), gain[i, j] + best(i + 1, j + 1))

    return best(0, 0)


ROWS = st.lists(st.floats(0, 3), min_size=1, max_size=6).map(
    lambda turns: np.array(
        [[round(100 * np.cos(t)), round(100 * np.sin(t))] for t in turns], dtype=np.int8
    )
)


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_the_pairing_is_the_best_of_those_that_keep_the_order(one, other):
    gain = cosines(one, other) - 0.5

    found = in_translation(one, other)

    for before, after in pairwise(found):
        assert before.one < after.one
        assert before.other < after.other
    assert all(pair.score > 0.5 - 1e-4 for pair in found)
    assert all(
        pair == Aligned(pair.one, pair.other, round(float(gain[pair.one, pair.other]) + 0.5, 4))
        for pair in found
    )
    assert sum(gain[p.one, p.other] for p in found) == pytest.approx(
        best_by_trying(np.maximum(gain, 0)), abs=1e-6
    )
