"""Weighs all candidates of a document and makes attributions of those that stay.

One act of speech is one attribution: candidates that share cue words are rivals and the
likeliest wins; conjoined sources are split; what lies in another's content is nested in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.form import Forms
from kg.extract.nesting import parents
from kg.extract.quotes import Quotation
from kg.model import (
    Alternative,
    Attribution,
    AttributionId,
    Document,
    Form,
    Source,
    SourceKind,
    Stance,
    attribution_id,
)

_OTHER_READING = 0.2


def chosen(drafts: Iterable[Draft]) -> list[Draft]:
    """The candidates that stay: of those that share a word of their cue the likeliest."""
    kept: list[Draft] = []
    used: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.start, d.rule)):
        letters = {i for span in draft.cue for i in range(span.start, span.end)}
        if letters & used or _said_by_verb(draft, kept):
            continue
        used |= letters
        kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.cue[0].start if d.cue else -1))


def _said_by_verb(draft: Draft, kept: Iterable[Draft]) -> bool:
    """Whether a noun only names the medium of what a verb says: "said in a letter that P"."""
    if not draft.rule.startswith("noun"):
        return False
    start = draft.content[0].start
    return any(k.content[0].start == start for k in kept if k.rule.startswith("verb"))


def attributions(
    document: Document,
    drafts: Sequence[Draft],
    quotations: Sequence[Quotation],
    extractor: str,
) -> tuple[Attribution, ...]:
    """The attributions of ``drafts``, in text order, outer before inner.

    Args:
        document: Where they stand.
        drafts: In the order of their sentences.
        quotations: The outermost ones of the document.
        extractor: Name and version, stored with every attribution.
    """
    parent = parents(drafts)
    forms = Forms(document.text, quotations)
    made: dict[int, list[Attribution]] = {}
    taken: set[AttributionId] = set()
    for n in _outer_first(drafts, parent):
        draft = drafts[n]
        above = made.get(parent[n], [])
        form = forms.of(draft.content)
        twins = [_attribution(document, draft, form, i) for i in range(len(draft.sources))]
        outer = above[0].id if above else None
        made[n] = [replace(t, nested_in=outer) for t in twins if t.id not in taken]
        taken.update(twin.id for twin in made[n])
    beside: dict[int, list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        beside[draft.sentence].append(n)
    found = [
        replace(a, extractor=extractor)
        for n in sorted(made)
        for a in _set_against(drafts, n, beside[drafts[n].sentence], made)
    ]
    return tuple(_in_text_order(found))


def _in_text_order(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """By their first word; each followed by what it relays."""
    below: dict[AttributionId | None, list[Attribution]] = defaultdict(list)
    for attribution in found:
        below[attribution.nested_in].append(attribution)
    waiting = [sorted(below[None], key=_place, reverse=True)]
    while waiting:
        if not waiting[-1]:
            waiting.pop()
            continue
        attribution = waiting[-1].pop()
        yield attribution
        waiting.append(sorted(below[attribution.id], key=_place, reverse=True))


def _place(attribution: Attribution) -> tuple[int, int, str]:
    content = attribution.content
    return _start(attribution), content[0].start - content[-1].end, attribution.id


def _start(attribution: Attribution) -> int:
    spans = (*attribution.source.spans, *attribution.cue, *attribution.content)
    return min(span.start for span in spans)


def _outer_first(drafts: Sequence[Draft], parent: Sequence[int]) -> list[int]:
    def depth(n: int) -> int:
        steps = 0
        while parent[n] >= 0:
            n, steps = parent[n], steps + 1
        return steps

    return sorted(range(len(drafts)), key=lambda n: (depth(n), drafts[n].start, n))


def _attribution(document: Document, draft: Draft, form: Form, twin: int) -> Attribution:
    mention = draft.sources[twin]
    return Attribution(
        id=attribution_id(document.id, mention.spans, draft.cue, draft.content),
        source=Source(kind=mention.kind, spans=mention.spans),
        cue=draft.cue,
        content=draft.content,
        stance=draft.stance,
        writer_certainty=draft.certainty,
        form=form,
        implied=draft.implied,
        evidential="witnessed" if draft.witnessed else None,
        retracts=draft.retracts,
        confidence=draft.confidence,
        rule=draft.rule,
    )


def _set_against(
    drafts: Sequence[Draft], n: int, beside: list[int], made: dict[int, list[Attribution]]
) -> list[Attribution]:
    """A denial in a contrastive clause points to what it is set against."""
    draft, own = drafts[n], made[n]
    if not draft.concessive or draft.stance is not Stance.DENIES or not own:
        return own
    before = [
        m
        for m in beside
        if m != n
        and drafts[m].content[-1].end <= draft.start
        and made[m]
        and drafts[m].sources[0].kind is not SourceKind.OWN_VOICE
        and not drafts[m].implied
    ]
    if not before:
        return own
    against = made[max(before, key=lambda m: (drafts[m].content[-1].end, -drafts[m].start))][0]
    if any(a.nested_in for a in own):
        return [replace(a, set_against=against.id) for a in own]
    other = (Alternative(against.id, _OTHER_READING),)
    return [replace(a, set_against=against.id, alternatives=other) for a in own]
