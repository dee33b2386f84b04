"""What was found across documents survives the way into its own graph and back."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import InvalidGraph
from kg.model import (
    NOTHING_DERIVED,
    AttributionId,
    ClaimId,
    ClaimRelation,
    CopyGroup,
    CopyKind,
    Derivation,
    DocumentId,
    Names,
    Reading,
    RelationKind,
    Resolution,
    ResolutionMethod,
    SourceId,
    Span,
)
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import derived_graph, document_graph
from kg.rdf.mapping import derivation_quads, read_derivation, reading_from, to_quads
from kg.rdf.mapping.derivations import SHORT_FORMS
from kg.rdf.validate import validate

often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Build = Callable[..., Reading]
TEXT = "Newsweek rapporte que la pluie tombe."
PLACES = (Span(0, 8), Span(9, 17), Span(22, 36))
RULES = "links-1"

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SHARES = st.floats(0, 1)
CLAIMS = st.integers(1, 5).map(lambda n: ClaimId(f"urn:claim/{n}"))
AGENTS = st.integers(1, 5).map(lambda n: SourceId(f"urn:agent/{n}"))
DOCUMENTS = st.integers(1, 6).map(lambda n: DocumentId(f"urn:document/{n}"))
ATTRIBUTIONS = st.integers(1, 9).map(lambda n: AttributionId(f"urn:attribution/{n}"))

RELATIONS = st.builds(
    ClaimRelation,
    st.sampled_from(RelationKind),
    CLAIMS,
    CLAIMS,
    SHARES,
    WORDS,
    st.none() | ATTRIBUTIONS,
)
RESOLUTIONS = st.builds(Resolution, AGENTS, AGENTS, st.sampled_from(ResolutionMethod), SHARES)

ONE, TWO = ClaimId("urn:claim/1"), ClaimId("urn:claim/2")
RELATION = ClaimRelation(RelationKind.EQUIVALENT, ONE, TWO, 0.9, "same 1")
LATE, EARLY = DocumentId("urn:document/1"), DocumentId("urn:document/2")
ROW = (AttributionId("urn:attribution/8"), AttributionId("urn:attribution/3"))
GROUP = CopyGroup(CopyKind.REPRINT, (EARLY, LATE), EARLY, (ROW,))
RESOLUTION = Resolution(
    SourceId("urn:agent/1"), SourceId("urn:agent/2"), ResolutionMethod.ROLE, 0.4
)
DERIVATION = Derivation((RELATION,), (GROUP,), (RESOLUTION,))


@st.composite
def groups(draw: st.DrawFn, least: int) -> CopyGroup:
    """A group of copies with at least so many documents, and attributions in a row."""
    documents = draw(st.lists(DOCUMENTS, min_size=least, max_size=4, unique=True))
    rows = st.lists(ATTRIBUTIONS, min_size=least, max_size=3, unique=True).map(tuple)
    return CopyGroup(
        kind=draw(st.sampled_from(CopyKind)),
        documents=tuple(documents),
        original=draw(st.none() | st.sampled_from(documents)) if documents else None,
        aligned=tuple(draw(st.lists(rows, max_size=3))),
    )


def derivations(least: int = 0) -> st.SearchStrategy[Derivation]:
    """Whatever can be found; from ``least`` two on, only what is sound."""
    relations, resolutions = RELATIONS, RESOLUTIONS
    if least > 1:
        relations = relations.filter(lambda r: r.subject != r.object)
        resolutions = resolutions.filter(lambda r: r.agent != r.same_as)
    return st.builds(
        Derivation,
        st.lists(
            relations,
            max_size=4,
            unique_by=lambda r: (r.kind, r.subject, r.object, r.author, r.evidence),
        ).map(tuple),
        st.lists(groups(least), max_size=3, unique_by=lambda g: (g.kind, g.documents)).map(tuple),
        st.lists(resolutions, max_size=3, unique_by=lambda r: (r.agent, r.same_as, r.method)).map(
            tuple
        ),
    )


def values(quads: list[Quad], predicate: NamedNode) -> list[str]:
    """What stands under a property."""
    return [quad.object.value for quad in quads if quad.predicate == predicate]


@often
@given(derivation=derivations(), seed=st.integers())
def test_a_derivation_comes_back_from_its_quads_whatever_their_order(
    derivation: Derivation, seed: int, names: Names
) -> None:
    quads = derivation_quads(derivation, names, RULES)
    random.Random(seed).shuffle(quads)

    assert read_derivation(quads) == derivation


@often
@given(derivation=derivations())
def test_a_derivation_comes_back_from_a_store_and_from_n_quads(
    derivation: Derivation, names: Names
) -> None:
    quads = derivation_quads(derivation, names, RULES)
    store = Store()
    store.extend(quads)

    kept = list(store.quads_for_pattern(None, None, None, derived_graph(names, RULES)))
    written = serialize(quads, format=RdfFormat.N_QUADS)

    assert set(kept) == set(quads)
    assert read_derivation(kept) == derivation
    assert read_derivation(parse(written, format=RdfFormat.N_QUADS)) == derivation


@often
@given(derivation=derivations())
def test_quads_of_a_derivation_are_sorted_and_stand_in_its_graph_alone(
    derivation: Derivation, names: Names
) -> None:
    quads = derivation_quads(derivation, names, RULES)

    assert quads == derivation_quads(derivation, names, RULES)
    assert quads == sorted(set(quads), key=str)
    assert {quad.graph_name for quad in quads} == {derived_graph(names, RULES)}
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))


@often
@given(derivation=derivations(least=2))
def test_what_is_derived_conforms_to_the_shapes(derivation: Derivation, names: Names) -> None:
    assert validate(derivation_quads(derivation, names, RULES), {}) == []


def test_with_nothing_found_the_run_is_still_named(names: Names) -> None:
    quads = derivation_quads(NOTHING_DERIVED, names, RULES)

    assert values(quads, kg.RULE_SET) == [RULES]
    assert values(quads, kg.WAS_GENERATED_BY) == [f"{names.base}run/{RULES}"]
    assert validate(quads, {}) == []
    assert read_derivation(quads) == read_derivation([]) == NOTHING_DERIVED


@pytest.mark.parametrize("kind", RelationKind)
def test_a_relation_that_is_more_likely_than_not_can_be_walked(
    kind: RelationKind, names: Names
) -> None:
    sure = replace(RELATION, kind=kind, confidence=0.5)
    unsure = replace(sure, object=ClaimId("urn:claim/3"), confidence=0.49)

    quads = derivation_quads(Derivation((sure, unsure)), names, RULES)

    short = [q for q in quads if q.predicate in SHORT_FORMS.values()]
    assert [(q.subject.value, q.predicate, q.object.value) for q in short] == [
        (ONE, SHORT_FORMS[kind], TWO)
    ]


def test_documents_of_a_group_keep_the_order_of_their_dates(names: Names) -> None:
    quads = derivation_quads(DERIVATION, names, RULES)

    assert sorted(values(quads, kg.HAS_MEMBER)) == [LATE, EARLY]
    assert read_derivation(quads).copies[0].documents == (EARLY, LATE)
    assert read_derivation(quads).copies[0].aligned == (ROW,)


def test_nodes_are_named_after_what_they_say_and_not_how_sure_it_is(names: Names) -> None:
    less = Derivation(
        (replace(RELATION, author="a", confidence=0.3), replace(RELATION, confidence=0.6)),
        (GROUP,),
        (replace(RESOLUTION, confidence=0.8),),
    )

    found = {q.subject for q in derivation_quads(DERIVATION, names, RULES)}

    assert found <= {q.subject for q in derivation_quads(less, names, RULES)}


def test_two_relations_that_differ_in_their_evidence_are_two(names: Names) -> None:
    shown = replace(RELATION, evidence=ROW[0])
    derivation = Derivation((RELATION, shown))

    assert read_derivation(derivation_quads(derivation, names, RULES)) == derivation


def test_what_a_text_says_is_not_taken_for_derived_nor_the_other_way_round(
    reading_of: Build, names: Names
) -> None:
    reading = reading_of(TEXT, *PLACES)
    claim = reading.conveyances[0].claim
    said = ClaimRelation(RelationKind.DISPUTES, claim, TWO, 1.0, "read")
    reading = replace(reading, relations=(said,))
    document = reading.document.id
    quads = [*to_quads(reading, names), *derivation_quads(DERIVATION, names, RULES)]

    assert read_derivation(quads) == DERIVATION
    assert reading_from(quads, TEXT, document) == reading
    assert validate(quads, {document: TEXT}) == []
    assert document_graph(document) != derived_graph(names, RULES)


def test_two_runs_are_not_read_as_one(names: Names) -> None:
    one, other = (derivation_quads(DERIVATION, names, rules) for rules in ("links-1", "links-2"))

    with pytest.raises(InvalidGraph, match="several derivation runs"):
        read_derivation([*one, *other])


@pytest.mark.parametrize(
    "lost", [kg.RELATES_TO, kg.HAS_COPY_KIND, kg.ITEM, kg.RESOLVES_TO, kg.CONFIDENCE, kg.POSITION]
)
def test_a_quad_that_a_derivation_needs_is_missed_by_name(lost: NamedNode, names: Names) -> None:
    quads = [q for q in derivation_quads(DERIVATION, names, RULES) if q.predicate != lost]

    with pytest.raises(InvalidGraph, match=lost.value):
        read_derivation(quads)


def test_no_statement_of_a_derivation_can_be_lost_unseen(names: Names) -> None:
    quads = derivation_quads(DERIVATION, names, RULES)

    unseen = {lost.predicate for lost in quads if not validate([q for q in quads if q != lost], {})}

    # Short forms repeat a node; a group may lack an original, and any passage. A node that says
    # no longer what it is cannot be asked for what it lacks.
    assert unseen == {kg.IS_EQUIVALENT_TO, kg.HAS_PRESUMED_ORIGINAL, kg.TYPE}


def test_a_relation_comes_from_one_text_or_from_one_run(names: Names) -> None:
    quads = derivation_quads(Derivation((RELATION,)), names, RULES)
    node = next(q.subject for q in quads if q.predicate == kg.RELATES_FROM)
    graph = derived_graph(names, RULES)
    both = [*quads, Quad(node, kg.IS_MADE_IN, NamedNode(LATE), graph)]
    neither = [quad for quad in quads if quad.predicate != kg.IS_DERIVED_BY]

    said = [[fault.message for fault in validate(each, {})] for each in (quads, both, neither)]

    wrong = "A claim relation is made in one document or derived by one run, never both."
    assert said == [[], [wrong], [wrong]]
