"""Candidates: what a rule believes to have found, before all candidates are weighed."""

from dataclasses import dataclass

from kg.model import SourceKind, Span, Stance, WriterCertainty

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as the words give it.

    Attributes:
        spans: Its noun phrase; empty if the text names nobody.
        kind: What sort of thing it seems to be.
    """

    spans: Spans = ()
    kind: SourceKind = SourceKind.UNNAMED


NOBODY = Mention()
"""The source of "it was reported"."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A candidate attribution.

    Attributes:
        rule: Which rule drew it.
        sources: One mention a conjoined source; never empty.
        cue: The words that signal the act.
        content: What is conveyed.
        stance: The source's towards it.
        certainty: The writer's.
        confidence: How often the rule is right, roughly.
        sentence: Number of the sentence it was found in.
        relayed_by: The cue of the candidate that passes this one on, where the words say so.
        concessive: It stands in a concessive or contrastive clause.
        aside: Its cue stands in a relative or concessive clause: the sentence itself goes on
            in another voice.
        retracts: The source takes back what it had said.
        witnessed: The words show first-hand evidence.
        implied: An actor shown as finder, without an act of speech.
    """

    rule: str
    sources: tuple[Mention, ...]
    cue: Spans
    content: Spans
    stance: Stance = Stance.ASSERTS
    certainty: WriterCertainty = WriterCertainty.NEUTRAL
    confidence: float = 0.5
    sentence: int = 0
    relayed_by: Spans = ()
    concessive: bool = False
    aside: bool = False
    retracts: bool = False
    witnessed: bool = False
    implied: bool = False

    @property
    def start(self) -> int:
        """Offset of its first word of any part."""
        parts = (*self.cue, *self.content, *(s for m in self.sources for s in m.spans))
        return min(span.start for span in parts)
