"""The situations once more, told in sentences and read by what ships, in both languages."""

import pytest

from kg.answers import Policy, dossier
from kg.model import SEEDS_BASE, Document, Folding, Names

NAMES = Names(SEEDS_BASE)
SAID = {"en": "the depot burned down overnight", "fr": "le dépôt a brûlé dans la nuit"}
PAPERS = {"en": ("The Guardian", "The Independent", "BBC"), "fr": ("Le Monde", "Libération", "RFI")}

INTERVIEWS = {
    "en": [
        "Sergei Lavrov, the Russian foreign minister, said that {p}.",
        "According to Sergei Lavrov, {p}.",
        "“{P},” Sergei Lavrov told reporters.",
    ],
    "fr": [
        "Sergueï Lavrov, ministre russe des Affaires étrangères, a déclaré que {p}.",
        "Selon Sergueï Lavrov, {p}.",
        "« {P} », a affirmé Sergueï Lavrov.",
    ],
}
LEAK = {
    "en": ["People familiar with the matter said that {p}."] * 2,
    "fr": ["Selon des sources proches du dossier, {p}."] * 2,
}
MINISTRY = {
    "en": [
        """Igor Konashenkov, a spokesman for the Russian defence ministry, said that {p}.
        The Russian defence ministry confirmed that {p}."""
    ],
    "fr": [
        """Igor Konachenkov, porte-parole du ministère russe de la Défense, a affirmé que {p}.
        Le ministère russe de la Défense a confirmé que {p}."""
    ],
}
STATE = {
    "en": [MINISTRY["en"][0] + " Moscow says that {p}."],
    "fr": [MINISTRY["fr"][0] + " Moscou affirme que {p}."],
}
JOINT = {
    "en": ["Seoul and Washington said in a joint statement that {p}."],
    "fr": ["Séoul et Washington affirment dans un communiqué commun que {p}."],
}
REPORT = {
    "en": ["The IAEA said that {p}. A report by the IAEA says that {p}."],
    "fr": ["L'AIEA affirme que {p}. Un rapport de l'AIEA indique que {p}."],
}
REPORT_ON_REPORT = {
    "en": ["A UN report, citing a SIPRI report, says that {p}."],
    "fr": ["Selon l'ONU, citant un rapport du SIPRI, {p}."],
}
DENIED_SAYING = {
    "en": ["The Kremlin denied that Washington said that {p}."],
    "fr": ["Le Kremlin a nié que Washington ait dit que {p}."],
}
DISOWNED = {
    "en": ["The Kremlin said that {p}.", "The Kremlin denied saying that {p}."],
    "fr": ["Le Kremlin a affirmé que {p}.", "Le Kremlin nie avoir dit que {p}."],
}
OWN_VOICE = {"en": ["{P}."] * 2, "fr": ["{P}."] * 2}
RELAYED = {
    "en": [
        "CNN reported that the Pentagon said that {p}. CNN reported that the IAEA said that {p}.",
        "CNN reports that the Kremlin said that {p}.",
    ],
    "fr": [
        "CNN rapporte que le Pentagone affirme que {p}. CNN rapporte que l'AIEA affirme que {p}.",
        "CNN rapporte que le Kremlin affirme que {p}.",
    ],
}
DECLINED = {
    "en": ["The Pentagon declined to confirm that {p}."],
    "fr": ["Le Pentagone a refusé de confirmer que {p}."],
}


@pytest.fixture(scope="module", params=["en", "fr"])
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def traced(read, lang):
    """The dossier of what the texts say, one paper and one day each."""

    def answer(texts, **policy):
        said = SAID[lang]
        readings = []
        for n, (paper, text) in enumerate(zip(PAPERS[lang], texts[lang], strict=False)):
            told = " ".join(text.split()).format(p=said, P=said[0].upper() + said[1:])
            day = f"2024-03-0{n + 1}"
            id_ = NAMES.document(told, publisher=paper, published=day)
            document = Document(id_, f"d{n}", told, lang, publisher=paper, published=day)
            readings.append(read(document))
        relations = [relation for reading in readings for relation in reading.relations]
        return dossier(readings, [_claim(readings, said)], relations, Policy(**policy))

    return answer


def _claim(readings, said):
    """The claim whose wording is ``said``."""
    (claim,) = {
        claim
        for reading in readings
        for a in reading.attributions
        for claim in reading.claims_of(a.id)
        if reading.document.quotes(a.content).casefold().strip(".") == said
    }
    return claim


def bounds(found):
    return found.origins.interval.lower, found.origins.interval.upper


@pytest.mark.parametrize(
    ("texts", "origins"),
    [
        pytest.param(INTERVIEWS, (1, 1), id="one official, three interviews"),
        pytest.param(LEAK, (1, 2), id="a leak to two papers"),
        pytest.param(MINISTRY, (1, 1), id="a spokesman and his ministry"),
        pytest.param(STATE, (1, 2), id="and the state beside them"),
        pytest.param(JOINT, (1, 2), id="a joint statement"),
        pytest.param(REPORT, (1, 1), id="a body and its report"),
        pytest.param(REPORT_ON_REPORT, (1, 1), id="a report that cites a report"),
        pytest.param(DENIED_SAYING, (0, 0), id="X denied that Y said it"),
        pytest.param(DISOWNED, (1, 1), id="X denies having said it"),
        pytest.param(OWN_VOICE, (1, 2), id="own voice of two outlets"),
        pytest.param(RELAYED, (3, 3), id="three officials through one outlet"),
        pytest.param(DECLINED, (0, 0), id="no comment"),
    ],
)
def test_distinct_origins(traced, texts, origins):
    assert bounds(traced(texts)) == origins


@pytest.mark.parametrize(
    ("texts", "separate", "through"),
    [
        pytest.param(INTERVIEWS, 1, ["Sergey Lavrov"], id="one official"),
        pytest.param(LEAK, 2, [], id="a leak to two papers"),
        pytest.param(RELAYED, 1, ["CNN"], id="one outlet"),
    ],
)
def test_separate_ways(traced, texts, separate, through):
    found = traced(texts, fold=Folding.NONE)
    agents = found.graph.agents

    assert found.transmission.separate == separate
    assert [agents[source].name for source in found.transmission.bottlenecks] == through


@pytest.mark.parametrize(
    ("texts", "statuses", "depths"),
    [
        pytest.param(REPORT_ON_REPORT, {"named"}, {2}, id="a report that cites a report"),
        pytest.param(DISOWNED, {"disowned"}, {1}, id="X denies having said it"),
        pytest.param(OWN_VOICE, {"unsourced"}, {0}, id="own voice"),
        pytest.param(RELAYED, {"named"}, {2}, id="three officials through one outlet"),
    ],
)
def test_how_the_chains_end(traced, texts, statuses, depths):
    chains = traced(texts).chains

    assert {chain.status for chain in chains} == statuses
    assert {chain.depth for chain in chains} == depths


@pytest.mark.parametrize("texts", [DENIED_SAYING, DECLINED], ids=["of a saying", "no comment"])
def test_what_is_no_denial_of_the_claim(traced, texts):
    found = traced(texts)

    assert found.status == "unaddressed"
    assert found.denials == ()
