"""Readings small enough to reason about, and a store of every kind to put them into."""

from dataclasses import replace

import pytest

from kg.model import (
    Agent,
    Attribution,
    ClaimRelation,
    Conveyance,
    Document,
    Names,
    Reading,
    RelationKind,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    WriterCertainty,
    attribution_id,
)
from kg.store import MEMORY, open_store

NAMES = Names("https://example.org/news/")
MAYOR = SourceId("https://example.org/news/agent/mayor")


def _reading(said, doc_id="a.txt", published="2024-10-01", language="en", *, denied=False):
    text = f"The mayor says that {said}."
    document = Document(
        id=NAMES.document(text, published=published),
        doc_id=doc_id,
        text=text,
        lang=language,
        published=published,
        links=("https://example.org/a", "https://example.org/b"),
        metadata=(("section", '"Local"'),),
    )
    spans = (Span(0, 9),), (Span(10, 14),), (Span(20, 20 + len(said)),)
    attribution = Attribution(
        id=attribution_id(document.id, *spans),
        source=Source(SourceKind.PERSON, spans[0], "mayor", MAYOR),
        cue=spans[1],
        content=spans[2],
        stance=Stance.DENIES if denied else Stance.ASSERTS,
        writer_certainty=WriterCertainty.NEUTRAL,
        extractor="by hand 1",
        rule="test",
    )
    claim, other = NAMES.claim(said), NAMES.claim("something else")
    return Reading(
        document=document,
        attributions=(attribution,),
        conveyances=(Conveyance(attribution.id, claim, confidence=0.9),),
        relations=(
            ClaimRelation(RelationKind.DISPUTES, claim, other, 0.5, "rule", attribution.id),
        ),
        agents=(
            Agent(MAYOR, SourceKind.PERSON, f"mayor ({language})", names=((language, "mayor"),)),
        ),
    )


def _of_newer_extractor(reading):
    attributions = tuple(
        replace(a, extractor="by hand 2", stance=Stance.PREDICTS) for a in reading.attributions
    )
    return replace(reading, attributions=attributions)


@pytest.fixture(scope="session")
def reading():
    """Makes the reading of a one-sentence document: what the mayor says, when, under what name."""
    return _reading


@pytest.fixture(scope="session")
def of_newer_extractor():
    """The same document, read otherwise."""
    return _of_newer_extractor


@pytest.fixture(params=["memory", "folder"])
def store(request, tmp_path):
    """An empty store."""
    address = MEMORY if request.param == "memory" else tmp_path / "store"
    with open_store(address, create=True, base=NAMES.base) as opened:
        yield opened


@pytest.fixture
def another(tmp_path, request):
    """Makes further empty stores."""
    count = iter(range(100))

    def made():
        opened = open_store(tmp_path / f"another-{next(count)}", create=True, base=NAMES.base)
        request.addfinalizer(opened.close)
        return opened

    return made
