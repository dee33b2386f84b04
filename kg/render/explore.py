"""One HTML file that anybody can open: the diagram, its evidence, a graph to move about in.

The file holds all it needs and asks the network for nothing. Only pyvis's data model and the
vis-network script inside its package are used. Its own template is not: it loads from a CDN
and lets a hostile title run as script. Ours escapes everything, and its content security
policy names the hash of each script it carries, so that nothing else in the page can run.
"""

import base64
import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.errors import InputError
from kg.render.diagram import Diagram, Edge
from kg.render.figure import figure
from kg.render.layers import layered
from kg.render.palette import DARK, DASH_OF, LIGHT
from kg.render.phrases import phrase

MOST_NODES = 5_000
"""Larger graphs are refused: no reader finds anything in them, and browsers choke."""

_COLUMN, _ROW = 260, 90
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": True, "tooltipDelay": 150},
    "nodes": {"borderWidth": 2, "size": 14, "font": {"size": 14}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.6}}, "smooth": False},
}


def to_pyvis(diagram: Diagram) -> Network:
    """The diagram as a pyvis network, positions computed and physics off.

    Raises:
        InputError: It has more than 5,000 nodes.
    """
    if len(diagram.nodes) > MOST_NODES:
        raise InputError(
            f"{len(diagram.nodes)} nodes are too many for one page (limit {MOST_NODES}); "
            "narrow the question, or export GraphML"
        )
    layout = layered([n.key for n in diagram.nodes], [(e.start, e.end) for e in diagram.edges])
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    number = {node.key: n for n, node in enumerate(diagram.nodes)}
    # Assigned whole: adding one by one is quadratic in pyvis.
    network.nodes = [
        {
            "id": number[node.key],
            "label": node.label if not node.gap else f"{node.label} ?",
            "title": f"{node.label} ({node.note})" if node.note else node.label,
            "shape": node.look.shape,
            "token": node.look.token,
            "shapeProperties": {"borderDashes": [6, 4] if node.gap else False},
            "borderWidth": 5 if node.bottleneck else 2,
            "x": layout.places[node.key].column * _COLUMN,
            "y": round(layout.places[node.key].row * _ROW),
        }
        for node in diagram.nodes
    ]
    network.edges = [
        {
            "id": n,
            "from": number[edge.start],
            "to": number[edge.end],
            "label": _cue(edge, diagram.lang),
            "title": _told(edge, diagram.lang),
            "token": "denies" if edge.stance.value == "denies" else "line",
            "dashes": _dashes(edge),
        }
        for n, edge in enumerate(diagram.edges)
    ]
    return network


def page(diagram: Diagram) -> str:
    """The diagram as one HTML document; equal diagrams give equal bytes."""
    network = to_pyvis(diagram)
    graph = {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": _OPTIONS,
        "light": LIGHT,
        "dark": DARK,
    }
    svg = figure(diagram)
    scripts = {"library": _library(), "starter": _asset("explore.js")}
    styles = [_asset("explore.css"), svg[svg.index("<style>") + 7 : svg.index("</style>")]]
    html: str = _template().render(
        diagram=diagram,
        words=_words(diagram.lang),
        rows=[_row(edge, diagram) for edge in diagram.edges],
        svg=Markup(svg),  # noqa: S704 - made by figure(), which escapes every label
        style=Markup(styles[0]),  # noqa: S704 - our own file
        graph_json=Markup(_json_island(graph)),  # noqa: S704 - escaped by _json_island()
        script_hashes=" ".join(_hash(script) for script in scripts.values()),
        style_hashes=" ".join(_hash(style) for style in styles),
        **{name: Markup(script) for name, script in scripts.items()},  # noqa: S704 - shipped files
    )
    return html


def _row(edge: Edge, diagram: Diagram) -> dict[str, str]:
    label = {node.key: node.label for node in diagram.nodes}
    return {
        "start": label[edge.start],
        "end": label[edge.end],
        "cue": edge.cue,
        "implied": "" if edge.cue else phrase("implied", diagram.lang),
        "stance": phrase(edge.stance.value, diagram.lang),
        "certainty": phrase(edge.certainty, diagram.lang),
        "quote": edge.quote,
        "place": edge.place,
    }


def _cue(edge: Edge, lang: str) -> str:
    return edge.cue or phrase("implied", lang)


def _told(edge: Edge, lang: str) -> str:
    return f"{_cue(edge, lang)} · {phrase(edge.stance.value, lang)} · {edge.place}"


def _dashes(edge: Edge) -> list[int] | bool:
    pattern = DASH_OF[edge.stance] if edge.cue else "2 5"
    return [int(n) for n in pattern.split()] or False


def _json_island(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """JSON that cannot end its script element or begin another."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(source: str) -> str:
    digest = base64.b64encode(sha256(source.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _library() -> str:
    path = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    # A carriage return would be normalised by the browser and break the hash.
    return path.read_text("utf-8").replace("\r\n", "\n").replace("</script", "<\\/script")


def _asset(name: str) -> str:
    return (files("kg.render") / "templates" / name).read_text("utf-8")


@cache
def _template() -> Any:  # noqa: ANN401 - jinja2.Template, whose render takes anything
    environment = Environment(
        loader=DictLoader({"explore": _asset("explore.html.jinja")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("explore")


def _words(lang: str) -> dict[str, Any]:
    names = ("skip", "diagram", "evidence", "network", "hint", "network_label", "footer")
    columns = ("from", "to", "cue", "stance", "certainty", "content", "place")
    return {name: phrase(f"page-{name}", lang) for name in names} | {
        "columns": [phrase(f"column-{name}", lang) for name in columns],
    }
