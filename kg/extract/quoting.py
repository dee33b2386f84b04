"""One who quotes another with a verb between: "Interfax quoted the governor as saying P"."""

from kg.extract.complements import complement
from kg.extract.drafts import Draft, Spans
from kg.extract.incises import incise
from kg.extract.lexicon import CueClass
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.extract.search import Found
from kg.extract.stance import certainty_of
from kg.extract.subjects import agent, subject
from kg.extract.verbs import VerbGroup
from kg.extract.words import joined

_CONFIDENCE = 0.85


def quoted_as_saying(p: Passage, group: VerbGroup, others: list[VerbGroup]) -> tuple[Draft, ...]:
    """The outer act (who quotes) and the inner one (who is quoted); empty for other verbs."""
    relay = next((c for c in group.cues if c.cue_class is CueClass.RELAY), None)
    if relay is None or not group.tail or not p.low(group.tail[-1]).endswith("ing"):
        return ()
    quoted = subject(p, group) if group.passive else (group.head + 1, group.tail[0])
    by = agent(p, group) if group.passive else subject(p, group)
    if quoted and p.low(quoted[1] - 1) == ",":
        quoted = quoted[0], quoted[1] - 1
    if quoted is None or quoted[0] >= quoted[1]:
        return ()
    found = complement(p, group, others, relay) or incise(p, group, by, relay)
    if found is None:
        return ()
    return _pair(p, group, found, quoted, by)


def _pair(
    p: Passage, group: VerbGroup, found: Found, quoted: Range, by: Range | None
) -> tuple[Draft, Draft]:
    outer = Draft(
        rule="quoted-as-saying",
        sources=mentions(p, by),
        cue=joined(p, list(range(group.lo, group.head + 1))),
        content=_relayed_content(p, group, found, quoted),
        certainty=certainty_of(p, None, group, found.spans),
        confidence=_CONFIDENCE,
    )
    inner = Draft(
        rule="quoted-as-saying",
        sources=mentions(p, quoted),
        cue=joined(p, list(group.tail[-1:])),
        content=found.spans,
        certainty=certainty_of(p, None, group, found.spans),
        confidence=_CONFIDENCE,
        relayed_by=outer.cue,
    )
    return outer, inner


def _relayed_content(p: Passage, group: VerbGroup, found: Found, quoted: Range) -> Spans:
    """All of "Y as saying P" where it stands in one piece, else P."""
    if not group.passive and found.spans[0].start > p.tokens[group.tail[-1]].start:
        whole = p.trimmed(p.tokens[quoted[0]].start, found.spans[-1].end)
        return (whole,) if whole else found.spans
    return found.spans
