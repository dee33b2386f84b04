"""The ontology files and the texts that their examples speak of."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Quad, RdfFormat, parse, serialize
from rdflib import Graph

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"


def turtle(name: str) -> Graph:
    """A Turtle file of the ontology."""
    return Graph().parse(data=(ONTOLOGY / name).read_text(encoding="utf-8"), format="turtle")


@pytest.fixture(scope="session")
def ontology() -> Path:
    """The folder of the ontology."""
    return ONTOLOGY


@pytest.fixture(scope="session")
def turtle_layout() -> ModuleType:
    """The tool that lays out the files."""
    path = Path(__file__).with_name("turtle_layout.py")
    spec = importlib.util.spec_from_file_location("turtle_layout", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def terms() -> Graph:
    """The terms and the values."""
    return turtle("kg.ttl") + turtle("voc.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """The shapes."""
    return turtle("shapes.ttl")


@pytest.fixture(scope="session")
def example_quads() -> dict[str, list[Quad]]:
    """The quads of each example, by file name."""
    return {
        path.stem: list(parse(path.read_bytes(), format=RdfFormat.TRIG))
        for path in sorted((ONTOLOGY / "examples").glob("*.trig"))
    }


@pytest.fixture(scope="session")
def examples(example_quads: dict[str, list[Quad]]) -> Graph:
    """Both examples, their graphs taken together."""
    triples = [quad.triple for quads in example_quads.values() for quad in quads]
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The texts of the documents of the examples, by the name that each was given."""
    lines = [
        *(ONTOLOGY / "examples" / "dispatch.jsonl").read_text(encoding="utf-8").splitlines(),
        *(ROOT / "seeds" / "toropets.fr.jsonl").read_text(encoding="utf-8").splitlines(),
    ]
    records = [json.loads(line) for line in lines if line.strip()]
    return {record["doc_id"]: record["text"] for record in records}
