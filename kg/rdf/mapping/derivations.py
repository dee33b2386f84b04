"""What was found across documents, as quads and back.

A journalist can see in the store which texts copy which, which claims say the same and who was
taken for whom, each with how sure that is. All of it stands in one graph of its own, made by a
named run of rules, so it can be dropped and derived again without touching what any text says.
Nodes are named after what they say, and their order is written down: equal derivations give
equal quads.
"""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from kg.errors import InvalidGraph
from kg.model import (
    AttributionId,
    CopyGroup,
    CopyKind,
    Derivation,
    DocumentId,
    Names,
    RelationKind,
    Resolution,
    ResolutionMethod,
    SourceId,
)
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import derived_graph
from kg.rdf.mapping.claims import describe_relation, read_relation, relation_key
from kg.rdf.mapping.draft import Draft, content_key, in_order
from kg.rdf.mapping.facts import Facts

ACCEPTED = 0.5
"""From this confidence on a relation is accepted and can be walked; more likely than not."""

SHORT_FORMS: dict[RelationKind, NamedNode] = {
    RelationKind.EQUIVALENT: kg.IS_EQUIVALENT_TO,
    RelationKind.ENTAILS: kg.ENTAILS,
    RelationKind.DISPUTES: kg.DISPUTES,
    RelationKind.CONTRADICTS: kg.CONTRADICTS,
}
"""The property that says in one step what a claim relation says as a node."""


def derivation_quads(derivation: Derivation, names: Names, rule_set: str) -> list[Quad]:
    """All that was found across documents as quads of one derived graph, sorted.

    The graph names the run that made it. An accepted relation between claims is also there in
    short, because no SPARQL path leads through a node; one that is only possible is not.

    Args:
        derivation: Relations differ in more than their confidence, and so do resolutions;
            groups of copies differ in kind or documents.
        names: Where the graph lives.
        rule_set: Name and version of the rules that were followed, fit for an IRI.

    Raises:
        ValueError: An identifier is no IRI.
    """
    graph = derived_graph(names, rule_set)
    draft, run = Draft(graph), f"{names.base}run/{rule_set}"
    draft.types(run, [kg.DERIVATION_RUN])
    draft.text(run, kg.RULE_SET, rule_set)
    draft.iri(graph.value, kg.WAS_GENERATED_BY, run)
    for place, relation in enumerate(derivation.relations):
        node = f"{graph.value}/relation/{relation_key(relation)}"
        _write_origin(draft, node, run, place)
        describe_relation(draft, node, relation)
        if relation.confidence >= ACCEPTED:
            draft.iri(relation.subject, SHORT_FORMS[relation.kind], relation.object)
    for place, group in enumerate(derivation.copies):
        node = f"{graph.value}/copy/{content_key(group.kind, *group.documents)}"
        _write_origin(draft, node, run, place)
        _write_group(draft, node, group)
    for place, resolution in enumerate(derivation.resolutions):
        key = content_key(resolution.agent, resolution.same_as, resolution.method)
        node = f"{graph.value}/resolution/{key}"
        _write_origin(draft, node, run, place)
        _write_resolution(draft, node, resolution)
    return in_order(draft.quads)


def read_derivation(quads: Iterable[Quad]) -> Derivation:
    """What was found across documents, as `derivation_quads` wrote it.

    Args:
        quads: One derived graph, in any order; what no run derived does no harm.

    Raises:
        InvalidGraph: Something that is needed is missing or has no meaning, or the quads come
            from several runs.
    """
    facts = Facts(quads)
    derived = facts.pairs(kg.IS_DERIVED_BY)
    if len({run for _, run in derived}) > 1:
        raise InvalidGraph("the quads come from several derivation runs; read one graph at a time")
    nodes = {node for node, _ in derived}

    def found(kind: NamedNode) -> list[str]:
        return facts.in_order(nodes.intersection(facts.subjects(kg.TYPE, kind.value)))

    return Derivation(
        relations=tuple(read_relation(facts, node) for node in found(kg.CLAIM_RELATION)),
        copies=tuple(_read_group(facts, node) for node in found(kg.COPY_GROUP)),
        resolutions=tuple(_read_resolution(facts, node) for node in found(kg.RESOLUTION)),
    )


def _write_origin(draft: Draft, node: str, run: str, place: int) -> None:
    draft.iri(node, kg.IS_DERIVED_BY, run)
    draft.number(node, kg.POSITION, place)


def _write_group(draft: Draft, node: str, group: CopyGroup) -> None:
    draft.types(node, [kg.COPY_GROUP])
    draft.concept(node, kg.HAS_COPY_KIND, group.kind)
    draft.several(node, kg.HAS_MEMBER, group.documents)
    draft.iri(node, kg.HAS_PRESUMED_ORIGINAL, group.original)
    for place, row in enumerate(group.aligned):
        passage = f"{node}/passage/{place}"
        draft.iri(node, kg.HAS_PASSAGE, passage)
        draft.types(passage, [kg.COPIED_PASSAGE])
        draft.number(passage, kg.POSITION, place)
        draft.several(passage, kg.ALIGNS, row)


def _read_group(facts: Facts, node: str) -> CopyGroup:
    original = facts.iri(node, kg.HAS_PRESUMED_ORIGINAL)
    passages = facts.in_order(facts.iris(node, kg.HAS_PASSAGE))
    return CopyGroup(
        kind=facts.value(CopyKind, node, kg.HAS_COPY_KIND),
        documents=tuple(DocumentId(each) for each in facts.several(node)),
        original=DocumentId(original) if original is not None else None,
        aligned=tuple(
            tuple(AttributionId(each) for each in facts.several(passage)) for passage in passages
        ),
    )


def _write_resolution(draft: Draft, node: str, resolution: Resolution) -> None:
    draft.types(node, [kg.RESOLUTION])
    draft.iri(node, kg.RESOLVES, resolution.agent)
    draft.iri(node, kg.RESOLVES_TO, resolution.same_as)
    draft.concept(node, kg.HAS_RESOLUTION_METHOD, resolution.method)
    draft.number(node, kg.CONFIDENCE, float(resolution.confidence))


def _read_resolution(facts: Facts, node: str) -> Resolution:
    return Resolution(
        agent=SourceId(facts.need_iri(node, kg.RESOLVES)),
        same_as=SourceId(facts.need_iri(node, kg.RESOLVES_TO)),
        method=facts.value(ResolutionMethod, node, kg.HAS_RESOLUTION_METHOD),
        confidence=facts.number(node, kg.CONFIDENCE),
    )
