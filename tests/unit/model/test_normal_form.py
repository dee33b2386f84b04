"""The normal form keeps everything and refuses what points nowhere."""

import json
from dataclasses import replace

import pytest

from kg.model import (
    Alternative,
    Attribution,
    Document,
    DocumentId,
    Form,
    Party,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    WriterCertainty,
    attribution_id,
    from_normal_form,
    to_normal_form,
)

DOCUMENT = Document(
    DocumentId("urn:d"), "d", "CNN says officials say that P, Moscow denies it.", "en"
)


def made(source, cue, content, **more):
    id_ = attribution_id(DOCUMENT.id, source.spans, cue, content)
    return Attribution(id_, source, cue, content, **more)


OUTER = made(
    Source(SourceKind.OUTLET, (Span(0, 3),), "CNN", SourceId("urn:cnn")),
    (Span(4, 8),),
    (Span(9, 29),),
    extractor="x/1",
    rule="r",
)
INNER = made(
    Source(SourceKind.UNNAMED, (Span(9, 18),), affiliation=Party("Korea")),
    (Span(19, 22),),
    (Span(28, 29),),
    nested_in=OUTER.id,
    writer_certainty=WriterCertainty.DISTANCED,
    form=Form.MIXED,
    evidential="witnessed",
    confidence=0.7,
)
DENIAL = made(
    Source(SourceKind.STATE, (Span(31, 37),), "Russia", speaks_for=Party("x")),
    (Span(38, 44),),
    (Span(45, 47),),
    stance=Stance.DENIES,
    set_against=INNER.id,
    retracts=True,
    alternatives=(Alternative(OUTER.id, 0.3), Alternative(None, 0.7)),
)
OWN = made(Source(SourceKind.OWN_VOICE), (), (Span(0, 47),))
ALL = (OUTER, INNER, DENIAL, OWN)


def test_what_is_written_is_read_back_alike():
    written = json.loads(json.dumps(to_normal_form(DOCUMENT, ALL)))

    assert from_normal_form(written, DOCUMENT) == ALL


def test_local_ids_follow_the_order_given_and_carry_the_nesting():
    entries = to_normal_form(DOCUMENT, ALL)["attributions"]

    assert [e["id"] for e in entries] == ["E1", "E2", "E3", "E4"]
    assert [e["nested_in"] for e in entries] == [None, "E1", None, None]
    assert entries[2]["set_against"] == "E2"
    assert entries[3]["source"] is None


def test_a_parent_that_is_not_there_is_refused_with_the_document():
    written = to_normal_form(DOCUMENT, [OUTER])
    written["attributions"][0]["nested_in"] = "E9"

    with pytest.raises(ValueError, match=r"d: nested_in names no attribution: \['E9'\]"):
        from_normal_form(written, DOCUMENT)


def test_an_unknown_stance_is_refused():
    written = to_normal_form(DOCUMENT, [OUTER])
    written["attributions"][0]["stance"] = "shrugs"

    with pytest.raises(ValueError, match="shrugs"):
        from_normal_form(written, DOCUMENT)


def test_equal_spans_give_equal_ids_and_every_part_counts():
    other = attribution_id(DocumentId("urn:e"), (), (), [Span(0, 47)])

    assert OWN.id == attribution_id(DOCUMENT.id, (), (), [Span(0, 47)])
    assert len({a.id for a in ALL} | {other}) == 5


def test_only_what_words_say_is_stated():
    assert [a.is_stated for a in ALL] == [True, True, True, False]
    assert not replace(INNER, implied=True).is_stated
