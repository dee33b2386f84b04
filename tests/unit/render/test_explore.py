"""The one-file page: offline, escaped, complete without script."""

import base64
import re
from hashlib import sha256

import pytest

from kg.errors import InputError
from kg.render.diagram import Diagram, Node
from kg.render.explore import page, to_pyvis
from kg.render.palette import ACTOR


def test_the_page_asks_the_network_for_nothing(diagram):
    markup = re.sub(r"<script>.*?</script>", "", page(diagram), flags=re.DOTALL)

    assert not re.search(r"""(src|href)=["'](?!#)""", markup)
    assert "url(" not in markup
    assert "@import" not in markup
    assert "default-src 'none'" in markup


def test_the_policy_names_the_hash_of_each_script_and_style(diagram):
    html = page(diagram)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    blocks = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    blocks += re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)

    assert len(blocks) == 4
    for block in blocks:
        digest = base64.b64encode(sha256(block.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_the_table_holds_every_edge_of_the_graph(diagram):
    rows = re.findall(r'<tr data-edge="(\d+)">(.*?)</tr>', page(diagram), flags=re.DOTALL)

    assert [int(number) for number, _ in rows] == [e["id"] for e in to_pyvis(diagram).edges]
    assert "<td>Ukraine</td><td>Newsweek</td><td>implied</td>" in rows[0][1]
    assert "d [9, 12)" in rows[1][1]


def test_positions_are_computed_and_physics_is_off(diagram):
    network = to_pyvis(diagram)

    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in network.nodes)
    assert network.options.physics.enabled is False
    assert '"physics": {"enabled": false}' in page(diagram)


@pytest.mark.parametrize(
    "payload", ["</script><script>x()</script>", "<img src=x onerror=x()>", "\u2028"]
)
def test_hostile_words_stay_words(hostile, diagram, payload):
    html = page(hostile(payload))

    assert (
        payload not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
        or payload == "\u2028"
    )
    assert html.count("<script>") == page(diagram).count("<script>")


def test_the_same_diagram_gives_the_same_bytes(diagram):
    assert page(diagram) == page(diagram)


def test_a_graph_that_nobody_could_read_is_refused_with_advice():
    nodes = tuple(Node(f"urn:{n}", str(n), ACTOR) for n in range(5_001))

    with pytest.raises(InputError, match="GraphML"):
        to_pyvis(Diagram("x", "y", "en", nodes, ()))
