"""What the labeller knows of each word of a sentence.

Features are strings, as python-crfsuite takes them. Most say nothing of the word itself: its
part of speech, its place in the tree, its place in quotation marks, what the cue lexicon and
the rules make of it. So that what is learned on one language and topic holds on others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.drafts import Draft, Spans
from kg.extract.passages import Passage
from kg.model import Span

Features = list[list[str]]
"""By token, the names of what holds of it."""

SPEECH = "speech"
"""Acts by which something is conveyed, as ``docs/reference/annotation.md`` has them."""

THOUGHT = "thought"
"""These and what somebody is said to know, think or see, as discourse treebanks mark it."""

_UNIVERSAL = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "npadvmod": "obl:tmod",
    "attr": "xcomp",
}
"""ClearNLP relations by the Universal Dependencies that the French parser uses."""

_RARE_SHAPES = {True: "Aa", False: "aa"}


@dataclass(frozen=True)
class Sentence:
    """One sentence as the labeller sees it.

    Attributes:
        p: The parsed sentence.
        drafts: What the rules drew in it.
        scope: Which acts count, see `SPEECH` and `THOUGHT`.
    """

    p: Passage
    drafts: Sequence[Draft]
    scope: str = SPEECH

    @cached_property
    def deps(self) -> list[str]:
        """By token, its relation in Universal Dependencies."""
        return [_UNIVERSAL.get(dep, dep) for dep in self.p.tree.deps]

    @cached_property
    def classes(self) -> list[str]:
        """By token, what the cue lexicon knows of it; empty for most words."""
        return [self._class(i) for i in range(len(self.p.tokens))]

    @cached_property
    def shapes(self) -> list[str]:
        """By token, whether it is a mark, a number, in capitals or capitalised."""
        return [_shape(token.text) for token in self.p.tokens]

    @cached_property
    def marks(self) -> list[str]:
        """By token, how it stands to quotation marks."""
        quoted = self.p.quoted
        found = []
        for i, number in enumerate(quoted):
            if number < 0:
                found.append("out")
                continue
            first = i == 0 or quoted[i - 1] != number
            last = i + 1 == len(quoted) or quoted[i + 1] != number
            found.append("first" if first else "last" if last else "in")
        return found

    @cached_property
    def ruled(self) -> list[str]:
        """By token, the part of a rule's attribution that it belongs to, innermost first."""
        parts = [""] * len(self.p.tokens)
        for draft in sorted(self.drafts, key=lambda d: -_size(d.content)):
            self.write(parts, draft.content, "c")
            self.write(parts, [s for m in draft.sources for s in m.spans], "s")
        for draft in self.drafts:
            self.write(parts, draft.cue, "q")
        return parts

    def write(self, parts: list[str], spans: Iterable[Span], part: str) -> None:
        """Set ``part`` for every token that ``spans`` cover."""
        for span in spans:
            for i, token in enumerate(self.p.tokens):
                if span.start < token.end and token.start < span.end:
                    parts[i] = part

    @cached_property
    def base(self) -> Features:
        """By token, what holds of it whatever the cue."""
        p = self.p
        lang = p.lex.lang
        found = []
        for i, token in enumerate(p.tokens):
            head = p.tree.heads[i]
            word = token.low if self.shapes[i] not in {"0", "."} else self.shapes[i] + token.text
            features = [
                f"w={lang}:{word}",
                f"p={p.tree.pos[i]}",
                f"d={self.deps[i]}",
                f"d={self.deps[i]}/{p.tree.pos[head]}",
                f"h={self.shapes[i]}",
                f"m={self.marks[i]}",
                f"r={self.ruled[i]}",
                f"l={self.classes[i]}",
                f"hl={self.classes[head]}/{self.deps[i]}",
            ]
            if self.scope != SPEECH:
                features += [
                    f"scope={self.scope}",
                    f"scope={self.scope}/{self.classes[i]}",
                    f"scope={self.scope}/{lang}:{word}",
                ]
            found.append(features)
        return found

    def _class(self, i: int) -> str:
        p = self.p
        low = p.tokens[i].low
        forms = p.lex.verb(low)
        if forms and p.tree.pos[i] not in {"DET", "ADP"}:
            classes = sorted({form.cue.cue_class.value for form in forms})
            return "v:" + "+".join(classes[:2])
        if noun := p.lex.noun(low):
            return f"n:{noun.cue_class.value}"
        if low in p.lex.people or low in p.lex.spokespersons:
            return "person"
        if low in p.lex.unnamed_heads:
            return "unnamed"
        if low in p.lex.source_heads:
            return f"k:{p.lex.source_heads[low].value}"
        if low in p.lex.pronouns:
            return "pron"
        if low in p.lex.complementizers:
            return "that"
        if low in p.lex.negations:
            return "not"
        if p.says.frames.at(p.tokens, i):
            return "frame"
        if p.says.citing.at(p.tokens, i):
            return "citing"
        if p.says.hearsay.at(p.tokens, i):
            return "hearsay"
        if p.says.concessives.at(p.tokens, i):
            return "although"
        if p.lex.auxiliary(low):
            return "aux"
        return ""


def _shape(text: str) -> str:
    if not any(c.isalnum() for c in text):
        return "."
    if text[0].isdigit():
        return "0"
    if text.isupper() and len(text) > 1:
        return "AA"
    return _RARE_SHAPES[text[0].isupper()]


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
