"""Literal marks become offsets, and what cannot be read is named."""

import pytest
from corpus.markup import MarkupError, passages

HEADER = "=== en-00-01 | genre=agency | topic=arms trade | country=Korea\n"


def words(passage, entry, part):
    return [passage.text[start:end] for start, end in entry[part] or ()]


def test_marks_nest_and_leave_no_trace_in_the_text(passage):
    p = passage(
        "{s1|CNN} {q1|reports} that {c1|{s2|officials} {q2|say} {c2|the port is shut}}.",
        '1 asserts neutral outlet "CNN"',
        '2 asserts neutral unnamed - in=1 affiliation="South Korea"',
    )

    outer, inner = p.entries
    assert p.text.startswith("CNN reports that officials say the port is shut.")
    assert words(p, outer, "content") == ["officials say the port is shut"]
    assert (words(p, inner, "source"), inner["nested_in"]) == (["officials"], "E1")
    assert inner["affiliation"] == "South Korea"
    assert inner["source_name"] is None


def test_a_content_in_two_pieces_and_a_cue_of_two_acts(passage):
    p = passage(
        "“{c1|Yes},” {s1|she} {q1|said}, “{c1|we knew}.” {s2|Rome} and {s3|Paris} {q2,3|deny} "
        "{c2,3|it}.",
        '1 asserts neutral person "Anna Lee"',
        '2 denies neutral state "Italy"',
        '3 denies neutral state "France"',
    )

    first, second, third = p.entries
    assert words(p, first, "content") == ["Yes", "we knew"]
    assert first["form"] == "direct"
    assert second["cue"] == third["cue"]


@pytest.mark.parametrize(
    ("text", "entry", "reason"),
    [
        ("{s1|CNN says", '1 asserts neutral outlet "CNN"', "never closed"),
        ("CNN} says", "", "closes nothing"),
        ("{x1|CNN} says", "", "mark not understood"),
        ("{s1|CNN} says", "", "not listed"),
        ("{s1|CNN} says", "1 asserts neutral outlet CNN", "line not understood"),
        ("{s1|CNN} says", '1 asserts neutral outlet "CNN" sure', "unknown flag"),
    ],
)
def test_what_cannot_be_read_is_named(text, entry, reason):
    with pytest.raises(MarkupError, match=reason):
        passages(f"{HEADER}{text}\n---\n{entry}\n")


def test_a_passage_without_a_list_is_named():
    with pytest.raises(MarkupError, match="no line '---'"):
        passages(f"{HEADER}CNN says so.\n")


@pytest.mark.parametrize("quotation", ["“we knew”", "« we knew »", '"we knew"', "‘we knew’"])
def test_the_form_follows_from_the_quotation_marks(passage, quotation):
    start, end = quotation[0], quotation[-1]
    inside = quotation.strip('“”«»"‘’ ')
    p = passage(
        f"{{s1|She}} {{q1|said}} {start}{{c1|{inside}}}{end}", '1 asserts neutral person "A"'
    )

    assert p.entries[0]["form"] == "direct"
