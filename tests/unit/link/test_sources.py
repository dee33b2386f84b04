"""Who a source phrase names, by its own words."""

import pytest

from kg.link import DefaultLinker
from kg.model import Document, DocumentId, SourceKind

LINKER = DefaultLinker()
WIKIDATA = "http://www.wikidata.org/entity/"


def source(written, names, lang, phrase, **fields):
    text = written(lang)
    text.line(f"[s:{phrase}] [c:a dit] [p:ceci ou cela].", **fields)
    return LINKER.link(text.document(), text.attributions, names).attributions[0].source


KNOWN = [
    ("fr", "le journal Business Insider", "outlet", "Q286707"),
    ("fr", "CNN", "outlet", "Q48340"),
    ("fr", "le Washington Post", "outlet", "Q166032"),
    ("en", "Reuters", "agency", "Q130879"),
    ("fr", "L'agence Yonhap", "agency", "Q333206"),
    ("fr", "Moscou", "state", "Q159"),
    ("en", "Pyongyang", "state", "Q423"),
    ("en", "the Kremlin", "state", "Q159"),
    ("fr", "le gouvernement français", "state", "Q142"),
    ("en", "the Russian government", "state", "Q159"),
    ("en", "the Times", "outlet", "Q50008"),
    ("fr", "Le Monde", "outlet", "Q12461"),
    ("fr", "le président russe Vladimir Poutine", "person", "Q7747"),
    ("en", "Russian Defence Minister Sergei Shoigu", "person", "Q32024"),
    ("fr", "un porte-parole du Kremlin", "state", "Q159"),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known[1])
def test_a_known_name_brings_its_kind_and_item(written, names, known):
    lang, phrase, kind, item = known

    found = source(written, names, lang, phrase)

    assert (str(found.kind), found.id) == (kind, WIKIDATA + item)


SAME = [
    ("fr", "les services de renseignement sud-coréens", "en", "South Korea's spy agency"),
    ("fr", "le ministère russe de la Défense", "en", "the Russian defence ministry"),
    ("fr", "un porte-parole de l'armée israélienne", "en", "the Israeli military"),
    ("fr", "Séoul", "en", "South Korea"),
]


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: pair[1])
def test_one_agent_has_one_identity_in_both_languages(written, names, pair):
    one, phrase, other, translated = pair

    first = source(written, names, one, phrase)
    second = source(written, names, other, translated)

    assert first.id == second.id
    assert first.kind == second.kind


SPEAKING = [
    ("en", "Russian Defence Minister Sergei Shoigu", "Russian defence ministry"),
    ("en", "Jane Quill, a spokeswoman for the International Atomic Energy Agency", "Atomic"),
    ("en", "NATO chief Jens Stoltenberg", "North Atlantic Treaty Organization"),
    ("fr", "Paul Verdier, porte-parole du ministère ukrainien de la Défense", "Ukrain"),
    ("en", "Ukraine's foreign minister", "Ukrain"),
]


@pytest.mark.parametrize(("lang", "phrase", "body"), SPEAKING)
def test_an_officer_speaks_for_the_body(written, names, lang, phrase, body):
    found = source(written, names, lang, phrase)

    assert found.kind is SourceKind.PERSON
    assert found.speaks_for is not None
    assert body.lower() in found.speaks_for.name.lower() or found.speaks_for.id is not None


UNNAMED = [
    ("fr", "Des rapports ukrainiens", "Ukraine"),
    ("en", "two senior US officials", "United States"),
    ("fr", "un responsable de l'ONU", "United Nations"),
    ("en", "a Russian general", "Russia"),
    ("fr", "des experts", None),
    ("en", "residents", None),
    ("en", "a report", None),
    ("fr", "une source proche du dossier", None),
    ("en", "a minister", None),
    ("en", "people familiar with the matter", None),
    ("en", "Villagers", None),
    ("en", "Local shepherds", None),
    ("en", "many Ukrainians", "Ukraine"),
    ("en", "Russian state media", "Russia"),
    ("en", "residents of Moscow", None),
    ("en", "officials in Moscow", "Russia"),
    ("en", "scientists at the University of Oslo", "University of Oslo"),
    ("fr", "De hauts responsables", None),
    ("fr", "chaque pays", None),
    ("fr", "leurs pays respectifs", None),
]


@pytest.mark.parametrize(("lang", "phrase", "affiliation"), UNNAMED)
def test_nobody_who_could_be_written_to_is_unnamed(written, names, lang, phrase, affiliation):
    found = source(written, names, lang, phrase)

    assert (found.kind, found.name) == (SourceKind.UNNAMED, None)
    assert (found.affiliation.name if found.affiliation else None) == affiliation
    assert found.id.startswith("urn:d/source/")


OFFICES = ["le préfet de la Marne", "le président russe", "le maire de Reims"]


@pytest.mark.parametrize("phrase", OFFICES)
def test_an_office_that_one_person_holds_is_a_person_without_a_name(written, names, phrase):
    found = source(written, names, "fr", phrase)

    assert (found.kind, found.name) == (SourceKind.PERSON, None)
    assert not found.id.startswith("urn:d/")


def test_an_office_without_its_place_is_known_in_one_document_only(written, names):
    found = source(written, names, "en", "the foreign minister")

    assert (found.kind, found.name) == (SourceKind.PERSON, None)
    assert found.id.startswith("urn:d/source/")


DOCUMENTS = [
    ("fr", "un rapport de l'ONU"),
    ("en", "a Greenpeace study"),
    ("fr", "la résolution 2397"),
    ("en", "the 2015 agreement"),
    ("en", "a study by the Norwegian Polar Institute"),
]


@pytest.mark.parametrize(("lang", "phrase"), DOCUMENTS)
def test_a_document_with_issuer_number_or_date_can_be_identified(written, names, lang, phrase):
    assert source(written, names, lang, phrase).kind is SourceKind.DOCUMENT


def test_a_report_is_part_of_its_issuer(written, names):
    text = written("fr")
    text.line("[s:Un rapport de l'ONU] [c:indique] que [p:la famine menace].")

    reading = LINKER.link(text.document(), text.attributions, names)
    report = next(a for a in reading.agents if a.kind is SourceKind.DOCUMENT)

    assert report.part_of == WIKIDATA + "Q1065"


PERSONS = [
    ("en", "John Smith, an analyst at RAND Corporation", "John Smith"),
    ("fr", "le maire de Kharkiv Ihor Terekhov", "Ihor Terekhov"),
    ("en", "Jane Doe of Amnesty International", "Jane Doe"),
    ("fr", "l'historienne Claire Aubin", "Claire Aubin"),
    ("fr", "Mme Aubin", "Aubin"),
    ("en", "J. D. Harrow", "J. D. Harrow"),
]


@pytest.mark.parametrize(("lang", "phrase", "name"), PERSONS)
def test_a_person_is_named_without_title_and_office(written, names, lang, phrase, name):
    found = source(written, names, lang, phrase)

    assert (found.kind, found.name) == (SourceKind.PERSON, name)


def test_namesakes_of_other_offices_are_two_persons(written, names):
    one = source(written, names, "en", "John Harrow, an analyst at RAND Corporation")
    other = source(written, names, "en", "John Harrow, a spokesman for the Pentagon")

    assert one.id != other.id


ORGANIZATIONS = [
    ("en", "the Marlow Institute for Public Health", "Marlow Institute for Public Health"),
    ("fr", "l'association Rivages Propres", "Rivages Propres"),
    ("en", "Acme Corp", "Acme Corp"),
    ("en", "the rights group Lanterns for Peace", "Lanterns for Peace"),
]


@pytest.mark.parametrize(("lang", "phrase", "name"), ORGANIZATIONS)
def test_an_unknown_organisation_gets_an_identity_of_the_installation(
    written, names, lang, phrase, name
):
    found = source(written, names, lang, phrase)

    assert (found.kind, found.name) == (SourceKind.ORGANIZATION, name)
    assert found.id == names.agent(SourceKind.ORGANIZATION, name)


def test_a_newspaper_that_nobody_knows_is_an_outlet_by_its_type_word(written, names):
    found = source(written, names, "fr", "le quotidien La Gazette du Val")

    assert (found.kind, found.name) == (SourceKind.OUTLET, "La Gazette du Val")


def test_a_source_that_is_not_there_is_unnamed_and_has_its_place(written, names):
    text = written("en")
    text.line("It [c:was reported] that [p:the bridge was gone].")

    found = LINKER.link(text.document(), text.attributions, names).attributions[0].source

    assert (found.kind, found.name, found.id) == (SourceKind.UNNAMED, None, "urn:d/source/3")


def test_the_state_of_a_body_is_its_side(written, names):
    text = written("fr")
    text.line("[s:Des rapports ukrainiens] [c:disent] que [p:le pont est détruit].")

    reading = LINKER.link(text.document(), text.attributions, names)
    reports = next(a for a in reading.agents if a.kind is SourceKind.UNNAMED)

    assert reports.side == WIKIDATA + "Q212"
    assert reports.name == "rapports ukrainiens"


def test_a_text_in_a_language_without_word_lists_is_linked(names, written):
    text = written("de")
    text.line("[s:Reuters] [c:meldet], [p:die Brücke sei zerstört].")

    found = LINKER.link(text.document(), text.attributions, names).attributions[0].source

    assert found.name == "Reuters"


def test_a_document_without_attributions_gives_an_empty_reading(names):
    document = Document(DocumentId("urn:d"), "d", "Rien.", "fr")

    assert LINKER.link(document, (), names).agents == ()


def test_a_mere_portfolio_is_another_body_in_another_document(written, names):
    found = []
    for name in ("d1", "d2"):
        text = written("en", name)
        text.line("[s:The interior ministry] [c:said] [p:the roads were safe].")
        reading = LINKER.link(text.document(), text.attributions, names)
        found.append(reading.attributions[0].source)

    assert {source.kind for source in found} == {SourceKind.BODY}
    assert len({source.id for source in found}) == 2


def test_one_worded_report_in_two_documents_is_two_reports_of_one_issuer(written, names):
    found = []
    for name in ("d1", "d2"):
        text = written("en", name)
        text.line("[s:A UN report] [c:says] [p:the famine spreads].")
        reading = LINKER.link(text.document(), text.attributions, names)
        found.append(next(a for a in reading.agents if a.kind is SourceKind.DOCUMENT))

    assert found[0].id != found[1].id
    assert found[0].part_of == found[1].part_of
