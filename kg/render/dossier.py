"""From the dossier of a claim to its diagram.

Views read the dossier in its public JSON form, the one that ``kg trace --json`` prints, so
that people and programs see the same answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.model import OriginStatus, SourceKind, Stance
from kg.render.diagram import Diagram, Edge, Node
from kg.render.palette import DOCUMENT, LOOK_OF
from kg.render.phrases import phrase

Json = Mapping[str, Any]

_GAPS = frozenset(
    {
        OriginStatus.UNNAMED,
        OriginStatus.DEAD_END,
        OriginStatus.IMPLIED,
        OriginStatus.UNSOURCED,
        OriginStatus.DISOWNED,
    }
)


def diagram_of(dossier: Json, verdict: str, lang: str = "en") -> Diagram:
    """The diagram of one dossier.

    Args:
        dossier: As printed by ``kg trace --json``.
        verdict: The answer in one sentence, in ``lang``.
        lang: Language of the labels, ``en`` or ``fr``.
    """
    drawing = _Drawing(lang, {b["source"] for b in dossier["bottlenecks"]})
    for chain in dossier["chains"]:
        drawing.chain(chain)
    for denial in dossier["denials"]:
        drawing.denial(denial)
    return Diagram(
        title=heading(dossier, lang),
        verdict=verdict,
        lang=lang,
        nodes=tuple(drawing.nodes.values()),
        edges=tuple(drawing.edges.values()),
        wordings=tuple(dossier["wordings"]) if len(dossier["wordings"]) > 1 else (),
    )


def heading(dossier: Json, lang: str) -> str:
    """What a dossier is about: the claim in quotation marks, or how many are traced as one."""
    wordings = dossier["wordings"]
    if len(wordings) == 1:
        return quoted(wordings[0], lang)
    return phrase("union", lang).format(count=len(wordings))


def quoted(text: str, lang: str) -> str:
    """``text`` in the quotation marks of the language."""
    return f"«\u00a0{text}\u00a0»" if lang == "fr" else f"“{text}”"


@dataclass(slots=True)
class _Drawing:
    """Nodes and edges as they are met, each once."""

    lang: str
    bottlenecks: set[str]
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str, str], Edge] = field(default_factory=dict)

    def chain(self, chain: Json) -> None:
        self._document(chain)
        end = chain["document"]
        last = len(chain["hops"]) - 1
        for n, hop in enumerate(chain["hops"]):
            status = OriginStatus(chain["status"]) if n == last else None
            self._source(hop, status)
            stance = Stance(chain["stance"]) if n == last else Stance.ASSERTS
            self._edge(hop, end, Stance(hop.get("stance", stance)), chain)
            end = hop["source"]

    def denial(self, denial: Json) -> None:
        self._document(denial)
        self._source(denial, None)
        self._edge(denial, denial["document"], Stance.DENIES, denial)

    def _document(self, at: Json) -> None:
        key = at["document"]
        facts = (at.get("publisher"), at.get("published"))
        note = " · ".join(str(fact) for fact in facts if fact)
        if at.get("status") == OriginStatus.UNSOURCED:
            note = " · ".join(part for part in (note, phrase("unsourced", self.lang)) if part)
        self.nodes.setdefault(key, Node(key, at.get("title") or at["doc_id"], DOCUMENT, note))

    def _source(self, hop: Json, status: OriginStatus | None) -> None:
        key = hop["source"]
        gap = status in _GAPS
        note = phrase(status, self.lang) if status is not None and status in _GAPS else ""
        known = self.nodes.get(key)
        if known is not None and (known.gap or not gap):
            return
        look = LOOK_OF[SourceKind(hop["kind"])]
        self.nodes[key] = Node(
            key, name_of(hop, self.lang), look, note, gap, key in self.bottlenecks
        )

    def _edge(self, hop: Json, end: str, stance: Stance, at: Json) -> None:
        cue = " … ".join(words(hop, "cue"))
        key = (hop["source"], end, cue, stance.value)
        place = _place(hop, at)
        if known := self.edges.get(key):
            if hop["attribution"] in known.attributions:
                return
            attributions = (*known.attributions, hop["attribution"])
            place = f"{known.place}; {place}"
        else:
            attributions = (hop["attribution"],)
        self.edges[key] = Edge(
            start=hop["source"],
            end=end,
            cue=cue,
            stance=stance,
            certainty=hop.get("writer_certainty") or at.get("writer_certainty") or "neutral",
            attributions=attributions,
            quote=" … ".join(words(hop, "content")),
            place=place,
        )


def name_of(entry: Json, lang: str) -> str:
    """The name of a source in the language of the interface, or else its usual one."""
    name: str = entry.get("names", {}).get(lang) or entry["name"]
    return name


def words(hop: Json, part: str) -> Iterator[str]:
    """The quoted words of one part (source, cue, content) of a hop, in text order."""
    return (e["quote"] for e in hop["evidence"] if e["part"] == part)


def offsets(hop: Json, part: str) -> str:
    """Where those words stand, as half-open ranges of code points: ``[96, 104)``."""
    return " ".join(f"[{e['start']}, {e['end']})" for e in hop["evidence"] if e["part"] == part)


def _place(hop: Json, at: Json) -> str:
    part = "cue" if any(words(hop, "cue")) else "content"
    return f"{hop.get('doc_id') or at['doc_id']} {offsets(hop, part)}"
