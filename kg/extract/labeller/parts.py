"""Second stage: given one cue, who speaks and what is conveyed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.drafts import Draft
from kg.extract.labeller.features import Features, Sentence

SOURCE, CONTENT, CUE, NEITHER = "S", "C", "Q", "O"
"""Labels of the second stage."""

_NEAR = 4
"""Tokens from the cue that are told apart one by one; farther ones by halves."""

_FAR = {8: 4, 16: 5}
_FARTHEST = 6
_MOST = 3
"""Steps in the tree, and commas, beyond which no difference is made."""

_COMMAS = frozenset({",", ";", "—", "–"})


def part_features(sentence: Sentence, cue: Sequence[int], draft: Draft | None) -> Features:
    """The features of every token, seen from the cue at tokens ``cue``.

    Args:
        sentence: Where the cue stands.
        cue: Its tokens, in order.
        draft: The attribution that a rule drew for this cue, if one did.
    """
    view = _View(sentence, cue, draft)
    return [view.features(i) for i in range(len(sentence.p.tokens))]


@dataclass(frozen=True)
class _View:
    """A sentence as it looks from one cue."""

    sentence: Sentence
    cue: Sequence[int]
    draft: Draft | None

    @cached_property
    def head(self) -> int:
        """The word of the cue that the lexicon knows, else the one that governs the others."""
        known = [i for i in self.cue if self.sentence.classes[i][:2] in {"v:", "n:"}]
        if known:
            return known[-1]
        heads = self.sentence.p.tree.heads
        tops = (i for i in self.cue if heads[i] not in self.cue or heads[i] == i)
        return next(tops, self.cue[0])

    @cached_property
    def kind(self) -> str:
        """What sort of word the head is."""
        return self.sentence.classes[self.head] or self.sentence.p.tree.pos[self.head]

    @cached_property
    def mine(self) -> list[str]:
        """By token, the part that the rule gave it for this cue."""
        parts = [""] * len(self.sentence.p.tokens)
        if self.draft is not None:
            self.sentence.write(parts, self.draft.content, "c")
            self.sentence.write(parts, [s for m in self.draft.sources for s in m.spans], "s")
        return parts

    @cached_property
    def paths(self) -> list[str]:
        """By token, how it hangs on the head: which branch below it, or how far above."""
        tree = self.sentence.p.tree
        above = {self.head: 0}
        above |= {node: steps for steps, node in enumerate(tree.ancestors(self.head), start=1)}
        branch = {node: f"^{min(steps, _MOST)}" for node, steps in above.items()}
        for i in range(len(tree.heads)):
            trail = []
            while i not in branch:
                trail.append(i)
                i = tree.heads[i]  # noqa: PLW2901 - climbs from the token to what is known
            for node in reversed(trail):
                up = tree.heads[node]
                steps = f"{min(above[up], _MOST)}{self.sentence.deps[node]}" if up in above else ""
                branch[node] = steps or branch[up]
        return [branch[i] for i in range(len(tree.heads))]

    @cached_property
    def commas(self) -> list[int]:
        """By token, how many commas outside of quotations lie between it and the cue."""
        found = [0] * len(self.sentence.p.tokens)
        before = range(self.cue[0] - 1, -1, -1)
        for way in (before, range(self.cue[-1] + 1, len(found))):
            count = 0
            for i in way:
                found[i] = count
                count = min(_MOST, count + self._is_comma(i))
        return found

    def _is_comma(self, i: int) -> bool:
        p = self.sentence.p
        return p.tokens[i].text in _COMMAS and p.quoted[i] < 0

    def side(self, i: int) -> str:
        """Whether a token stands before, in, after or between the words of the cue."""
        if i in self.cue:
            return "q"
        return "<" if i < self.cue[0] else ">" if i > self.cue[-1] else "-"

    def distance(self, i: int) -> int:
        """How far from the cue a token stands, in steps that grow."""
        tokens = min(abs(i - self.cue[0]), abs(i - self.cue[-1]))
        if tokens < _NEAR:
            return tokens
        return next((step for limit, step in _FAR.items() if tokens < limit), _FARTHEST)

    def features(self, i: int) -> list[str]:
        """What holds of one token."""
        s, p, lang = self.sentence, self.sentence.p, self.sentence.p.lex.lang
        side, mine, path, kind = self.side(i), self.mine[i], self.paths[i], self.kind
        pos, mark, commas = p.tree.pos[i], s.marks[i], self.commas[i]
        at = f"{side}{self.distance(i)}"
        found = [
            f"w={lang}:{s.words[i]}",
            f"p={pos}",
            f"h={s.shapes[i]}/{side}",
            f"m={mark}/{p.quoted[i] == p.quoted[self.head]}",
            f"m={mark}/{side}/{kind[:1]}",
            f"l={s.classes[i]}/{side}",
            f"x={mine}",
            f"x={mine}/{self.draft.rule if self.draft else 'none'}",
            f"x={mine}/{s.ruled[i]}",
            f"at={at}",
            f"at={at}/{kind}",
            f"path={path}",
            f"path={path}/{kind}",
            f"path={path}/{side}/{pos}",
            f"commas={side}{commas}",
            f"commas={side}{commas}/{mark}/{path}",
            f"d={s.deps[i]}/{side}",
        ]
        for step in (-1, 1):
            found += self._beside(i + step, step, side)
        return found

    def _beside(self, j: int, step: int, side: str) -> list[str]:
        s, p = self.sentence, self.sentence.p
        if not 0 <= j < len(p.tokens):
            return [f"{step}:edge/{side}"]
        return [
            f"{step}:w={p.lex.lang}:{s.words[j]}/{side}",
            f"{step}:p={p.tree.pos[j]}",
            f"{step}:x={self.mine[j]}",
            f"{step}:path={self.paths[j]}",
        ]
