"""Faults of a graph are found and placed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.model import ClaimRelation, Names, Reading, RelationKind, Span
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import agents_graph
from kg.rdf.mapping import to_quads
from kg.rdf.validate import Violation, validate

OPTIONAL = {kg.EXTRACTOR, kg.HAS_SOURCE_SPAN, kg.OUTLET, kg.SOURCE_NAME}
"""What a sound reading of the test text may do without: of an agent, the narrowest class."""

Build = Callable[..., Reading]
TEXT = "\U0001f4f0 Newsweek rapporte que la pluie tombe."
PLACES = (Span(2, 10), Span(11, 19), Span(24, 38))


@pytest.fixture
def reading(reading_of: Build) -> Reading:
    """A sound reading whose text begins with a character beyond the basic plane."""
    return reading_of(TEXT, *PLACES)


@pytest.fixture
def faults_of(reading: Reading, names: Names) -> Callable[..., list[Violation]]:
    """Validates the reading with some quads changed."""

    def check(change: Callable[[Quad], Quad | None], text: str = TEXT) -> list[Violation]:
        changed = [change(quad) for quad in to_quads(reading, names)]
        return validate([q for q in changed if q is not None], {reading.document.id: text})

    return check


def with_object(quad: Quad, value: NamedNode | Literal) -> Quad:
    """The quad with another object."""
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


def test_a_sound_reading_has_no_fault(faults_of: Callable[..., list[Violation]]) -> None:
    assert faults_of(lambda quad: quad) == []


def test_a_wrong_offset_is_reported_with_document_and_place(
    faults_of: Callable[..., list[Violation]], reading: Reading
) -> None:
    def shift(quad: Quad) -> Quad:
        moved = quad.subject.value.endswith("/cue/0/position") and quad.predicate in {
            kg.START,
            kg.END,
        }
        return with_object(quad, Literal(int(quad.object.value) + 1)) if moved else quad

    (fault,) = faults_of(shift)

    assert (fault.document, fault.doc_id) == (reading.document.id, "d")
    assert fault.attribution == reading.attributions[0].id
    assert fault.span == Span(12, 20)
    assert "'rapporte'" in fault.message
    assert str(fault).startswith("d, characters 12-20: The quote does not stand at its offsets")


def test_a_missing_cue_is_reported_at_its_attribution(
    faults_of: Callable[..., list[Violation]], reading: Reading
) -> None:
    faults = faults_of(lambda quad: None if quad.predicate == kg.HAS_CUE_SPAN else quad)

    (fault,) = faults
    assert fault.message == "A stated attribution shows the words of its cue."
    assert (fault.doc_id, fault.attribution) == ("d", reading.attributions[0].id)
    assert fault.span == PLACES[2]


def test_an_unknown_stance_is_reported_with_its_value(
    faults_of: Callable[..., list[Violation]],
) -> None:
    shrugs = NamedNode(kg.KGV + "stance-shrugs")

    (fault,) = faults_of(lambda q: with_object(q, shrugs) if q.predicate == kg.HAS_STANCE else q)

    assert fault.value == shrugs.value
    assert fault.path == kg.HAS_STANCE.value
    assert fault.doc_id == "d"


def test_another_text_than_the_one_read_is_reported(
    faults_of: Callable[..., list[Violation]],
) -> None:
    faults = faults_of(lambda quad: quad, TEXT + "!")

    assert [fault.path for fault in faults] == [kg.SHA256.value]


def test_a_missing_text_is_reported(reading: Reading, names: Names) -> None:
    (fault,) = validate(to_quads(reading, names), {})

    assert fault.message == "The text of this document is missing."


def test_messages_come_in_french_too(reading: Reading, names: Names) -> None:
    quads = [q for q in to_quads(reading, names) if q.predicate != kg.HAS_CUE_SPAN]

    (fault,) = validate(quads, {reading.document.id: TEXT}, language="fr")

    assert fault.message == "Une attribution explicite montre les mots de son introducteur."


def test_a_fault_of_an_agent_names_no_document(
    faults_of: Callable[..., list[Violation]],
) -> None:
    def rename(quad: Quad) -> Quad | None:
        agent = quad.subject.value == "urn:a/newsweek" and quad.predicate == kg.NAME
        return None if agent else quad

    (fault,) = faults_of(rename)

    assert (fault.document, fault.node) == ("", "urn:a/newsweek")


def test_a_circle_of_relays_is_found_and_does_not_hang(
    faults_of: Callable[..., list[Violation]], reading: Reading, names: Names
) -> None:
    node = NamedNode(reading.attributions[0].id)
    quads = to_quads(reading, names)
    circle = Quad(node, kg.RELAYS, node, quads[0].graph_name)

    faults = validate([*quads, circle], {reading.document.id: TEXT})

    assert "A chain of nested attributions returns to itself." in {f.message for f in faults}
    assert faults_of(lambda quad: quad) == []


def test_a_fault_is_found_in_its_document_among_others(
    reading: Reading, reading_of: Build, names: Names
) -> None:
    other = reading_of(TEXT + " ", *PLACES)
    sound = to_quads(other, names)
    broken = [q for q in to_quads(reading, names) if q.predicate != kg.HAS_CUE_SPAN]
    texts = {reading.document.id: TEXT, other.document.id: TEXT + " "}

    (fault,) = validate([*broken, *sound], texts)

    assert fault.document == reading.document.id


def test_an_agent_that_no_document_names_is_checked_too(reading: Reading, names: Names) -> None:
    quads = to_quads(reading, names)
    stray = Quad(NamedNode("urn:a/stray"), kg.TYPE, kg.ACTOR, agents_graph(names))

    (fault,) = validate([*quads, stray], {reading.document.id: TEXT})

    assert (fault.node, fault.path) == ("urn:a/stray", kg.NAME.value)


def test_a_relation_between_claims_is_checked_with_its_document(
    reading: Reading, names: Names
) -> None:
    claim = reading.conveyances[0].claim
    relation = ClaimRelation(RelationKind.ENTAILS, claim, claim, 1.0, "test")

    faults = validate(
        to_quads(replace(reading, relations=(relation,)), names), {reading.document.id: TEXT}
    )

    assert {(fault.doc_id, fault.path) for fault in faults} == {("d", kg.RELATES_FROM.value)}


def test_no_statement_of_a_reading_can_be_lost_unseen(reading: Reading, names: Names) -> None:
    quads = to_quads(reading, names)
    texts = {reading.document.id: TEXT}

    unseen = {
        lost.object if lost.predicate == kg.TYPE else lost.predicate
        for lost in quads
        if not validate([quad for quad in quads if quad != lost], texts)
    }

    assert unseen == OPTIONAL
