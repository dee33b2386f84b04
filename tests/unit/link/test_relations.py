"""Disputes: a denial that the text sets against what somebody else says."""

from dataclasses import replace

from kg.link import DefaultLinker
from kg.model import RelationKind, Stance

LINKER = DefaultLinker()


def contrast(written, names, claimed, denied, **fields):
    text = written("en")
    said = text.line(f"[s:CNN] [c:says] [p:{claimed}].")
    denial = text.line(f"[s:Moscow] [c:denies] [p:{denied}].", stance=Stance.DENIES, **fields)
    denial = replace(denial, set_against=said.id)
    reading = LINKER.link(text.document(), (said, denial), names)
    return reading, said, denial


def test_a_denial_set_against_a_claim_disputes_it(written, names):
    reading, said, denial = contrast(
        written, names, "Russia has used foreign shells", "any trade in arms"
    )

    (relation,) = reading.relations
    assert relation.kind is RelationKind.DISPUTES
    assert relation.subject == reading.claims_of(denial.id)[0]
    assert relation.object == reading.claims_of(said.id)[0]
    assert relation.evidence == denial.id


def test_a_dispute_is_no_surer_than_its_denial(written, names):
    sure, *_ = contrast(written, names, "shells were used", "any trade in arms")
    doubtful, *_ = contrast(written, names, "shells were used", "any trade in arms", confidence=0.5)

    assert doubtful.relations[0].confidence == sure.relations[0].confidence / 2


def test_a_denial_of_the_same_words_needs_no_relation(written, names):
    reading, *_ = contrast(written, names, "shells were used", "shells were used")

    assert reading.relations == ()


def test_a_denial_that_stands_alone_disputes_nothing(written, names):
    text = written("en")
    text.line("[s:CNN] [c:says] [p:shells were used].")
    text.line("[s:Moscow] [c:denies] [p:any trade in arms].", stance=Stance.DENIES)

    assert LINKER.link(text.document(), text.attributions, names).relations == ()
