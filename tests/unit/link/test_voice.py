"""Who speaks when the document itself speaks."""

from kg.link import DefaultLinker
from kg.model import SourceKind

LINKER = DefaultLinker()
WIKIDATA = "http://www.wikidata.org/entity/"


def voice(written, names, **fields):
    text = written("fr")
    text.line("Le pont est détruit.")
    reading = LINKER.link(text.document(**fields), text.attributions, names)
    return reading.attributions[0].source, reading


def test_own_voice_is_the_publishers(written, names):
    found, _ = voice(written, names, publisher="Le Figaro")

    assert (found.kind, found.name) == (SourceKind.OWN_VOICE, "Le Figaro")
    assert found.id == WIKIDATA + "Q216047"


def test_the_publisher_is_found_by_the_address(written, names):
    found, _ = voice(written, names, url="https://www.lefigaro.fr/international/1")

    assert found.id == WIKIDATA + "Q216047"


def test_an_unknown_publisher_gets_an_identity_of_the_installation(written, names):
    found, reading = voice(written, names, publisher="La Feuille du Val", url="https://f.example/")

    assert found.id == names.agent(SourceKind.OUTLET, "Feuille du Val")
    assert [agent.kind for agent in reading.agents] == [SourceKind.OUTLET]


def test_credited_text_is_the_agencys_and_the_publisher_is_kept(written, names):
    found, reading = voice(written, names, publisher="Le Figaro", credited_to="AFP")

    assert found.id == WIKIDATA + "Q40464"
    assert {WIKIDATA + "Q40464", WIKIDATA + "Q216047"} <= {agent.id for agent in reading.agents}


def test_without_a_publisher_the_document_stands_for_itself(written, names):
    found, reading = voice(written, names)

    assert (found.id, found.name) == ("urn:d", None)
    assert [agent.id for agent in reading.agents] == ["urn:d"]


def test_publisher_and_agency_are_agents_even_where_all_is_attributed(written, names):
    text = written("fr")
    text.line("[s:Moscou] [c:affirme] que [p:le pont est détruit].")

    reading = LINKER.link(
        text.document(publisher="Le Figaro", credited_to="AFP"), text.attributions, names
    )

    assert {WIKIDATA + "Q40464", WIKIDATA + "Q216047"} <= {agent.id for agent in reading.agents}
