"""Which agents of different texts are one and the same."""

from itertools import permutations

import pytest

from kg.link import DefaultLinker
from kg.link.gazetteer import gazetteer
from kg.link.namesakes import Sighting, resolutions, sightings
from kg.model import Agent, ResolutionMethod, SourceId, SourceKind


def agent(id_, name, kind="person", **facts):
    return Agent(SourceId(f"urn:agent/{id_}"), SourceKind(kind), name, **facts)


def seen(id_, name, *beside, kind="person", lang="en", **facts):
    return Sighting(agent(id_, name, kind, **facts), lang, beside)


def united(*sighted, publishers=()):
    known = {publisher.id: publisher for publisher in publishers}
    found = resolutions(sighted, known, gazetteer())
    return [
        (r.agent[10:], r.same_as[10:], r.method.value, r.confidence)
        for r in sorted(found, key=lambda r: (r.agent, r.same_as))
    ]


# ---- outlets


COURIER = agent("courier", "The Quay Courier", "outlet", names=(("fr", "Courrier du Quai"),))


@pytest.mark.parametrize("name", ["Quay Courier", "le Courrier du Quai", "THE QUAY COURIER"])
@pytest.mark.parametrize("kind", ["outlet", "organization", "person"])
def test_a_paper_is_known_by_the_name_of_a_publisher(name, kind):
    found = united(seen("x", name, kind=kind), publishers=[COURIER])

    assert found == [("x", "courier", "publisher", 0.9)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Quay Lantern", "outlet"),
        ("The Quay Courier", "state"),
        ("The Quay Courier", "unnamed"),
        ("The Quay Courier", "document"),
    ],
)
def test_no_other_name_and_no_state_or_stranger_is_a_paper(name, kind):
    assert united(seen("x", name, kind=kind), publishers=[COURIER]) == []


def test_two_publishers_of_one_name_stay_two():
    other = agent("other", "Quay Courier", "outlet")
    sighted = [seen("courier", "The Quay Courier", kind="outlet")]

    assert united(*sighted, publishers=[COURIER, other]) == []


# ---- persons


def test_one_name_in_one_body_is_one_person():
    one = seen("a", "Odile Frémont", part_of=SourceId("urn:agent/centre"))
    other = seen("b", "Odile Fremont", part_of=SourceId("urn:agent/centre"), lang="fr")

    assert united(one, other) == [("b", "a", "role", 0.8)]


def test_one_office_in_the_words_of_two_languages_is_one_person():
    one = seen("a", "Odile Frémont", ", who heads the basin agency")
    other = seen("b", "Odile Frémont", ", directrice de l'agence du bassin", lang="fr")

    assert united(one, other) == [("b", "a", "role", 0.6)]


def test_one_affiliation_beside_the_name_is_one_person():
    one = seen("a", "Odile Frémont", "surgeon of the Vardane clinic sat down")
    other = seen("b", "Odile Frémont", "twice in Vardane lost an election")

    assert united(one, other) == [("b", "a", "role", 0.6)]


def test_the_state_told_by_a_demonym_is_an_affiliation():
    one = seen("a", "Odile Frémont", "the Turkmen surgeon")
    other = seen("b", "Odile Frémont", ", ministre du Turkménistan", lang="fr")

    assert united(one, other) == [("b", "a", "role", 0.6)]


def test_a_name_alone_makes_a_candidate_that_unites_nothing():
    one = seen("a", "Odile Frémont", "the goalkeeper saved a penalty")
    other = seen("b", "Odile Frémont", ", who presides the court of audit")

    assert united(one, other) == [("b", "a", "role", 0.4)]
    assert united(seen("a", "Odile Frémont"), seen("b", "Odile Frémont")) == [
        ("b", "a", "role", 0.4)
    ]


def test_persons_of_two_sides_are_two():
    sides = [SourceId("urn:agent/north"), SourceId("urn:agent/south")]
    words = ", who heads the basin agency"
    one, other = (seen(n, "Odile Frémont", words, side=s) for n, s in zip("ab", sides, strict=True))

    assert united(one, other) == []
    assert united(one, seen("c", "Odile Frémont", words)) == [("c", "a", "role", 0.6)]


@pytest.mark.parametrize("pair", [("Odile", "Odile"), ("Odile Frémont", "Odile Ferrand")])
def test_a_given_name_or_another_name_tells_nothing(pair):
    assert united(*(seen(id_, name) for id_, name in zip("ab", pair, strict=True))) == []


def test_words_are_gathered_over_all_documents_in_any_order():
    sighted = [
        seen("a", "Odile Frémont", "the singer"),
        seen("b", "Odile Frémont", ", directrice de l'agence du bassin", lang="fr"),
        seen("a", "Odile Frémont", ", who heads the basin agency"),
    ]

    assert {tuple(united(*order)) for order in permutations(sighted)} == {
        (("b", "a", "role", 0.6),)
    }


# ---- organisations


def test_one_name_of_two_kinds_is_one_organisation():
    one = seen("a", "Vardane Institute", kind="organization")
    other = seen("b", "the Vardane Institute", kind="body")

    assert united(one, other) == [("b", "a", "name", 0.8)]


def test_a_name_and_its_translation_are_one_organisation():
    one = seen("a", "Kaldnes Observatory", kind="body")
    other = seen("b", "observatoire de Kaldnes", kind="body", lang="fr")
    third = seen("c", "ministère de Kaldnes", kind="body", lang="fr")

    assert united(one, other, third) == [("b", "a", "name", 0.6)]


def test_names_that_share_a_word_in_one_language_are_two():
    one = seen("a", "Kaldnes Observatory", kind="body")
    other = seen("b", "Kaldnes Station", kind="body")

    assert united(one, other) == []


def test_what_the_gazetteer_knows_is_not_united_by_name():
    reuters = gazetteer().find("Reuters", "en")[0].agent
    sighted = [
        Sighting(reuters, "en"),
        seen("x", "Reuters", kind="organization"),
    ]

    assert united(*sighted) == []


def test_what_is_known_in_one_document_only_is_not_united_by_name():
    one = seen("a", "the Interior Ministry", kind="body")
    other = Sighting(
        Agent(SourceId("urn:d/source/12"), SourceKind.BODY, "the Interior Ministry"), "en"
    )

    assert united(one, other) == []


# ---- all of it


def test_of_two_findings_on_one_pair_the_surer_is_kept():
    one = seen("courier", "The Quay Courier", kind="outlet")
    other = seen("x", "Quay Courier", kind="organization")

    assert united(one, other, publishers=[COURIER]) == [("x", "courier", "publisher", 0.9)]


def test_findings_are_sorted_and_hold_each_pair_once():
    sighted = [seen(id_, "Odile Frémont") for id_ in "dcba"]

    found = resolutions(sighted, {}, gazetteer())

    pairs = [(r.agent, r.same_as) for r in found]
    assert pairs == sorted(set(pairs))
    assert len(pairs) == 6
    assert {r.method for r in found} == {ResolutionMethod.ROLE}


def test_nobody_seen_is_nobody_united():
    assert united() == []


# ---- what one document shows


def test_words_beside_a_full_name_are_noted_within_its_line(written, names):
    text = written("en")
    text.line("[s:Odile Frémont, head of the basin agency], [c:said] that [p:the dyke was old].")
    text.line("On Monday at noon the head of it all Odile Frémont left.")
    reading = DefaultLinker().link(text.document(), text.attributions[:1], names)

    (odile,) = (s for s in sightings(reading) if s.agent.name == "Odile Frémont")

    assert odile.beside == (
        ", head of the basin agency, said that the dyke was old.",
        "the head of it all  left.",
    )
    assert odile.lang == "en"


def test_nothing_is_noted_beside_what_is_no_person(written, names):
    text = written("en")
    text.line("[s:Reuters] [c:said] that [p:the dyke was old].")
    reading = DefaultLinker().link(text.document(), text.attributions, names)

    assert [(s.agent.name, s.beside) for s in sightings(reading) if s.agent.kind == "agency"] == [
        ("Reuters", ())
    ]
