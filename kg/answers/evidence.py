"""Evidence: the words behind an answer, with their places, in the public JSON form."""

from typing import Any

from kg.graph import CitationGraph, source_of
from kg.model import Attribution, Document, DocumentId, Hop, SourceId

Json = dict[str, Any]

INTERFACES = ("en", "fr")
"""Languages of the interface; names in others stay in the agents graph."""


def evidence(attribution: Attribution, document: Document) -> list[Json]:
    """Every span of an attribution, quoted: source, cue, content, in this order.

    Offsets count code points of the frozen text, end excluded.
    """
    return [
        {"part": part, "start": span.start, "end": span.end, "quote": span.of(document.text)}
        for part, spans in (
            ("source", attribution.source.spans),
            ("cue", attribution.cue),
            ("content", attribution.content),
        )
        for span in spans
    ]


def placed(hop: Hop, graph: CitationGraph) -> list[Json]:
    """The evidence of a step, each span with the document it stands in."""
    return standing(hop.attribution, graph.documents[hop.document])


def standing(attribution: Attribution, document: Document) -> list[Json]:
    """The evidence of an attribution, each span with the document it stands in."""
    place = {
        "document": document.id,
        "doc_id": document.doc_id,
        "attribution": attribution.id,
    }
    return [place | span for span in evidence(attribution, document)]


def about(document: Document) -> Json:
    """How a document is named wherever it appears in an answer."""
    return {
        "document": document.id,
        "doc_id": document.doc_id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
    }


def named(source: SourceId, graph: CitationGraph, attribution: Attribution | None = None) -> Json:
    """A source with its name and kind, in the words of the text where it has no name."""
    agent = graph.agents.get(source)
    if agent is not None:
        names = {lang: name for lang, name in agent.names if lang in INTERFACES}
        return {"source": source, "name": agent.name, "names": names, "kind": agent.kind.value}
    document = graph.documents.get(DocumentId(source))
    if document is not None:
        return {
            "source": source,
            "name": document.publisher or document.title or document.doc_id,
            "names": {},
            "kind": "document",
        }
    name = (attribution and attribution.source.name) or _words(source, graph)
    return {"source": source, "name": name or source, "names": {}, "kind": "unnamed"}


def _words(source: SourceId, graph: CitationGraph) -> str:
    """How the first text that cites ``source`` words it; empty if none does."""
    for account in graph.accounts.values():
        for way in (*account.supporting, *account.others):
            for hop in way.hops:
                if source_of(hop.attribution, hop.document) == source:
                    return graph.documents[hop.document].quotes(hop.attribution.source.spans)
    return ""
