"""One look for every view: a shape, a colour and a word for each kind, a dash for each stance.

Kind is shape and text before it is colour, stance is dash and label before it is colour, so
that nothing depends on seeing colours. Two token sets, because no one set keeps 3:1 contrast
on white and on near-black; a unit test holds the contrasts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import SourceKind, Stance

Theme = Mapping[str, str]

LIGHT: Theme = {
    "page": "#ffffff",
    "card": "#f7f7f5",
    "text": "#1b1b1b",
    "quiet": "#5c5c5c",
    "line": "#7a7a7a",
    "actor": "#0072b2",
    "outlet": "#b04a00",
    "document": "#00755a",
    "unnamed": "#6b6b6b",
    "denies": "#b3261e",
    "bottleneck": "#1b1b1b",
}
DARK: Theme = {
    "page": "#181818",
    "card": "#242424",
    "text": "#f2f2f2",
    "quiet": "#b5b5b5",
    "line": "#8f8f8f",
    "actor": "#5fb4e8",
    "outlet": "#f0914a",
    "document": "#3fc49c",
    "unnamed": "#a8a8a8",
    "denies": "#f28b82",
    "bottleneck": "#f2f2f2",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node is drawn.

    Attributes:
        token: Name of its colour in a theme.
        glyph: The sign that stands for it in text.
        shape: Name of its shape in pyvis.
    """

    token: str
    glyph: str
    shape: str


ACTOR = Look("actor", "◆", "diamond")
OUTLET = Look("outlet", "■", "square")
DOCUMENT = Look("document", "▤", "box")
UNNAMED = Look("unnamed", "◇", "diamond")

LOOK_OF: Mapping[SourceKind, Look] = {
    SourceKind.OUTLET: OUTLET,
    SourceKind.AGENCY: OUTLET,
    SourceKind.STATE: ACTOR,
    SourceKind.BODY: ACTOR,
    SourceKind.ORGANIZATION: ACTOR,
    SourceKind.PERSON: ACTOR,
    SourceKind.DOCUMENT: DOCUMENT,
    SourceKind.UNNAMED: UNNAMED,
    SourceKind.OWN_VOICE: OUTLET,
}
"""The look of every kind of source."""

DASH_OF: Mapping[Stance, str] = {
    Stance.ASSERTS: "",
    Stance.CONFIRMS: "",
    Stance.COMMITS: "",
    Stance.PREDICTS: "",
    Stance.DENIES: "7 4",
    Stance.DECLINES: "10 3 2 3",
    Stance.QUESTIONS: "10 3 2 3",
    Stance.DEMANDS: "10 3 2 3",
    Stance.UNCLEAR: "10 3 2 3",
}
"""SVG dash pattern of an edge, by the stance of the attribution it stands for."""


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - constants of the sRGB curve
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
