"""What the text says itself, on nobody's word: the sentences without an attribution.

Questions, commands and fragments (bylines, datelines, captions) claim nothing. "It is no
secret that P" cites nobody: P is own voice under the rule ``common-knowledge``. A sentence
whose only attribution stands in a relative or concessive clause speaks in its own voice too.
"""

from kg.extract.drafts import Draft, Mention
from kg.extract.passages import Passage
from kg.extract.stance import is_hearsay_conditional
from kg.model import SourceKind, Span, WriterCertainty

_OURSELVES = (Mention((), SourceKind.OWN_VOICE),)


def own_voice(p: Passage, number: int, drafts: list[Draft]) -> Draft | None:
    """The own-voice candidate of one sentence, given the attributions ``drafts`` found in it."""
    if any(not d.aside for d in drafts) or not _declares(p):
        return None
    content, rule = _content(p, drafts)
    if content is None:
        return None
    distanced = is_hearsay_conditional(p, (content,))
    return Draft(
        rule=rule,
        sources=_OURSELVES,
        cue=(),
        content=(content,),
        certainty=WriterCertainty.DISTANCED if distanced else WriterCertainty.NEUTRAL,
        confidence=0.8,
        sentence=number,
    )


def _declares(p: Passage) -> bool:
    if p.is_question or any(t.text.startswith("?") for t in p.tokens[-2:]):
        return False
    finite = any(
        p.tree.finite[i] and p.tokens[i].is_word and p.quoted[i] < 0 for i in range(len(p.tokens))
    )
    return finite and not _commands(p)


def _commands(p: Passage) -> bool:
    """A bare verb at the start that has no subject: "Read more", "Lire aussi"."""
    first = next((i for i, t in enumerate(p.tokens) if t.is_word), 0)
    subjects = {"nsubj", "nsubjpass", "nsubj:pass", "expl", "expl:subj"}
    return (
        p.tree.pos[first] == "VERB"
        and first == p.tree.root
        and not any(p.tree.deps[c] in subjects for c in p.tree.children(first))
    )


def _content(p: Passage, drafts: list[Draft]) -> tuple[Span | None, str]:
    start, end, rule = 0, p.stop, "own-voice"
    for i in range(min(3, len(p.tokens))):
        taken = p.says.common_knowledge.at(p.tokens, i)
        if taken:
            start, rule = i + taken, "common-knowledge"
    concessive = [d for d in drafts if d.concessive]
    for i in range(start + 1, p.stop):
        if concessive and p.tokens[i].text == "," and p.says.concessives.at(p.tokens, i + 1):
            end = i
            break
    return p.span(start, end), rule
