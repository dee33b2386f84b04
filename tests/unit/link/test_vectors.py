"""Sentence vectors: one text, one vector, whatever stands beside it."""

import numpy as np
import pytest

from kg.link.vectors import DIMENSIONS, cosines, mean, vectors

TEXTS = [
    "The dyke at Chenois gave way on Monday night.",
    "La digue de Chenois a cédé dans la nuit de lundi.",
    "The central bank left its interest rate unchanged.",
    "Nobody was hurt.",
]
# Texts of which some component lies on the very edge between two whole numbers.
ON_THE_EDGE = [
    (
        "Canberra would not pay any compensation to the farmers around Dubbo whose sheep it had "
        "ordered slaughtered in the spring during what turned out to be a false alarm over "
        "foot-and-mouth disease"
    ),
    "the 500 Toropets the the",
]


def test_every_text_has_a_row_of_small_whole_numbers():
    found = vectors(TEXTS)

    assert (found.shape, found.dtype) == ((4, DIMENSIONS), np.int8)
    assert found.min() >= -127
    assert np.abs(found.astype(int)).sum(axis=1).min() > 0


def test_without_texts_there_are_no_rows():
    assert vectors([]).shape == (0, DIMENSIONS)


def test_no_words_have_a_vector_too():
    assert np.array_equal(vectors(["", "x"])[0], vectors([" ", "x"])[0])


def test_neither_order_nor_company_moves_a_vector_by_more_than_a_hair():
    # More than one batch of the encoder.
    many = [f"{text} {n}" for n in range(70) for text in TEXTS] + ON_THE_EDGE
    whole = vectors(many)

    for others in (
        vectors(many[::-1])[::-1],
        np.concatenate([vectors(many[:9]), vectors(many[9:])]),
    ):
        apart = np.abs(whole.astype(int) - others)
        assert apart.max() <= 1
        assert apart.sum() <= 10


@pytest.mark.xfail(
    reason="sums of the encoder differ by company, and rounding shows it", strict=False
)
def test_neither_order_nor_company_shows_in_a_vector():
    alone = np.concatenate([vectors([text]) for text in ON_THE_EDGE])

    for others in ([], ["dyke dyke dyke"], ["Rain fell."] * 2, ["Rain fell."] * 7):
        first = vectors([*ON_THE_EDGE, *others])[: len(ON_THE_EDGE)]
        last = vectors([*others, *ON_THE_EDGE[::-1]])[-1 : -1 - len(ON_THE_EDGE) : -1]
        assert np.array_equal(first, alone)
        assert np.array_equal(last, alone)


def test_a_sentence_lies_nearest_to_its_translation():
    alike = cosines(vectors(TEXTS), vectors(TEXTS))

    assert alike[0, 1] > 0.6 > alike[0, 2]
    assert alike[0, 1] > alike[0, 3]


def test_cosines_are_those_of_the_textbook():
    one = np.array([[3, 4], [0, 5]], dtype=np.int8)
    other = np.array([[4, 3], [-3, -4], [0, 1]], dtype=np.int8)

    assert cosines(one, other) == pytest.approx(np.array([[0.96, -1, 0.8], [0.6, -0.8, 1]]))


def test_a_vector_of_nothing_is_like_nothing():
    assert cosines(np.zeros((1, 2), np.int8), np.array([[1, 2]], np.int8)).tolist() == [[0.0]]


def test_the_middle_lies_between_and_takes_no_heed_of_order():
    rows = vectors(TEXTS[:3])
    middle = mean(rows)

    assert np.array_equal(middle, mean(rows[::-1]))
    assert cosines(middle[None], rows).min() > cosines(rows, rows).min()
    assert cosines(mean(rows[:1])[None], rows[:1])[0, 0] > 0.999


def test_the_middle_of_opposites_is_nothing():
    row = np.array([[3, 4]], dtype=np.int8)

    assert mean([row[0], -row[0]]).tolist() == [0, 0]
