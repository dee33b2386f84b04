"""Values of the model and concepts of the vocabulary stand for each other."""

from enum import StrEnum

import pytest
from pyoxigraph import NamedNode

from kg.model import Form, SourceKind, Stance
from kg.rdf.vocabulary import AGENT_TYPES, KGV, SCHEMES, concept, value_of


@pytest.mark.parametrize("kind", SCHEMES)
def test_every_value_comes_back_from_its_concept(kind: type[StrEnum]) -> None:
    assert [value_of(kind, concept(value)) for value in kind] == list(kind)


def test_concepts_of_different_schemes_never_meet() -> None:
    concepts = [concept(value) for kind in SCHEMES for value in kind]

    assert len(concepts) == len(set(concepts))


@pytest.mark.parametrize("iri", [KGV + "stance-shrugs", KGV + "form-direct", "urn:x"])
def test_what_is_no_stance_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)stance"):
        value_of(Stance, NamedNode(iri))


def test_a_value_with_a_hyphen_comes_back() -> None:
    assert concept(SourceKind.OWN_VOICE).value == KGV + "kind-own-voice"
    assert value_of(Form, concept(Form.MIXED)) is Form.MIXED


def test_every_kind_of_source_has_its_classes() -> None:
    assert set(AGENT_TYPES) == set(SourceKind)
