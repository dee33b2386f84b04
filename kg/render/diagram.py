"""The provenance diagram of a claim as nodes and edges, before anything is drawn.

Information flows from left to right: origins, relays, documents. An edge is what one
attribution passes on, labelled with its cue. Every view (SVG, offline page) draws the same
diagram, and its table twin lists the same edges.
"""

from dataclasses import dataclass

from kg.model import Stance
from kg.render.palette import Look


@dataclass(frozen=True, slots=True)
class Node:
    """A source or a document.

    Attributes:
        key: Unique in the diagram: the IRI.
        label: Name, or the words of an unnamed source.
        look: How its kind is drawn.
        note: A word under the label: "implied", "dead end", a date; may be empty.
        gap: Whether the trail ends here without an answer: drawn dashed, with a question mark.
        bottleneck: Whether every way runs through it.
    """

    key: str
    label: str
    look: Look
    note: str = ""
    gap: bool = False
    bottleneck: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """What one attribution passes on.

    Attributes:
        start: Key of who is quoted.
        end: Key of who quotes.
        cue: The words that say so; empty for an implied step.
        stance: Of the quoted source.
        certainty: Of the quoting writer, as text.
        attributions: IRIs of the attributions that make the edge.
        quote: The words conveyed, as they stand in the document.
        place: Where they stand: the document's name and offsets.
    """

    start: str
    end: str
    cue: str
    stance: Stance
    certainty: str
    attributions: tuple[str, ...]
    quote: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram with its heading.

    Attributes:
        title: The claim in words, in quotation marks, or how many claims are traced as one.
        wordings: The claims in words, where several are traced as one; else empty.
        verdict: The answer in one sentence.
        lang: Language of heading and labels, ``en`` or ``fr``.
        nodes: In the order of the dossier.
        edges: In the order of the dossier.
    """

    title: str
    verdict: str
    lang: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    wordings: tuple[str, ...] = ()
