from kg.extract.drafts import Draft, Mention
from kg.extract.nesting import parents
from kg.model import SourceKind, Span


def draft(cue, content, **more):
    source = Mention((Span(cue[0], cue[0] + 1),), SourceKind.PERSON)
    return Draft("rule", (source,), (Span(*cue),), (Span(*content),), **more)


def test_the_smallest_content_that_holds_the_act_relays_it():
    outer, middle, inner = (
        draft((0, 5), (10, 100)),
        draft((12, 15), (20, 90)),
        draft((22, 25), (30, 80)),
    )

    assert parents([outer, middle, inner]) == [-1, 0, 1]


def test_an_act_whose_content_reaches_beyond_is_not_relayed():
    assert parents([draft((0, 5), (10, 50)), draft((12, 15), (20, 60))]) == [-1, -1]


def test_words_that_name_the_relay_win():
    outer = draft((90, 95), (10, 80))
    inner = draft((2, 5), (10, 80), relayed_by=(Span(90, 95),))

    assert parents([outer, inner]) == [-1, 0]


def test_a_circle_is_cut():
    one = draft((0, 5), (10, 50), relayed_by=(Span(6, 9),))
    other = draft((6, 9), (10, 50), relayed_by=(Span(0, 5),))

    assert parents([one, other]).count(-1) == 1
