"""Contents that are infinitives or noun phrases: promised to, denied the charge, accused X of."""

from collections.abc import Callable

from kg.extract.circumstances import past_circumstance
from kg.extract.extents import content_end
from kg.extract.lexicon import CueClass, Frame
from kg.extract.passages import Passage
from kg.extract.search import BRIDGE, OPENING_MARKS, Found, Search, made, to_end
from kg.extract.subjects import agent
from kg.extract.verbs import VerbGroup

_POINTING = frozenset(["it", "this", "that", "these", "those", "cela", "ça", "ceci"])
_BEFORE_NOUN = frozenset({"des", "du", "all", "any", "both"})
_CIRCUMSTANCE = 5
"""Most tokens of a date or place between a verb and its object."""

_BEFORE_INFINITIVE = frozenset(
    ["de", "d'", "à", "ne", "n'", "pas", "se", "s'", "y", "en", "l'", "le", "la", "les"]
)


def infinitive(search: Search) -> Found | None:
    """An infinitive clause: "promised to", "affirme avoir", "a demandé de"."""
    return _to_infinitive(search) if search.p.lex.lang == "en" else _french_infinitive(search)


def _to_infinitive(search: Search) -> Found | None:
    """English: "promised to", "urged residents to", "denied having"."""
    p, at = search.p, search.group.hi
    addressed = Frame.ADDRESSEE in search.cue.frames or search.cue.cue_class is CueClass.DEMAND
    if _is_gerund(p, at) or (p.tree.pos[at : at + 1] == ("ADV",) and _is_gerund(p, at + 1)):
        return to_end(search, Frame.INFINITIVE, at)
    for j in range(at, min(at + (BRIDGE if addressed else 3), p.stop)):
        if p.low(j) == "to" and p.tree.pos[j + 1 : j + 2] in [("VERB",), ("AUX",)]:
            return to_end(search, Frame.INFINITIVE, at if j > at and addressed else j)
        if p.tree.finite[j] or p.tokens[j].text in {",", ";", ":"}:
            return None
    return None


def _is_gerund(p: Passage, at: int) -> bool:
    """Whether "having seen" or "taking" at ``at`` is what the verb before it governs."""
    if at >= p.stop or not p.low(at).endswith("ing"):
        return False
    top = p.tree.heads[at] if p.tree.deps[at].startswith("aux") else at
    return p.tree.deps[top] in {"xcomp", "pcomp", "ccomp"}


def _french_infinitive(search: Search) -> Found | None:
    p = search.p
    at = past_circumstance(p, search.group.hi)
    for j in range(at, min(at + 6, p.stop)):
        if p.tree.infinitive[j] and p.quoted[j] == p.quoted[search.group.head]:
            return to_end(search, Frame.INFINITIVE, at)
        if p.low(j) not in _BEFORE_INFINITIVE:
            return None
    return None


def noun(search: Search) -> Found | None:
    """A noun phrase right after the verb, or after when and where."""
    p, group = search.p, search.group
    if _stands_for_clause(p, group.hi):
        return made(search, Frame.NOUN, group.hi, group.hi + 1)
    relations = ("dobj", "obj", "obl:arg", "xcomp")
    objects = [c for c in p.tree.children(group.head, *relations) if c >= group.hi]
    lo = _object_start(p, group, objects)
    if lo is None:
        return None
    head = objects[0] if objects and objects[0] >= lo else _first_noun(p, lo)
    if head is None:
        return None
    head = _top(p, head, lo)
    hi = min(max(p.tree.rights[head] + 1, head + 1), p.stop)
    hi = min(hi, content_end(p, lo, group, search.others))
    hi = _before_comment(p, lo, head, hi)
    return made(search, Frame.NOUN, lo, hi)


def _stands_for_clause(p: Passage, at: int) -> bool:
    """Whether a pronoun alone is what is conveyed: "denied this", "conteste cela"."""
    if p.low(at) not in _POINTING:
        return False
    return at + 1 >= p.stop or p.tree.pos[at + 1] not in {"NOUN", "ADJ", "PROPN", "NUM"}


def _object_start(p: Passage, group: VerbGroup, objects: list[int]) -> int | None:
    lo = past_circumstance(p, group.hi)
    if lo >= p.stop:
        return None
    circumstance = p.tree.pos[lo] in {"ADP", "ADV"} and p.low(lo) not in {"des", "du", "de", "d'"}
    if circumstance and objects:
        between = range(lo, p.tree.lefts[objects[0]])
        if len(between) > _CIRCUMSTANCE or any(
            p.tree.finite[j] or p.tokens[j].text in {",", ";", ":"} for j in between
        ):
            return None
        lo = p.tree.lefts[objects[0]]
    opens = p.tokens[lo].text in OPENING_MARKS
    if p.quoted[lo] != p.quoted[group.head] and not opens:
        return None
    nominal = p.tree.pos[lo] in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"}
    return lo if nominal or opens or p.low(lo) in _BEFORE_NOUN else None


def _first_noun(p: Passage, lo: int) -> int | None:
    return next(
        (j for j in range(lo, min(lo + 5, p.stop)) if p.tree.pos[j] in {"NOUN", "PROPN"}), None
    )


def _top(p: Passage, head: int, lo: int) -> int:
    """The noun that governs the phrase, where ``head`` only qualifies it ("tax *fairness*")."""
    for above in p.tree.ancestors(head):
        if above < lo or p.tree.pos[above] not in {"NOUN", "PROPN"}:
            break
        head = above
    return head


def _before_comment(p: Passage, lo: int, head: int, hi: int) -> int:
    """Stop before ", which …" and ", ce qui …": whose words those are is not said."""
    for j in range(max(lo, head) + 1, hi):
        if p.tokens[j - 1].text == "," and p.low(j) in {"which", "who", "ce", "qui", "where", "où"}:
            return j - 1
    return hi


def of(*prepositions: str, frame: Frame) -> Callable[[Search], Found | None]:
    """Somebody of something: the content begins with the object and goes on over ``of``."""

    def look(search: Search) -> Found | None:
        p, group = search.p, search.group
        for j in range(group.hi, min(group.hi + BRIDGE, p.stop)):
            if p.quoted[j] != p.quoted[group.head] or p.tree.finite[j]:
                return None
            if p.tokens[j].text in {";", ":"}:
                return None
            if p.low(j) in prepositions and _governs(search, j):
                at = j + 1 if j == group.hi else group.hi
                at = j if group.passive else at
                return to_end(search, frame, at)
        return None

    return look


def _governs(search: Search, j: int) -> bool:
    """Whether the preposition at ``j`` goes with the verb and not with the noun before it."""
    p, group = search.p, search.group
    by = agent(p, group) if group.passive else None
    if by and j == by[1]:
        return True
    if j == group.hi or p.tree.infinitive[j + 1 : j + 2] == (True,):
        return True
    if j + 1 < p.stop and p.tokens[j + 1].text in OPENING_MARKS:
        return True
    if p.lex.lang == "fr":
        tops = [j, p.tree.heads[j]]
        return any(p.tree.heads[t] == group.head for t in tops)
    return p.tree.heads[j] == group.head or p.tree.heads[p.tree.heads[j]] == group.head


def naming(search: Search) -> Found | None:
    """In "describes A as B" A and B; in the passive B alone, since A stands before the cue."""
    p, group = search.p, search.group
    words = {"as"} if p.lex.lang == "en" else {"comme", "de", "d'"}
    for j in range(group.hi, min(group.hi + 2 * BRIDGE, p.stop)):
        if p.tokens[j].text in {";", ":"} or p.tree.finite[j]:
            break
        if p.low(j) in words and (p.low(j) in {"as", "comme"} or _governs(search, j)):
            if group.passive:
                hi = _before_comment(p, j + 1, j + 1, content_end(p, j + 1, group, search.others))
                found = made(search, Frame.AS, j + 1, hi)
                return Found(found.frame, found.spans, found.lo, found.hi, (j,))
            hi = content_end(p, group.hi, group, search.others)
            return made(search, Frame.AS, group.hi, _before_comment(p, group.hi, j + 1, hi))
    return _called(search)


def _called(search: Search) -> Found | None:
    """Somebody something without a word between: called this “a tale”, juge le plan « risqué »."""
    p, group = search.p, search.group
    if group.passive or p.quoted[group.hi : group.hi + 1] != (p.quoted[group.head],):
        return None
    for j in range(group.hi + 1, min(group.hi + BRIDGE, p.stop)):
        if p.tokens[j].text in {",", ";", ":"} or p.tree.finite[j] or p.low(j) in {"to", "that"}:
            return None
        number = p.quoted[j]
        if number < 0 or number == p.quoted[group.head]:
            continue
        if p.tree.pos[j - 1] not in {"NOUN", "PROPN", "PRON", "DET", "X"}:
            return None
        hi = next((k for k in range(j, len(p.tokens)) if p.quoted[k] != number), len(p.tokens))
        return made(search, Frame.AS, group.hi, hi)
    return None
