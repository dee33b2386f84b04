import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.conjugation import (
    CONDITIONAL,
    FINITE,
    IMPERATIVE,
    INDICATIVE,
    PAST_PARTICIPLE,
    PRESENT_PARTICIPLE,
    SUBJUNCTIVE,
    conjugator,
    is_french_conditional,
)

LETTERS = st.text("abcdefghijklmnoprstuvzéèç", min_size=2, max_size=8)


def form(lang, verb, *slot):
    found = {
        i.form for i in conjugator(lang)(verb) if (i.mood, i.tense, i.person, i.number) == slot
    }
    return sorted(found)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("affirmer", "affirme affirment"),
        ("annoncer", "annonce annoncent"),
        ("exiger", "exige exigent"),
        ("révéler", "révèle révèlent"),
        ("alléguer", "allègue allèguent"),
        ("rappeler", "rappelle rappellent"),
        ("marteler", "martèle martèlent"),
        ("nier", "nie nient"),
        ("avertir", "avertit avertissent"),
        ("démentir", "dément démentent"),
        ("répondre", "répond répondent"),
        ("dire", "dit disent"),
        ("prédire", "prédit prédisent"),
        ("écrire", "écrit écrivent"),
        ("croire", "croit croient"),
        ("faire", "fait font"),
        ("promettre", "promet promettent"),
        ("soutenir", "soutient soutiennent"),
        ("prévenir", "prévient préviennent"),
        ("craindre", "craint craignent"),
        ("apprendre", "apprend apprennent"),
        ("voir", "voit voient"),
        ("découvrir", "découvre découvrent"),
        ("vouloir", "veut veulent"),
        ("conclure", "conclut concluent"),
        ("poursuivre", "poursuit poursuivent"),
        ("interrompre", "interrompt interrompent"),
        ("émouvoir", "émeut émeuvent"),
        ("être", "est sont"),
        ("avoir", "a ont"),
    ],
)
def test_the_french_present_is_spelt_right(verb, expected):
    singular = form("fr", verb, INDICATIVE, "present", 3, "singular")
    plural = form("fr", verb, INDICATIVE, "present", 3, "plural")

    assert " ".join(singular + plural) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("annoncer", "annonçait annonça annoncera annoncerait annonce"),
        ("exiger", "exigeait exigea exigera exigerait exige"),
        ("appuyer", "appuyait appuya appuiera appuierait appuie"),
        ("dire", "disait dit dira dirait dise"),
        ("savoir", "savait sut saura saurait sache"),
        ("faire", "faisait fit fera ferait fasse"),
        ("maintenir", "maintenait maintint maintiendra maintiendrait maintienne"),
        ("craindre", "craignait craignit craindra craindrait craigne"),
        ("admettre", "admettait admit admettra admettrait admette"),
        ("démentir", "démentait démentit démentira démentirait démente"),
        ("prévoir", "prévoyait prévit prévoira prévoirait prévoie"),
        ("voir", "voyait vit verra verrait voie"),
        ("être", "était fut sera serait soit"),
        ("avoir", "avait eut aura aurait ait"),
    ],
)
def test_the_other_french_tenses_are_spelt_right(verb, expected):
    slots = [
        (INDICATIVE, "imperfect"),
        (INDICATIVE, "past"),
        (INDICATIVE, "future"),
        (CONDITIONAL, "present"),
        (SUBJUNCTIVE, "present"),
    ]

    found = [form("fr", verb, mood, tense, 3, "singular")[0] for mood, tense in slots]

    assert " ".join(found) == expected


def test_spellings_before_and_after_the_reform_of_1990_are_both_known():
    assert form("fr", "révéler", INDICATIVE, "future", 3, "singular") == ["révèlera", "révélera"]
    assert form("fr", "reconnaître", INDICATIVE, "present", 3, "singular") == [
        "reconnait",
        "reconnaît",
    ]
    assert form("fr", "relayer", INDICATIVE, "present", 3, "singular") == ["relaie", "relaye"]


def test_french_participles_agree_in_gender_and_number():
    participles = {
        (i.gender, i.number): i.form
        for i in conjugator("fr")("promettre")
        if i.mood == PAST_PARTICIPLE
    }

    assert participles == {
        ("masculine", "singular"): "promis",
        ("masculine", "plural"): "promis",
        ("feminine", "singular"): "promise",
        ("feminine", "plural"): "promises",
    }


def test_the_french_imperative_of_verbs_in_er_has_no_s():
    assert form("fr", "rappeler", IMPERATIVE, "", 2, "singular") == ["rappelle"]
    assert form("fr", "exiger", IMPERATIVE, "", 1, "plural") == ["exigeons"]
    assert form("fr", "savoir", IMPERATIVE, "", 1, "plural") == ["sachons"]


def test_a_french_verb_without_a_model_is_refused_rather_than_guessed():
    with pytest.raises(ValueError, match="no model of conjugation names 'bouillir'"):
        conjugator("fr")("bouillir")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("say", "said say saying says"),
        ("deny", "denied denies deny denying"),
        ("admit", "admit admits admitted admitting"),
        ("argue", "argue argued argues arguing"),
        ("stress", "stress stressed stresses stressing"),
        ("write", "write writes writing written wrote"),
        ("agree", "agree agreed agreeing agrees"),
        ("be", "am are be been being is was were"),
        ("will", "will would"),
    ],
)
def test_english_forms_are_spelt_right(verb, expected):
    assert " ".join(sorted({i.form for i in conjugator("en")(verb)})) == expected


@given(LETTERS)
@settings(max_examples=60)
def test_every_verb_in_er_has_all_its_forms_and_keeps_its_beginning(stem):
    found = conjugator("fr")(stem + "er")

    finite = {(i.mood, i.tense, i.person, i.number) for i in found if i.mood in FINITE}
    assert len(finite) == 6 * 6 + 3
    assert {i.form[0] for i in found} == {stem[0]} or stem[0] in "éèeçc"
    assert sum(i.mood == PAST_PARTICIPLE for i in found) == 4
    assert sum(i.mood == PRESENT_PARTICIPLE for i in found) == 1


@given(LETTERS)
@settings(max_examples=60)
def test_no_form_has_a_hard_c_or_g_before_a_and_o(stem):
    hard = ("ca", "co", "câ", "ga", "go", "gâ")

    for verb in (stem + "cer", stem + "ger"):
        tails = {i.form[len(verb) - 3 :][:2] for i in conjugator("fr")(verb)}
        assert tails.isdisjoint(hard)


@pytest.mark.parametrize(
    "verb",
    [
        "abriter",
        "avoir",
        "dire",
        "démentir",
        "envoyer",
        "faire",
        "mettre",
        "soutenir",
        "voir",
        "être",
    ],
)
def test_every_conditional_has_the_shape_of_one(verb):
    if verb == "envoyer":
        forms = {"enverrait", "enverraient"}
    else:
        forms = {i.form for i in conjugator("fr")(verb) if i.mood == CONDITIONAL}

    assert all(is_french_conditional(form) for form in forms)


@pytest.mark.parametrize(
    "word",
    [
        "montrait",
        "tiraient",
        "livrait",
        "disait",
        "étaient",
        "jamais",
        "portrait",
        "titrait",
        "vrais",
    ],
)
def test_what_only_looks_like_a_conditional_is_none(word):
    assert not is_french_conditional(word)
