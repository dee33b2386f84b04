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


def test_an_act_most_of_whose_content_lies_beyond_is_not_relayed():
    assert parents([draft((0, 5), (10, 50)), draft((12, 15), (20, 95))]) == [-1, -1]


def test_an_act_whose_content_was_drawn_a_little_too_far_is_still_relayed():
    assert parents([draft((0, 5), (10, 50)), draft((12, 15), (20, 60))]) == [-1, 0]


def test_of_two_acts_with_the_same_content_the_relayed_one_is_nearer():
    outer = draft((0, 5), (30, 80))
    relayed = draft((8, 12), (30, 80), relayed_by=(Span(0, 5),))
    inner = draft((40, 44), (50, 75))

    assert parents([outer, relayed, inner]) == [-1, 0, 1]


def test_words_that_name_the_relay_win():
    outer = draft((90, 95), (10, 80))
    inner = draft((2, 5), (10, 80), relayed_by=(Span(90, 95),))

    assert parents([outer, inner]) == [-1, 0]


def test_a_circle_is_cut():
    one = draft((0, 5), (10, 50), relayed_by=(Span(6, 9),))
    other = draft((6, 9), (10, 50), relayed_by=(Span(0, 5),))

    assert parents([one, other]).count(-1) == 1
