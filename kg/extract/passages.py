"""One sentence with all that is known of it: words, tree, quotation marks, cue words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.lexicon import Lexicon, lexicon
from kg.extract.matching import Expressions, expressions
from kg.extract.quotes import Quotation, find_quotations
from kg.extract.sentences import Sentence, split
from kg.extract.syntax import Tree, parse
from kg.extract.tokens import Token, tokens
from kg.model import Span

Range = tuple[int, int]
"""Tokens ``[first, last)`` of a sentence."""

_FINAL = frozenset(".!?…:;,") | {"...", "--", "-", "—", "–"}
_TRIM = " \t\u00a0\u202f,;:.…—–-"


@dataclass(frozen=True)
class Passage:
    """A sentence, tokenised and parsed.

    Attributes:
        text: The whole frozen text.
        sentence: Where it stands.
        tokens: Its words and marks.
        tree: Its parse.
        quoted: By token, the number in ``quotations`` of the outermost quotation it stands
            in; -1 for none. The marks themselves belong to their quotation.
        quotations: The outermost quotations of the whole text.
        lex: Cue words of its language.
    """

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    tree: Tree
    quoted: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    lex: Lexicon

    @cached_property
    def says(self) -> Expressions:
        """The fixed expressions of its language."""
        return expressions(self.lex.lang)

    @cached_property
    def stop(self) -> int:
        """Index after its last word or closing mark: where final punctuation begins."""
        end = len(self.tokens)
        while end and self.tokens[end - 1].text in _FINAL:
            end -= 1
        return end

    @property
    def is_question(self) -> bool:
        """Whether it ends as a question, outside of quotation marks."""
        last = self.tokens[-1]
        return last.text.endswith("?") and self.quoted[-1] < 0

    def low(self, i: int) -> str:
        """The folded word at ``i``; empty beyond either end."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def span(self, lo: int, hi: int) -> Span | None:
        """The offsets of tokens ``[lo, hi)``, without outer punctuation; None if none is left.

        A mark of quotation or bracket stays only together with its partner.
        """
        if lo >= hi:
            return None
        return self.trimmed(self.tokens[lo].start, self.tokens[hi - 1].end)

    def trimmed(self, start: int, end: int) -> Span | None:
        """``[start, end)`` without outer punctuation and without enclosing quotation marks."""
        text = self.text
        while True:
            before = start, end
            while start < end and (text[start] in _TRIM or text[start].isspace()):
                start += 1
            while start < end and (text[end - 1] in _TRIM or text[end - 1].isspace()):
                end -= 1
            start, end = self._without_marks(start, end)
            if (start, end) == before:
                break
        if not any(c.isalnum() for c in text[start:end]):
            return None
        return Span(start, end)

    def _without_marks(self, start: int, end: int) -> tuple[int, int]:
        """Take off marks that enclose all, and those whose partner lies outside."""
        if start >= end:
            return start, end
        for quotation in self.quotations_near(start, end):
            outer = quotation.outer
            if outer.start == start and (outer.end >= end or not quotation.closed):
                return min(quotation.inner.start, end), min(quotation.inner.end, end)
            if outer.start < start and outer.end == end:
                return start, max(start, min(quotation.inner.end, end))
        if self.text[start] in ")]":
            start += 1
        elif self.text[end - 1] in "([":
            end -= 1
        return start, end

    def quotations_near(self, start: int, end: int) -> Iterable[Quotation]:
        """The quotations that this sentence touches and that overlap ``[start, end)``."""
        return [q for q in self._own_quotations if q.outer.start < end and start < q.outer.end]

    @cached_property
    def _own_quotations(self) -> tuple[Quotation, ...]:
        """The quotations that the sentence touches."""
        return tuple(self.quotations[n] for n in sorted({q for q in self.quoted if q >= 0}))

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after ``offset``."""
        return next((i for i, t in enumerate(self.tokens) if t.end > offset), len(self.tokens))


def passages(text: str, lang: str) -> list[Passage]:
    """The sentences of ``text``, parsed, in order."""
    lex = lexicon(lang)
    quotations = tuple(q for q in find_quotations(text) if q.depth == 0)
    sentences = split(text, lex)
    cut = [tokens(text, s.span.start, s.span.end, lex) for s in sentences]
    kept = [
        (s, words)
        for s, words in zip(sentences, cut, strict=True)
        if any(token.is_word for token in words)
    ]
    trees = parse([words for _, words in kept], lang)
    marked = _quoted([words for _, words in kept], quotations)
    return [
        Passage(text, sentence, words, tree, quoted, quotations, lex)
        for (sentence, words), tree, quoted in zip(kept, trees, marked, strict=True)
    ]


def _quoted(
    sentences: Sequence[Sequence[Token]], quotations: Sequence[Quotation]
) -> list[tuple[int, ...]]:
    """By sentence and token, in which quotation it stands: one sweep over both."""
    at = 0
    marked = []
    for words in sentences:
        numbers = []
        for token in words:
            while at < len(quotations) and quotations[at].outer.end <= token.start:
                at += 1
            inside = at < len(quotations) and quotations[at].outer.start <= token.start
            numbers.append(at if inside else -1)
        marked.append(tuple(numbers))
    return marked
