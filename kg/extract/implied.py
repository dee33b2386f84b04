"""Actors shown as finders within what another conveys: "X reports that Ukraine found P".

Nobody says that Ukraine told X; but if the find is real, it is Ukraine that knows. Such a
source is kept as *implied*: shown, of low confidence, never resolved.
"""

from kg.extract.drafts import Draft
from kg.extract.mentions import mentions
from kg.extract.passages import Passage
from kg.extract.phrases import noun_phrase

_CONFIDENCE = 0.4
_SUBJECTS = ("nsubj",)


def implied(p: Passage, draft: Draft) -> Draft | None:
    """The implied source of the content of ``draft``, if its main verb is one of finding."""
    first = p.token_at(draft.content[0].start)
    last = p.token_at(draft.content[0].end - 1)
    for i in range(first, min(last + 1, len(p.tokens))):
        if not p.tree.finite[i] and not p.lex.discovery(p.low(i)):
            continue
        verb = i
        if p.tree.pos[i] == "AUX" and p.tree.heads[i] != i:
            verb = p.tree.heads[i]
        return _found_by(p, draft, verb, first)
    return None


def _found_by(p: Passage, draft: Draft, verb: int, first: int) -> Draft | None:
    if not p.lex.discovery(p.low(verb)) or (p.lex.verb(p.low(verb)) and _speaks(p, verb)):
        return None
    passive = p.tree.children(verb, "aux:pass", "auxpass")
    subjects = [s for s in p.tree.children(verb, *_SUBJECTS) if first <= s < verb]
    if passive or not subjects or p.tree.pos[subjects[0]] != "PROPN":
        return None
    found = noun_phrase(p, subjects[0])
    if found is None or found[0] < first:
        return None
    return Draft(
        rule="implied-finder",
        sources=mentions(p, found)[:1],
        cue=(),
        content=draft.content,
        confidence=_CONFIDENCE,
        sentence=draft.sentence,
        relayed_by=draft.cue,
        implied=True,
    )


def _speaks(p: Passage, verb: int) -> bool:
    """Whether the verb reports a clause here and so is a cue itself."""
    return bool(p.tree.children(verb, "ccomp"))
