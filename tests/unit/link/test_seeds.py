"""Linking the hand-made gold of our own articles: who the sources are, what is restated."""

import json
from dataclasses import replace

import pytest

from kg.link import DefaultLinker
from kg.model import Document, DocumentId, Names, Source, SourceKind, from_normal_form
from kg.resources import folder

LINKER = DefaultLinker()
ARTICLES = ["toropets.fr", "toropets.en", "presse.fr"]


def gold(article):
    record = json.loads((folder("seeds") / "gold" / f"{article}.json").read_text("utf-8"))
    document = Document(DocumentId("urn:d"), article, record["text"], record["lang"])
    attributions = from_normal_form(record, document)
    entries = {a.id: e for a, e in zip(attributions, record["attributions"], strict=True)}
    return document, [blind(a) for a in attributions], entries


def blind(attribution):
    """The attribution as an extractor leaves it: spans, and no word on who it is."""
    kind = SourceKind.OWN_VOICE if attribution.is_own_voice else SourceKind.UNNAMED
    return replace(attribution, source=Source(kind, attribution.source.spans))


def demanded(reading, entries):
    return [
        (a.source, entries[a.id])
        for a in reading.attributions
        if not a.is_own_voice and not entries[a.id].get("optional")
    ]


@pytest.fixture(scope="module", params=ARTICLES)
def linked(request):
    document, attributions, entries = gold(request.param)
    return LINKER.link(document, attributions, Names()), entries


def test_kinds_of_sources_are_those_of_the_gold(linked):
    reading, entries = linked

    for source, entry in demanded(reading, entries):
        assert str(source.kind) == entry["source_kind"], entry


def test_known_sources_have_the_identity_of_the_gold(linked):
    reading, entries = linked

    for source, entry in demanded(reading, entries):
        assert source.kind is SourceKind.BODY or source.id == entry.get("source_id", source.id)


def test_unnamed_sources_are_affiliated_as_in_the_gold(linked):
    reading, entries = linked

    for source, entry in demanded(reading, entries):
        if source.kind is SourceKind.UNNAMED:
            found = source.affiliation.name if source.affiliation else None
            assert found == entry.get("affiliation"), entry


def test_one_unnamed_source_taken_up_again_is_one(linked):
    reading, entries = linked
    ids = {entries[a.id]["id"]: a.source.id for a in reading.attributions}

    for entry in entries.values():
        if "same_source" in entry:
            assert ids[entry["id"]] == ids[entry["same_source"]]


def test_headlines_restate_and_background_does_not(linked):
    reading, entries = linked
    by_name = {entries[a.id]["id"]: a.id for a in reading.attributions}
    inner = {a.nested_in: a.id for a in reading.attributions if a.nested_in}

    for conveyance in reading.conveyances:
        entry = entries[conveyance.attribution]
        target = by_name.get(entry.get("restates"))
        assert conveyance.restates == (target is not None), entry
        if target:
            said = reading.claims_of(target) or reading.claims_of(inner[target])
            assert conveyance.claim in said
