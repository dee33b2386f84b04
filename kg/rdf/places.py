"""Where in which document a node of the graph belongs."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.errors import InvalidGraph
from kg.model import AttributionId, DocumentId, Span
from kg.rdf import vocabulary as kg
from kg.rdf.mapping.facts import Facts

_PART_OF_WHOLE = (
    kg.HAS_SELECTOR,
    kg.HAS_CUE_SPAN,
    kg.HAS_SOURCE_SPAN,
    kg.HAS_CONTENT_SPAN,
    kg.HAS_ALTERNATIVE,
    kg.HAS_CONVEYANCE,
    kg.HAS_APPEARANCE,
    kg.HAS_HYPERLINK,
    kg.ADDITIONAL_PROPERTY,
    kg.HAS_HOP,
)
_SPANS = (kg.HAS_CUE_SPAN, kg.HAS_CONTENT_SPAN, kg.HAS_SOURCE_SPAN)


class Places:
    """Finds document, attribution and span of a node, in graphs that may be faulty.

    Nothing here raises: what cannot be found is empty or None.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.facts = Facts(quads)
        self._whole = {
            part: whole for link in _PART_OF_WHOLE for whole, part in self.facts.pairs(link)
        }
        self._documents = set(self.facts.subjects(kg.TYPE, kg.DOCUMENT.value))

    def documents(self) -> list[DocumentId]:
        """The documents that the quads describe, sorted."""
        return [DocumentId(document) for document in sorted(self._documents)]

    def document(self, node: str) -> DocumentId:
        """The document that ``node`` belongs to, or an empty string."""
        for each in self._up(node):
            made = each if each in self._documents else self._beyond(each)
            if made:
                return DocumentId(made)
        return DocumentId("")

    def doc_id(self, document: DocumentId) -> str:
        """The name that the user gave ``document``, or an empty string."""
        return self.facts.text(document, kg.IDENTIFIER) or ""

    def attribution(self, node: str) -> AttributionId:
        """The attribution that ``node`` is or belongs to, or an empty string."""
        found = (each for each in self._up(node) if self._is_attribution(each))
        return AttributionId(next(found, ""))

    def span(self, node: str) -> Span | None:
        """The nearest place in the text: of ``node``, or of the attribution it belongs to."""
        for each in self._up(node):
            if self._is_attribution(each):
                return self._first_span(each)
            if span := self._own_span(each):
                return span
        return None

    def spans_in(self, document: DocumentId) -> Iterator[str]:
        """The text spans that lie in ``document``."""
        yield from self.facts.subjects(kg.OA_HAS_SOURCE, document)

    def quote(self, node: str) -> str | None:
        """The words that a text span quotes."""
        quotes = (self.facts.text(each, kg.EXACT) for each in self._selectors(node))
        return next((quote for quote in quotes if quote is not None), None)

    def _up(self, node: str) -> Iterator[str]:
        seen: set[str] = set()
        while node and node not in seen:
            yield node
            seen.add(node)
            node = self._whole.get(node, "")

    def _beyond(self, node: str) -> str | None:
        links = (kg.IS_MADE_IN, kg.OA_HAS_SOURCE, kg.STARTS_IN)
        found = (self.facts.iri(node, link) for link in links)
        return next((document for document in found if document), None)

    def _is_attribution(self, node: str) -> bool:
        return kg.ATTRIBUTION.value in self.facts.iris(node, kg.TYPE)

    def _first_span(self, attribution: str) -> Span | None:
        nodes = (node for part in _SPANS for node in self.facts.iris(attribution, part))
        spans = (self._own_span(node) for node in nodes)
        return next((span for span in spans if span), None)

    def _own_span(self, node: str) -> Span | None:
        for each in (node, *self._selectors(node)):
            try:
                return Span(self.facts.integer(each, kg.START), self.facts.integer(each, kg.END))
            except (InvalidGraph, ValueError):
                continue
        return None

    def _selectors(self, node: str) -> list[str]:
        return self.facts.iris(node, kg.HAS_SELECTOR)
