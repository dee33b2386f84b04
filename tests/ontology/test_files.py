"""The files are well formed, laid out in one way, and each vocabulary term in them exists."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Dataset as Quads
from rdflib import Dataset

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "ontology").rglob("*.ttl"), *(ROOT / "ontology").rglob("*.trig")])
FOREIGN = tomllib.loads(Path(__file__).with_name("foreign_terms.toml").read_text(encoding="utf-8"))
OURS = "https://w3id.org/sourcetrace/"
LANGUAGE = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/2001/XMLSchema#",
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/ns/shacl#",
)
"""Vocabularies of the languages themselves: a wrong term there is caught by their processors."""

DATA = ("http://www.wikidata.org/entity/", "https://creativecommons.org/licenses/by/4.0/")


def name(path: Path) -> str:
    """How a file is called in a test report."""
    return path.relative_to(ROOT / "ontology").as_posix()


def canonical(quads: Iterable[Quad]) -> set[Quad]:
    """Quads with blank nodes named by what is said of them."""
    dataset = Quads(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


def quads_of(path: Path) -> list[Quad]:
    """The quads of a file as Oxigraph reads them."""
    kind = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE
    return list(parse(path.read_bytes(), format=kind))


@pytest.mark.filterwarnings("ignore:(Dataset|Conj):DeprecationWarning:rdflib")  # its own
@pytest.mark.parametrize("path", FILES, ids=name)
def test_rdflib_and_oxigraph_read_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    dataset = Dataset()
    kind = "trig" if path.suffix == ".trig" else "turtle"
    dataset.parse(data=path.read_text(encoding="utf-8"), format=kind)

    written = dataset.serialize(format="nquads").encode()

    assert canonical(parse(written, format=RdfFormat.N_QUADS)) == canonical(quads_of(path))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_file_has_the_one_layout(path: Path, turtle_layout: ModuleType) -> None:
    assert turtle_layout.laid_out(path) == path.read_text(encoding="utf-8")


def test_the_layout_keeps_every_statement(turtle_layout: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "untidy.ttl"
    path.write_text(
        "# Note.\n\n@prefix x: <urn:x/> .\n\n"
        'x:a x:q 1.50 , "b"@en , """l\nm""" ; a x:T ; x:p [ x:r ( x:c "d" ) ; x:s true ] .\n\n'
        "[] x:p x:b .\n",
        encoding="utf-8",
    )

    tidy = tmp_path / "tidy.ttl"
    tidy.write_text(turtle_layout.laid_out(path), encoding="utf-8")

    assert canonical(quads_of(tidy)) == canonical(quads_of(path))
    assert turtle_layout.laid_out(tidy) == tidy.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_term_of_others_is_one_that_was_looked_up(path: Path) -> None:
    known = {v["namespace"] + term for v in FOREIGN.values() for term in v["terms"]}

    used = {
        node.value
        for quad in quads_of(path)
        for node in (quad.subject, quad.predicate, quad.object)
        if isinstance(node, NamedNode)
    }

    foreign = {iri for iri in used if not iri.startswith((OURS, *LANGUAGE, *DATA))}
    assert foreign <= known


@pytest.mark.parametrize("vocabulary", [v for v in FOREIGN.values() if "rdflib" in v])
def test_listed_terms_are_in_the_copy_that_rdflib_ships(vocabulary: dict) -> None:
    namespace = getattr(rdflib, vocabulary["rdflib"])

    missing = [term for term in vocabulary["terms"] if term not in namespace]

    assert missing == []
    assert str(namespace) == vocabulary["namespace"]


def test_no_listed_term_is_unused() -> None:
    used = {
        node.value
        for path in FILES
        for quad in quads_of(path)
        for node in (quad.subject, quad.predicate, quad.object)
        if isinstance(node, NamedNode)
    }

    listed = {v["namespace"] + term for v in FOREIGN.values() for term in v["terms"]}

    assert listed <= used
