"""IRIs are minted from content: alike everywhere, different for different things."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Names, SourceKind, fold

NAMES = Names("urn:x/")


def test_the_same_name_gives_the_same_agent_whatever_case_and_accents():
    one = NAMES.agent(SourceKind.ORGANIZATION, "Observatoire Séoul")

    assert one == NAMES.agent(SourceKind.ORGANIZATION, "observatoire Seoul ")
    assert one.startswith("urn:x/agent/observatoire-seoul-")


def test_kind_and_context_tell_namesakes_apart():
    minted = {
        NAMES.agent(SourceKind.PERSON, "Jean Petit"),
        NAMES.agent(SourceKind.ORGANIZATION, "Jean Petit"),
        NAMES.agent(SourceKind.PERSON, "Jean Petit", "maire de Brest"),
    }

    assert len(minted) == 3


@given(st.text(min_size=1, max_size=60))
def test_any_name_gives_an_iri_of_plain_characters(name):
    minted = NAMES.agent(SourceKind.PERSON, name)

    assert minted.isascii()
    assert not any(c.isspace() or c in '<>"{}|^`\\' for c in minted)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
