"""Reads one text and says in words what was found in it."""

from dataclasses import dataclass

import pytest

from kg.extract import RulesExtractor
from kg.model import Document, DocumentId


@dataclass(frozen=True)
class Line:
    """One attribution as its words."""

    source: str
    cue: str
    content: str
    outer: str
    attribution: object


@pytest.fixture(scope="session")
def attributed():
    """The attributions of a text with their words; own voice and implied ones with ``every``."""
    extractor = RulesExtractor()

    def read(text, lang, *, every=False):
        document = Document(id=DocumentId("urn:test"), doc_id="test", text=text, lang=lang)
        found = extractor.extract(document)
        sources = {a.id: document.quotes(a.source.spans) for a in found}
        return [
            Line(
                sources[a.id],
                document.quotes(a.cue),
                document.quotes(a.content),
                sources.get(a.nested_in, ""),
                a,
            )
            for a in found
            if every or a.is_stated
        ]

    return read


@pytest.fixture(scope="session")
def acts(attributed):
    """Source, cue, content and the source that relays it, of every stated attribution."""

    def read(text, lang):
        return [(a.source, a.cue, a.content, a.outer) for a in attributed(text, lang)]

    return read
