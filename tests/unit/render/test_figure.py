"""The diagram as SVG: well-formed, complete, readable, the same every time."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from kg.render.figure import figure

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return ["".join(e.itertext()) for e in ET.fromstring(svg).iter(f"{SVG}text")]


def test_every_node_and_every_cue_is_written_out(diagram):
    shown = " ".join(texts(figure(diagram)))

    for word in ("Ukraine", "Newsweek", "rapports", "Moscow", "reports", "say", "denies"):
        assert word in shown
    assert "everything passes here" in shown
    assert shown.count("?") == 2


def test_the_same_diagram_gives_the_same_bytes(diagram):
    assert figure(diagram) == figure(diagram)


def test_a_denial_is_dashed_and_an_implied_step_dotted(diagram):
    ways = [
        e for e in ET.fromstring(figure(diagram)).iter(f"{SVG}path") if "way" in e.get("class", "")
    ]
    dashes = [e.get("stroke-dasharray") for e in ways[:4]]

    assert dashes == ["2 5", None, None, "7 4"]
    assert "denies" in ways[3].get("class")


def test_nothing_leaves_the_canvas(diagram):
    root = ET.fromstring(figure(diagram))
    width, height = float(root.get("width")), float(root.get("height"))

    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x")) <= width
        assert 0 <= float(element.get("y")) <= height
    for element in root.iter(f"{SVG}rect"):
        if element.get("x"):
            assert float(element.get("x")) + float(element.get("width")) <= width
            assert float(element.get("y")) + float(element.get("height")) <= height


def test_information_flows_from_left_to_right(diagram):
    root = ET.fromstring(figure(diagram))
    cards = {
        group.find(f"{SVG}title").text.split(" (")[0]: float(group.find(f"{SVG}rect").get("x"))
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}rect") is not None and group.find(f"{SVG}title") is not None
    }

    assert cards["Ukraine"] < cards["Newsweek"] < cards["Missiles found in a depot near the border"]
    assert cards["rapports"] == cards["Newsweek"]


def test_words_follow_the_language(diagram):
    shown = " ".join(texts(figure(replace(diagram, lang="fr"))))

    assert "tout passe par ici" in shown
    assert "PROFONDEUR 2" in shown


@pytest.mark.parametrize(
    "payload", ["</text><script>x</script>", "]]>", "&lt;", '" onload="x', "a" * 400]
)
def test_hostile_or_endless_labels_stay_text(hostile, payload):
    svg = figure(hostile(payload))

    root = ET.fromstring(svg)
    assert not list(root.iter(f"{SVG}script"))
    assert all(not key.startswith("on") for e in root.iter() for key in e.attrib)
