"""Turns tokens of a sentence into spans of the text."""

from dataclasses import replace

from kg.extract.drafts import Spans
from kg.extract.passages import Passage
from kg.model import Span


def joined(p: Passage, indexes: list[int]) -> Spans:
    """The spans of tokens, neighbours in one span."""
    spans: list[Span] = []
    last = -2
    for j in sorted(set(indexes)):
        token = p.tokens[j]
        if j == last + 1 and spans:
            spans[-1] = replace(spans[-1], end=token.end)
        else:
            spans.append(Span(token.start, token.end))
        last = j
    return tuple(spans)
