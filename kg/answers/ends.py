"""Whom somebody means by one end of a question: an outlet, another source, or one document."""

from kg.answers import select
from kg.answers.evidence import Json, about, named
from kg.graph import CitationGraph, Corpus, publisher_of, voice_of
from kg.model import DocumentId, Reading, SourceId


def end_of(corpus: Corpus, asked: str) -> SourceId:
    """The IRI of the document or source that ``asked`` means.

    Args:
        corpus: Where to look.
        asked: A document by its IRI or ``doc_id``, or a source by its IRI, its name in any
            known language, or words that the texts use. Documents go first.

    Raises:
        UnknownSource: Nothing has this name, or several sources have; the message lists names.
    """
    for reading in corpus.readings:
        if asked in {reading.document.id, reading.document.doc_id}:
            return SourceId(reading.document.id)
    return select.source(asked, corpus.agents.values(), select.mentions(corpus.readings))


def text_of(corpus: Corpus, end: SourceId) -> Reading | None:
    """The document that ``end`` is; None if it is an outlet or another source."""
    return corpus.by_document.get(DocumentId(end))


def texts_of(corpus: Corpus, end: SourceId) -> tuple[Reading, ...]:
    """The document itself, or all that were published by ``end`` or are credited to it."""
    itself = text_of(corpus, end)
    if itself is not None:
        return (itself,)
    return tuple(r for r in corpus.readings if end in {publisher_of(r), voice_of(r)})


def shown_end(corpus: Corpus, end: SourceId) -> Json:
    """An end with its name and kind, and the document if it is one."""
    itself = text_of(corpus, end)
    nobody = CitationGraph({}, agents=corpus.agents)
    shown = named(end, nobody) | {"document": None, "doc_id": None}
    if itself is None:
        return shown
    document = about(itself.document)
    name = itself.document.title or itself.document.doc_id
    place = {key: document[key] for key in ("document", "doc_id")}
    return shown | place | {"name": name, "kind": "document"}
