"""Which claim or source somebody means."""

import pytest

from kg.answers import select
from kg.errors import AmbiguousClaim, UnknownClaim, UnknownSource
from kg.model import Agent, SourceKind

KNOWN = {
    "urn:claim/ab12cd34": ["Russia used North Korean shells in Ukraine"],
    "urn:claim/ab99ff00": ["the depot of Toropets held missiles made in North Korea"],
    "urn:claim/77aa11bb": [
        "Ukraine found missiles in the destroyed depot",
        "l'Ukraine a trouvé des missiles dans le dépôt détruit",
    ],
}
AGENTS = [
    Agent("urn:ru", SourceKind.STATE, "Russia", names=(("fr", "Russie"),)),
    Agent("urn:rt", SourceKind.OUTLET, "Russia Today"),
    Agent("urn:times", SourceKind.OUTLET, "The Times"),
    Agent("urn:nyt", SourceKind.OUTLET, "The New York Times"),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("urn:claim/ab12cd34", "urn:claim/ab12cd34"),
        ("ab12", "urn:claim/ab12cd34"),
        ("AB12CD", "urn:claim/ab12cd34"),
        ("Russia used North Korean shells", "urn:claim/ab12cd34"),
        ("missiles of Toropets", "urn:claim/ab99ff00"),
        ("L’UKRAINE A TROUVE DES MISSILES", "urn:claim/77aa11bb"),
    ],
)
def test_a_claim_is_found_by_iri_short_id_or_words(asked, expected):
    assert select.claim(asked, KNOWN) == expected


@pytest.mark.parametrize("asked", ["the pope is dead", "urn:claim/unheard", "", "zzzz"])
def test_an_unknown_claim_is_refused(asked):
    with pytest.raises(UnknownClaim):
        select.claim(asked, KNOWN)


def test_the_refusal_shows_the_nearest_claims():
    with pytest.raises(UnknownClaim, match="ab12cd34 “Russia used"):
        select.claim("who on earth ever used anything at all like that thing", KNOWN)


def test_claims_that_answer_equally_well_are_listed():
    same = {"urn:claim/1111": ["missiles were sold"], "urn:claim/2222": ["missiles were given"]}

    with pytest.raises(AmbiguousClaim, match=r"2 claims answer to 'missiles'.*1111.*2222"):
        select.claim("missiles", same)


def test_a_word_that_could_be_a_short_id_is_a_word():
    known = {"urn:claim/face1234": ["P"], "urn:claim/00001111": ["the face of the general"]}

    assert select.claim("face", known) == "urn:claim/00001111"


def test_a_short_id_that_begins_several_is_ambiguous():
    known = {"urn:claim/ab12ff": ["P"], "urn:claim/ab12ee": ["Q"]}

    with pytest.raises(AmbiguousClaim):
        select.claim("ab12", known)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("urn:ru", "urn:ru"),
        ("russia", "urn:ru"),
        ("Russie", "urn:ru"),
        ("the times", "urn:times"),
        ("New York", "urn:nyt"),
        ("Moscou", "urn:ru"),
    ],
)
def test_a_source_is_found_by_iri_by_any_name_or_by_the_words_of_the_texts(asked, expected):
    assert select.source(asked, AGENTS, {"moscou": frozenset({"urn:ru"})}) == expected


def test_an_unknown_source_is_refused_with_the_nearest_names():
    with pytest.raises(UnknownSource, match="did you mean Russia"):
        select.source("Rusia", AGENTS)
    with pytest.raises(UnknownSource, match="see kg sources"):
        select.source("xyz", AGENTS)


def test_a_name_of_several_sources_is_refused_with_their_iris():
    with pytest.raises(UnknownSource, match=r"may be 2 sources.*<urn:nyt>.*<urn:times>"):
        select.source("times", AGENTS)


def test_the_words_of_the_texts_are_gathered(arms):
    found = select.mentions(arms.readings)

    assert found["business insider"] == {"urn:agent/Business Insider"}
