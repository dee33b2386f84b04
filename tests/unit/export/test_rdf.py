"""Exports hold every quad, in bytes that depend on nothing but the quads."""

import io
import json
import random
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import Dataset, Graph

from kg import plugins
from kg.errors import InputError
from kg.export.rdf import JsonLd, NQuads, TriG, Turtle
from kg.model import SEEDS_BASE, Names
from kg.rdf import vocabulary as kg
from kg.resources import folder

XSD = "http://www.w3.org/2001/XMLSchema#"
FORMATS = {
    NQuads: RdfFormat.N_QUADS,
    TriG: RdfFormat.TRIG,
    Turtle: RdfFormat.TURTLE,
    JsonLd: RdfFormat.JSON_LD,
}
KEEPING_GRAPHS = [NQuads, TriG, JsonLd]


@dataclass
class Held:
    """A store as an exporter sees it."""

    held: list
    names: Names

    def quads(self):
        return iter(self.held)


@pytest.fixture(scope="module")
def example() -> list[Quad]:
    trig = (folder("ontology") / "examples" / "dispatch.trig").read_text("utf-8")
    return list(parse(trig.encode(), format=RdfFormat.TRIG))


def written(exporter, quads) -> bytes:
    out = io.BytesIO()
    exporter().export(Held(list(quads), Names(SEEDS_BASE)), out)
    return out.getvalue()


def united(quads) -> set[Quad]:
    return {Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads}


@pytest.mark.parametrize("exporter", FORMATS)
def test_every_quad_comes_back(exporter, example):
    back = set(parse(written(exporter, example), format=FORMATS[exporter]))

    assert back == (united(example) if exporter is Turtle else set(example))


@pytest.mark.parametrize("exporter", FORMATS)
def test_the_order_of_ingest_does_not_show(exporter, example):
    shuffled = random.Random(7).sample(example, len(example))

    assert written(exporter, shuffled) == written(exporter, example)


@pytest.mark.parametrize("exporter", FORMATS)
def test_an_empty_store_gives_a_document_without_quads(exporter):
    assert list(parse(written(exporter, []), format=FORMATS[exporter])) == []


def test_the_exporters_are_installed_under_their_formats():
    found = [plugins.find("exporter", name) for name in ("nquads", "trig", "turtle", "jsonld")]

    assert found == [NQuads, TriG, Turtle, JsonLd]


def test_n_quads_are_sorted_lines(example):
    lines = written(NQuads, example).decode().splitlines()

    assert lines == sorted(lines)
    assert len(lines) == len(set(example))


def test_rdflib_reads_turtle(example):
    assert len(Graph().parse(data=written(Turtle, example), format="turtle")) == len(
        united(example)
    )


def test_a_statement_of_two_graphs_stands_once_in_turtle():
    quads = [statement("v", graph=NamedNode(f"urn:g{n}")) for n in range(2)]

    assert written(Turtle, quads).decode().count('"v"') == 1


def test_trig_has_one_block_a_subject_with_its_type_first(example):
    text = written(TriG, example).decode()

    assert text.count("\nclaim:") == 0
    assert " a kg:Document ;\n    dcterms:identifier" in text
    assert "@prefix claim: <https://w3id.org/sourcetrace/seeds/claim/> ." in text


def test_a_document_comes_before_its_attributions():
    document, attribution = NamedNode("urn:d/1"), NamedNode("urn:d/1/attribution/2")
    quads = [Quad(node, kg.TYPE, kg.CLAIM, DefaultGraph()) for node in (attribution, document)]

    text = written(TriG, quads).decode()

    assert text.index("<urn:d/1> ") < text.index("<urn:d/1/attribution/2> ")


def test_json_ld_speaks_the_words_of_the_context(example):
    document = json.loads(written(JsonLd, example))
    nodes = [node for graph in document["@graph"] for node in graph["@graph"]]
    attribution = next(n for n in nodes if "StatedAttribution" in n.get("@type", []))

    assert document["@context"]["kg"] == kg.KG
    assert attribution["hasStance"].startswith("kgv:stance-")
    assert isinstance(attribution["position"], int)
    assert not any(key.startswith(("kg:", "http")) for key in attribution)


def test_another_json_ld_reader_finds_the_same_graphs(example):
    document = json.loads(written(JsonLd, example))

    back = set(
        parse(
            jsonld.to_rdf(document, {"format": "application/n-quads"}).encode(),
            format=RdfFormat.N_QUADS,
        )
    )

    assert by_value(back) == by_value(example)


def by_value(quads) -> set[Quad]:
    """Quads with each share in one spelling: PyLD writes 0.5 as 5.0E-1."""
    return {
        Quad(q.subject, q.predicate, Literal(float(q.object.value)), q.graph_name)
        if isinstance(q.object, Literal) and q.object.datatype.value == f"{XSD}double"
        else q
        for q in quads
    }


AWKWARD = [
    Literal("7", datatype=NamedNode(f"{XSD}integer")),
    Literal("007", datatype=NamedNode(f"{XSD}integer")),
    Literal("-1", datatype=NamedNode(f"{XSD}integer")),
    Literal("1", datatype=NamedNode(f"{XSD}boolean")),
    Literal("true", datatype=NamedNode(f"{XSD}boolean")),
    Literal("0.50", datatype=NamedNode(f"{XSD}double")),
    Literal("2024", datatype=NamedNode(f"{XSD}gYear")),
    Literal("dit-on", language="fr"),
    Literal('a\tb\n"c"\\ \u0001 \U0001f4f0'),
    Literal(""),
    NamedNode("urn:x"),
    NamedNode("https://w3id.org/sourcetrace/voc#stance-denies"),
]
PREDICATES = [
    kg.START,
    kg.RETRACTS,
    kg.CONFIDENCE,
    kg.LABEL,
    kg.BYLINE,
    kg.HAS_STANCE,
    kg.TYPE,
    NamedNode("http://example.org/unheard-of"),
]


def statement(value, predicate=kg.BYLINE, graph=None) -> Quad:
    term = Literal(value) if isinstance(value, str) else value
    return Quad(NamedNode("urn:s"), predicate, term, graph or DefaultGraph())


@pytest.mark.parametrize("exporter", KEEPING_GRAPHS)
@pytest.mark.parametrize("predicate", PREDICATES, ids=lambda node: node.value)
def test_values_that_fit_no_definition_survive(exporter, predicate):
    values = [v for v in AWKWARD if predicate != kg.TYPE or isinstance(v, NamedNode)]
    quads = {statement(v, predicate, g) for v in values for g in (None, NamedNode("urn:g"))}

    assert set(parse(written(exporter, quads), format=FORMATS[exporter])) == quads


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=60)
def test_any_text_survives_every_format(value):
    quad = statement(value, graph=NamedNode("urn:g"))

    for exporter in KEEPING_GRAPHS:
        assert list(parse(written(exporter, [quad]), format=FORMATS[exporter])) == [quad]


def test_blank_nodes_keep_their_links():
    blank = BlankNode("b1")
    quads = [
        Quad(NamedNode("urn:s"), kg.HAS_SELECTOR, blank, DefaultGraph()),
        Quad(blank, kg.EXACT, Literal("x"), DefaultGraph()),
    ]

    for exporter in (TriG, Turtle, JsonLd):
        back = list(parse(written(exporter, quads), format=FORMATS[exporter]))
        assert len({*(q.subject for q in back), *(q.object for q in back)}) == 3


def test_statements_about_statements_are_refused_by_json_ld_alone():
    inner = Triple(NamedNode("urn:a"), kg.CONVEYS, NamedNode("urn:b"))
    quads = [Quad(NamedNode("urn:s"), kg.IS_SHOWN_BY, inner, DefaultGraph())]

    assert list(parse(written(TriG, quads), format=RdfFormat.TRIG)) == quads
    with pytest.raises(InputError, match="export as nquads or trig"):
        written(JsonLd, quads)


@pytest.mark.filterwarnings("ignore:(Dataset|Conj):DeprecationWarning:rdflib")
def test_rdflib_reads_trig(example):
    dataset = Dataset()
    dataset.parse(data=written(TriG, example), format="trig")

    assert len({quad[:3] for quad in dataset.quads()}) == len(united(example))
