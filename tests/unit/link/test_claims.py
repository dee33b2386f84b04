"""Which claims contents say, and which attributions only relay."""

from dataclasses import replace

from kg.link import DefaultLinker
from kg.model import Attribution, Source, SourceKind, Span, Stance, attribution_id

LINKER = DefaultLinker()


def spans(text, *words):
    found = []
    for word in words:
        start = text.index(word, found[-1].end if found else 0)
        found.append(Span(start, start + len(word)))
    return tuple(found)


def attribution(document, source, cue, content, **fields):
    identity = attribution_id(document.id, source, cue, content)
    made = Source(SourceKind.UNNAMED, source)
    return Attribution(identity, made, cue, content, **fields)


def nested(written, line, inner, **fields):
    """A line with its outer attribution and one inside its content."""
    text = written("en")
    outer = text.line(line, **fields)
    parts = [spans(text.text, part) if part else () for part in inner]
    made = attribution(text.document(), *parts, nested_in=outer.id)
    text.attributions.append(made)
    return text, outer, made


def test_a_pure_relay_conveys_only_what_it_relays(written, names):
    text, outer, inner = nested(
        written,
        "[s:CNN] [c:reports] that [p:Seoul says that the factories run at full capacity].",
        ("Seoul", "says", "the factories run at full capacity"),
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert reading.claims_of(outer.id) == ()
    assert len(reading.claims_of(inner.id)) == 1


def test_one_content_under_two_sources_is_conveyed_by_the_inner_one(written, names):
    text, _, inner = nested(
        written,
        "[s:Yonhap], citing Seoul, [c:wrote] that [p:6,700 containers went north].",
        ("Seoul", "citing", "6,700 containers went north"),
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert [c.attribution for c in reading.conveyances] == [inner.id]


def test_an_outer_content_that_says_more_conveys_its_own_claim_too(written, names):
    text, outer, inner = nested(
        written,
        "[s:CNN] [c:reports] that [p:the army crossed the river at dawn, took two villages "
        "and that Seoul says the bridge is gone].",
        ("Seoul", "says", "the bridge is gone"),
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert len(reading.claims_of(outer.id)) == 1
    assert reading.claims_of(outer.id) != reading.claims_of(inner.id)


def test_a_denial_of_a_saying_is_no_relay_of_what_was_said(written, names):
    text, outer, inner = nested(
        written,
        "[s:Moscow] [c:denied] that [p:Seoul said the bridge was gone].",
        ("Seoul", "said", "the bridge was gone"),
        stance=Stance.DENIES,
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert reading.claims_of(outer.id) != reading.claims_of(inner.id)
    assert len(reading.claims_of(outer.id)) == 1


def test_who_dismisses_rumours_denies_what_they_say(written, names):
    text, outer, inner = nested(
        written,
        "[s:Moscow] [c:dismissed] [p:claims that the bridge was gone].",
        (None, "claims", "the bridge was gone"),
        stance=Stance.DENIES,
    )

    reading = LINKER.link(text.document(), text.attributions, names)

    assert reading.claims_of(outer.id) == reading.claims_of(inner.id)


def test_equal_wording_is_one_claim(written, names):
    text = written("fr")
    one = text.line("[s:Moscou] [c:affirme] que [p:le pont est détruit].")
    other = text.line("[s:Kiev] [c:dément] que [p:« le pont est détruit »].", stance=Stance.DENIES)

    reading = LINKER.link(text.document(), text.attributions, names)

    assert reading.claims_of(one.id) == reading.claims_of(other.id)


def test_every_content_leads_to_a_claim(written, names):
    text, *_ = nested(
        written,
        "[s:CNN] [c:reports] that [p:Seoul says that the factories run at full capacity].",
        ("Seoul", "says", "the factories run at full capacity"),
    )
    text.line("The bridge is gone.")

    reading = LINKER.link(text.document(), text.attributions, names)

    conveying = {c.attribution for c in reading.conveyances}
    relaying = {a.nested_in for a in reading.attributions if a.id in conveying}
    assert {a.id for a in reading.attributions} <= conveying | relaying


def test_an_implied_finder_conveys_the_find(written, names):
    text = written("en")
    outer = text.line("[s:Newsweek] [c:reports] that [p:Ukraine found missiles in a depot].")
    implied = replace(
        attribution(text.document(), spans(text.text, "Ukraine"), (), outer.content),
        nested_in=outer.id,
        implied=True,
        confidence=0.3,
    )

    reading = LINKER.link(text.document(), (outer, implied), names)

    assert [c.attribution for c in reading.conveyances] == [implied.id]
