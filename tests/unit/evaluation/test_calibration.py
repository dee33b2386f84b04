"""Confidence beside the share that is right: bins, their edges, and the error made of them."""

import pytest

from kg.evaluation import HEADLINE, count, scored
from kg.evaluation.calibration import Verdict, calibration, verdicts


def test_confidence_that_keeps_its_word_has_no_error():
    judged = [Verdict(0.75, True)] * 3 + [Verdict(0.75, False)]

    found = calibration(judged)

    assert found.error == 0
    assert [b.count for b in found.bins] == [0, 0, 0, 0, 0, 0, 0, 4, 0, 0]


def test_the_error_weighs_every_bin_by_what_it_holds():
    judged = [Verdict(0.5, True)] * 3 + [Verdict(0.9, False)]

    found = calibration(judged)

    assert found.error == pytest.approx((3 * 0.5 + 1 * 0.9) / 4)


def test_within_a_bin_mean_confidence_is_compared_so_that_errors_cancel():
    found = calibration([Verdict(0.92, True), Verdict(0.98, True), Verdict(0.95, False)])

    assert found.bins[9].confidence == pytest.approx(0.95)
    assert found.bins[9].right == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("confidence", "place"), [(0.0, 0), (0.1, 1), (0.3, 3), (0.7, 7), (0.999, 9), (1.0, 9)]
)
def test_a_bin_holds_its_lower_edge_and_the_last_one_both(confidence, place):
    found = calibration([Verdict(confidence, right=True)])

    assert [b.count for b in found.bins].index(1) == place
    assert found.bins[place].low <= confidence <= found.bins[place].high


def test_bins_meet_and_cover_everything_from_none_to_certain():
    bins = calibration([], bins=4).bins

    assert [(b.low, b.high) for b in bins] == [(0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1)]


def test_without_predictions_nothing_is_claimed():
    found = calibration([])

    assert found.error is None
    assert all(b.confidence is None and b.right is None for b in found.bins)


def test_a_prediction_is_right_if_content_and_source_are(gold, report, denial):
    report["confidence"], denial["confidence"] = 0.8, 0.6
    denial["source"] = report["source"]

    assert verdicts(gold, [report, denial]) == [Verdict(0.8, True), Verdict(0.6, False)]


def test_of_two_that_say_the_same_only_one_is_right(gold, report):
    twin = report | {"id": "E3", "confidence": 0.4}

    assert sorted(v.right for v in verdicts(gold, [report, twin])) == [False, True]


def test_without_a_confidence_a_prediction_claims_to_be_certain(gold, report):
    assert verdicts(gold, [report]) == [Verdict(1.0, True)]


def test_what_the_scorer_passes_over_is_not_judged(gold, report, denial):
    implied = denial | {"implied": True}
    own_voice = denial | {"source_kind": "own-voice"}
    gold["attributions"][0]["optional"] = True

    assert verdicts(gold, [report, implied, own_voice]) == []


def test_as_many_are_right_as_the_scorer_counts(gold, report, denial):
    denial["source"] = []

    counted = count(gold, [report, denial])

    judged = verdicts(gold, [report, denial])
    assert sum(v.right for v in judged) == counted["full@0.5"]
    assert scored([counted]).ratios[HEADLINE].precision == sum(v.right for v in judged) / len(
        judged
    )
