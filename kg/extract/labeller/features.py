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
    """

    p: Passage
    drafts: Sequence[Draft]

    @cached_property
    def words(self) -> list[str]:
        """By token, its folded word in characters that every encoding has."""
        return [t.low.encode("utf-8", "replace").decode("utf-8") for t in self.p.tokens]

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
        return [
            [
                f"w={lang}:{self.words[i]}",
                f"p={p.tree.pos[i]}",
                f"d={self.deps[i]}",
                f"d={self.deps[i]}/{p.tree.pos[head]}",
                f"h={self.shapes[i]}",
                f"m={self.marks[i]}",
                f"r={self.ruled[i]}",
                f"l={self.classes[i]}",
                f"hl={self.classes[head]}/{self.deps[i]}",
            ]
            for i, head in enumerate(p.tree.heads)
        ]

    def _class(self, i: int) -> str:
        p, low = self.p, self.p.tokens[i].low
        forms = p.lex.verb(low)
        if forms and p.tree.pos[i] not in {"DET", "ADP"}:
            classes = sorted({form.cue.cue_class.value for form in forms})
            return "v:" + "+".join(classes[:2])
        if noun := p.lex.noun(low):
            return f"n:{noun.cue_class.value}"
        return self._kind_of_word(low) or self._expression(i) or _auxiliary(p, low)

    def _kind_of_word(self, low: str) -> str:
        """Who or what a word names, or what it does in a sentence."""
        lex = self.p.lex
        groups = {
            "person": lex.people | lex.spokespersons,
            "unnamed": lex.unnamed_heads,
            "pron": lex.pronouns,
            "that": lex.complementizers,
            "not": lex.negations,
        }
        if low in lex.source_heads and low not in groups["person"] | groups["unnamed"]:
            return f"k:{lex.source_heads[low].value}"
        return next((name for name, words in groups.items() if low in words), "")

    def _expression(self, i: int) -> str:
        """Which fixed expression begins at token ``i``."""
        says, tokens = self.p.says, self.p.tokens
        found = {
            "frame": says.frames,
            "citing": says.citing,
            "hearsay": says.hearsay,
            "although": says.concessives,
        }
        return next((name for name, phrases in found.items() if phrases.at(tokens, i)), "")


def _auxiliary(p: Passage, low: str) -> str:
    return "aux" if p.lex.auxiliary(low) else ""


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
