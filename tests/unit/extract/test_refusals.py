"""What is kept back is one act: its whole refusal is the cue, and its stance is to decline."""

import pytest


@pytest.mark.parametrize(
    ("lang", "text", "cue", "content"),
    [
        ("en", "The firm declined to discuss the case.", "declined to discuss", "the case"),
        ("en", "The firm has yet to confirm the deal.", "has yet to confirm", "the deal"),
        (
            "en",
            "The army was unable to establish whether the ward existed.",
            "was unable to establish",
            "whether the ward existed",
        ),
        (
            "en",
            "The minister stopped short of saying that he lied.",
            "stopped short of saying",
            "he lied",
        ),
        (
            "en",
            "The agency neither confirmed nor denied the report.",
            "neither confirmed nor denied",
            "the report",
        ),
        (
            "fr",
            "Le ministère n'a pas souhaité préciser combien de temps cela durerait.",
            "n'a pas souhaité préciser",
            "combien de temps cela durerait",
        ),
        (
            "fr",
            "La police a refusé d'indiquer qui avait signé.",
            "a refusé d'indiquer",
            "qui avait signé",
        ),
        (
            "fr",
            "Les experts se gardent bien d'affirmer que la méthode marche.",
            "se gardent bien d'affirmer",
            "la méthode marche",
        ),
        (
            "fr",
            "L'armée n'a ni confirmé ni démenti l'existence de la note.",
            "n'a ni confirmé ni démenti",
            "l'existence de la note",
        ),
    ],
)
def test_a_refusal_is_one_act_that_declines(attributed, lang, text, cue, content):
    (found,) = attributed(text, lang)

    assert (found.cue, found.content) == (cue, content)
    assert found.attribution.stance == "declines"


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("en", "The firm wants to discuss the case, it said.", "asserts"),
        ("en", "The mayor denied having seen the letter.", "denies"),
        ("fr", "Le maire souhaite préciser que rien n'est signé.", "asserts"),
    ],
)
def test_what_is_not_kept_back_is_no_refusal(attributed, lang, text, stance):
    assert stance in {str(found.attribution.stance) for found in attributed(text, lang)}
