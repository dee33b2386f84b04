"""Own voice that says again what the same document attributes.

Scores on ``restatements.toml`` when the threshold was set: calibration half 11 of 12
restatements found, none false; check half 12 of 12 found and 2 false (a sentence on the other
party's own missile test; one on another summer in the same town); unseen half 5 of 6 found,
none of 11 false.
"""

from dataclasses import replace

import pytest

from kg.link import DefaultLinker
from kg.link.restatement import THRESHOLD, confidence
from kg.model import Span, Stance

LINKER = DefaultLinker()


def outcome(restatements, names, half):
    found, missed, false = 0, 0, 0
    for text in restatements(half):
        reading = LINKER.link(text.document(), text.attributions, names)
        said = [a.id for a in reading.attributions if not a.is_own_voice]
        for conveyance in reading.conveyances:
            if conveyance.attribution not in text.expected:
                continue
            number = text.expected[conveyance.attribution]
            right = number and conveyance.claim in reading.claims_of(said[number - 1])
            found += bool(conveyance.restates and right)
            missed += bool(number and not conveyance.restates)
            false += bool(conveyance.restates and not right)
    return found, missed, false


SCORES = [("calibration", 11, 1, 0), ("check", 12, 0, 2), ("unseen", 5, 1, 0)]


@pytest.mark.parametrize("score", SCORES, ids=[half for half, *_ in SCORES])
def test_restatements_are_told_from_sentences_about_the_same_actors(restatements, names, score):
    half, least, most_missed, most_false = score

    found, missed, false = outcome(restatements, names, half)

    assert found >= least
    assert missed <= most_missed
    assert false <= most_false


def test_a_sentence_that_unfolds_the_headline_restates_through_it(written, names):
    text = written("en")
    headline = text.line("Navy divers recover gold bars from wreck off Cape Torrin")
    said = text.line(
        "[s:The BBC] [c:reports] that [p:divers of the navy have recovered gold bars and coins "
        "from the wreck of a steamer sunk in 1916]."
    )
    unfolding = text.line(
        "The bars lay in the wreck at a depth of 90 metres off Cape Torrin, where divers "
        "recovered them."
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert reading.claims_of(headline.id) == reading.claims_of(said.id)
    assert reading.claims_of(unfolding.id) == reading.claims_of(said.id)
    assert all(c.restates for c in reading.conveyances if c.attribution != said.id)


def test_own_voice_does_not_restate_what_is_denied(written, names):

    text = written("en")
    own = text.line("The bridge over the river Aven collapsed on Monday.")
    text.line(
        "[s:Moscow] [c:denies] that [p:the bridge over the river Aven collapsed].",
        stance=Stance.DENIES,
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert not any(c.restates for c in reading.conveyances if c.attribution == own.id)


def test_a_negated_sentence_does_not_restate_the_positive_one(written, names):
    text = written("en")
    own = text.line("The bridge over the river Aven did not collapse on Monday.")
    text.line("[s:Moscow] [c:says] that [p:the bridge over the river Aven collapsed].")

    reading = LINKER.link(text.document(), text.attributions, names)

    assert not any(c.restates for c in reading.conveyances if c.attribution == own.id)


def test_a_sentence_that_holds_the_attribution_does_not_restate_it(written, names):
    text = written("en")
    said = text.line("[s:Both countries] [c:pledge] to [p:give each other help if attacked].")
    own = text.line("x")

    whole = replace(own, content=(Span(0, said.content[0].end),))

    reading = LINKER.link(text.document(), (said, whole), names)

    assert not any(c.restates for c in reading.conveyances)


def test_confidence_rises_with_the_overlap_and_stays_below_certainty():
    assert confidence(THRESHOLD) < confidence(0.8) < confidence(1.0) < 1
