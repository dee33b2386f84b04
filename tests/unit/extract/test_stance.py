import pytest

from kg.model import Form, Stance, WriterCertainty

CASES = [
    ("fr", "Moscou nie que le pont soit tombé.", "denies", "neutral"),
    ("fr", "Le Kremlin n'a pas confirmé que les troupes partaient.", "declines", "neutral"),
    ("fr", "Le maire a demandé si l'école rouvrirait.", "questions", "neutral"),
    ("fr", "Selon Le Temps, Rome aurait livré des armes.", "asserts", "distanced"),
    ("fr", "Selon Le Temps, Rome a livré des armes.", "asserts", "neutral"),
    ("fr", "Rome a annoncé que Milan enverrait des armes.", "asserts", "neutral"),
    ("fr", "Tel que le confirme Le Temps, Rome a livré des armes.", "confirms", "committed"),
    ("fr", "Rome prétend que Milan a livré des armes.", "asserts", "distanced"),
    ("en", "The army denied that it had fired.", "denies", "neutral"),
    ("en", "Police have not confirmed that he died.", "declines", "neutral"),
    ("en", "He asked whether the bridge was safe.", "questions", "neutral"),
    ("en", "The UN urged both sides to stop the fighting.", "demands", "neutral"),
    ("en", "Kim promised to send food.", "commits", "neutral"),
    ("en", "Officials warned that the dam would burst.", "predicts", "neutral"),
    ("en", "Iran claimed that the ship had sunk.", "asserts", "distanced"),
]


@pytest.mark.parametrize(("lang", "text", "stance", "certainty"), CASES)
def test_stance_is_the_sources_and_certainty_the_writers(attributed, lang, text, stance, certainty):
    (found,) = attributed(text, lang)

    assert found.attribution.stance == Stance(stance)
    assert found.attribution.writer_certainty == WriterCertainty(certainty)


def test_a_denial_in_a_concessive_clause_is_set_against_what_it_follows(attributed):
    text = "Selon Le Temps, Rome a livré des armes, bien que Milan et Turin nient tout commerce."

    told, *denials = attributed(text, "fr")

    assert [d.source for d in denials] == ["Milan", "Turin"]
    assert {d.attribution.set_against for d in denials} == {told.attribution.id}
    assert {d.attribution.nested_in for d in denials} == {None}
    assert all(d.attribution.alternatives for d in denials)


def test_taking_back_denies_and_retracts(attributed):
    found = attributed("The ministry retracted its claim that the ship had sunk.", "en")

    assert found[0].attribution.stance is Stance.DENIES
    assert found[0].attribution.retracts


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Il a dit : « Nous ne céderons pas. »", Form.DIRECT),
        ("Il a dit que le pont était « en ruine ».", Form.MIXED),
        ("Il a dit que le pont était en ruine.", Form.INDIRECT),
    ],
)
def test_form_is_the_share_in_quotation_marks(attributed, text, form):
    (found,) = attributed(text, "fr")

    assert found.attribution.form is form


def test_words_of_first_hand_evidence_are_kept(attributed):
    (seen,) = attributed("Le pont est détruit, a déclaré un témoin oculaire.", "fr")
    (heard,) = attributed("Le pont est détruit, a déclaré un voisin.", "fr")

    assert seen.attribution.evidential == "witnessed"
    assert heard.attribution.evidential is None
