"""What counts as found, per document."""

import pytest

from kg.evaluation import Options, count


def test_a_reading_scored_against_itself_has_everything_right(gold):
    found = count(gold, gold["attributions"])

    assert found["gold"] == found["pred"] == found["m@1.0"] == found["full@0.8"] == 2
    assert found["cue_tp"] == 2
    assert found["st_ok"] == found["st_n"] == 2


def test_an_empty_reading_misses_everything(gold):
    found = count(gold, [])

    assert (found["gold"], found["pred"], found["m@0.5"]) == (2, 0, 0)


def test_quotation_marks_and_spaces_decide_nothing(gold, report):
    start, end = report["content"][0]
    wider = report | {"content": [[start - 1, end + 2]]}

    assert count(gold, [wider])["m@1.0"] == 1


def test_a_wrong_source_is_found_but_not_in_full(gold, report):
    elsewhere = report | {"source": [[40, 44]]}

    found = count(gold, [elsewhere])

    assert (found["m@0.5"], found["full@0.5"]) == (1, 0)


def test_a_source_filled_in_where_none_is_named_is_wrong(gold, denial):
    gold["attributions"] = [denial | {"source": None}]

    assert count(gold, [denial])["full@0.5"] == 0
    assert count(gold, [denial | {"source": None}])["full@0.5"] == 1


def test_a_second_prediction_of_one_act_is_a_false_one(gold, report, denial):
    found = count(gold, [report, report | {"id": "E9"}, denial])

    assert (found["m@0.5"], found["pred"]) == (2, 3)


def test_half_a_content_is_found_leniently_only(gold, report):
    start, end = report["content"][0]
    half = report | {"content": [[start + 4, end]]}

    found = count(gold, [half])

    assert (found["m@0.5"], found["m@0.8"], found["m@1.0"]) == (1, 0, 0)


@pytest.mark.parametrize("mark", [{"implied": True}, {"source_kind": "own-voice"}])
def test_implied_and_own_voice_predictions_are_passed_over(gold, report, mark):
    assert count(gold, [report | mark])["pred"] == 0


def test_optional_gold_is_neither_demanded_nor_counted_against(gold, report, denial):
    gold["attributions"] = [report, denial | {"optional": True}]

    with_it, without = count(gold, [report, denial]), count(gold, [report])

    assert with_it["gold"] == without["gold"] == 1
    assert with_it["pred"] == without["pred"] == 1


def test_an_edge_counts_only_with_both_its_ends(gold, report, denial):
    inner = denial | {"nested_in": "E1"}
    gold["attributions"] = [report, inner]

    assert count(gold, [report, inner])["nest_tp"] == 1
    assert count(gold, [report, denial])["nest_tp"] == 0
    assert count(gold, [inner])["nest_p"] == 0


def test_a_denial_read_as_an_assertion_is_no_denial(gold, report, denial):
    found = count(gold, [report, denial | {"stance": "asserts"}])

    assert (found["den_g"], found["den_p"], found["den_tp"]) == (1, 0, 0)
    assert (found["st_ok"], found["st_n"]) == (1, 2)


def test_a_prediction_that_answers_gold_of_another_form_is_no_error(gold):
    found = count(gold, gold["attributions"], Options(forms=frozenset({"direct"})))

    assert (found["gold"], found["pred"], found["pred@0.5"], found["m@0.5"]) == (1, 2, 1, 1)


def test_recall_is_kept_by_form_cue_depth_and_stance(gold, report):
    found = count(gold, [report])

    assert (found["n|quote:direct"], found["h|quote:direct"]) == (1, 1)
    assert (found["n|cue:deny"], found["h|cue:deny"]) == (1, 0)
    assert (found["n|depth:0"], found["f|depth:0"]) == (2, 1)
    assert (found["n|stance:denies"], found["h|stance:denies"]) == (1, 0)
