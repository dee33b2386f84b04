"""Runs all rules over the sentences of one document and hands their candidates to the merge."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.extract.anaphora import pointing_back
from kg.extract.clauses import verb_drafts
from kg.extract.colon import colon_drafts
from kg.extract.drafts import Draft
from kg.extract.frames import comparative_drafts, frame_drafts
from kg.extract.hearsay import hearsay_drafts
from kg.extract.implied import implied
from kg.extract.merge import attributions, chosen
from kg.extract.nominal import noun_drafts
from kg.extract.own_voice import own_voice
from kg.extract.passages import Passage, passages
from kg.extract.refusals import with_refusals
from kg.extract.relays import relayed, tied
from kg.extract.speech import continued
from kg.extract.verbs import verb_groups
from kg.model import Attribution, Document

_RELATIVE = frozenset(
    ["who", "which", "whose", "whom", "qui", "lequel", "laquelle", "lesquels", "lesquelles", "dont"]
)


Weigh = Callable[[Passage, Sequence[Draft]], list[Draft]]
"""Takes what the rules drew in a sentence and gives what is to stand."""


def read(document: Document, extractor: str, weigh: Weigh | None = None) -> tuple[Attribution, ...]:
    """All attributions of ``document``.

    Args:
        document: What is read.
        extractor: Name and version, stored with every attribution.
        weigh: A second opinion on every sentence; None to keep what the rules draw.
    """
    sentences = passages(document.text, document.lang)
    drafts: list[Draft] = []
    for number, p in enumerate(sentences):
        found = sentence_drafts(p, number)
        if weigh:
            found = tied(p, [_placed(p, draft, number) for draft in weigh(p, found)])
        found += [i for d in found if (i := implied(p, d))]
        own = own_voice(p, number, found)
        drafts += [*found, own] if own else found
    quotations = sentences[0].quotations if sentences else ()
    return attributions(document, continued(sentences, drafts), quotations, extractor)


def sentence_drafts(p: Passage, number: int) -> list[Draft]:
    """What the rules draw in one sentence, rivals weighed."""
    groups = with_refusals(p, verb_groups(p))
    compared = list(comparative_drafts(p, groups))
    pointing = list(pointing_back(p, groups))
    taken = frozenset(head for _, head in (*compared, *pointing))
    found = [
        *frame_drafts(p),
        *(d for d, _ in (*compared, *pointing)),
        *verb_drafts(p, groups, taken),
        *noun_drafts(p),
        *hearsay_drafts(p),
        *colon_drafts(p),
    ]
    return relayed(p, chosen(_placed(p, d, number) for d in found))


def _placed(p: Passage, draft: Draft, number: int) -> Draft:
    """With its sentence, and whether its cue stands in a concessive or relative clause."""
    at = p.token_at(draft.cue[0].start)
    concessive = aside = draft.rule == "pointing-back"
    for j in range(at, -1, -1):
        if p.quoted[j] != p.quoted[at]:
            break
        if p.says.concessives.at(p.tokens, j) or (j and p.says.contrastives.at(p.tokens, j)):
            concessive = True
            aside = bool(p.says.concessives.at(p.tokens, j))
            break
        if p.low(j) in _RELATIVE and j < at and j and not _describes_source(p, draft, j):
            aside = True
            break
        if p.tokens[j].text in {",", ";"} and j < at:
            break
    return replace(
        draft,
        sentence=number,
        concessive=concessive,
        aside=aside,
        witnessed=_is_witnessed(p, draft),
    )


def _describes_source(p: Passage, draft: Draft, j: int) -> bool:
    """Whether the relative pronoun at ``j`` only tells who speaks: "one *who* fled said"."""
    start = p.tokens[j].start
    return any(s.start < start < s.end for m in draft.sources for s in m.spans)


def _is_witnessed(p: Passage, draft: Draft) -> bool:
    """Whether the words about the source, not those it conveys, say that it saw for itself."""
    for j, token in enumerate(p.tokens):
        if p.says.evidential.at(p.tokens, j) and p.quoted[j] < 0:
            return not any(s.start <= token.start < s.end for s in draft.content)
    return False
