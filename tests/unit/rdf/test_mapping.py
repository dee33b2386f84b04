"""Readings survive the way into quads and back."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import InvalidGraph, UnreadableDocument
from kg.model import (
    Agent,
    ClaimRelation,
    Names,
    Reading,
    RelationKind,
    SourceId,
    SourceKind,
    Span,
    unnamed_source,
)
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import agents_graph, document_graph, relations_graph
from kg.rdf.mapping import agent_quads, quads_of, reading_from, to_quads

often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Build = Callable[..., Reading]
TEXT = "Newsweek rapporte que la pluie tombe."
PLACES = (Span(0, 8), Span(9, 17), Span(22, 36))


def stored(quads: Iterable[Quad]) -> Store:
    """A store in memory that holds ``quads``."""
    store = Store()
    store.extend(quads)
    return store


@often
@given(data=st.data())
def test_a_reading_comes_back_from_its_quads_whatever_their_order(
    data: st.DataObject, any_reading: st.SearchStrategy[Reading], names: Names
) -> None:
    reading = data.draw(any_reading)
    quads = to_quads(reading, names)
    random.Random(data.draw(st.integers())).shuffle(quads)

    assert reading_from(quads, reading.document.text) == reading


@often
@given(data=st.data())
def test_a_reading_comes_back_from_a_store_and_from_n_quads(
    data: st.DataObject, any_reading: st.SearchStrategy[Reading], names: Names
) -> None:
    reading = data.draw(any_reading)
    quads = to_quads(reading, names)
    store = stored(quads)
    written = serialize(quads, format=RdfFormat.N_QUADS)

    kept = set(quads_of(reading.document.id, store.quads_for_pattern, names))

    assert kept == set(store) == set(quads)
    assert set(parse(written, format=RdfFormat.N_QUADS)) == set(quads)
    assert reading_from(kept, reading.document.text) == reading


@often
@given(data=st.data())
def test_quads_are_sorted_without_blank_nodes_and_alike_every_time(
    data: st.DataObject, any_reading: st.SearchStrategy[Reading], names: Names
) -> None:
    reading = data.draw(any_reading)

    quads = to_quads(reading, names)

    assert quads == to_quads(reading, names)
    assert len(quads) == len(set(quads))
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))


@often
@given(data=st.data())
def test_a_reading_is_found_among_those_of_other_documents(
    data: st.DataObject, any_reading: st.SearchStrategy[Reading], names: Names
) -> None:
    one, other = data.draw(any_reading), data.draw(any_reading)
    if one.document.id == other.document.id:
        return
    other = replace(other, agents=())
    store = stored([*to_quads(one, names), *to_quads(other, names)])

    assert reading_from(store, one.document.text, one.document.id) == one


def test_order_of_ingest_does_not_show_in_the_agents_graph(reading_of: Build, names: Names) -> None:
    known = Agent(SourceId("urn:a/1"), SourceKind.PERSON, "Ann", part_of=SourceId("urn:a/2"))
    less = Agent(SourceId("urn:a/1"), SourceKind.PERSON, "ann")
    one = replace(reading_of(TEXT, *PLACES), agents=(known,))
    other = replace(reading_of(TEXT + " ", *PLACES), agents=(less,))

    forward = stored([*to_quads(one, names), *to_quads(other, names)])
    backward = stored([*to_quads(other, names), *to_quads(one, names)])

    assert set(forward) == set(backward)
    for reading in (one, other):
        assert reading_from(forward, reading.document.text, reading.document.id) == reading


def test_unnamed_sources_stay_in_the_graph_of_their_document(
    reading_of: Build, names: Names
) -> None:
    reading = reading_of(TEXT, *PLACES)
    document = reading.document.id
    officials = Agent(unnamed_source(document, 4), SourceKind.UNNAMED, "deux responsables")

    quads = agent_quads((*reading.agents, officials), document, names)

    graphs = {quad.subject.value: quad.graph_name for quad in quads}
    assert graphs[officials.id] == document_graph(document)
    assert graphs["urn:a/newsweek"] == agents_graph(names)


def test_an_agency_is_written_with_all_its_super_types(reading_of: Build, names: Names) -> None:
    agency = Agent(SourceId("urn:a/afp"), SourceKind.AGENCY, "AFP")

    quads = agent_quads([agency], reading_of(TEXT, *PLACES).document.id, names)

    types = {quad.object for quad in quads if quad.predicate == kg.TYPE}
    assert types == {kg.AGENCY, kg.OUTLET, kg.ORGANIZATION, kg.ACTOR}


def test_the_publisher_is_linked_to_the_outlet_of_that_name(
    reading_of: Build, names: Names
) -> None:
    reading = reading_of(TEXT, *PLACES)
    reading = replace(reading, document=replace(reading.document, publisher="NEWSWEEK"))

    quads = to_quads(reading, names)

    published = [q.object.value for q in quads if q.predicate == kg.IS_PUBLISHED_BY]
    assert published == ["urn:a/newsweek"]


def test_evidence_quotes_the_text_with_what_stands_around_it(
    reading_of: Build, names: Names
) -> None:
    reading = reading_of(TEXT, *PLACES)

    quads = to_quads(reading, names)

    quote = f"{reading.attributions[0].id}/cue/0/quote"
    said = {q.predicate: q.object.value for q in quads if q.subject.value == quote}
    assert said[kg.EXACT] == "rapporte"
    assert (said[kg.PREFIX], said[kg.SUFFIX]) == ("Newsweek ", " que la pluie to")


@pytest.mark.parametrize("before", ["\U0001f4f0 ", "e\u0301 ", "l.\r\n"])
def test_offsets_count_code_points(before: str, reading_of: Build, names: Names) -> None:
    moved = [Span(p.start + len(before), p.end + len(before)) for p in PLACES]
    reading = reading_of(before + TEXT, *moved)

    quads = to_quads(reading, names)

    exact = {q.object.value for q in quads if q.predicate == kg.EXACT}
    assert exact == {"Newsweek", "rapporte", "la pluie tombe"}


def test_no_document_text_enters_the_graph(reading_of: Build, names: Names) -> None:
    reading = reading_of(TEXT + " " * 80, *PLACES)

    quads = to_quads(reading, names)

    assert not any(reading.document.text == q.object.value for q in quads)


def test_what_is_reported_is_never_written_as_a_fact(reading_of: Build, names: Names) -> None:
    quads = to_quads(reading_of(TEXT, *PLACES), names)

    assert not any(q.predicate.value.startswith(kg.PROV) for q in quads)


def test_relations_of_a_document_can_be_taken_out_with_it(reading_of: Build, names: Names) -> None:
    reading = reading_of(TEXT, *PLACES)
    claim, other = reading.conveyances[0].claim, names.claim("q")
    relation = ClaimRelation(RelationKind.ENTAILS, claim, other, 1.0, "test")
    one = replace(reading, relations=(relation,))
    two = replace(reading_of(TEXT + " ", *PLACES), relations=(relation,))
    store = stored([*to_quads(one, names), *to_quads(two, names)])

    store.update(
        f"DELETE WHERE {{ GRAPH {relations_graph(names)} "
        f"{{ ?relation {kg.IS_MADE_IN} <{one.document.id}> ; ?p ?o }} }}"
    )

    assert reading_from(store, one.document.text, one.document.id) == replace(one, relations=())
    assert reading_from(store, two.document.text, two.document.id) == two


def test_another_text_than_the_one_read_is_refused(reading_of: Build, names: Names) -> None:
    quads = to_quads(reading_of(TEXT, *PLACES), names)

    with pytest.raises(InvalidGraph, match="SHA-256"):
        reading_from(quads, TEXT + "x")


def test_half_a_surrogate_pair_is_refused_by_name(reading_of: Build, names: Names) -> None:
    reading = reading_of(TEXT, *PLACES)
    broken = replace(reading, document=replace(reading.document, title="a\ud800"))

    with pytest.raises(UnreadableDocument, match="d: cannot be written as RDF"):
        to_quads(broken, names)


def test_a_quad_that_a_reading_needs_is_missed_by_name(reading_of: Build, names: Names) -> None:
    quads = [q for q in to_quads(reading_of(TEXT, *PLACES), names) if q.predicate != kg.HAS_STANCE]

    with pytest.raises(InvalidGraph, match="hasStance"):
        reading_from(quads, TEXT)
