"""Whom a name, a demonym or a host is taken to mean."""

from itertools import pairwise

import pytest

from kg.link import registry
from kg.link.gazetteer import gazetteer

WIKIDATA = "http://www.wikidata.org/entity/"
OWN = "https://w3id.org/sourcetrace/gazetteer/"
RUSSIA, UKRAINE, USA, SOUTH_KOREA = (f"{WIKIDATA}Q{n}" for n in (159, 212, 30, 884))


@pytest.fixture(scope="module")
def known():
    return gazetteer()


# --- whole names ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "lang", "item"),
    [
        ("The Washington Post", "en", "Q166032"),
        ("le Washington Post", "fr", "Q166032"),
        ("Washington Post", "fr", "Q166032"),
        ("Newsweek", "fr", "Q188413"),
        ("Agence France-Presse", "en", "Q40464"),
        ("l’AFP", "fr", "Q40464"),
        ("Kim Jong-un", "fr", "Q56226"),
        ("Kim Jong Un", "en", "Q56226"),
        ("Vladimir Poutine", "fr", "Q7747"),
        ("Vladimir Putin", "en", "Q7747"),
        ("Corée du Nord", "fr", "Q423"),
        ("North Korea", "en", "Q423"),
        ("Північна Корея", "uk", "Q423"),
        ("북한", "ko", "Q423"),
        ("la CIA", "fr", "Q37230"),
        ("l'OTAN", "fr", "Q7184"),
        ("NATO", "en", "Q7184"),
        ("le Pentagone", "fr", "Q11209"),
        ("the Pentagon", "en", "Q11209"),
    ],
)
def test_a_name_is_found_whatever_its_article_hyphens_and_accents(known, name, lang, item):
    assert known.find(name, lang)[0].agent.id == WIKIDATA + item


@pytest.mark.parametrize(
    ("name", "slug"),
    [("KCNA", "kcna"), ("RIA Novosti", "ria-novosti"), ("France 24", "france-24"),
     ("RFI", "rfi"), ("BFMTV", "bfm-tv"), ("The Daily Digest", "daily-digest"),
     ("Bellingcat", "bellingcat"), ("NK News", "nk-news"), ("MI6", "mi6-gb"), ("FSB", "fsb-ru"),
     ("SBU", "sbu-ua"), ("Dmitri Peskov", "dmitry-peskov"), ("WHO", "who"), ("OMS", "who"),
     ("SIPRI", "sipri"), ("Institute for the Study of War", "isw")],
)  # fmt: skip
def test_the_well_known_without_a_confirmed_item_have_an_iri_of_our_own(known, name, slug):
    assert [known.find(name, lang)[0].agent.id for lang in ("en", "fr")] == [OWN + slug] * 2


@pytest.mark.parametrize(
    ("name", "lang", "state"),
    [("Moscow", "en", RUSSIA), ("Moscou", "fr", RUSSIA), ("Москва", "ru", RUSSIA),
     ("le Kremlin", "fr", RUSSIA), ("the Kremlin", "en", RUSSIA), ("Kyiv", "fr", UKRAINE),
     ("Kiev", "en", UKRAINE), ("the White House", "en", USA), ("la Maison-Blanche", "fr", USA),
     ("Washington", "fr", USA), ("Séoul", "fr", SOUTH_KOREA), ("Blue House", "en", SOUTH_KOREA)],
)  # fmt: skip
def test_capitals_and_palaces_stand_for_the_state(known, name, lang, state):
    entry = known.find(name, lang)[0]

    assert (entry.agent.id, entry.how, entry.weak) == (state, "metonym", False)


@pytest.mark.parametrize(
    ("name", "lang"),
    [("Le Monde", "fr"), ("Le Figaro", "fr"), ("The Times", "en"), ("Time", "en"),
     ("The Guardian", "en"), ("Libération", "fr"), ("Bild", "fr"), ("Georgia", "en"),
     ("The Australian", "en"), ("La Croix", "fr"), ("The Independent", "en")],
)  # fmt: skip
def test_common_words_and_homonyms_are_weak(known, name, lang):
    entries = known.find(name, lang)

    assert entries
    assert all(entry.weak for entry in entries)


def test_an_article_that_belongs_to_a_weak_name_is_needed(known):
    assert known.find("Le Monde", "fr")
    assert known.find("Monde", "fr") == ()


def test_one_name_may_be_that_of_a_state_in_one_language_only(known):
    assert known.find("Maurice", "fr")
    assert known.find("Maurice", "en") == ()


@pytest.mark.parametrize(
    ("name", "code"), [("El País", "ES"), ("El País", "UY"), ("The Guardian", "NG")]
)
def test_the_country_tells_homonyms_apart(known, name, code):
    state = registry.states()[code]

    entries = known.find(name, "en", country=state)

    assert entries[0].agent.country == state
    assert len(entries) > 1


def test_no_two_agents_share_a_name_that_is_not_weak(known):
    for listing in registry.listings():
        for wording in listing.wordings:
            found = known.find(wording.text, wording.lang or "en")
            strong = {entry.agent.id for entry in found if not entry.weak}
            assert len(strong) <= 1, wording.text


def test_acronyms_need_their_capitals(known):
    assert known.find("WHO", "en")
    assert known.find("who", "en") == ()
    assert known.find("US", "en")[0].agent.id == USA
    assert known.find("us", "en") == ()


def test_an_unknown_name_is_nobodys(known):
    assert known.find("The Nowhere Gazette", "en") == ()
    assert known.find("", "fr") == ()
    assert known.find("…", "fr") == ()


# --- names in a phrase ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "lang", "expected"),
    [
        ("le journal Business Insider", "fr", {"Business Insider": "Business Insider"}),
        ("l'agence Yonhap", "fr", {"Yonhap": "Yonhap News Agency"}),
        ("le président russe Vladimir Poutine", "fr", {"Vladimir Poutine": "Vladimir Putin"}),
        ("President Putin", "en", {"Putin": "Vladimir Putin"}),
        ("the New York Times", "en", {"the New York Times": "The New York Times"}),
        ("le monde entier", "fr", {}),
        ("the people of the world", "en", {}),
        ("The Australian government", "en", {}),
        ("U.S. officials", "en", {"U.S.": "United States"}),
        ("Selon Moscou", "fr", {"Moscou": "Russia"}),
        ("Melania Trump", "en", {}),
        ("the Biden administration", "en", {}),
        ("the London Stock Exchange", "en", {}),
        ("the Kremlin spokesman", "en", {"the Kremlin": "Russia"}),
        ("This day, they lost 1 – 1", "en", {}),
        ("in the year 45 BCE", "en", {}),
        ("la BCE", "fr", {"la BCE": "European Central Bank"}),
        ("Brigitte Macron", "fr", {}),
        ("George Washington", "en", {}),
        ("Northern Ireland", "en", {}),
        ("Russia's TASS news agency", "en", {"Russia": "Russia", "TASS": "TASS"}),
    ],
)
def test_the_longest_names_in_a_phrase_are_found(known, phrase, lang, expected):
    matches = known.longest(phrase, lang)

    assert {m.span.of(phrase): m.entry.agent.name for m in matches} == expected


def test_matches_neither_overlap_nor_leave_the_text(known):
    text = "Kyiv, the Kyiv Independent and the Ukrainian General Staff blame the Kremlin's FSB."

    spans = [match.span for match in known.longest(text, "en")]

    assert len(spans) >= 4
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert spans[-1].end <= len(text)


# --- demonyms and domains -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "lang", "code"),
    [("nord-coréens", "fr", "KP"), ("Nord-Coréennes", "fr", "KP"), ("sud-coréen", "fr", "KR"),
     ("South Korean", "en", "KR"), ("South Koreans", "en", "KR"), ("Ukrainian", "en", "UA"),
     ("ukrainiennes", "fr", "UA"), ("turques", "fr", "TR"), ("grecque", "fr", "GR"),
     ("Poles", "en", "PL"), ("néo-zélandaises", "fr", "NZ"), ("american", "en", "US")],
)  # fmt: skip
def test_demonyms_lead_to_the_state_in_every_inflection(known, word, lang, code):
    assert known.demonym(word, lang).id == registry.states()[code]


def test_a_demonym_belongs_to_its_language(known):
    assert known.demonym("russes", "en") is None
    assert known.demonym("table", "fr") is None


@pytest.mark.parametrize(
    ("host", "name"),
    [("edition.cnn.com", "CNN"), ("www.lemonde.fr", "Le Monde"), ("tass.ru", "TASS"),
     ("elpais.com", "El País"), ("LEFIGARO.FR", "Le Figaro")],
)  # fmt: skip
def test_a_host_leads_to_its_outlet(known, host, name):
    assert known.by_domain(host).name == name


@pytest.mark.parametrize("host", ["example.org", "com", "", "notcnn.com"])
def test_an_unknown_host_is_nobodys(known, host):
    assert known.by_domain(host) is None
