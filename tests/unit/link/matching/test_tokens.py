"""Tokens: the comparable pieces of a content."""

import pytest

from kg.link.gazetteer import gazetteer
from kg.link.matching.tokens import Kind, Token, anchors, tokens


def found(text, lang="en", kind=None):
    return [t for t in tokens(text, lang, gazetteer()) if kind is None or t.kind is kind]


def forms(text, lang="en", kind=None):
    return [t.form for t in found(text, lang, kind)]


def numbers(text, lang="en"):
    return [t.value for t in found(text, lang, Kind.NUMBER)]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "6,700 shells", 6700),
        ("fr", "6 700 obus", 6700),
        ("fr", "6\u202f700 obus", 6700),
        ("fr", "6.700 obus", 6700),
        ("en", "2.8 points", 2.8),
        ("fr", "2,8 points", 2.8),
        ("en", "two hundred thousand shells", 200_000),
        ("fr", "trois cent mille obus", 300_000),
        ("en", "1.5 million shells", 1_500_000),
        ("fr", "deux millions", 2_000_000),
        ("en", "twenty five shells", 25),
        ("en", "twenty-five shells", 25),
        ("fr", "quatre-vingt-dix obus", 90),
        ("fr", "dix-sept obus", 17),
        ("en", "a dozen shells", 12),
        ("en", "half of the shells", 0.5),
        ("en", "a hundred shells", 100),
        ("en", "the 30,000 tonnes", 30_000),
    ],
)
def test_a_number_has_one_value_however_it_is_written(lang, text, value):
    assert numbers(text, lang) == [value]


def test_numbers_beside_each_other_stay_apart():
    assert numbers("between 20 and 30 shells") == [20, 30]
    assert numbers("3 5 shells") == [3, 5]


@pytest.mark.xfail(reason="'one' and 'un' are no numbers, not even behind tens")
@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "twenty-one shells"), ("en", "twenty one shells"), ("fr", "vingt et un obus")],
)
def test_twenty_one_is_a_number(lang, text):
    assert numbers(text, lang) == [21]


@pytest.mark.xfail(reason="what follows thousands is added before it is multiplied")
@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "deux mille trois cents obus", 2300),
        ("en", "two million three hundred thousand shells", 2_300_000),
    ],
)
def test_thousands_and_hundreds_add_up(lang, text, value):
    assert numbers(text, lang) == [value]


@pytest.mark.xfail(reason="whatever stands beside a month is taken for its day")
@pytest.mark.parametrize(("lang", "text"), [("en", "October 2024"), ("fr", "le 3 octobre 2024")])
def test_a_year_behind_its_month_is_a_year(lang, text):
    assert forms(text, lang, Kind.DATE)[-1] == "y2024"


@pytest.mark.xfail(reason="a year and the number after it are read as thousands")
def test_a_year_is_no_part_of_the_number_after_it():
    assert numbers("in 2024 300 shells fell") == [300]


@pytest.mark.parametrize(
    ("lang", "text", "dates"),
    [
        ("en", "on 3 October", ["d3", "m9"]),
        ("en", "on October 3", ["m9", "d3"]),
        ("fr", "le 3 octobre", ["d3", "m9"]),
        ("en", "in 2024", ["y2024"]),
        ("en", "on Monday", ["w0"]),
        ("fr", "lundi", ["w0"]),
        ("fr", "vers 3 heures", ["h3"]),
        ("en", "at 3 am", ["h3"]),
    ],
)
def test_days_months_years_and_hours_are_dates(lang, text, dates):
    assert forms(text, lang, Kind.DATE) == dates
    assert numbers(text, lang) == []


@pytest.mark.xfail(reason="the full stops of 'a.m.' part it into two words")
def test_an_hour_with_full_stops_is_an_hour():
    assert forms("at 3 a.m. in the night", kind=Kind.DATE) == ["h3"]


def test_a_number_that_could_be_a_year_and_is_spelled_out_is_a_number():
    assert numbers("two thousand shells") == [2000]
    assert numbers("1500 shells") == [1500]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "troops of South Korea"),
        ("en", "troops of Seoul"),
        ("en", "South Korean troops"),
        ("fr", "les troupes de la Corée du Sud"),
        ("fr", "les troupes de Séoul"),
        ("fr", "les troupes sud-coréennes"),
    ],
)
def test_a_state_is_one_actor_by_name_capital_and_demonym(lang, text):
    assert forms(text, lang, Kind.ACTOR) == ["http://www.wikidata.org/entity/Q884"]
    assert len(found(text, lang)) == 2


@pytest.mark.parametrize("name", ["the Kremlin", "the FSB", "Moscow", "Russia"])
def test_a_body_stands_for_its_state(name):
    assert forms(f"{name} lied", kind=Kind.ACTOR) == ["http://www.wikidata.org/entity/Q159"]


def test_a_body_of_no_state_stands_for_itself():
    (agency,) = gazetteer().longest("the IAEA", "en")

    assert forms("the IAEA lied", kind=Kind.ACTOR) == [agency.entry.agent.id]


def test_two_koreas_are_two_actors():
    north, south = (forms(f"{side} Korea", kind=Kind.ACTOR) for side in ("North", "South"))

    assert len(north) == len(south) == 1
    assert north != south


def test_a_capital_inside_makes_a_name_and_one_at_the_head_does_not():
    assert found("Dykes at Chenois broke") == [
        Token(Kind.WORD, "dykes"),
        Token(Kind.NAME, "chenois"),
        Token(Kind.WORD, "broke"),
    ]


def test_elisions_and_genitives_are_no_part_of_a_word():
    assert forms("l’entrepôt qu'Aline ouvrit", "fr") == ["entrepôt", "aline", "ouvrit"]
    assert forms("Aline's depot, the dykes' height") == ["aline", "depot", "dykes", "height"]


def test_function_words_and_single_letters_are_left_out():
    assert forms("it was in the depot of B") == ["depot"]
    assert found("it was of the") == []
    assert found("") == []


def test_anchors_are_names_actors_and_numbers():
    said = tokens("300 Russian shells hit old Chenois on Monday", "en", gazetteer())

    assert anchors(said) == {"300", "http://www.wikidata.org/entity/Q159", "chenois"}
    assert anchors([]) == frozenset()


def test_anchors_meet_across_languages():
    english = anchors(tokens("30,000 South Korean shells hit Chenois", "en", gazetteer()))
    french = anchors(tokens("30 000 obus sud-coréens sur Chenois", "fr", gazetteer()))

    assert english == french
    assert len(french) == 3
