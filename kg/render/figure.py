"""The provenance diagram of a claim as one SVG, the same bytes for the same answer.

Origins stand left, documents right. Shapes and words carry what colours repeat: a diamond is
an actor, a square an outlet, a sheet a document, a dashed frame with a question mark a trail
that ends without an answer, a heavy bracket a source that everything passes through.
"""

from collections.abc import Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from kg.model import Stance
from kg.render.diagram import Diagram, Edge, Node
from kg.render.layers import Layout, Place, layered
from kg.render.palette import ACTOR, DARK, DASH_OF, DOCUMENT, LIGHT, OUTLET, UNNAMED, Look
from kg.render.phrases import phrase
from kg.render.wrap import width, wrapped

_CARD_WIDTH, _CARD_HEIGHT = 200.0, 64.0
# Headlines are longer than names, and documents stand in the last column.
_LAST_CARD_WIDTH = 270.0
_GAP_X, _GAP_Y = 172.0, 34.0
_MARGIN = 28.0
_NARROWEST = 760.0
_LABEL, _SMALL, _TITLE = 13.0, 11.0, 17.0
_ICON = 26.0
_LINE_HEIGHT = 1.3
# Bold letters are wider than those that labels are measured with.
_BOLD = 1.15
_IMPLIED_DASH = "2 5"
_OPEN_DASH = DASH_OF[Stance.DECLINES]
_FONT = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif"


def figure(diagram: Diagram) -> str:
    """The diagram as a stand-alone SVG document (UTF-8 text, no script, no outside reference)."""
    layout = layered([n.key for n in diagram.nodes], [(e.start, e.end) for e in diagram.edges])
    last = layout.columns - 1
    canvas_width = max(_x(last) + _LAST_CARD_WIDTH + _MARGIN, _NARROWEST)
    heading, top = _heading(diagram, canvas_width)
    top += 34
    body_height = layout.rows * (_CARD_HEIGHT + _GAP_Y)
    legend, legend_height = _legend(diagram, top + body_height + 6, canvas_width)
    height = top + body_height + legend_height + _MARGIN
    title = phrase("diagram-title", diagram.lang).format(claim=diagram.title)
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{canvas_width:.0f}" '
                f'height="{height:.0f}" viewBox="0 0 {canvas_width:.0f} {height:.0f}" '
                f'lang="{diagram.lang}" role="img" aria-labelledby="title desc" '
                f'font-family="{_FONT}">'
            ),
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="desc">{escape(diagram.verdict)}</desc>',
            _style(),
            '<rect class="page" width="100%" height="100%"/>',
            *heading,
            *_headers(layout, diagram, top - 14),
            '<g class="edges">',
            *(_edge(edge, layout, top) for edge in diagram.edges),
            "</g>",
            '<g class="nodes">',
            *(_node(node, layout, top, diagram.lang) for node in diagram.nodes),
            "</g>",
            '<g class="cues">',
            *_cues(diagram.edges, layout, top, diagram.lang),
            "</g>",
            *legend,
            "</svg>",
            "",
        ]
    )


def _x(column: int) -> float:
    return _MARGIN + column * (_CARD_WIDTH + _GAP_X)


def _y(place: Place, top: float) -> float:
    return top + place.row * (_CARD_HEIGHT + _GAP_Y)


def _style() -> str:
    rules = []
    for theme, before, after in (
        (LIGHT, "", ""),
        (DARK, "@media (prefers-color-scheme:dark){", "}"),
    ):
        fills = "".join(f".{token}{{--c:{colour}}}" for token, colour in theme.items())
        rules.append(
            f"{before}{fills}.page{{fill:{theme['page']}}}.card{{fill:{theme['card']}}}"
            f"text{{fill:{theme['text']}}}text.quiet{{fill:{theme['quiet']}}}"
            f".halo{{stroke:{theme['page']};stroke-width:4px;stroke-linejoin:round;"
            f"paint-order:stroke}}.way{{stroke:{theme['line']}}}"
            f".tip{{fill:{theme['line']}}}.way.denies{{stroke:{theme['denies']}}}"
            f".tip.denies{{fill:{theme['denies']}}}{after}"
        )
    rules.append(
        ".frame{fill:none;stroke:var(--c);stroke-width:1.5}.icon{fill:var(--c)}"
        ".icon.open{fill:none;stroke:var(--c);stroke-width:1.8}.gap{stroke-dasharray:6 4}"
        ".bracket{fill:none;stroke:var(--c);stroke-width:4}.way{fill:none;stroke-width:1.6}"
    )
    return f"<style>{''.join(rules)}</style>"


def _heading(diagram: Diagram, room: float) -> tuple[list[str], float]:
    parts, y = [], _MARGIN + _TITLE
    for size, text, most, css in (
        (_TITLE, diagram.title, 2, ""),
        (_LABEL, diagram.verdict, 3, ' class="quiet"'),
    ):
        bold = size == _TITLE
        for line in wrapped(text, (room - 2 * _MARGIN) / (_BOLD if bold else 1), size, most):
            weight = ' font-weight="bold"' if bold else ""
            parts.append(
                f'<text{css} x="{_MARGIN:g}" y="{y:.1f}" font-size="{size:g}"{weight}>'
                f"{escape(line)}</text>"
            )
            y += size * _LINE_HEIGHT
        y += 4
    return parts, y


def _headers(layout: Layout, diagram: Diagram, y: float) -> list[str]:
    last = layout.columns - 1
    parts = []
    for column in range(layout.columns):
        name = "documents" if column == last else "depth"
        text = phrase(name, diagram.lang).format(depth=last - column)
        parts.append(
            f'<text class="quiet" x="{_x(column):g}" y="{y:.1f}" font-size="{_SMALL:g}" '
            f'letter-spacing="1">{escape(text.upper())}</text>'
        )
    return parts


def _node(node: Node, layout: Layout, top: float, lang: str) -> str:
    place = layout.places[node.key]
    x, y = _x(place.column), _y(place, top)
    card = _LAST_CARD_WIDTH if place.column == layout.columns - 1 else _CARD_WIDTH
    room = card - _ICON - (34 if node.gap else 22)
    lines = wrapped(node.label, room, _LABEL, 2 if node.note else 3)
    note = wrapped(node.note, room, _SMALL, 1)
    block = len(lines) * _LABEL * _LINE_HEIGHT + len(note) * _SMALL * _LINE_HEIGHT
    text_x, text_y = x + _ICON + 14, y + (_CARD_HEIGHT - block) / 2 + _LABEL
    gap = " gap" if node.gap else ""
    parts = [
        f'<g class="{node.look.token}"><title>{escape(_told(node))}</title>',
        (
            f'<rect class="card" x="{x:g}" y="{y:.1f}" width="{card:g}" '
            f'height="{_CARD_HEIGHT:g}" rx="6"/>'
        ),
        (
            f'<rect class="frame{gap}" x="{x:g}" y="{y:.1f}" width="{card:g}" '
            f'height="{_CARD_HEIGHT:g}" rx="6"/>'
        ),
        _icon(node.look, x + 8 + _ICON / 2, y + _CARD_HEIGHT / 2),
    ]
    for n, line in enumerate(lines):
        parts.append(_text(line, text_x, text_y + n * _LABEL * _LINE_HEIGHT, _LABEL))
    for line in note:
        at = text_y + len(lines) * _LABEL * _LINE_HEIGHT
        parts.append(_text(line, text_x, at, _SMALL, css="quiet"))
    if node.gap:
        parts.append(_text("?", x + card - 14, y + 17, _LABEL, css="quiet"))
    if node.bottleneck:
        parts.append(_bracket(x, y, card, lang))
    return "".join([*parts, "</g>"])


def _told(node: Node) -> str:
    return f"{node.label} ({node.note})" if node.note else node.label


def _text(text: str, x: float, y: float, size: float, css: str = "") -> str:
    style = f' class="{css}"' if css else ""
    return f'<text{style} x="{x:.1f}" y="{y:.1f}" font-size="{size:g}">{escape(text)}</text>'


def _bracket(x: float, y: float, card: float, lang: str) -> str:
    """Heavy corners, open at the sides so that arrows come through."""
    left, right, high, low = x - 7, x + card + 7, y - 7, y + _CARD_HEIGHT + 7
    arm = 13
    path = "".join(
        f"M{side + inward:.1f} {level:.1f}H{side:.1f}V{level + upward:.1f}"
        for side, inward in ((left, arm), (right, -arm))
        for level, upward in ((high, arm), (low, -arm))
    )
    words = escape(phrase("bottleneck", lang))
    return (
        f'<g class="bottleneck"><path class="bracket" d="{path}"/></g>'
        f'<text class="quiet" x="{x + card / 2:.1f}" y="{low + 4:.1f}" '
        f'font-size="{_SMALL:g}" text-anchor="middle">{words}</text>'
    )


def _icon(look: Look, x: float, y: float) -> str:
    r = _ICON / 2 - 3
    if look is OUTLET:
        return (
            f'<rect class="icon" x="{x - r + 1:.1f}" y="{y - r + 1:.1f}" '
            f'width="{2 * r - 2:.1f}" height="{2 * r - 2:.1f}" rx="2"/>'
        )
    if look is DOCUMENT:
        path = (
            f"M{x - r + 2:.1f} {y - r:.1f}h{r + 2:.1f}l{r - 4:.1f} {r - 4:.1f}"
            f"v{r + 4:.1f}h{-2 * r + 2:.1f}z"
            f"M{x - r + 6:.1f} {y - 1:.1f}h{2 * r - 10:.1f}"
            f"M{x - r + 6:.1f} {y + 4:.1f}h{2 * r - 10:.1f}"
        )
        return f'<path class="icon open" d="{path}"/>'
    diamond = f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}L{x - r:.1f} {y:.1f}z"
    css = "icon open" if look is UNNAMED else "icon"
    return f'<path class="{css}" d="{diamond}"/>'


def _edge(edge: Edge, layout: Layout, top: float) -> str:
    way = layout.ways[edge.start, edge.end]
    points = _points(way, top)
    path = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (ax, ay), (bx, by) in pairwise(points):
        middle = (ax + bx) / 2
        path.append(f"C{middle:.1f} {ay:.1f} {middle:.1f} {by:.1f} {bx:.1f} {by:.1f}")
    tip_x, tip_y = points[-1]
    toward = -9 if way[-1].column >= way[0].column else 9
    css = " denies" if edge.stance is Stance.DENIES else ""
    dash = DASH_OF[edge.stance] if edge.cue else _IMPLIED_DASH
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    tip = f"M{tip_x:.1f} {tip_y:.1f}l{toward} -4.5v9z"
    return f'<path class="way{css}" d="{"".join(path)}"{dashes}/><path class="tip{css}" d="{tip}"/>'


def _points(way: Sequence[Place], top: float) -> list[tuple[float, float]]:
    """The points of an edge: out of the right side of its start, into the left of its end."""
    points = []
    forward = way[-1].column >= way[0].column
    for n, place in enumerate(way):
        y = _y(place, top) + _CARD_HEIGHT / 2
        left, right = _x(place.column), _x(place.column) + _CARD_WIDTH
        if n > 0:
            points.append((left if forward else right, y))
        if n < len(way) - 1:
            points.append((right if forward else left, y))
    return points


def _cues(edges: Sequence[Edge], layout: Layout, top: float, lang: str) -> list[str]:
    """The cue of each edge, beside its start, where no other edge begins."""
    parts = []
    for edge in edges:
        (x, y), (end_x, end_y) = _points(layout.ways[edge.start, edge.end], top)[:2]
        text = edge.cue or phrase("implied", lang)
        line = " ".join(wrapped(text, _GAP_X - 26, _SMALL, 1))
        below = 14 if end_y < y - 1 else -6  # on the side that the line turns away from
        anchor = "start" if end_x >= x else "end"
        known = f"{text} · {phrase(edge.stance.value, lang)} · {phrase(edge.certainty, lang)}"
        parts.append(
            f'<text class="halo quiet" x="{x + (9 if end_x >= x else -9):.1f}" y="{y + below:.1f}" '
            f'font-size="{_SMALL:g}" text-anchor="{anchor}">'
            f"<title>{escape(known)}</title>{escape(line)}</text>"
        )
    return parts


def _legend(diagram: Diagram, top: float, room: float) -> tuple[list[str], float]:
    looks = [(ACTOR, "actor"), (OUTLET, "outlet"), (UNNAMED, "unnamed"), (DOCUMENT, "document")]
    x, y = _MARGIN, top + 24
    parts = ['<g class="legend">']
    for look, name in looks:
        text = phrase(name, diagram.lang)
        parts.append(f'<g class="{look.token}">{_icon(look, x + 10, y - 4)}</g>')
        parts.append(_text(text, x + 26, y, _SMALL, css="quiet"))
        x += 26 + width(text, _SMALL) + 22
    x, y = _MARGIN, y + 24
    for css, dash, name in (
        ("", "", "line-supports"),
        (" denies", DASH_OF[Stance.DENIES], "line-denies"),
        ("", _IMPLIED_DASH, "line-implied"),
        ("", _OPEN_DASH, "line-open"),
    ):
        text = phrase(name, diagram.lang)
        if x + 40 + width(text, _SMALL) > room - _MARGIN:
            x, y = _MARGIN, y + 22
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<path class="way{css}" d="M{x:.1f} {y - 4:.1f}h28"{dashes}/>')
        parts.append(_text(text, x + 36, y, _SMALL, css="quiet"))
        x += 36 + width(text, _SMALL) + 22
    return [*parts, "</g>"], y - top + 8
