"""The given article is read as the gold says; its text is read from where it may lie.

The repository holds offsets, names and a hash of it only. Set ``KG_EVAL_DATA`` to the folder
that has ``seeds/toropets.fr.txt``.
"""

import pytest


@pytest.fixture(scope="module")
def comparison(given, read, compare):
    return compare(given, read(given.document))


def test_all_ten_core_links_are_right_and_none_is_false(comparison):
    assert comparison.faults == []


def test_title_and_lines_two_six_and_seven_are_unsourced(comparison):
    lines = comparison.unsourced

    assert lines["demanded"] == {0, 2, 6, 7}
    assert lines["demanded"] <= lines["read"] <= lines["allowed"]


def test_title_and_second_paragraph_restate_the_find(comparison):
    restating = comparison.restating

    assert set(restating) == {0, 2}
    assert "a1" in restating[0]
    assert "a1" in restating[2]


def test_the_final_question_yields_no_claim(comparison):
    contents = [a.content for a in comparison.reading.attributions]

    assert not any(11 in comparison.case.lines(content) for content in contents)


def test_the_denials_dispute_that_russia_used_the_munitions(comparison):
    reading, found = comparison.reading, comparison.found

    disputes = {(r.subject, r.object) for r in reading.relations if r.kind == "disputes"}

    (denied,) = reading.claims_of(found["a8"].id)
    (told,) = reading.claims_of(found["a7"].id)
    assert (denied, told) in disputes
