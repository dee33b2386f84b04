"""Finds what is conveyed to the right of a cue verb, by the constructions its cue allows.

"that P", "« P »", "to do P", "the charges", "whether P", "X of P", "A as B". Each lexicon
entry says in which of these frames its verb reports; anything else is another meaning.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.extract.extents import content_end, with_running_quotation
from kg.extract.lexicon import Cue, CueClass, Frame
from kg.extract.passages import Passage
from kg.extract.subjects import agent
from kg.extract.verbs import VerbGroup
from kg.model import Span

_THAT = {"en": frozenset({"that"}), "fr": frozenset({"que", "qu'"})}
_WH = {
    "en": frozenset(["whether", "if", "why", "how", "what", "who", "when", "where", "which"]),
    "fr": frozenset(
        [
            "si",
            "s'",
            "pourquoi",
            "comment",
            "combien",
            "où",
            "quand",
            "quel",
            "quelle",
            "quels",
            "quelles",
        ]
    ),
}
_BEFORE_NOUN = frozenset({"des", "du", "all", "any", "both"})
_CIRCUMSTANCE = 5
"""Most tokens of a date or place between a verb and its object."""

_INDIRECT = frozenset({"whether", "if", "why"})
_BRIDGE = 14
"""Most tokens between a verb and its clause: addressee, date, place, an aside in commas."""

_SAYING = 4
"""Words from which a quotation in mid-sentence is a saying and no term or title."""

_BEFORE_INFINITIVE = frozenset(
    ["de", "d'", "à", "ne", "n'", "pas", "se", "s'", "y", "en", "l'", "le", "la", "les"]
)
_OPENING_MARKS = frozenset({"«", "“", '"', "„", "``", "‘", "‹"})


@dataclass(frozen=True, slots=True)
class Found:
    """A content and how it was found.

    Attributes:
        frame: The construction.
        spans: The content.
        lo: Token at which it begins.
        hi: After the last token of it in this sentence.
        cue: Further tokens of the cue (comme, as).
    """

    frame: Frame
    spans: tuple[Span, ...]
    lo: int
    hi: int
    cue: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look: one verb group in its sentence."""

    p: Passage
    group: VerbGroup
    others: list[VerbGroup]
    cue: Cue


def complement(p: Passage, group: VerbGroup, others: list[VerbGroup], cue: Cue) -> Found | None:
    """The content of ``group`` read as ``cue``, to its right; None if there is none."""
    search = Search(p, group, others, cue)
    for frame, look in _FRAMES.items():
        if frame in cue.frames:
            found = look(search)
            if found and found.spans:
                return found
    return None


def _clause(search: Search) -> Found | None:
    """A finite clause with complementizer, or without it in English."""
    p, group = search.p, search.group
    words = _THAT[p.lex.lang]
    for j in range(group.hi, min(group.hi + _BRIDGE, p.stop)):
        low = p.low(j)
        if p.quoted[j] != p.quoted[group.head]:
            return None
        if low == "that" and p.tree.deps[j] in {"nsubj", "nsubjpass", "det"}:
            break
        if low in words:
            if not _bridges(search, j) or p.low(j + 1) in {"", "."}:
                return None
            return _to_end(search, Frame.THAT, j + 1)
        if p.tokens[j].text in {";", ":"} or low in {"and", "et", "but", "mais"}:
            break
        if any(o.lo <= j < o.hi and o.mood in {"finite", "-ing"} for o in search.others):
            break
        if p.tree.finite[j] or low in _WH[p.lex.lang]:
            break
    return _bare_clause(search) if p.lex.lang == "en" else None


def _bridges(search: Search, j: int) -> bool:
    """Whether the words from the verb to the complementizer at ``j`` can stand there."""
    p, group = search.p, search.group
    between = range(group.hi, j)
    if not between or Frame.ADDRESSEE in search.cue.frames:
        return True
    first = between[0]
    if p.tokens[j - 1].text == "," or p.tree.pos[first] in {"ADP", "ADV", "PUNCT"}:
        return True
    if p.tree.deps[j] == "mark" and p.tree.heads[p.tree.heads[j]] == group.head:
        return True
    temporal = {"npadvmod", "obl:tmod", "obl:mod", "advmod", "nmod:tmod"}
    if any(p.tree.deps[k] in temporal and p.tree.heads[k] == group.head for k in between):
        return True
    # "a déclaré Jean Dupont que": an inverted subject is rare and its tree unreliable.
    return all(p.tokens[k].is_capitalised for k in between if p.tokens[k].is_word)


def _bare_clause(search: Search) -> Found | None:
    """English: "said he would come"."""
    p, group = search.p, search.group
    clauses = [
        c
        for verb in (group.head, *group.tail)
        for c in p.tree.children(verb, "ccomp", "parataxis")
        if c > group.head and (p.tree.finite[c] or _has_finite_auxiliary(p, c))
    ]
    for c in clauses:
        lo = max(p.tree.lefts[c], group.hi)
        if p.low(lo) in _INDIRECT and any(Frame.WH in cue.frames for cue in group.cues):
            continue
        if p.quoted[lo] != p.quoted[group.head] and p.tokens[lo].text not in _OPENING_MARKS:
            continue
        while lo < c and (not p.tokens[lo].is_word and p.quoted[lo] < 0):
            lo += 1
        if _all_of_clause(search, lo):
            lo = group.hi
        if lo - group.hi <= _BRIDGE and lo < c + 1:
            return _to_end(search, Frame.THAT, lo)
    return _clause_by_words(search)


_CANNOT_NAME = frozenset({CueClass.SAY, CueClass.REPORT, CueClass.CLAIM, CueClass.BELIEVE})


def _clause_by_words(search: Search) -> Found | None:
    """A clause that the tree has missed: what else could follow "says" right away?"""
    p, at = search.p, search.group.hi
    takes_object = search.cue.frames & {Frame.NOUN, Frame.ADDRESSEE}
    if search.cue.cue_class not in _CANNOT_NAME or takes_object:
        return None
    if p.tree.pos[at : at + 1] not in [("DET",), ("PRON",), ("PROPN",), ("NOUN",)]:
        return None
    if p.tree.deps[at] == "npadvmod" or p.quoted[at] != p.quoted[search.group.head]:
        return None
    for j in range(at + 1, min(at + _BRIDGE, p.stop)):
        if p.tree.finite[j]:
            return _to_end(search, Frame.THAT, at)
        if p.tokens[j].text in {",", ";", ":"}:
            return None
    return None


def _all_of_clause(search: Search, lo: int) -> bool:
    """Whether the words between verb and clause are its subject, which the tree hung elsewhere."""
    p, at = search.p, search.group.hi
    if Frame.ADDRESSEE in search.cue.frames or not at < lo:
        return False
    if p.tree.pos[at] not in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
        return False
    temporal = p.tree.deps[at] in {"npadvmod", "advmod"} or p.tree.deps[lo - 1] == "npadvmod"
    return not temporal and all(p.tokens[j].text not in {",", ":"} for j in range(at, lo))


def _has_finite_auxiliary(p: Passage, verb: int) -> bool:
    return any(p.tree.finite[a] for a in p.tree.children(verb, "aux", "auxpass", "aux:pass", "cop"))


def _quoted(search: Search) -> Found | None:
    """Words in quotation marks after the verb: "a déclaré : « … »", 'said, "…"'."""
    p, group = search.p, search.group
    for j in range(group.hi, min(group.hi + 2 * _BRIDGE, p.stop)):
        number = p.quoted[j]
        if number >= 0 and number != p.quoted[group.head]:
            quotation = p.quotations[number]
            if quotation.outer.start != p.tokens[j].start or not _speech(search, j):
                return None
            span = p.trimmed(quotation.outer.start, quotation.outer.end)
            hi = j
            while hi < len(p.tokens) and p.quoted[hi] == number:
                hi += 1
            return Found(Frame.QUOTE, (span,) if span else (), j, hi)
        if p.tokens[j].text == ";" or p.tree.finite[j] or p.low(j) in {"but", "mais"}:
            return None
        if any(o.lo <= j < o.hi for o in search.others):
            return None
    return None


def _speech(search: Search, j: int) -> bool:
    """Whether the quotation at ``j`` is speech and not a word or name in marks."""
    p = search.p
    quotation = p.quotations[p.quoted[j]]
    words = quotation.inner.of(p.text)
    if p.tokens[j - 1].text in {":", ","}:
        return True
    if j == search.group.hi:
        return len(words.split()) > 1 or words[-1] in ".!?,"
    return len(words.split()) >= _SAYING and words[0].isupper()


def _question(search: Search) -> Found | None:
    p, group = search.p, search.group
    for j in range(group.hi, min(group.hi + _BRIDGE, p.stop)):
        if p.quoted[j] != p.quoted[group.head] or p.tree.finite[j]:
            return None
        ce = p.low(j) == "ce" and p.low(j + 1) in {"que", "qu'", "qui", "dont"}
        if p.low(j) in _WH[p.lex.lang] or ce:
            return _to_end(search, Frame.WH, j)
        if p.tokens[j].text in {",", ";", ":"}:
            return None
    return None


def _infinitive(search: Search) -> Found | None:
    return _to_infinitive(search) if search.p.lex.lang == "en" else _french_infinitive(search)


def _to_infinitive(search: Search) -> Found | None:
    """English: "promised to", "urged residents to", "denied having"."""
    p, at = search.p, search.group.hi
    addressed = Frame.ADDRESSEE in search.cue.frames or search.cue.cue_class is CueClass.DEMAND
    if p.tree.deps[at : at + 1] in [("xcomp",), ("pcomp",)] and p.low(at).endswith("ing"):
        return _to_end(search, Frame.INFINITIVE, at)
    for j in range(at, min(at + (_BRIDGE if addressed else 3), p.stop)):
        if p.low(j) == "to" and p.tree.pos[j + 1 : j + 2] in [("VERB",), ("AUX",)]:
            return _to_end(search, Frame.INFINITIVE, at if j > at and addressed else j)
        if p.tree.finite[j] or p.tokens[j].text in {",", ";", ":"}:
            return None
    return None


def _french_infinitive(search: Search) -> Found | None:
    p, at = search.p, search.group.hi
    for j in range(at, min(at + 6, p.stop)):
        if p.tree.infinitive[j] and p.quoted[j] == p.quoted[search.group.head]:
            return _to_end(search, Frame.INFINITIVE, at)
        if p.low(j) not in _BEFORE_INFINITIVE:
            return None
    return None


def _noun(search: Search) -> Found | None:
    """A noun phrase right after the verb, or after when and where."""
    p, group = search.p, search.group
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
    return _made(search, Frame.NOUN, lo, hi)


def _object_start(p: Passage, group: VerbGroup, objects: list[int]) -> int | None:
    lo = group.hi
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
    opens = p.tokens[lo].text in _OPENING_MARKS
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


def _of(*prepositions: str, frame: Frame) -> Callable[[Search], Found | None]:
    """Somebody of something: the content begins with the object and goes on over ``of``."""

    def look(search: Search) -> Found | None:
        p, group = search.p, search.group
        for j in range(group.hi, min(group.hi + _BRIDGE, p.stop)):
            if p.quoted[j] != p.quoted[group.head] or p.tree.finite[j]:
                return None
            if p.tokens[j].text in {";", ":"}:
                return None
            if p.low(j) in prepositions and _governs(search, j):
                at = j + 1 if j == group.hi else group.hi
                at = j if group.passive else at
                return _to_end(search, frame, at)
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
    if p.lex.lang == "fr":
        tops = [j, p.tree.heads[j]]
        return any(p.tree.heads[t] == group.head for t in tops)
    return p.tree.heads[j] == group.head or p.tree.heads[p.tree.heads[j]] == group.head


def _as(search: Search) -> Found | None:
    """In "describes A as B" A and B; in the passive B alone, since A stands before the cue."""
    p, group = search.p, search.group
    words = {"as"} if p.lex.lang == "en" else {"comme", "de", "d'"}
    for j in range(group.hi, min(group.hi + 2 * _BRIDGE, p.stop)):
        if p.tokens[j].text in {";", ":"} or p.tree.finite[j]:
            return None
        if p.low(j) in words and (p.low(j) in {"as", "comme"} or _governs(search, j)):
            if group.passive:
                hi = _before_comment(p, j + 1, j + 1, content_end(p, j + 1, group, search.others))
                found = _made(search, Frame.AS, j + 1, hi)
                return Found(found.frame, found.spans, found.lo, found.hi, (j,))
            hi = content_end(p, group.hi, group, search.others)
            return _made(search, Frame.AS, group.hi, _before_comment(p, group.hi, j + 1, hi))
    return None


def _to_end(search: Search, frame: Frame, lo: int) -> Found:
    hi = content_end(search.p, lo, search.group, search.others)
    return _made(search, frame, lo, hi)


def _made(search: Search, frame: Frame, lo: int, hi: int) -> Found:
    span = with_running_quotation(search.p, search.p.span(lo, hi), lo, hi)
    return Found(frame, (span,) if span else (), lo, hi)


_FRAMES: Mapping[Frame, Callable[[Search], Found | None]] = {
    Frame.THAT: _clause,
    Frame.QUOTE: _quoted,
    Frame.WH: _question,
    Frame.AS: _as,
    Frame.OF: _of("of", "de", "d'", "du", "des", frame=Frame.OF),
    Frame.INFINITIVE: _infinitive,
    Frame.FOR: _of("for", "pour", frame=Frame.FOR),
    Frame.AGAINST: _of("against", "contre", frame=Frame.AGAINST),
    Frame.TO: _of("to", "à", "au", "aux", frame=Frame.TO),
    Frame.NOUN: _noun,
    Frame.ABOUT: _of("about", "on", "sur", "de", "d'", "du", "des", frame=Frame.ABOUT),
}
