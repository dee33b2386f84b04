"""What contents say alike: conveyances and claim relations as quads and back."""

from kg.model import (
    AttributionId,
    ClaimId,
    ClaimRelation,
    Conveyance,
    DocumentId,
    RelationKind,
)
from kg.rdf import vocabulary as kg
from kg.rdf.mapping.draft import Draft, content_key
from kg.rdf.mapping.facts import Facts


def write_conveyance(draft: Draft, conveyance: Conveyance, place: int) -> None:
    """State that a content says a claim: short for walking, as a node for its confidence."""
    node = f"{conveyance.attribution}/conveyance/{place}"
    draft.types(conveyance.claim, [kg.CLAIM])
    draft.iri(conveyance.attribution, kg.CONVEYS, conveyance.claim)
    if conveyance.restates:
        draft.iri(conveyance.attribution, kg.RESTATES, conveyance.claim)
    draft.iri(conveyance.attribution, kg.HAS_CONVEYANCE, node)
    draft.types(node, [kg.CONVEYANCE])
    draft.number(node, kg.POSITION, place)
    draft.iri(node, kg.HAS_CLAIM, conveyance.claim)
    draft.number(node, kg.CONFIDENCE, float(conveyance.confidence))


def read_conveyances(facts: Facts, attributions: list[AttributionId]) -> tuple[Conveyance, ...]:
    """The claims that the contents of ``attributions`` say, in the order they were written."""
    owner = {
        node: attribution
        for attribution in attributions
        for node in facts.iris(attribution, kg.HAS_CONVEYANCE)
    }
    return tuple(_read_conveyance(facts, node, owner[node]) for node in facts.in_order(owner))


def write_relation(draft: Draft, document: DocumentId, relation: ClaimRelation, place: int) -> None:
    """State a relation between claims that was read in ``document``.

    It belongs to one document, so taking that document out takes the relation with it.
    """
    node = f"{document}/relation/{relation_key(relation)}"
    draft.iri(node, kg.IS_MADE_IN, document)
    draft.number(node, kg.POSITION, place)
    describe_relation(draft, node, relation)


def describe_relation(draft: Draft, node: str, relation: ClaimRelation) -> None:
    """State what a relation between claims says, wherever it comes from."""
    draft.types(node, [kg.CLAIM_RELATION])
    draft.concept(node, kg.HAS_RELATION_KIND, relation.kind)
    draft.iri(node, kg.RELATES_FROM, relation.subject)
    draft.iri(node, kg.RELATES_TO, relation.object)
    draft.number(node, kg.CONFIDENCE, float(relation.confidence))
    draft.text(node, kg.ASSERTED_BY, relation.author)
    draft.iri(node, kg.IS_SHOWN_BY, relation.evidence)


def relation_key(relation: ClaimRelation) -> str:
    """What a relation goes by; how sure it is may change without a new name."""
    parts = (relation.kind, relation.subject, relation.object, relation.author)
    return content_key(*parts, relation.evidence or "")


def read_relations(facts: Facts, document: DocumentId) -> tuple[ClaimRelation, ...]:
    """The relations between claims that were read in ``document``."""
    made = facts.subjects(kg.IS_MADE_IN, document)
    nodes = [node for node in made if kg.CLAIM_RELATION.value in facts.iris(node, kg.TYPE)]
    return tuple(read_relation(facts, node) for node in facts.in_order(nodes))


def read_relation(facts: Facts, node: str) -> ClaimRelation:
    """The relation between claims of this IRI."""
    evidence = facts.iri(node, kg.IS_SHOWN_BY)
    return ClaimRelation(
        kind=facts.value(RelationKind, node, kg.HAS_RELATION_KIND),
        subject=ClaimId(facts.need_iri(node, kg.RELATES_FROM)),
        object=ClaimId(facts.need_iri(node, kg.RELATES_TO)),
        confidence=facts.number(node, kg.CONFIDENCE),
        author=facts.need_text(node, kg.ASSERTED_BY),
        evidence=AttributionId(evidence) if evidence is not None else None,
    )


def _read_conveyance(facts: Facts, node: str, attribution: AttributionId) -> Conveyance:
    claim = facts.need_iri(node, kg.HAS_CLAIM)
    return Conveyance(
        attribution=attribution,
        claim=ClaimId(claim),
        restates=claim in facts.iris(attribution, kg.RESTATES),
        confidence=facts.number(node, kg.CONFIDENCE),
    )
