"""A reasoner finds the ontology consistent, with the examples too, and can tell when it is not."""

import shutil
from collections.abc import Callable
from pathlib import Path

import owlready2
import pytest
from pyoxigraph import RdfFormat, parse, serialize

KG = "https://w3id.org/sourcetrace/ns#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"

pytestmark = pytest.mark.skipif(
    shutil.which("java") is None,
    reason="NO JAVA: the consistency of the ontology is NOT checked here (needs Java 11 or later)",
)


@pytest.fixture(scope="module")
def axioms() -> str:
    """Terms and alignments as N-Triples; ontology headers and annotations say nothing here."""
    folder = Path(__file__).resolve().parents[2] / "ontology"
    files = [folder / "kg.ttl", *sorted((folder / "alignments").glob("*.ttl"))]
    triples = [
        quad.triple
        for path in files
        for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE, rename_blank_nodes=True)
        if quad.predicate.value.startswith((OWL, RDF, RDFS))
    ]
    return serialize(triples, format=RdfFormat.N_TRIPLES).decode()


@pytest.fixture
def unsatisfiable(axioms: str, tmp_path: Path) -> Callable[..., list[str]]:
    """Classes that can have no member, with some statements added; raises if all breaks down."""

    def reason(*added: str) -> list[str]:
        world = owlready2.World()
        path = tmp_path / "all.nt"
        path.write_text(axioms + "".join(f"{line} .\n" for line in added), encoding="utf-8")
        with path.open("rb") as file:
            ontology = world.get_ontology("https://w3id.org/sourcetrace/ns#").load(fileobj=file)
        with ontology:
            owlready2.sync_reasoner(world, debug=0)
        found = [str(each.iri) for each in world.inconsistent_classes()]
        world.close()
        return [iri for iri in found if iri.startswith(KG)]

    return reason


def a(node: str, kind: str) -> str:
    """That a node is of a class."""
    return f"<urn:{node}> <{RDF}type> <{KG}{kind}>"


def linked(one: str, link: str, other: str) -> str:
    """That one node has a relation to another."""
    return f"<urn:{one}> <{KG}{link}> <urn:{other}>"


def test_no_class_is_unsatisfiable(unsatisfiable: Callable[..., list[str]]) -> None:
    assert unsatisfiable() == []


def test_a_planted_contradiction_between_classes_is_found(
    unsatisfiable: Callable[..., list[str]],
) -> None:
    found = unsatisfiable(f"<{KG}Agency> <{RDFS}subClassOf> <{KG}Person>")

    assert found == [f"{KG}Agency"]


@pytest.mark.parametrize(
    "statements",
    [
        (a("x", "StatedAttribution"), a("x", "ImpliedAttribution")),
        (a("x", "UnnamedSource"), a("x", "State")),
        (linked("x", "relays", "x"),),
        (linked("x", "relays", "y"), linked("y", "relays", "x")),
        (linked("x", "conveys", "y"), a("y", "Attribution")),
        (linked("x", "hasMember", "y"), a("y", "Claim")),
        (linked("x", "concerns", "y"), linked("x", "relatesFrom", "z")),
    ],
    ids=[
        "stated-and-implied",
        "unnamed-state",
        "relays-itself",
        "mutual-relay",
        "claim-act",
        "copied-claim",
        "judged-relation",
    ],
)
def test_planted_facts_that_cannot_be_are_found(
    statements: tuple[str, ...], unsatisfiable: Callable[..., list[str]]
) -> None:
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        unsatisfiable(*statements)


def test_the_examples_are_consistent_with_the_ontology(
    unsatisfiable: Callable[..., list[str]], example_quads: dict
) -> None:
    ours = [
        str(quad.triple)
        for quads in example_quads.values()
        for quad in quads
        if quad.predicate.value.startswith(KG)
        or (quad.predicate.value == f"{RDF}type" and quad.object.value.startswith(KG))
    ]

    assert unsatisfiable(*ours) == []
