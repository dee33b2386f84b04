"""Draws a reliability diagram: by confidence, the share of predictions that is right.

A bar on the diagonal keeps its word; one below it is too sure of itself. The picture brings its
own background and follows the reader's light or dark scheme.
"""

from kg.evaluation.calibration import Bin, Calibration

_SIDE = 340
_LEFT, _TOP = 64, 40
_WIDTH, _HEIGHT = 440, 470
_SMALLEST, _LARGEST = 2.5, 9.0
_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
    f'viewBox="0 0 {_WIDTH} {_HEIGHT}" lang="en" role="img" aria-labelledby="title desc" '
    'font-family="DejaVu Sans, Verdana, Helvetica, Arial, sans-serif" font-size="13">'
)
_STYLE = """
.page{fill:#ffffff}.frame{fill:none;stroke:#7a7a7a}.grid{stroke:#e2e2de}.ideal{stroke:#5c5c5c}
.bar{fill:#9cc9e4}.mean{fill:#0b4f7a;stroke:#ffffff}text{fill:#1b1b1b}.quiet{fill:#5c5c5c}
.ideal{stroke-width:1.5}.end{text-anchor:end}.middle{text-anchor:middle}.small{font-size:11px}
@media (prefers-color-scheme:dark){
.page{fill:#181818}.frame{stroke:#8f8f8f}.grid{stroke:#333333}.ideal{stroke:#b5b5b5}
.bar{fill:#2b5f80}.mean{fill:#bfe3f7;stroke:#181818}text{fill:#f2f2f2}.quiet{fill:#b5b5b5}
}"""


def reliability(found: Calibration) -> str:
    """The diagram as an SVG document; equal figures give equal bytes."""
    parts = [
        _OPENING,
        '<title id="title">Reliability: confidence and the share that is right</title>',
        f'<desc id="desc">{_described(found)}</desc>',
        f"<style>{_STYLE}\n</style>",
        f'<rect class="page" width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>',
        *_grid(),
        *(line for b in found.bins if b.count for line in _bar(b)),
        f'<path class="ideal" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke-dasharray="5 4"/>',
        *_means(found),
        f'<rect class="frame" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>',
        *_captions(found),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _described(found: Calibration) -> str:
    said = [
        f"confidence {b.confidence:.2f}: {100 * b.right:.0f} % of {b.count} right"
        for b in found.bins
        if b.confidence is not None and b.right is not None
    ]
    return "; ".join(said) or "no predictions"


def _grid() -> list[str]:
    lines = []
    for fifth in range(6):
        value = fifth / 5
        x, y = _x(value), _y(value)
        bottom = _TOP + _SIDE
        lines += [
            f'<line class="grid" x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}"/>',
            f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{_LEFT + _SIDE}" y2="{y}"/>',
            f'<text class="quiet middle" x="{x}" y="{bottom + 18}">{value:.1f}</text>',
            f'<text class="quiet end" x="{_LEFT - 8}" y="{y + 4.5}">{value:.1f}</text>',
        ]
    return lines


def _bar(b: Bin) -> list[str]:
    right = b.right or 0.0
    left, top = round(_x(b.low) + 1, 1), _y(right)
    width, height = round(_x(b.high) - left - 1, 1), round(_y(0) - top, 1)
    middle = round(left + width / 2, 1)
    return [
        f'<rect class="bar" x="{left}" y="{top}" width="{width}" height="{height}"/>',
        f'<text class="small middle" x="{middle}" y="{_y(0) - 6}">{b.count}</text>',
    ]


def _means(found: Calibration) -> list[str]:
    most = max((b.count for b in found.bins), default=0)
    dots = []
    for b in found.bins:
        if b.confidence is None or b.right is None:
            continue
        radius = _SMALLEST + (_LARGEST - _SMALLEST) * (b.count / most) ** 0.5
        x, y = _x(b.confidence), _y(b.right)
        dots.append(f'<circle class="mean" cx="{x}" cy="{y}" r="{radius:.1f}"/>')
    return dots


def _captions(found: Calibration) -> list[str]:
    count = sum(b.count for b in found.bins)
    error = "" if found.error is None else f", expected calibration error {100 * found.error:.1f} %"
    left, below, half = _LEFT, _TOP + _SIDE, _SIDE // 2
    upright = f"translate(18 {_TOP + half}) rotate(-90)"
    legend = "bars: bins of 0.1, with how many; dots: at their mean confidence"
    return [
        f'<text x="{left}" y="{_TOP - 14}">{count:,} attributions{error}</text>',
        f'<text class="middle" x="{left + half}" y="{below + 42}">confidence</text>',
        f'<text class="middle" transform="{upright}">share right in content and source</text>',
        f'<text class="quiet small" x="{left}" y="{below + 66}">{legend}</text>',
    ]


def _x(value: float) -> float:
    return round(_LEFT + _SIDE * value, 1)


def _y(value: float) -> float:
    return round(_TOP + _SIDE * (1 - value), 1)
