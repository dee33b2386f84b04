"""Attributions: one act of ascribing in one document.

"Somebody is said to have conveyed something, on these words." The graph commits to *the
document ascribes*, not to *the source said*, nor to *it is so*. The rules for spans, nesting
and stance are those of ``docs/reference/annotation.md``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kg.model.document import DocumentId, Span
from kg.model.source import Source, SourceKind

AttributionId = NewType("AttributionId", str)
"""IRI of an attribution, minted from its document's IRI and its offsets."""


class Stance(StrEnum):
    """What the source does with the content; never what the writer thinks of it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    QUESTIONS = "questions"
    DEMANDS = "demands"
    COMMITS = "commits"
    PREDICTS = "predicts"
    DECLINES = "declines"
    UNCLEAR = "unclear"


SUPPORTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.COMMITS, Stance.PREDICTS})
"""Stances under which a chain supports its claim."""


class WriterCertainty(StrEnum):
    """How the relaying writer stands to what is relayed."""

    COMMITTED = "committed"
    NEUTRAL = "neutral"
    DISTANCED = "distanced"


class Form(StrEnum):
    """How much of the content stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of where an attribution hangs ("…, although Moscow denies it").

    Attributes:
        nested_in: The outer attribution under this reading; None for the document itself.
        confidence: How likely this reading is; those of all readings add up to 1.
    """

    nested_in: AttributionId | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of ascribing.

    Attributes:
        id: IRI from the document and the offsets.
        source: Who is said to have conveyed it.
        cue: The words that signal the act; empty for implied and own-voice ones.
        content: The words that are conveyed, in text order.
        stance: The source's towards the content.
        writer_certainty: The relaying writer's.
        form: Whether the content is quoted.
        nested_in: The attribution whose content contains this one; None at the top.
        implied: An actor shown as finder or witness without an act of speech.
        evidential: ``"witnessed"`` where the words show first-hand evidence, else None.
        retracts: The source takes back what it had said.
        set_against: For a denial in a concessive or contrastive clause: the attribution
            whose content it is set against. It disputes that content and refutes nothing.
        alternatives: Other readings of ``nested_in``, with their confidences.
        confidence: Probability that an annotator would draw this attribution.
        extractor: Name and version of what drew it.
        rule: The rule or model that drew it.
    """

    id: AttributionId
    source: Source
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance = Stance.ASSERTS
    writer_certainty: WriterCertainty = WriterCertainty.NEUTRAL
    form: Form = Form.INDIRECT
    nested_in: AttributionId | None = None
    implied: bool = False
    evidential: str | None = None
    retracts: bool = False
    set_against: AttributionId | None = None
    alternatives: tuple[Alternative, ...] = ()
    confidence: float = 1.0
    extractor: str = ""
    rule: str = ""

    @property
    def is_own_voice(self) -> bool:
        """Whether the document itself speaks."""
        return self.source.kind is SourceKind.OWN_VOICE

    @property
    def is_stated(self) -> bool:
        """Whether the text says in words that somebody conveyed the content."""
        return not self.implied and not self.is_own_voice


def attribution_id(
    document: DocumentId,
    source: Iterable[Span],
    cue: Iterable[Span],
    content: Iterable[Span],
) -> AttributionId:
    """The IRI of the attribution that has these spans in ``document``.

    The name holds the starts of source, cue and content and the end of the content (``x`` for
    a part that is not there), so equal spans give equal IRIs on every machine.

    >>> attribution_id(DocumentId("urn:d"), [Span(0, 8)], [Span(9, 17)], [Span(22, 40)])
    'urn:d/attribution/0.9.22.40'
    """
    content = sorted(content)
    starts = [_start(source), _start(cue), str(content[0].start), str(content[-1].end)]
    return AttributionId(f"{document}/attribution/{'.'.join(starts)}")


def _start(spans: Iterable[Span]) -> str:
    return str(min((span.start for span in spans), default="x"))
