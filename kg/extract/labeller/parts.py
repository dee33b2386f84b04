"""Second stage: given one cue, who speaks and what is conveyed."""

from collections.abc import Sequence

from kg.extract.drafts import Draft
from kg.extract.labeller.features import SPEECH, Features, Sentence

SOURCE, CONTENT, CUE, NEITHER = "S", "C", "Q", "O"
"""Labels of the second stage."""


def part_features(sentence: Sentence, cue: Sequence[int], draft: Draft | None) -> Features:
    """The features of every token, seen from the cue at tokens ``cue``.

    Args:
        sentence: Where the cue stands.
        cue: Its tokens, in order.
        draft: The attribution that a rule drew for this cue, if one did.
    """
    p = sentence.p
    size = len(p.tokens)
    mine = [""] * size
    if draft is not None:
        sentence.write(mine, draft.content, "c")
        sentence.write(mine, [s for m in draft.sources for s in m.spans], "s")
    head = _head(sentence, cue)
    kind = sentence.classes[head] or p.tree.pos[head]
    paths = _paths(sentence, head)
    low = [token.low for token in p.tokens]
    lang = p.lex.lang
    inside = set(cue)
    rule = draft.rule if draft else "none"
    found = []
    commas = _crossed(sentence, cue)
    for i in range(size):
        side = "q" if i in inside else "<" if i < cue[0] else ">" if i > cue[-1] else "-"
        distance = min(abs(i - cue[0]), abs(i - cue[-1]))
        near = distance if distance < 4 else 4 if distance < 8 else 5 if distance < 16 else 6
        same = p.quoted[i] == p.quoted[head]
        features = [
            f"w={lang}:{low[i]}",
            f"p={p.tree.pos[i]}",
            f"h={sentence.shapes[i]}/{side}",
            f"m={sentence.marks[i]}/{same}",
            f"m={sentence.marks[i]}/{side}/{kind[:1]}",
            f"l={sentence.classes[i]}/{side}",
            f"x={mine[i]}",
            f"x={mine[i]}/{rule}",
            f"x={mine[i]}/{sentence.ruled[i]}",
            f"at={side}{near}",
            f"at={side}{near}/{kind}",
            f"path={paths[i]}",
            f"path={paths[i]}/{kind}",
            f"path={paths[i]}/{side}/{p.tree.pos[i]}",
            f"commas={side}{commas[i]}",
            f"commas={side}{commas[i]}/{sentence.marks[i]}/{paths[i].split('/')[0]}",
            f"d={sentence.deps[i]}/{side}",
        ]
        if sentence.scope != SPEECH:
            features += [f"scope={sentence.scope}", f"scope={sentence.scope}/{kind}/{side}"]
        for step in (-1, 1):
            j = i + step
            if 0 <= j < size:
                features += [
                    f"{step}:w={lang}:{low[j]}/{side}",
                    f"{step}:p={p.tree.pos[j]}",
                    f"{step}:x={mine[j]}",
                    f"{step}:path={paths[j]}",
                ]
            else:
                features.append(f"{step}:edge/{side}")
        found.append(features)
    return found


def _head(sentence: Sentence, cue: Sequence[int]) -> int:
    """The word of the cue that the lexicon knows, else the one that governs the others."""
    known = [i for i in cue if sentence.classes[i][:2] in {"v:", "n:"}]
    if known:
        return known[-1]
    heads = sentence.p.tree.heads
    return next((i for i in cue if heads[i] not in cue or heads[i] == i), cue[0])


def _paths(sentence: Sentence, head: int) -> list[str]:
    """By token, how it hangs on the cue: which branch below it, or how far above."""
    tree = sentence.p.tree
    above = {head: 0}
    for steps, node in enumerate(tree.ancestors(head), start=1):
        above[node] = steps
    branch: dict[int, str] = {node: f"^{min(steps, 3)}" for node, steps in above.items()}

    def path(i: int) -> str:
        trail = []
        while i not in branch:
            trail.append(i)
            i = tree.heads[i]
        for node in reversed(trail):
            up = tree.heads[node]
            if up in above:
                branch[node] = f"{min(above[up], 3)}{sentence.deps[node]}"
            else:
                branch[node] = branch[up]
        return branch[trail[0]] if trail else branch[i]

    return [path(i) for i in range(len(tree.heads))]


def _crossed(sentence: Sentence, cue: Sequence[int]) -> list[int]:
    """By token, how many commas outside of quotations lie between it and the cue (at most 3)."""
    tokens = sentence.p.tokens
    found = [0] * len(tokens)
    count = 0
    for i in range(cue[0] - 1, -1, -1):
        found[i] = count
        count = min(3, count + (tokens[i].text in {",", ";", "—", "–"} and _out(sentence, i)))
    count = 0
    for i in range(cue[-1] + 1, len(tokens)):
        found[i] = count
        count = min(3, count + (tokens[i].text in {",", ";", "—", "–"} and _out(sentence, i)))
    return found


def _out(sentence: Sentence, i: int) -> bool:
    return sentence.p.quoted[i] < 0
