"""The examples point at real words, and are what the code itself reads and writes."""

import pytest
from pyoxigraph import NamedNode, Quad
from rdflib import RDF, Graph, Namespace

from kg.model import DocumentId, Names, Reading
from kg.rdf import vocabulary
from kg.rdf.graphs import agents_graph, derived_graph, document_graph, relations_graph
from kg.rdf.mapping import (
    derivation_quads,
    judgement_quads,
    read_derivation,
    read_judgements,
    reading_from,
    to_quads,
)
from kg.rdf.validate import validate

KG = Namespace(vocabulary.KG)
OA = Namespace(vocabulary.OA)
NAMES = Names("https://w3id.org/sourcetrace/example/")
STORIES = ("dispatch", "toropets")
Quads = dict[str, list[Quad]]


def documents_in(quads: list[Quad], texts: dict[str, str]) -> dict[DocumentId, str]:
    """The documents of an example with their texts."""
    return {
        DocumentId(quad.subject.value): texts[quad.object.value]
        for quad in quads
        if quad.predicate == vocabulary.IDENTIFIER
    }


def readings_in(quads: list[Quad], texts: dict[str, str]) -> list[Reading]:
    """The readings of an example."""
    documents = documents_in(quads, texts).items()
    return [reading_from(quads, text, document) for document, text in documents]


@pytest.mark.parametrize("story", STORIES)
def test_every_quote_stands_at_its_offsets_with_its_surroundings(
    story: str, example_quads: Quads, examples: Graph, texts: dict[str, str]
) -> None:
    documents = documents_in(example_quads[story], texts)
    spans = [
        (str(document), *examples.objects(span, OA.hasSelector))
        for span, document in examples.subject_objects(OA.hasSource)
        if str(document) in documents
    ]

    assert spans
    for document, one, other in spans:
        position, quote = (one, other) if (one, OA.start, None) in examples else (other, one)
        start = int(examples.value(position, OA.start))
        end = int(examples.value(position, OA.end))
        text = documents[DocumentId(document)]
        assert text[start:end] == str(examples.value(quote, OA.exact))
        assert text[max(0, start - 16) : start] == str(examples.value(quote, OA.prefix))
        assert text[end : end + 16] == str(examples.value(quote, OA.suffix))


@pytest.mark.parametrize("story", STORIES)
def test_examples_validate_against_their_texts(
    story: str, example_quads: Quads, texts: dict[str, str]
) -> None:
    quads = example_quads[story]

    assert validate(quads, documents_in(quads, texts)) == []


@pytest.mark.parametrize("story", STORIES)
def test_what_the_code_writes_is_what_the_example_holds(
    story: str, example_quads: Quads, texts: dict[str, str]
) -> None:
    quads = example_quads[story]
    readings = readings_in(quads, texts)

    written = {quad for reading in readings for quad in to_quads(reading, NAMES)}

    asserted = {document_graph(reading.document.id) for reading in readings}
    asserted |= {agents_graph(NAMES), relations_graph(NAMES)}
    assert written == {quad for quad in quads if quad.graph_name in asserted}


@pytest.mark.parametrize("story", STORIES)
def test_what_the_code_finds_across_documents_stands_so_in_the_example(
    story: str, example_quads: Quads
) -> None:
    quads = example_quads[story]
    derivation = read_derivation(quads)

    written = derivation_quads(derivation, NAMES, story)

    assert bool(derivation.copies) == (story == "dispatch")
    assert set(written) <= set(quads)


@pytest.mark.parametrize("story", STORIES)
def test_what_the_code_writes_of_reviewers_is_what_the_example_holds(
    story: str, example_quads: Quads
) -> None:
    quads = example_quads[story]

    written = {q for each in read_judgements(quads) for q in judgement_quads(each, NAMES)}

    assert written == {quad for quad in quads if is_of_a_reviewer(quad)}
    assert bool(written) == (story == "dispatch")


def is_of_a_reviewer(quad: Quad) -> bool:
    """Whether a quad stands in the graph of a reviewer."""
    return quad.graph_name.value.startswith(f"{NAMES.base}graph/reviewer/")


def test_document_names_are_those_that_the_code_mints(
    example_quads: Quads, texts: dict[str, str]
) -> None:
    for quads in example_quads.values():
        for document in (reading.document for reading in readings_in(quads, texts)):
            minted = NAMES.document(
                document.text, document.url, document.publisher, document.published
            )
            assert document.id == minted


@pytest.mark.parametrize("story", STORIES)
def test_derived_facts_stand_only_in_a_graph_that_a_run_made(
    story: str, example_quads: Quads, texts: dict[str, str]
) -> None:
    quads = example_quads[story]
    graph = derived_graph(NAMES, story)
    asserted = {document_graph(r.document.id) for r in readings_in(quads, texts)}

    graphs = {quad.graph_name for quad in quads if not is_of_a_reviewer(quad)}

    assert graphs == asserted | {agents_graph(NAMES), relations_graph(NAMES), graph}
    made = [q for q in quads if q.predicate == NamedNode(vocabulary.PROV + "wasGeneratedBy")]
    assert [q.subject for q in made] == [graph]


def test_the_toropets_story_has_its_core_links(examples: Graph) -> None:
    relayed = {
        (str(examples.value(outer, KG.sourceName)), str(examples.value(inner, KG.sourceName)))
        for outer, inner in examples.subject_objects(KG.relays)
    }
    implied = [
        str(examples.value(a, KG.sourceName))
        for a in examples.subjects(RDF.type, KG.ImpliedAttribution)
    ]
    denials = {str(examples.value(a, KG.sourceName)) for a in examples.subjects(KG.isSetAgainst)}

    assert relayed == {
        ("Newsweek", "Ukraine"),
        ("CNN", "South Korean intelligence services"),
    }
    assert implied == ["Ukraine"]
    assert denials == {"Russia", "North Korea"}
