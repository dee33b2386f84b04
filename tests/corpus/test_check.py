"""Every formal rule of the annotation is broken once, and the break is seen."""

import pytest
from corpus.check import problems

SAYS = "{s1|CNN} {q1|says} that {c1|the port is shut}."
ENTRY = '1 asserts neutral outlet "CNN"'


def test_a_passage_that_keeps_all_rules_has_no_problem(passage):
    assert problems(passage(SAYS, ENTRY)) == []


@pytest.mark.parametrize(
    ("text", "entries", "reason"),
    [
        (SAYS, ['1 says neutral outlet "CNN"'], "stance 'says'"),
        (SAYS, ['1 asserts sure outlet "CNN"'], "writer_certainty 'sure'"),
        (SAYS, ['1 asserts neutral paper "CNN"'], "source_kind 'paper'"),
        (SAYS, ['1 asserts neutral unnamed "CNN"'], "an unnamed source has no name"),
        (SAYS, ["1 asserts neutral outlet -"], "a outlet has a name"),
        ("{q1|Reportedly} {c1|the port is shut}.", [ENTRY], "no source is marked"),
        ("{s1|CNN} says {c1|the port is shut}.", [ENTRY], "no cue"),
        ("{s1|CNN} {q1|says} so.", [ENTRY], "no content"),
        ("{s1|CNN }{q1|says} {c1|the port is shut}.", [ENTRY], "white space"),
        ("{s1|CNN} {q1|says} {c1|that they left}.", [ENTRY], "complementizer"),
        ("{s1|CNN} {q1|says} {c1|“we left”}.", [ENTRY], "enclosing quotation marks"),
        ("{q1|So} {s1|according to CNN} {c1|they left}.", [ENTRY], "preposition"),
        ("{s1|CNN {q1|says}} {c1|they left}.", [ENTRY], "overlaps another part"),
        (SAYS, ['1 asserts neutral outlet "CNN" in=7'], "in=7 is not listed"),
        (SAYS, ['1 asserts neutral outlet "CNN" in=1'], "circle"),
        (SAYS, ['1 asserts neutral outlet "CNN" retracts'], "stance denies"),
        (
            SAYS + " {s2|Kyiv} {q2|denies} {c2|a trade}.",
            [ENTRY, '2 denies neutral state "Ukraine" in=1'],
            "not inside the content of 1",
        ),
        (
            "{s1|CNN} {q1|says} that {c1|{s2|Kyiv} {q2|denies} {c2|a trade}}.",
            [ENTRY, '2 denies neutral state "Ukraine"'],
            "has no in=",
        ),
    ],
)
def test_a_broken_rule_is_seen(passage, text, entries, reason):
    assert any(reason in problem for problem in problems(passage(text, *entries)))


def test_a_passage_too_short_is_seen(passage):
    short = passage(SAYS, ENTRY)
    short.text = short.text[:60]

    assert any("a passage has 60 to 250" in problem for problem in problems(short))
