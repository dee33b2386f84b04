"""Attributions as quads and back."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.model import (
    Alternative,
    Attribution,
    AttributionId,
    Document,
    Form,
    Party,
    Source,
    SourceId,
    SourceKind,
    Stance,
    WriterCertainty,
)
from kg.rdf import vocabulary as kg
from kg.rdf.mapping.draft import Draft
from kg.rdf.mapping.evidence import read_spans, write_spans
from kg.rdf.mapping.facts import Facts


def write_attribution(draft: Draft, document: Document, attribution: Attribution) -> None:
    """State one attribution, all but its place among the others."""
    node = attribution.id
    draft.types(node, _types(attribution))
    draft.iri(node, kg.IS_MADE_IN, document.id)
    _write_source(draft, node, attribution.source)
    spans = {
        "source": attribution.source.spans,
        "cue": attribution.cue,
        "content": attribution.content,
    }
    write_spans(draft, node, spans, document)
    draft.concept(node, kg.HAS_STANCE, attribution.stance)
    draft.concept(node, kg.HAS_WRITER_CERTAINTY, attribution.writer_certainty)
    draft.concept(node, kg.HAS_FORM, attribution.form)
    _write_nesting(draft, attribution)
    draft.text(node, kg.EVIDENTIAL, attribution.evidential)
    draft.yes(node, kg.RETRACTS, holds=attribution.retracts)
    draft.number(node, kg.CONFIDENCE, float(attribution.confidence))
    draft.text(node, kg.EXTRACTOR, attribution.extractor or None)
    draft.text(node, kg.RULE, attribution.rule or None)


def read_attributions(facts: Facts, document: str) -> tuple[Attribution, ...]:
    """The attributions made in ``document``, in the order they were written."""
    made = facts.subjects(kg.IS_MADE_IN, document)
    nodes = [node for node in made if kg.ATTRIBUTION.value in facts.iris(node, kg.TYPE)]
    outer = _outer(facts, nodes)
    return tuple(_read(facts, node, outer.get(node)) for node in facts.in_order(nodes))


def _types(attribution: Attribution) -> Iterator[NamedNode]:
    yield kg.ATTRIBUTION
    if attribution.is_stated:
        yield kg.STATED_ATTRIBUTION
    if attribution.implied:
        yield kg.IMPLIED_ATTRIBUTION
    if attribution.is_own_voice:
        yield kg.OWN_VOICE_ATTRIBUTION


def _write_source(draft: Draft, node: str, source: Source) -> None:
    draft.iri(node, kg.HAS_SOURCE, source.id)
    draft.concept(node, kg.HAS_SOURCE_KIND, source.kind)
    draft.text(node, kg.SOURCE_NAME, source.name)
    if source.speaks_for:
        draft.iri(node, kg.SPEAKS_FOR, source.speaks_for.id)
        draft.text(node, kg.SPEAKS_FOR_NAME, source.speaks_for.name)
    if source.affiliation:
        draft.iri(node, kg.HAS_AFFILIATION, source.affiliation.id)
        draft.text(node, kg.AFFILIATION_NAME, source.affiliation.name)


def _write_nesting(draft: Draft, attribution: Attribution) -> None:
    if attribution.nested_in is not None:
        draft.iri(attribution.nested_in, kg.RELAYS, attribution.id)
    draft.iri(attribution.id, kg.IS_SET_AGAINST, attribution.set_against)
    for place, alternative in enumerate(attribution.alternatives):
        node = f"{attribution.id}/alternative/{place}"
        draft.iri(attribution.id, kg.HAS_ALTERNATIVE, node)
        draft.types(node, [kg.ALTERNATIVE_NESTING])
        draft.number(node, kg.POSITION, place)
        draft.iri(node, kg.IS_NESTED_IN, alternative.nested_in)
        draft.number(node, kg.CONFIDENCE, float(alternative.confidence))


def _outer(facts: Facts, nodes: list[str]) -> dict[str, str]:
    outers = facts.pairs(kg.RELAYS)
    inner = set(nodes)
    return {relayed: relaying for relaying, relayed in outers if relayed in inner}


def _read(facts: Facts, node: str, outer: str | None) -> Attribution:
    return Attribution(
        id=AttributionId(node),
        source=_read_source(facts, node),
        cue=read_spans(facts, node, kg.HAS_CUE_SPAN),
        content=read_spans(facts, node, kg.HAS_CONTENT_SPAN),
        stance=facts.value(Stance, node, kg.HAS_STANCE),
        writer_certainty=facts.value(WriterCertainty, node, kg.HAS_WRITER_CERTAINTY),
        form=facts.value(Form, node, kg.HAS_FORM),
        nested_in=_attribution(outer),
        implied=kg.IMPLIED_ATTRIBUTION.value in facts.iris(node, kg.TYPE),
        evidential=facts.text(node, kg.EVIDENTIAL),
        retracts=facts.holds(node, kg.RETRACTS),
        set_against=_attribution(facts.iri(node, kg.IS_SET_AGAINST)),
        alternatives=_read_alternatives(facts, node),
        confidence=facts.number(node, kg.CONFIDENCE),
        extractor=facts.text(node, kg.EXTRACTOR) or "",
        rule=facts.text(node, kg.RULE) or "",
    )


def _read_source(facts: Facts, node: str) -> Source:
    identity = facts.iri(node, kg.HAS_SOURCE)
    return Source(
        kind=facts.value(SourceKind, node, kg.HAS_SOURCE_KIND),
        spans=read_spans(facts, node, kg.HAS_SOURCE_SPAN),
        name=facts.text(node, kg.SOURCE_NAME),
        id=SourceId(identity) if identity is not None else None,
        speaks_for=_party(facts, node, kg.SPEAKS_FOR, kg.SPEAKS_FOR_NAME),
        affiliation=_party(facts, node, kg.HAS_AFFILIATION, kg.AFFILIATION_NAME),
    )


def _party(facts: Facts, node: str, who: NamedNode, called: NamedNode) -> Party | None:
    name = facts.text(node, called)
    identity = facts.iri(node, who)
    if name is None:
        return None
    return Party(name, SourceId(identity) if identity is not None else None)


def _read_alternatives(facts: Facts, node: str) -> tuple[Alternative, ...]:
    nodes = facts.in_order(facts.iris(node, kg.HAS_ALTERNATIVE))
    return tuple(
        Alternative(
            _attribution(facts.iri(each, kg.IS_NESTED_IN)), facts.number(each, kg.CONFIDENCE)
        )
        for each in nodes
    )


def _attribution(iri: str | None) -> AttributionId | None:
    return AttributionId(iri) if iri is not None else None
