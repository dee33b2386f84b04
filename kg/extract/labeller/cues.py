"""First stage: which words signal that somebody is said to have conveyed something."""

from kg.extract.labeller.features import Features, Sentence

BEGIN, INSIDE, OUTSIDE = "B", "I", "O"
"""Labels: the first word of a cue, its further words, all else."""


def cue_features(sentence: Sentence) -> Features:
    """The features of every token for the first stage, neighbours included."""
    base = sentence.base
    p = sentence.p
    low = sentence.words
    lang = p.lex.lang
    found = []
    last = len(base) - 1
    for i, features in enumerate(base):
        own = [*features, f"suffix={lang}:{low[i][-3:]}"]
        for step in (-2, -1, 1, 2):
            j = i + step
            if not 0 <= j <= last:
                own.append(f"{step}:edge")
                continue
            own += [
                f"{step}:w={lang}:{low[j]}",
                f"{step}:p={p.tree.pos[j]}",
                f"{step}:l={sentence.classes[j]}",
                f"{step}:r={sentence.ruled[j]}",
                f"{step}:m={sentence.marks[j]}",
            ]
        below = sorted({sentence.deps[c] for c in p.tree.below[i]})
        own += [f"below={dep}" for dep in below]
        if sentence.classes[i]:
            own += [f"l&below={sentence.classes[i]}/{dep}" for dep in below]
            own.append(f"l&p={sentence.classes[i]}/{p.tree.pos[i]}")
        own += _syntax(sentence, i)
        own.append(f"r&l={sentence.ruled[i]}/{sentence.classes[i]}")
        found.append(own)
    return found


def _syntax(sentence: Sentence, i: int) -> list[str]:
    """Who its subject is and what it governs: a verb that nobody can speak by is no cue."""
    p = sentence.p
    found = []
    for child in p.tree.below[i]:
        dep = sentence.deps[child]
        if dep.startswith(("nsubj", "obl:agent", "agent")):
            who = sentence.classes[child] or sentence.shapes[child]
            found += [f"{dep}={who}", f"{dep}={who}/{sentence.classes[i]}"]
        elif dep in {"ccomp", "xcomp", "obj", "parataxis"}:
            found.append(f"{dep}={p.tree.pos[child]}/{sentence.marks[child]}")
    found += [f"lemma={form.cue.lemma}" for form in p.lex.verb(p.tokens[i].low)[:1]]
    return found
