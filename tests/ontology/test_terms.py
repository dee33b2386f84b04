"""Every term is described, used and known to the code; none stands apart."""

from enum import StrEnum
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import DCTERMS

import kg
from kg.rdf import vocabulary

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


def ours(graph: Graph) -> set[URIRef]:
    """The terms that the ontology defines."""
    found = {term for kind in KINDS for term in graph.subjects(RDF.type, kind)}
    return {term for term in found if str(term).startswith(vocabulary.KG)}


def languages(graph: Graph, subject: URIRef, predicate: URIRef) -> list[str]:
    """The languages in which something is said of a term."""
    return sorted(str(value.language) for value in graph.objects(subject, predicate))


def test_every_term_has_label_and_definition_in_english_and_french(terms: Graph) -> None:
    lacking = [
        term
        for term in ours(terms)
        for predicate in (RDFS.label, SKOS.definition)
        if languages(terms, term, predicate) != ["en", "fr"]
    ]

    assert lacking == []


def test_every_value_has_label_definition_and_notation(terms: Graph) -> None:
    for concept in terms.subjects(RDF.type, SKOS.Concept):
        scheme = terms.value(concept, SKOS.inScheme)
        notation = str(terms.value(concept, SKOS.notation))

        assert languages(terms, concept, SKOS.prefLabel) == ["en", "fr"]
        assert languages(terms, concept, SKOS.definition) == ["en", "fr"]
        assert str(concept) == f"{scheme}-{notation}"
        assert (concept, SKOS.topConceptOf, scheme) in terms


def test_labels_and_definitions_are_unlike_each_other(terms: Graph) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        said = [
            str(v) for t in ours(terms) for v in terms.objects(t, predicate) if v.language == "en"
        ]
        assert len(said) == len(set(said))


def test_every_term_says_where_it_is_defined(terms: Graph) -> None:
    home = URIRef("https://w3id.org/sourcetrace/ns")

    assert {t for t in ours(terms) if list(terms.objects(t, RDFS.isDefinedBy)) != [home]} == set()


def test_the_version_is_that_of_the_package(terms: Graph, shapes: Graph) -> None:
    for graph in (terms, shapes):
        for ontology in graph.subjects(RDF.type, OWL.Ontology):
            assert str(graph.value(ontology, OWL.versionInfo)) == kg.__version__
            assert str(graph.value(ontology, OWL.versionIRI)) == f"{ontology}/{kg.__version__}"


def test_the_licence_is_stated_everywhere(terms: Graph, shapes: Graph, ontology: Path) -> None:
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")

    for graph in (terms, shapes):
        for each in graph.subjects(RDF.type, OWL.Ontology):
            assert (each, DCTERMS.license, licence) in graph
    assert str(licence) in (ontology / "README.md").read_text(encoding="utf-8")


def test_every_term_is_used_in_an_example(terms: Graph, examples: Graph) -> None:
    used = {node for _, p, o in examples for node in (p, o)}

    assert ours(terms) - used == set()


def test_examples_use_no_term_that_is_not_defined(terms: Graph, examples: Graph) -> None:
    concepts = set(terms.subjects(RDF.type, SKOS.Concept))
    used = {node for triple in examples for node in triple if isinstance(node, URIRef)}
    mine = {node for node in used if str(node).startswith((vocabulary.KG, vocabulary.KGV))}

    assert mine - ours(terms) - concepts == set()


def test_every_class_is_linked_to_by_a_property_or_a_class(terms: Graph) -> None:
    links = (RDFS.domain, RDFS.range, RDFS.subClassOf)
    inclusive = [URIRef(vocabulary.SCHEMA + n) for n in ("domainIncludes", "rangeIncludes")]
    linked = {o for p in (*links, *inclusive) for o in terms.objects(None, p)}
    linked |= {s for s, o in terms.subject_objects(RDFS.subClassOf)}
    classes = {t for t in ours(terms) if (t, RDF.type, OWL.Class) in terms}

    assert classes - linked == set()


def test_no_class_is_its_own_super_class(terms: Graph) -> None:
    for term in ours(terms):
        above = set(terms.transitive_objects(term, RDFS.subClassOf)) - {term}
        assert not any((higher, RDFS.subClassOf, term) in terms for higher in above)


def test_every_class_has_a_shape(terms: Graph, shapes: Graph) -> None:
    target = URIRef("http://www.w3.org/ns/shacl#targetClass")
    shaped = set(shapes.objects(None, target))
    classes = {t for t in ours(terms) if (t, RDF.type, OWL.Class) in terms}

    assert {
        c for c in classes if not shaped & set(terms.transitive_objects(c, RDFS.subClassOf))
    } == set()


def test_shapes_name_only_terms_that_exist(terms: Graph, shapes: Graph) -> None:
    concepts = set(terms.subjects(RDF.type, SKOS.Concept))
    named = {n for triple in shapes for n in triple if isinstance(n, URIRef)}
    mine = {n for n in named if str(n).startswith((vocabulary.KG, vocabulary.KGV))}

    assert mine - ours(terms) - concepts == set()


def test_the_constants_of_the_code_are_the_terms_of_the_ontology(terms: Graph) -> None:
    constants = {v.value for v in vars(vocabulary).values() if isinstance(v, NamedNode)}

    assert {c for c in constants if c.startswith(vocabulary.KG)} == {str(t) for t in ours(terms)}


@pytest.mark.parametrize("kind", vocabulary.SCHEMES)
def test_each_scheme_holds_the_values_of_the_model(kind: type[StrEnum], terms: Graph) -> None:
    scheme = URIRef(vocabulary.KGV + vocabulary.SCHEMES[kind])

    concepts = {str(concept) for concept in terms.subjects(SKOS.inScheme, scheme)}

    assert concepts == {vocabulary.concept(value).value for value in kind}
    assert {vocabulary.value_of(kind, NamedNode(c)) for c in concepts} == set(kind)


def test_no_scheme_is_without_an_enumeration(terms: Graph) -> None:
    schemes = {str(scheme) for scheme in terms.subjects(RDF.type, SKOS.ConceptScheme)}

    assert schemes == {vocabulary.KGV + name for name in vocabulary.SCHEMES.values()}


def test_a_concept_of_another_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="stance"):
        vocabulary.value_of(
            next(k for k, v in vocabulary.SCHEMES.items() if v == "stance"),
            NamedNode(vocabulary.KGV + "form-direct"),
        )
