"""The linker as a whole: completeness, determinism, independence of the names used."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link import DefaultLinker
from kg.model import Names, SourceKind
from kg.plugins import find

LINKER = DefaultLinker()
NAMES = Names()

PHRASES = st.sampled_from(
    [
        ("fr", "Moscou"),
        ("fr", "le journal Business Insider"),
        ("fr", "des experts"),
        ("fr", "il"),
        ("fr", "l'agence"),
        ("fr", "un porte-parole du ministère russe de la Défense"),
        ("fr", "Claire Aubin, historienne à l'université de Reims"),
        ("fr", "un rapport de l'ONU"),
        ("fr", "le préfet de la Marne"),
        ("fr", "?"),
        ("fr", "d'"),
        ("fr", "«"),
    ]
)


def reading_of(written, phrases, stray=""):
    text = written("fr")
    for _, phrase in phrases:
        text.line(f"[s:{phrase}] [c:dit] que [p:le pont est détruit{stray}].")
    text.line("Le pont enjambe le fleuve.")
    return LINKER.link(text.document(), text.attributions, NAMES)


@settings(max_examples=60, deadline=None)
@given(phrases=st.lists(PHRASES, min_size=1, max_size=6))
def test_every_identity_that_appears_has_its_agent(written, phrases):
    reading = reading_of(written, phrases)

    listed = [agent.id for agent in reading.agents]
    parties = {
        party.id
        for a in reading.attributions
        for party in (a.source.speaks_for, a.source.affiliation)
        if party
    }
    beside = {id_ for agent in reading.agents for id_ in (agent.side, agent.part_of) if id_}
    assert listed == sorted(set(listed))
    assert {a.source.id for a in reading.attributions} | parties | beside <= set(listed)


@settings(max_examples=60, deadline=None)
@given(phrases=st.lists(PHRASES, min_size=1, max_size=6))
def test_linking_is_repeatable_and_linking_again_changes_nothing(written, phrases):
    once = reading_of(written, phrases)

    again = LINKER.link(once.document, once.attributions, NAMES)

    assert reading_of(written, phrases) == once
    assert again == once


@settings(max_examples=60, deadline=None)
@given(stray=st.text(max_size=20).filter(lambda s: not set(s) & set("[]")))
def test_no_text_breaks_the_linker(written, stray):
    reading = reading_of(written, [("fr", "Moscou")], stray)

    assert reading.attributions[0].source.kind is SourceKind.STATE


def test_only_source_fields_of_an_attribution_change(written):
    text = written("fr")
    text.line("[s:Moscou] [c:dit] que [p:le pont est détruit].")

    reading = LINKER.link(text.document(), text.attributions, NAMES)

    assert (
        replace(reading.attributions[0], source=text.attributions[0].source)
        == (text.attributions[0])
    )


def test_the_default_linker_is_found_by_name():
    assert find("linker", "default") is DefaultLinker


# Names of one kind, to be put for each other.
CASTS = [
    {
        "OUTLET": "Newsweek",
        "AGENCY": "Reuters",
        "STATE": "la Russie",
        "CAPITAL": "Moscou",
        "OTHERCAP": "Pyongyang",
        "PEOPLE": "ukrainiens",
        "SPIES": "sud-coréens",
        "LEADER": "Vladimir Poutine",
        "SURNAME": "Poutine",
    },
    {
        "OUTLET": "Le Monde",
        "AGENCY": "l'AFP",
        "STATE": "la Chine",
        "CAPITAL": "Pékin",
        "OTHERCAP": "Ankara",
        "PEOPLE": "polonais",
        "SPIES": "norvégiens",
        "LEADER": "Emmanuel Macron",
        "SURNAME": "Macron",
    },
    {
        "OUTLET": "El País",
        "AGENCY": "Interfax",
        "STATE": "la Turquie",
        "CAPITAL": "Londres",
        "OTHERCAP": "Tokyo",
        "PEOPLE": "iraniens",
        "SPIES": "japonais",
        "LEADER": "Olaf Scholz",
        "SURNAME": "Scholz",
    },
]
STORY = """\
[s:{OUTLET}] [c:rapporte] que [p:{STATE} a vendu des radars].
[s:Des rapports {PEOPLE}] [c:affirment] que [p:le hangar abritait des chars].
Bien que [s:{CAPITAL}] [c:nie] [p:l'existence d'un contrat].
[s:{OTHERCAP}] [c:nie] aussi [p:l'existence d'un contrat].
Selon [s:{AGENCY}], [p:le port est fermé].
[s:les services de renseignement {SPIES}] [c:affirment] que [p:les usines tournent].
Le président {LEADER} a reçu des élus.
[s:{SURNAME}] [c:a promis] [p:une réponse].
[p:Elle viendra], [c:a]-t-[s:il] [c:dit].
"""


def shape(written, cast):
    text = written("fr")
    for line in STORY.format(**cast).splitlines():
        text.line(line)
    reading = LINKER.link(text.document(), text.attributions, NAMES)
    sources = [a.source for a in reading.attributions]
    order = {}
    return [
        (s.kind, s.name is None, s.affiliation is None, order.setdefault(s.id, len(order)))
        for s in sources
    ], [(c.restates, order.setdefault(c.claim, len(order))) for c in reading.conveyances]


@pytest.mark.parametrize("cast", CASTS[1:], ids=["second cast", "third cast"])
def test_other_names_of_the_same_kinds_give_the_same_structure(written, cast):
    assert shape(written, cast) == shape(written, CASTS[0])
