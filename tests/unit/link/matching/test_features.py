"""Features: what two contents share and where they differ, as numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link.matching.features import NAMES, features, likeness

SYMMETRIC = {
    *("cosine", "covered_min", "covered_max", "left_min", "left_max", "most_left_min"),
    *("most_left_max", "covered_product", "negated_one", "negated_both", "negations"),
    *("contrary_shared", "mood", "languages", "length", "longer", "voice", "left_alike"),
    *("left_pairs", "first_token", "first_actor"),
    *(name for name in NAMES if name.endswith(("_clash", "_alone", "_shared"))),
}


@pytest.fixture(scope="session")
def compared(taken):
    """The features of two texts by name."""

    def compare(one, other, lang="en"):
        return dict(zip(NAMES, features(*taken(one, other, lang=lang)).tolist(), strict=True))

    return compare


def test_every_feature_has_a_name_of_its_own(taken):
    found = features(*taken("the dyke gave way", "boats were sent"))

    assert found.shape == (len(NAMES),)
    assert len(set(NAMES)) == len(NAMES)
    assert found.dtype == np.float32


def test_what_is_repeated_to_the_letter_leaves_nothing_over(compared):
    said = "the 300 Russian soldiers died at Toropets on Monday"
    found = compared(said, said)

    assert found["cosine"] == pytest.approx(1)
    assert found["covered_min"] == pytest.approx(1)
    assert found["mutual"] == 1
    for name in NAMES:
        if name.startswith(("left", "most_left")) or name.endswith(("_clash", "_alone")):
            assert found[name] == pytest.approx(0, abs=1e-6), name
    assert [found[f"{k}_shared"] for k in ("number", "date", "name", "actor", "word")] == [
        *(1, 1, 1, 1, 2)
    ]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("number", "the depot held 300 shells", "the depot held 500 shells"),
        ("date", "the depot burned on Monday", "the depot burned on Tuesday"),
        ("name", "the depot at Toropets burned", "the depot at Marle burned"),
        ("actor", "the depot of Russia burned", "the depot of Belgium burned"),
        ("word", "the goalkeeper burned", "the piano burned"),
    ],
)
def test_what_is_left_over_on_both_sides_clashes(compared, kind, one, other):
    found = compared(one, other)

    assert found[f"{kind}_clash"] == pytest.approx(1, abs=0.6)
    assert found[f"{kind}_clash"] > 0.4
    others = {"number", "date", "name", "actor"} - {kind}
    assert [found[f"{o}_clash"] for o in others] == [0] * len(others)


@pytest.mark.parametrize(
    ("kind", "more"),
    [("number", "300"), ("date", "on Monday"), ("name", "at Toropets"), ("actor", "in Russia")],
)
def test_what_is_left_over_on_one_side_stands_alone(compared, kind, more):
    found = compared(f"the depot burned {more}", "the depot burned")

    assert found[f"{kind}_alone"] > 0.5
    assert found[f"{kind}_clash"] == 0
    assert found["covered_one"] < found["covered_other"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [("300", "300", 1), ("100", "104", 0.5), ("100", "300", 0.1), ("0", "0", 1)],
)
def test_numbers_are_alike_by_value(taken, one, other, like):
    assert likeness(*taken(f"burned {one}", f"burned {other}"))[1, 1] == pytest.approx(like)


def test_only_like_is_compared_with_like(taken):
    one, other = taken("shells Russia 300 Monday", "shells Russia 300 Monday")
    alike = likeness(one, other)

    assert np.array_equal(alike, np.eye(4, dtype=np.float32))


def test_a_name_in_another_spelling_is_the_same_name(taken):
    alike = likeness(*taken("at Kaldnes", "at Kaldness"))

    assert 0.7 < alike[0, 0] < 1


@pytest.mark.parametrize(
    ("one", "other", "polarity"),
    [
        ("the price of oil rose", "the price of oil fell", 1),
        ("the price of oil rose", "the price of oil did not rise", 1),
        ("the price of oil rose", "the price of oil did not fall", 0),
        ("the price of oil rose", "the price of oil rose", 0),
    ],
)
def test_a_no_turns_a_contrary_round(compared, one, other, polarity):
    assert compared(one, other)["polarity"] == polarity


def test_turned_roles_are_seen(compared):
    turned = compared("Russia attacked Ukraine", "Ukraine attacked Russia")
    same = compared("Russia attacked Ukraine", "Russia attacked Ukraine")

    assert (turned["roles_turned"], turned["first_actor"]) == (1, 0)
    assert (same["roles_turned"], same["first_actor"], same["roles"]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("mood", "the dyke would break", "the dyke broke"),
        ("voice", "the depot was hit by shells", "shells hit the depot"),
        ("negated_one", "the dyke did not break", "the dyke broke"),
        ("negated_both", "the dyke did not break", "the dyke never broke"),
        ("contrary", "prices rose", "prices fell"),
    ],
)
def test_mood_voice_and_polarity_are_told(compared, name, one, other):
    assert compared(one, other)[name] == 1
    assert compared(other, other)[name] == (name == "negated_both")


def test_languages_are_told(taken):
    one, other = taken(("the dyke broke", "en"), ("la digue a cédé", "fr"))
    at = NAMES.index("languages")

    assert [features(a, b)[at] for a, b in ((one, one), (one, other))] == [0, 1]


def test_a_content_of_function_words_can_be_compared(compared):
    nothing, something = "it was of the", "the dyke gave way"

    assert np.isfinite(list(compared(nothing, something).values())).all()
    assert np.isfinite(list(compared(nothing, nothing).values())).all()
    assert compared(nothing, something)["covered_max"] == 0


WORDS = st.lists(
    st.sampled_from(
        "dyke depot burned broke not 300 500 Monday Tuesday Russia Belgium Toropets Marle rose "
        "fell would the of by was".split()
    ),
    max_size=9,
).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(WORDS, WORDS)
def test_the_order_of_the_two_shows_only_where_it_must(taken, one, other):
    pair = taken(one, other)
    there, back = (dict(zip(NAMES, features(*p).tolist(), strict=True)) for p in (pair, pair[::-1]))

    assert np.isfinite(list(there.values())).all()
    for name in SYMMETRIC:
        assert there[name] == pytest.approx(back[name], abs=1e-5), name
    assert there["covered_one"] == pytest.approx(back["covered_other"], abs=1e-5)
    assert 0 <= there["covered_min"] <= there["covered_max"] <= 1 + 1e-6
