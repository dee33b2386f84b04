"""Pages of the stories, and of texts made up for one test."""

import tomllib
from functools import cache

import pytest

from kg.graph import publisher_of, voice_of
from kg.link import DefaultLinker
from kg.link.reuse import page
from kg.model import (
    SEEDS_BASE,
    Attribution,
    Document,
    Names,
    Source,
    SourceKind,
    Span,
    attribution_id,
)
from kg.resources import folder
from kg.text import Metadata, Reader

NAMES = Names(SEEDS_BASE)
HOME = folder("seeds") / "stories"


def paged(document):
    """The page of a document that says all of it in its own voice."""
    whole = (Span(0, len(document.text)),)
    own = Source(SourceKind.OWN_VOICE)
    said = Attribution(attribution_id(document.id, (), (), whole), own, (), whole)
    reading = DefaultLinker().link(document, (said,), NAMES)
    return page(reading, publisher_of(reading), voice_of(reading))


@cache
def told(name):
    """The documents of a story by name, and what its story.toml plants."""
    home = HOME / name
    documents = Reader(NAMES, ("en", "fr"), Metadata()).read([home / "documents.jsonl"])
    planted = tomllib.loads((home / "story.toml").read_text("utf-8"))
    return {d.doc_id: d for d in documents}, planted


@cache
def pages_of(name):
    return {doc_id: paged(document) for doc_id, document in told(name)[0].items()}


@pytest.fixture(scope="session")
def story():
    """Documents of a story by name, and its planted answers."""
    return told


@pytest.fixture(scope="session")
def story_pages():
    """Pages of a story by the name of their document; made once."""
    return pages_of


@pytest.fixture(scope="session")
def page_of_text():
    """Makes the page of a text."""

    def make(text, publisher="Ledger", published="2024-10-01", lang="en", **facts):
        facts |= {"publisher": publisher, "published": published}
        id_ = NAMES.document(text, facts.get("url"), publisher, published)
        return paged(Document(id_, "d", text, lang, **facts))

    return make
