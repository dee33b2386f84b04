"""Finds who speaks: the noun phrase that is the subject or agent of a cue.

The tree is asked first; where it has none (inversion, mis-tagged verbs, coordination) the
words beside the verb decide.
"""

from kg.extract.circumstances import past_circumstance
from kg.extract.kinds import can_speak
from kg.extract.passages import Passage, Range
from kg.extract.phrases import (
    NEAR,
    NOMINAL,
    RELATIVE,
    after_preposition,
    from_clause_start,
    noun_phrase,
    shaved,
    with_apposition,
)
from kg.extract.verbs import VerbGroup

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "nsubj:caus", "csubj", "expl:subj")
_AGENT = {"en": frozenset({"by"}), "fr": frozenset({"par", "de", "d'", "du"})}
_ASIDE = 20
"""Most tokens of a subject together with the aside that follows it."""

_LONGEST = 14
"""Most tokens that a subject read off the surface may have."""


def subject(p: Passage, group: VerbGroup) -> Range | None:
    """The noun phrase that is the grammatical subject of ``group``, on either side."""
    if group.clitic >= 0:
        return group.clitic, group.clitic + 1
    found = _by_tree(p, group)
    if turned := _turned(p, group, found):
        return turned
    aside = _over_aside(p, group)
    if aside and (found is None or (aside[0] < found[0] and found[1] <= aside[1])):
        return aside
    found = found or _to_the_left(p, group) or inverted(p, group)
    return _antecedent(p, found) if found else None


def _turned(p: Passage, group: VerbGroup, found: Range | None) -> Range | None:
    """The speaker after the verb of a French incise: "Une plainte, confirme le parquet, …".

    The tree takes the noun before the comma for its subject.
    """
    if p.lex.lang != "fr" or group.mood != "finite" or p.low(group.lo - 1) != ",":
        return None
    if found and found[1] < group.lo - 1 and can_speak(p, found):
        return None
    after = inverted(p, group)
    return after if after and can_speak(p, after) else None


def _antecedent(p: Passage, found: Range) -> Range:
    """The noun phrase that a relative pronoun stands for; the phrase itself if it is none."""
    lo, hi = found
    if hi - lo > 1 or p.low(lo) not in RELATIVE:
        return found
    verb = p.tree.heads[lo]
    while p.tree.deps[verb] not in {"relcl", "acl:relcl", "acl"} and p.tree.heads[verb] != verb:
        verb = p.tree.heads[verb]
    noun = p.tree.heads[verb]
    if noun >= lo or p.tree.pos[noun] not in NOMINAL:
        return found
    left = from_clause_start(p, p.tree.lefts[noun], noun)
    while left < noun and p.tree.pos[left] == "ADP":
        left += 1
    return shaved(p, left, lo)


def _by_tree(p: Passage, group: VerbGroup) -> Range | None:
    for verb in _governors(p, group):
        heads = [s for s in p.tree.children(verb, *_SUBJECTS) if not group.spoken_by(s)]
        if heads:
            nearest = min(heads, key=lambda s: abs(s - group.head))
            found = noun_phrase(p, nearest, group)
            if found and p.quoted[nearest] == p.quoted[group.head]:
                return found
    return None


def _governors(p: Passage, group: VerbGroup) -> list[int]:
    """The verb and those whose subject it shares: conjuncts, controllers, its auxiliaries."""
    found = [group.head, *(j for j in range(group.lo, group.head) if p.tree.pos[j] == "AUX")]
    at = group.head
    for above in p.tree.ancestors(group.head):
        if p.tree.deps[at] not in {"conj", "xcomp", "advcl", "acl", "prep", "pcomp", "aux"}:
            break
        if p.tree.deps[at] in {"advcl", "acl"} and group.mood == "finite":
            break
        found.append(above)
        at = above
    return found


def _to_the_left(p: Passage, group: VerbGroup) -> Range | None:
    """The words right before the verb, back to where its clause begins."""
    hi = group.lo
    lo = hi
    while lo > 0 and hi - lo < _LONGEST and not _bounds(p, lo - 1, group):
        lo -= 1
    while lo < hi and p.tree.pos[lo] in {"ADV", "CCONJ", "SCONJ", "PUNCT", "ADP"}:
        lo += 1
    words = shaved(p, lo, hi)
    nominal = any(p.tree.pos[j] in NOMINAL for j in range(lo, hi))
    named = lo < hi and (can_speak(p, words) or p.tree.pos[lo] == "DET")
    return words if nominal and named else None


def _over_aside(p: Passage, group: VerbGroup) -> Range | None:
    """The subject that an aside parts from its verb: "Crake, of Weir Lane, denies"."""
    if p.low(group.lo - 1) != "," or group.mood != "finite":
        return None
    lo = 0
    for j in range(group.lo - 2, -1, -1):
        if p.quoted[j] != p.quoted[group.head] or p.tokens[j].text in {";", ":", "—", "–"}:
            lo = j + 1
            break
    while lo < group.lo and p.tree.pos[lo] in {"CCONJ", "PUNCT"}:
        lo += 1
    comma = next((j for j in range(lo, group.lo - 1) if p.tokens[j].text == ","), None)
    if comma is None or group.lo - lo > _ASIDE or p.tree.pos[lo] in {"ADP", "SCONJ", "ADV"}:
        return None
    first = range(lo, comma)
    if any(p.tree.finite[j] for j in first) or not can_speak(p, (lo, group.lo - 1)):
        return None
    return shaved(p, lo, group.lo - 1)


def _bounds(p: Passage, j: int, group: VerbGroup) -> bool:
    token = p.tokens[j]
    if p.quoted[j] != p.quoted[group.head] or token.text in {
        ",",
        ";",
        ":",
        "(",
        ")",
        "--",
        "—",
        "–",
    }:
        return True
    if token.low in p.lex.complementizers or p.tree.finite[j]:
        return True
    return token.low in {"mais", "but"}


def inverted(p: Passage, group: VerbGroup) -> Range | None:
    """The phrase right after the verb: "a déclaré le ministre, Jean Petit", "said Anna Kovacs"."""
    lo = _past_addressee(p, past_circumstance(p, group.hi))
    if (
        lo >= p.stop
        or p.tree.pos[lo] not in NOMINAL | {"DET", "ADJ"}
        or (p.quoted[lo] != p.quoted[group.head])
    ):
        return None
    if p.low(lo) in p.lex.complementizers:
        return None
    head = next((j for j in range(lo, p.stop) if p.tree.pos[j] in NOMINAL), lo)
    hi = head + 1
    while hi < p.stop and p.quoted[hi] == p.quoted[lo] and not _ends_phrase(p, hi):
        hi += 1
    hi = with_apposition(p, hi)
    return shaved(p, lo, hi)


def _past_addressee(p: Passage, at: int) -> int:
    """Over "à notre envoyée spéciale" where the speaker follows with a determiner of its own."""
    if p.low(at) not in {"à", "au", "aux"}:
        return at
    noun_seen = False
    for j in range(at + 1, min(at + NEAR, p.stop)):
        if p.tokens[j].text in {",", ";", ":"} or p.tree.finite[j]:
            return at
        if noun_seen and p.tree.pos[j] == "DET":
            return j
        noun_seen |= p.tree.pos[j] in NOMINAL
    return at


def _ends_phrase(p: Passage, j: int) -> bool:
    token = p.tokens[j]
    if token.text in {",", ";", ":", ".", "(", "--", "—", "–", "?", "!"}:
        return True
    if p.tree.finite[j] or token.low in p.lex.complementizers:
        return True
    if p.says.citing.at(p.tokens, j) or p.says.frames.at(p.tokens, j):
        return True
    # A preposition goes on with the name ("of the ministry", "du parquet") or starts a
    # circumstance ("in a statement", "lors d'un point presse", "à l'AFP").
    if p.tree.pos[j] == "ADP":
        return token.low not in {"of", "de", "du", "des", "d'", "for", "at"}
    return p.tree.pos[j] in {"ADV", "SCONJ"} and token.low not in {"-", "adjoint"}


def agent(p: Passage, group: VerbGroup) -> Range | None:
    """Who acts in a passive: the phrase after by or par."""
    words = _AGENT[p.lex.lang]
    for j in range(group.head + 1, min(group.hi + 12, p.stop)):
        low = p.low(j)
        if p.quoted[j] != p.quoted[group.head] or p.tokens[j].text in {";", ":"}:
            return None
        if low in {"by", "par"} and low in words:
            return after_preposition(p, j + 1)
        if p.tree.finite[j] or low in {"que", "that"}:
            return None
    return None
