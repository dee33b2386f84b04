"""Evidence as Web Annotation selectors: the place in the text, and the words that stand there.

Offsets count Unicode code points of the frozen text, end excluded. The quoted words and up to
16 characters either side make a place checkable without trusting the offsets, and findable
again in a text that was edited.
"""

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from kg.model import Document, Span
from kg.rdf import vocabulary as kg
from kg.rdf.mapping.draft import Draft
from kg.rdf.mapping.facts import Facts

CONTEXT = 16
"""Characters kept before and after a quote; enough to tell apart repeated short cues."""

PARTS: tuple[tuple[str, NamedNode], ...] = (
    ("source", kg.HAS_SOURCE_SPAN),
    ("cue", kg.HAS_CUE_SPAN),
    ("content", kg.HAS_CONTENT_SPAN),
)
"""The parts of an attribution that evidence stands for, with the property of each."""


def write_spans(
    draft: Draft, attribution: str, spans: Mapping[str, Sequence[Span]], document: Document
) -> None:
    """State the spans of each part of ``attribution``, in the order given."""
    for part, predicate in PARTS:
        for place, span in enumerate(spans[part]):
            node = f"{attribution}/{part}/{place}"
            draft.iri(attribution, predicate, node)
            draft.number(node, kg.POSITION, place)
            _write_span(draft, node, span, document)


def read_spans(facts: Facts, attribution: str, predicate: NamedNode) -> tuple[Span, ...]:
    """The spans of one part of ``attribution``, in the order they were given."""
    nodes = facts.in_order(facts.iris(attribution, predicate))
    selectors = (_position(node) for node in nodes)
    return tuple(Span(facts.integer(s, kg.START), facts.integer(s, kg.END)) for s in selectors)


def _write_span(draft: Draft, node: str, span: Span, document: Document) -> None:
    text = document.text
    draft.types(node, [kg.TEXT_SPAN, kg.SPECIFIC_RESOURCE])
    draft.iri(node, kg.OA_HAS_SOURCE, document.id)
    draft.iri(node, kg.HAS_SELECTOR, _position(node))
    draft.types(_position(node), [kg.POSITION_SELECTOR])
    draft.number(_position(node), kg.START, span.start)
    draft.number(_position(node), kg.END, span.end)
    quote = f"{node}/quote"
    draft.iri(node, kg.HAS_SELECTOR, quote)
    draft.types(quote, [kg.QUOTE_SELECTOR])
    draft.text(quote, kg.EXACT, span.of(text))
    draft.text(quote, kg.PREFIX, text[max(0, span.start - CONTEXT) : span.start])
    draft.text(quote, kg.SUFFIX, text[span.end : span.end + CONTEXT])


def _position(node: str) -> str:
    return f"{node}/position"
