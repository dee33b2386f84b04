"""Contents that are clauses, quotations or indirect questions after a cue verb."""

from kg.extract.lexicon import CueClass, Frame
from kg.extract.passages import Passage
from kg.extract.search import BRIDGE, OPENING_MARKS, Found, Search, to_end

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
_INDIRECT = frozenset({"whether", "if", "why"})
_CANNOT_NAME = frozenset({CueClass.SAY, CueClass.REPORT, CueClass.CLAIM, CueClass.BELIEVE})

_SAYING = 4
"""Words from which a quotation in mid-sentence is a saying and no term or title."""


def clause(search: Search) -> Found | None:
    """A finite clause with complementizer, or without it in English."""
    p, group = search.p, search.group
    words = _THAT[p.lex.lang]
    j = group.hi
    reach = min(j + BRIDGE, p.stop)
    while j < reach:
        low = p.low(j)
        if p.quoted[j] != p.quoted[group.head]:
            return None
        if past := past_citation(p, j):
            j, reach = past, min(past + BRIDGE, p.stop)
            continue
        if low == "that" and p.tree.deps[j] in {"nsubj", "nsubjpass", "det"}:
            break
        if low in words:
            if not _bridges(search, j) or p.low(j + 1) in {"", "."}:
                return None
            return to_end(search, Frame.THAT, j + 1)
        if _ends_search(search, j):
            break
        j += 1
    return _bare_clause(search) if p.lex.lang == "en" else None


def past_citation(p: Passage, j: int) -> int:
    """After ", citing Y," or "on the authority of Y" at ``j``; 0 if nothing of the kind is there.

    Who is cited stands between the act and what it conveys and belongs to neither.
    """
    at = j + 1 if p.tokens[j].text == "," else j
    length = p.says.citing.at(p.tokens, at) if at < p.stop else 0
    if not length:
        return 0
    for k in range(at + length, min(at + length + 2 * BRIDGE, p.stop)):
        if p.tokens[k].text == ",":
            return k + 1
        if p.low(k) in _THAT[p.lex.lang] and p.tree.deps[k] == "mark":
            return k
        if p.tree.finite[k] or p.tokens[k].text in {";", ":"}:
            return 0
    return 0


def _ends_search(search: Search, j: int) -> bool:
    """Whether no complementizer of the cue can follow after token ``j``."""
    p = search.p
    low = p.low(j)
    if p.tokens[j].text in {";", ":"} or low in {"and", "et", "but", "mais"}:
        return True
    if any(o.lo <= j < o.hi and o.mood in {"finite", "-ing"} for o in search.others):
        return True
    return p.tree.finite[j] or low in _WH[p.lex.lang]


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
        if p.quoted[lo] != p.quoted[group.head] and p.tokens[lo].text not in OPENING_MARKS:
            continue
        while lo < c and (not p.tokens[lo].is_word and p.quoted[lo] < 0):
            lo += 1
        if _all_of_clause(search, lo):
            lo = group.hi
        if lo - group.hi <= BRIDGE and lo < c + 1:
            return to_end(search, Frame.THAT, lo)
    return _clause_by_words(search)


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
    for j in range(at + 1, min(at + BRIDGE, p.stop)):
        if p.tree.finite[j]:
            return to_end(search, Frame.THAT, at)
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


def quoted(search: Search) -> Found | None:
    """Words in quotation marks after the verb: "a déclaré : « … »", 'said, "…"'."""
    p, group = search.p, search.group
    for j in range(group.hi, min(group.hi + 2 * BRIDGE, p.stop)):
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


def question(search: Search) -> Found | None:
    """An indirect question: "whether P", "si P", "ce que P"."""
    p, group = search.p, search.group
    for j in range(group.hi, min(group.hi + BRIDGE, p.stop)):
        if p.quoted[j] != p.quoted[group.head] or p.tree.finite[j]:
            return None
        ce = p.low(j) == "ce" and p.low(j + 1) in {"que", "qu'", "qui", "dont"}
        who = p.low(j) == "qui" and j == group.hi
        if p.low(j) in _WH[p.lex.lang] or ce or who:
            return to_end(search, Frame.WH, j)
        if p.tokens[j].text in {",", ";", ":"}:
            return None
    return None
