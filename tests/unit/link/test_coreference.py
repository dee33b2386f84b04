"""References back inside one document: pronouns, definite nominals, short names."""

import pytest

from kg.link import DefaultLinker
from kg.link.background import sentence_starts
from kg.model import SourceKind

LINKER = DefaultLinker()


def sources(written, names, lang, lines):
    text = written(lang)
    for line in lines:
        text.line(line)
    reading = LINKER.link(text.document(), text.attributions, names)
    return [a.source for a in reading.attributions if not a.is_own_voice]


SAME = [
    (
        "fr",
        "Vladimir Poutine",
        [
            "Le président russe Vladimir Poutine a reçu des journalistes à Moscou.",
            "[s:Vladimir Poutine] [c:a affirmé] que [p:la récolte serait bonne].",
            "« [p:Nous exporterons du blé] », [c:a]-t-[s:il] [c:ajouté].",
        ],
    ),
    (
        "en",
        "a named person and she",
        [
            "[s:Sarah Jones, an analyst at Rand Europe,] [c:said] [p:prices would rise].",
            "The market closed early.",
            '"[p:We expect a hard winter]," [s:she] [c:said].',
        ],
    ),
    (
        "en",
        "the agency",
        [
            "[s:The news agency Yonhap] [c:reported] that [p:a ship had left the port].",
            "The port lies in the south.",
            "[p:The ship carried grain], [s:the agency] [c:added].",
        ],
    ),
    (
        "fr",
        "l'agence et elle",
        [
            "Selon [s:l'agence Yonhap], [p:un navire a quitté le port].",
            "[p:Il transportait du blé], [c:a précisé] [s:l'agence].",
            "[p:L'équipage est sauf], [c:ajoute]-t-[s:elle].",
        ],
    ),
    (
        "fr",
        "le quotidien",
        [
            "[s:Le Figaro] [c:rapporte] que [p:la ligne sera fermée].",
            "[s:Le quotidien] [c:précise] que [p:les travaux dureront un an].",
        ],
    ),
    (
        "en",
        "the newspaper and it",
        [
            "[s:The Washington Post] [c:reported] that [p:the line would close].",
            "[s:The newspaper] [c:said] [p:work would take a year].",
            "[s:It] [c:added] that [p:trains would stop in May].",
        ],
    ),
    (
        "fr",
        "le ministère",
        [
            "[s:Le ministère ukrainien de la Défense] [c:affirme] que [p:le pont est détruit].",
            "[s:Le ministère] [c:ajoute] que [p:le fleuve est infranchissable].",
        ],
    ),
    (
        "en",
        "an unnamed official and he",
        [
            "[s:A senior Ukrainian official] [c:said] [p:the bridge was gone].",
            "[p:The river cannot be crossed], [s:the official] [c:added].",
            "[p:Nobody is there], [s:he] [c:said].",
        ],
    ),
    (
        "fr",
        "des experts, ces experts, ils",
        [
            "[s:Deux experts indépendants] [c:estiment] que [p:le barrage cédera].",
            "[s:Ces experts] [c:craignent] [p:une crue].",
            "[p:Le lac est plein], [c:disent]-[s:ils].",
        ],
    ),
    (
        "en",
        "short name after a full name",
        [
            "Paul Whitcombe, the head of Aldermoor Steel, met reporters on Monday.",
            "[s:Whitcombe] [c:said] [p:the plant would close].",
            "[p:It is old], [s:Mr Whitcombe] [c:said].",
        ],
    ),
    (
        "en",
        "a ministry spokesman speaks for the ministry named before",
        [
            "[s:The Ukrainian defence ministry] [c:said] [p:the bridge was gone].",
            "[p:The river cannot be crossed], [c:said] [s:a ministry spokesman].",
        ],
    ),
    (
        "fr",
        "un porte-parole du ministère, puis le porte-parole",
        [
            "[s:Le ministère ukrainien de la Défense] [c:affirme] que [p:le pont est détruit].",
            "[p:Le fleuve est haut], [c:dit] [s:un porte-parole du ministère].",
            "[p:Il montera encore], [c:ajoute] [s:le porte-parole].",
        ],
    ),
    (
        "en",
        "an acronym after the full name",
        [
            "[s:The Marlow Institute for Public Health (MIPH)] [c:said] [p:cases had doubled].",
            "[p:They will double again], [s:the MIPH] [c:said].",
        ],
    ),
    (
        "en",
        "villagers and they",
        [
            "[s:Villagers] [c:said] [p:the dam leaked].",
            "[s:They] [c:said] [p:it had leaked since March].",
        ],
    ),
]


@pytest.mark.parametrize(("lang", "lines"), [pytest.param(a, c, id=b) for a, b, c in SAME])
def test_mentions_of_one_source_get_one_identity(written, names, lang, lines):
    found = sources(written, names, lang, lines)

    assert len({source.id for source in found}) == 1


DIFFERENT = [
    (
        "en",
        "an unnamed source is not the named one before it",
        [
            "[s:John Miller, a US official,] [c:said] [p:the talks had failed].",
            "[s:A second official] [c:said] [p:they would go on].",
        ],
    ),
    (
        "en",
        "she is not the man before her",
        [
            "[s:Robert Hale, an engineer at Corbel Group,] [c:said] [p:the dam would hold].",
            "[p:It will not], [s:she] [c:said].",
        ],
    ),
    (
        "fr",
        "elle n'est pas le ministère",
        [
            "[s:Le ministère ukrainien de la Défense] [c:affirme] que [p:le pont est détruit].",
            "[p:Le fleuve est haut], [c:dit]-[s:elle].",
        ],
    ),
    (
        "en",
        "two groups of officials",
        [
            "[s:Ukrainian officials] [c:said] [p:the bridge was gone].",
            "[s:Russian officials] [c:said] [p:the bridge was standing].",
        ],
    ),
    (
        "fr",
        "des sources puis d'autres sources",
        [
            "[s:Des sources policières] [c:indiquent] que [p:le suspect est en fuite].",
            "[s:D'autres sources] [c:indiquent] que [p:le suspect est mort].",
        ],
    ),
]


@pytest.mark.parametrize(("lang", "lines"), [pytest.param(a, c, id=b) for a, b, c in DIFFERENT])
def test_mentions_of_two_sources_stay_two(written, names, lang, lines):
    found = sources(written, names, lang, lines)

    assert len({source.id for source in found}) == len(found)


def test_nobody_mentioned_in_the_content_itself_is_its_speaker(written, names):
    found = sources(
        written,
        names,
        "en",
        [
            "[s:Anna Kovacs, a lawyer at Bright Legal Group,] [c:said] [p:the case was weak].",
            '"[p:Laura Brown will win]," [s:she] [c:said].',
        ],
    )

    assert [source.name for source in found] == ["Anna Kovacs", "Anna Kovacs"]


def test_a_pronoun_without_antecedent_stays_unresolved(written, names):
    (found,) = sources(written, names, "en", ["[s:He] [c:said] [p:the case was weak]."])

    assert (found.kind, found.name) == (SourceKind.PERSON, None)


def test_a_pronoun_does_not_reach_far_back(written, names):
    found = sources(
        written,
        names,
        "en",
        [
            "[s:Robert Hale, an engineer at Corbel Group,] [c:said] [p:the dam would hold].",
            *["Rain fell on the valley."] * 6,
            "[p:It will], [s:he] [c:said].",
        ],
    )

    assert found[1].name is None


def test_the_last_speaker_is_preferred_to_a_name_met_later(written, names):
    found = sources(
        written,
        names,
        "en",
        [
            "[s:Robert Hale, an engineer at Corbel Group,] [c:said] [p:the dam would hold].",
            "The village had asked James Ford for help in May.",
            "[p:It will stand], [s:he] [c:said].",
        ],
    )

    assert found[1].name == "Robert Hale"


def test_sentences_start_after_stops_but_not_after_initials():
    text = "M. Dupont est parti. J. Martin reste.\nFin"

    assert [text[start:][:4] for start in sentence_starts(text)] == ["M. D", "J. M", "Fin"]


@pytest.mark.parametrize(
    ("noun", "taken_up"), [("The union", False), ("The company", True), ("The observatory", False)]
)
def test_only_a_noun_that_fits_takes_up_an_organisation(written, names, noun, taken_up):
    lines = ["[s:Dunmore Holdings] [c:said] [p:sales rose].", f"[s:{noun}] [c:denies] [p:a loss]."]

    first, second = sources(written, names, "en", lines)

    assert (first.id == second.id) is taken_up
