"""Bodies named by a service and a state, in either language and any order of words."""

from collections import Counter

import pytest

from kg.link import registry
from kg.link.gazetteer import gazetteer
from kg.link.wording import key
from kg.model import SourceKind

WIKIDATA = "http://www.wikidata.org/entity/"
OWN = "https://w3id.org/sourcetrace/gazetteer/"
RUSSIA = f"{WIKIDATA}Q159"


@pytest.fixture(scope="module")
def known():
    return gazetteer()


SAME_BODY = {
    OWN + "nis-kr": [
        ("les services de renseignement sud-coréens", "fr"),
        ("South Korea's spy agency", "en"),
        ("Seoul’s intelligence service", "en"),
        ("le renseignement sud-coréen", "fr"),
        ("South Korea's National Intelligence Service", "en"),
    ],
    WIKIDATA + "Q1146492": [
        ("le ministère russe de la Défense", "fr"),
        ("le ministère de la Défense russe", "fr"),
        ("the Russian defence ministry", "en"),
        ("the Ministry of Defense of Russia", "en"),
        ("Moscow's defense ministry", "en"),
    ],
    OWN + "general-staff-ua": [
        ("the Ukrainian general staff", "en"),
        ("l'état-major ukrainien", "fr"),
        ("General Staff of the Ukrainian Armed Forces", "en"),
    ],
    WIKIDATA + "Q58967": [
        ("l'armée israélienne", "fr"),
        ("the Israeli military", "en"),
        ("the IDF", "en"),
    ],
    OWN + "ministry-interior-ml": [
        ("le ministère malien de l'Intérieur", "fr"),
        ("Mali's interior ministry", "en"),
    ],
    OWN + "intelligence-pl": [
        ("les services de renseignement de la Pologne", "fr"),
        ("Polish intelligence", "en"),
    ],
}


@pytest.mark.parametrize(
    ("phrase", "lang", "body"),
    [(phrase, lang, body) for body, phrases in SAME_BODY.items() for phrase, lang in phrases],
)
def test_a_body_is_the_same_whatever_the_language_and_the_order_of_words(known, phrase, lang, body):
    assert known.body(phrase, lang).id == body


def test_a_body_named_by_grammar_is_an_agent_like_any_other(known):
    body = known.body("la marine estonienne", "fr")

    assert body.kind is SourceKind.BODY
    assert body.id == OWN + "navy-ee"
    assert body.country == body.side == registry.states()["EE"]
    assert dict(body.names) == {"en": "Estonian navy", "fr": "marine estonienne"}
    assert known.agent(body.id) == body


@pytest.mark.parametrize(
    ("phrase", "lang"), [("le gouvernement russe", "fr"), ("the Russian government", "en")]
)
def test_a_government_is_its_state(known, phrase, lang):
    assert known.body(phrase, lang).id == RUSSIA


@pytest.mark.parametrize(
    ("phrase", "lang", "mentioned"),
    [
        ("South Korean intelligence officials", "en", OWN + "nis-kr"),
        ("un porte-parole de l'armée israélienne", "fr", WIKIDATA + "Q58967"),
        ("the Israeli army spokesman", "en", WIKIDATA + "Q58967"),
        ("a Pentagon official", "en", WIKIDATA + "Q11209"),
        ("the Ukrainian military's spokesman", "en", OWN + "armed-forces-ua"),
    ],
)
def test_a_phrase_about_a_person_mentions_a_body_and_names_none(known, phrase, lang, mentioned):
    assert known.body(phrase, lang) is None
    assert known.body_in(phrase, lang).id == mentioned


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("le ministère de la Défense", "fr"),
        ("the army in Ukraine", "en"),
        ("two US officials", "en"),
        ("le parquet de Paris", "fr"),
        ("London police", "en"),
        ("le ministre russe de la Défense", "fr"),
        ("", "en"),
    ],
)
def test_without_a_service_and_its_own_state_there_is_no_body(known, phrase, lang):
    assert known.body(phrase, lang) is None
    assert known.body_in(phrase, lang) is None


def test_every_minted_name_is_well_formed(known):
    for role in registry.rows("roles"):
        if role["role"] == "government":
            continue
        for code in ("fr", "us", "ru", "nz"):
            body = known.agent(registry.iri(f"{role['role']}-{code}"))
            assert body is not None, role["role"]
            assert "{" not in body.name + "".join(text for _, text in body.names)


def test_service_nouns_of_a_language_belong_to_one_role():
    for lang in ("en", "fr"):
        terms = Counter(
            key(term) for row in registry.rows("roles") for term in row[f"terms_{lang}"].split("|")
        )
        assert [term for term, times in terms.items() if times > 1] == []


def test_an_unknown_iri_is_nobody(known):
    assert known.agent(OWN + "navy-zz") is None
    assert known.agent(OWN + "nothing-fr") is None
    assert known.agent("urn:other") is None
