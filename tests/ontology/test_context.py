"""The JSON-LD context carries a graph there and back, and knows every term."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyld import jsonld
from pyoxigraph import Literal, Quad, RdfFormat, parse, serialize
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from kg.rdf import vocabulary


@pytest.fixture(scope="module")
def context(ontology: Path) -> dict:
    """The context, as the file gives it."""
    return json.loads((ontology / "context.jsonld").read_text(encoding="utf-8"))


@pytest.mark.parametrize("story", ["dispatch", "toropets"])
def test_a_graph_survives_compact_json_ld(
    story: str, context: dict, example_quads: dict[str, list[Quad]]
) -> None:
    quads = example_quads[story]
    written = serialize(quads, format=RdfFormat.N_QUADS).decode()

    compact = jsonld.compact(jsonld.from_rdf(written), context)
    back = jsonld.to_rdf(compact, {"format": "application/n-quads"})

    assert by_value(parse(back.encode(), format=RdfFormat.N_QUADS)) == by_value(quads)


def by_value(quads: Iterable[Quad]) -> set[Quad]:
    """Quads with each double in one spelling: PyLD writes 0.5 as 5.0E-1."""
    return {
        Quad(q.subject, q.predicate, Literal(float(q.object.value)), q.graph_name)
        if isinstance(q.object, Literal) and q.object.datatype.value == f"{XSD}double"
        else q
        for q in quads
    }


def test_compact_json_ld_speaks_the_words_of_the_ontology(
    context: dict, example_quads: dict[str, list[Quad]]
) -> None:
    written = serialize(example_quads["dispatch"], format=RdfFormat.N_QUADS).decode()

    document = jsonld.compact(jsonld.from_rdf(written), context)
    del document["@context"]
    compact = json.dumps(document)

    assert '"hasStance": "kgv:stance-denies"' in compact
    assert '"kg:' not in compact
    assert '"https://w3id.org/sourcetrace/ns#' not in compact


def test_oxigraph_reads_the_context_in_the_same_way(
    context: dict, example_quads: dict[str, list[Quad]]
) -> None:
    written = serialize(example_quads["dispatch"], format=RdfFormat.N_QUADS).decode()
    compact = json.dumps(jsonld.compact(jsonld.from_rdf(written), context))

    read = set(parse(compact.encode(), format=RdfFormat.JSON_LD))

    assert read == set(example_quads["dispatch"])


def test_every_term_stands_in_the_context_with_its_datatype(context: dict, terms: Graph) -> None:
    entries = context["@context"]
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in terms.subjects(RDF.type, kind):
            if not str(term).startswith(vocabulary.KG):
                continue
            assert entries[term.fragment] == expected(terms, term, kind)


def expected(terms: Graph, term: URIRef, kind: URIRef) -> str | dict[str, str]:
    """The entry that a term should have."""
    curie = f"kg:{term.fragment}"
    if kind == OWL.Class:
        return curie
    if kind == OWL.ObjectProperty:
        return {"@id": curie, "@type": "@id"}
    datatype = terms.value(term, RDFS.range).fragment
    return curie if datatype == "string" else {"@id": curie, "@type": f"xsd:{datatype}"}


def test_the_context_names_no_term_that_does_not_exist(context: dict, terms: Graph) -> None:
    ids = [e["@id"] if isinstance(e, dict) else e for e in context["@context"].values() if e != 1.1]

    ours = {vocabulary.KG + i.removeprefix("kg:") for i in ids if str(i).startswith("kg:")}

    assert ours <= {str(s) for s in terms.subjects()}
