"""Documents as quads and back; the frozen text stays outside."""

from hashlib import sha256

from kg.errors import InvalidGraph
from kg.model import OUTLETS, Document, DocumentId, Reading, fold
from kg.rdf import vocabulary as kg
from kg.rdf.mapping.draft import Draft
from kg.rdf.mapping.facts import Facts

_FIELDS = (
    ("doc_id", kg.IDENTIFIER),
    ("lang", kg.IN_LANGUAGE),
    ("title", kg.HEADLINE),
    ("url", kg.URL),
    ("publisher", kg.PUBLISHER_NAME),
    ("credited_to", kg.CREDITED_NAME),
    ("published", kg.DATE_PUBLISHED),
    ("author", kg.BYLINE),
)


def text_digest(text: str) -> str:
    """The SHA-256 of the UTF-8 bytes of a frozen text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def write_document(draft: Draft, reading: Reading) -> None:
    """State what is known of the publication of the document that was read."""
    document = reading.document
    draft.types(document.id, [kg.DOCUMENT])
    draft.text(document.id, kg.SHA256, text_digest(document.text))
    draft.number(document.id, kg.CHARACTER_COUNT, len(document.text))
    for field, predicate in _FIELDS:
        draft.text(document.id, predicate, getattr(document, field))
    draft.iri(document.id, kg.IS_PUBLISHED_BY, _outlet(reading, document.publisher))
    draft.iri(document.id, kg.IS_CREDITED_TO, _outlet(reading, document.credited_to))
    _write_links(draft, document)
    draft.fields(document.id, document.metadata)


def read_document(facts: Facts, document: DocumentId, text: str) -> Document:
    """The document of this IRI.

    Raises:
        InvalidGraph: ``text`` is not the one that its offsets count in.
    """
    if facts.need_text(document, kg.SHA256) != text_digest(text):
        raise InvalidGraph(f"{document}: the text has another SHA-256 than the one that was read")
    found = {field: facts.text(document, predicate) for field, predicate in _FIELDS}
    links = facts.in_order(facts.iris(document, kg.HAS_HYPERLINK))
    return Document(
        id=document,
        doc_id=facts.need_text(document, kg.IDENTIFIER),
        text=text,
        lang=facts.need_text(document, kg.IN_LANGUAGE),
        title=found["title"],
        url=found["url"],
        publisher=found["publisher"],
        credited_to=found["credited_to"],
        published=found["published"],
        author=found["author"],
        links=tuple(facts.need_text(link, kg.URL) for link in links),
        metadata=facts.fields(document),
    )


def _outlet(reading: Reading, name: str | None) -> str | None:
    if name is None:
        return None
    wanted = fold(name)
    for agent in sorted(reading.agents, key=lambda agent: agent.id):
        known_as = {fold(agent.name), *(fold(each) for _, each in agent.names)}
        if agent.kind in OUTLETS and wanted in known_as:
            return agent.id
    return None


def _write_links(draft: Draft, document: Document) -> None:
    for place, url in enumerate(document.links):
        node = f"{document.id}/link/{place}"
        draft.iri(document.id, kg.HAS_HYPERLINK, node)
        draft.types(node, [kg.HYPERLINK])
        draft.number(node, kg.POSITION, place)
        draft.text(node, kg.URL, url)
