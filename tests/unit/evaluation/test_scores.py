"""Ratios are of sums; what cannot be divided is said to be none."""

from collections import Counter

import pytest

from kg.evaluation import HEADLINE, count, scored


def test_ratios_are_of_sums_and_not_means_of_ratios():
    small = Counter({"gold": 1, "pred@0.5": 1, "full@0.5": 1})
    large = Counter({"gold": 9, "pred@0.5": 9, "full@0.5": 0})

    found = scored([small, large]).ratios[HEADLINE]

    assert (found.precision, found.recall) == (0.1, 0.1)
    assert found.f1 == pytest.approx(0.1)


def test_without_predictions_precision_is_unknown_and_recall_none(gold):
    found = scored([count(gold, [])]).ratios["detect@0.5"]

    assert (found.precision, found.recall, found.f1) == (None, 0.0, None)


def test_equal_documents_give_equal_intervals(gold, report):
    counts = [count(gold, gold["attributions"]), count(gold, [report]), count(gold, [])]

    once, again = scored(counts, resamples=50), scored(counts, resamples=50)

    low, high = once.ratios[HEADLINE].interval
    assert once.ratios == again.ratios
    assert low <= once.ratios[HEADLINE].f1 <= high


def test_edges_are_reported_only_where_the_gold_has_some(gold):
    assert "nested_in edges" not in scored([count(gold, gold["attributions"])]).ratios
