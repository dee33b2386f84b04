"""The comparison with the gold sees what is missing, wrong or too much."""

from dataclasses import replace

import pytest

from kg.model import Form, Reading, SourceKind, Stance, WriterCertainty


@pytest.fixture
def faults(shipped, compare):
    """The faults of a reading that has these attributions instead of the gold ones."""
    case = shipped("toropets.fr")

    def of(**instead):
        changed = {i: instead.get(i, a) for i, a in case.gold.items()}
        linked = {
            i: replace(a, source=replace(a.source, id=_id_of(case, i)))
            for i, a in changed.items()
            if a is not None
        }
        return compare(case, Reading(case.document, tuple(linked.values()))).faults

    return of


def _id_of(case, i):
    return next(e.get("source_id") for e in case.entries if e["id"] == i)


@pytest.fixture
def gold(shipped):
    return shipped("toropets.fr").gold


def test_the_gold_itself_has_no_fault(faults):
    assert faults() == []


@pytest.mark.parametrize("i", ["a1", "a2", "a8", "a12"])
def test_what_is_not_read_is_missing(faults, i):
    assert [f for f in faults(**{i: None}) if f.startswith(f"{i} is missing")]


@pytest.mark.parametrize("i", ["o5", "a13"])
def test_what_is_optional_may_be_missing(faults, i):
    assert faults(**{i: None}) == []


@pytest.mark.parametrize(
    ("i", "field", "value"),
    [
        ("a8", "stance", Stance.ASSERTS),
        ("a10", "writer_certainty", WriterCertainty.NEUTRAL),
        ("a4", "form", Form.INDIRECT),
        ("a12", "nested_in", None),
        ("a8", "set_against", None),
    ],
)
def test_a_wrong_part_is_a_fault(faults, gold, i, field, value):
    (fault,) = faults(**{i: replace(gold[i], **{field: value})})

    assert fault.startswith(f"{i}: ")


def test_the_source_of_another_link_is_a_fault(faults, gold):
    wrong = replace(gold["a10"], source=gold["a7"].source)

    assert [f for f in faults(a10=wrong) if f.startswith("a10: source ")]


def test_a_known_source_of_another_kind_is_a_fault(faults, gold):
    wrong = replace(gold["a3"], source=replace(gold["a3"].source, kind=SourceKind.STATE))

    assert faults(a3=wrong) == ["a3: source kind state, not agency"]


def test_own_voice_that_is_given_a_source_is_a_false_attribution(faults, gold):
    line = gold["o6"].content
    false = replace(gold["a10"], id="urn:false", content=line, cue=(gold["a10"].cue[0],))

    (fault,) = faults(o6=false)

    assert fault.startswith("false attribution: ")
