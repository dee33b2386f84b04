"""The one-file page in a real browser: it works, asks for nothing, and runs nothing hostile."""

import pytest

from kg.model import Stance
from kg.render.diagram import Diagram, Edge, Node
from kg.render.explore import page
from kg.render.palette import ACTOR, DOCUMENT

PAYLOADS = [
    "<script>window.__pwned=1</script>",
    "</script><script>window.__pwned=1</script>",
    "<img src=x onerror=window.__pwned=1>",
    "<svg onload=window.__pwned=1>",
    '"><script>window.__pwned=1</script>',
    "' onmouseover='window.__pwned=1",
    '<a href="javascript:window.__pwned=1">x</a>',
    'http://x.example/"><b onmouseover=window.__pwned=1>href</b>',
    "</title><script>window.__pwned=1</script>",
    "</style><script>window.__pwned=1</script>",
    "{{ 7*7 }}${7*7}<%= 7*7 %>",
    "<iframe srcdoc='<script>parent.__pwned=1</script>'></iframe>",
    "<!--<script>window.__pwned=1//-->",
    "\u2028window.__pwned=1\u2029",
    "\u202etxt.exe",
    "]]><script>window.__pwned=1</script>",
]


def diagram(word):
    nodes = (Node("urn:s", word, ACTOR, word), Node("urn:d", word, DOCUMENT, word))
    edges = (Edge("urn:s", "urn:d", word, Stance.ASSERTS, "neutral", ("urn:a",), word, word),)
    return Diagram(word, word, "en", nodes, edges)


def opened(visit, tmp_path, word):
    path = tmp_path / "page.html"
    path.write_text(page(diagram(word)), encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_selector("#network[data-ready='1']", timeout=30_000)
    return visit.page


def test_the_page_draws_and_asks_the_network_for_nothing(visit, tmp_path):
    shown = opened(visit, tmp_path, "Missiles")

    assert shown.locator("#network canvas").count() == 1
    assert shown.title() == "Missiles · sourcetrace"
    assert visit.requests == []
    assert visit.complaints == []


def test_a_narrow_screen_does_not_scroll_sideways(visit, tmp_path):
    visit.page.set_viewport_size({"width": 320, "height": 800})
    shown = opened(visit, tmp_path, "Missiles found in a depot near the border")

    assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_hostile_word_runs_even_when_hovered(visit, tmp_path, payload):
    shown = opened(visit, tmp_path, payload)
    box = shown.locator("#network").bounding_box()

    for fraction in (0.2, 0.35, 0.5, 0.65, 0.8):
        shown.mouse.move(box["x"] + box["width"] * fraction, box["y"] + box["height"] / 2)
        shown.wait_for_timeout(60)
    for element in shown.locator("td, h1, text").all()[:12]:
        element.hover(force=True)

    assert shown.evaluate("window.__pwned") is None
    assert visit.requests == []
