"""Finds who speaks: the noun phrase that is the subject or agent of a cue.

The tree is asked first; where it has none (inversion, mis-tagged verbs, coordination) the
words beside the verb decide.
"""

from kg.extract.drafts import NOBODY, Mention
from kg.extract.kinds import can_speak, kind_of
from kg.extract.passages import Passage, Range
from kg.extract.verbs import VerbGroup
from kg.model import Span

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "nsubj:caus", "csubj", "expl:subj")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_AGENT = {"en": frozenset({"by"}), "fr": frozenset({"par", "de", "d'", "du"})}
_LONGEST = 14
"""Most tokens that a subject read off the surface may have."""

_NEAR = 8
"""Tokens within which the head of a phrase after a preposition stands."""

_RELATIVE = frozenset(
    {"who", "which", "that", "whom", "qui", "que", "dont", "whose", "où", "lequel"}
)


def subject(p: Passage, group: VerbGroup) -> Range | None:
    """The noun phrase that is the grammatical subject of ``group``, on either side."""
    if group.clitic >= 0:
        return group.clitic, group.clitic + 1
    found = _by_tree(p, group) or _to_the_left(p, group) or inverted(p, group)
    return _antecedent(p, found) if found else None


def _antecedent(p: Passage, found: Range) -> Range:
    """The noun phrase that a relative pronoun stands for; the phrase itself if it is none."""
    lo, hi = found
    if hi - lo > 1 or p.low(lo) not in _RELATIVE:
        return found
    verb = p.tree.heads[lo]
    while p.tree.deps[verb] not in {"relcl", "acl:relcl", "acl"} and p.tree.heads[verb] != verb:
        verb = p.tree.heads[verb]
    noun = p.tree.heads[verb]
    if noun >= lo or p.tree.pos[noun] not in _NOMINAL:
        return found
    left = _from_clause_start(p, p.tree.lefts[noun], noun)
    return _shaved(p, left, lo)


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


def noun_phrase(p: Passage, head: int, group: VerbGroup | None = None) -> Range | None:
    """The whole phrase of ``head``: determiner, title, apposition, identifying clause.

    A relative clause after a comma only comments and is left out; so is what belongs to the
    verb ``group``.
    """
    lo, hi = p.tree.lefts[head], p.tree.rights[head] + 1
    if group:
        if head < group.lo:
            hi = min(hi, group.lo)
        else:
            lo = max(lo, group.hi)
    if not lo <= head < hi:
        return None
    lo = _from_clause_start(p, lo, head)
    hi = _to_comment(p, head, hi)
    return _coordinated(p, *_shaved(p, lo, hi))


def _from_clause_start(p: Passage, lo: int, head: int) -> int:
    """Not farther left than the clause: a complementizer or opening word starts it anew."""
    for j in range(head - 1, lo - 1, -1):
        if p.low(j) in {";", ":"} or p.quoted[j] != p.quoted[head]:
            return j + 1
    while lo < head and (
        p.tree.pos[lo] in {"SCONJ", "CCONJ", "PUNCT"} or p.low(lo) in {"but", "mais"}
    ):
        lo += 1
    return lo


def _to_comment(p: Passage, head: int, hi: int) -> int:
    for j in range(head + 1, hi):
        comma = p.tokens[j].text in {",", "(", "--", "—", "–"}
        if p.tokens[j].text in {";", ":"} or p.quoted[j] != p.quoted[head]:
            return j
        if comma and (p.low(j + 1) in _RELATIVE or p.tree.pos[min(j + 1, hi - 1)] == "ADP"):
            return j
    return hi


def _shaved(p: Passage, lo: int, hi: int) -> Range:
    while hi > lo and not p.tokens[hi - 1].is_word and p.tokens[hi - 1].text not in {")", "»", "”"}:
        hi -= 1
    while lo < hi and not p.tokens[lo].is_word and p.tokens[lo].text not in {"(", "«", "“"}:
        lo += 1
    return lo, hi


def _coordinated(p: Passage, lo: int, hi: int) -> Range:
    """Take in a conjunct that the tree has left outside: "Moscou et [Pyongyang] nient"."""
    if lo > 1 and p.low(lo - 1) in {"et", "and"} and p.tree.pos[lo - 2] in _NOMINAL:
        before = lo - 2
        top = before
        for above in p.tree.ancestors(before):
            if above < lo and p.tree.pos[above] in _NOMINAL:
                top = above
            else:
                break
        left = p.tree.lefts[top]
        while left < top and p.tree.pos[left] in {"SCONJ", "PUNCT", "ADV", "CCONJ"}:
            left += 1
        return left, hi
    return lo, hi


def _to_the_left(p: Passage, group: VerbGroup) -> Range | None:
    """The words right before the verb, back to where its clause begins."""
    hi = group.lo
    lo = hi
    while lo > 0 and hi - lo < _LONGEST and not _bounds(p, lo - 1, group):
        lo -= 1
    while lo < hi and p.tree.pos[lo] in {"ADV", "CCONJ", "SCONJ", "PUNCT", "ADP"}:
        lo += 1
    shaved = _shaved(p, lo, hi)
    nominal = any(p.tree.pos[j] in _NOMINAL for j in range(lo, hi))
    return shaved if nominal and can_speak(p, shaved) else None


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
    lo = _past_addressee(p, group.hi)
    if (
        lo >= p.stop
        or p.tree.pos[lo] not in _NOMINAL | {"DET", "ADJ"}
        or (p.quoted[lo] != p.quoted[group.head])
    ):
        return None
    if p.low(lo) in p.lex.complementizers:
        return None
    head = next((j for j in range(lo, p.stop) if p.tree.pos[j] in _NOMINAL), lo)
    hi = head + 1
    while hi < p.stop and p.quoted[hi] == p.quoted[lo] and not _ends_phrase(p, hi):
        hi += 1
    hi = _with_apposition(p, hi)
    return _shaved(p, lo, hi)


def _past_addressee(p: Passage, at: int) -> int:
    """Over "à notre envoyée spéciale" where the speaker follows with a determiner of its own."""
    if p.low(at) not in {"à", "au", "aux"}:
        return at
    noun_seen = False
    for j in range(at + 1, min(at + _NEAR, p.stop)):
        if p.tokens[j].text in {",", ";", ":"} or p.tree.finite[j]:
            return at
        if noun_seen and p.tree.pos[j] == "DET":
            return j
        noun_seen |= p.tree.pos[j] in _NOMINAL
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


def _with_apposition(p: Passage, hi: int) -> int:
    """Go on over ", deputy chair of the board," after an inverted speaker."""
    if p.low(hi) != "," or p.quoted[hi] >= 0:
        return hi
    first = hi + 1
    if p.tree.pos[first : first + 1] not in [("NOUN",), ("DET",), ("PROPN",), ("ADJ",)]:
        return hi
    end = first
    while end < p.stop and p.tokens[end].text not in {",", ";", ":", "."} and p.quoted[end] < 0:
        if p.tree.finite[end] or p.says.citing.at(p.tokens, end):
            return hi
        end += 1
    held = {p.tokens[j].low for j in range(first, min(first + 4, end))}
    return end if held & (p.lex.people | p.lex.spokespersons) else hi


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


def after_preposition(p: Passage, lo: int) -> Range | None:
    """The noun phrase that begins at ``lo``, by the tree with the surface as its limit."""
    if lo >= p.stop:
        return None
    head = next((j for j in range(lo, min(lo + _NEAR, p.stop)) if p.tree.pos[j] in _NOMINAL), None)
    if head is None or any(p.tree.finite[j] for j in range(lo, head)):
        return None
    inner = range(lo, p.stop)
    top = head
    for above in p.tree.ancestors(head):
        if above in inner and p.tree.pos[above] in _NOMINAL and above - lo < _NEAR:
            top = above
        else:
            break
    hi = min(p.tree.rights[top], p.tree.rights[head] + 12) + 1
    hi = max(hi, head + 1)
    for j in range(head + 1, min(hi, p.stop)):
        if _ends_source(p, j, head):
            hi = j
            break
    found = _shaved(p, lo, min(hi, p.stop))
    return found if found[0] < found[1] else None


def _ends_source(p: Passage, j: int, head: int) -> bool:
    token = p.tokens[j]
    if token.text in {",", ";", ":", "--", "—", "–"} or p.quoted[j] != p.quoted[head]:
        return True
    if token.low in {"de", "d'"} and p.tree.infinitive[j + 1 : j + 2] == (True,):
        return True
    if p.tree.finite[j] or token.low in {
        "que",
        "qu'",
        "that",
        "who",
        "which",
        "qui",
        "comme",
        "as",
    }:
        return True
    return bool(p.says.citing.at(p.tokens, j) or p.says.concessives.at(p.tokens, j))


def mentions(p: Passage, found: Range | None) -> tuple[Mention, ...]:
    """The sources that a noun phrase names: one, or one a conjunct."""
    if found is None:
        return (NOBODY,)
    parts = _conjuncts(p, _before_relay(p, found))
    made = []
    for lo, hi in parts:
        span = _clitic(p, lo) if hi - lo == 1 and p.low(lo).startswith("-") else p.span(lo, hi)
        if span:
            made.append(Mention((span,), kind_of(p, (lo, hi))))
    return tuple(made) or (NOBODY,)


def _before_relay(p: Passage, found: Range) -> Range:
    """Without ", cité par l'AFP": who relays a source is no part of it."""
    lo, hi = found
    for j in range(lo + 1, hi):
        if p.says.citing.at(p.tokens, j):
            return _shaved(p, lo, j)
    return found


def _clitic(p: Passage, i: int) -> Span:
    """The pronoun of "-t-il" without its hyphens."""
    token = p.tokens[i]
    return Span(token.end - len(token.text.rpartition("-")[2]), token.end)


def _conjuncts(p: Passage, found: Range) -> list[Range]:
    lo, hi = found
    for j in range(lo + 1, hi - 1):
        if p.low(j) in {"et", "and"} and _separable(p, lo, j) and _separable(p, j + 1, hi):
            return [*_conjuncts_by_comma(p, lo, j), (j + 1, hi)]
    return [found]


def _conjuncts_by_comma(p: Passage, lo: int, hi: int) -> list[Range]:
    """In "A, B and C" what stands before "and C"; the comma of an apposition does not separate."""
    for j in range(lo + 1, hi - 1):
        if p.tokens[j].text == "," and _separable(p, lo, j) and _separable(p, j + 1, hi):
            return [(lo, j), *_conjuncts_by_comma(p, j + 1, hi)]
    return [(lo, hi)]


def _separable(p: Passage, lo: int, hi: int) -> bool:
    """Whether the tokens can stand as a noun phrase of their own, without sharing a word."""
    while lo < hi and p.tokens[hi - 1].text == ",":
        hi -= 1
    if lo >= hi:
        return False
    first = p.tree.pos[lo]
    nominal = any(p.tree.pos[j] in {"NOUN", "PROPN", "PRON"} for j in range(lo, hi))
    if not nominal or p.low(lo) in {"both", "de", "d'", "du"}:
        return False
    if first == "DET" or p.low(lo) in {"des", "du", "les", "le", "la", "l'"}:
        return True
    if all(p.tokens[j].is_capitalised or not p.tokens[j].is_word for j in range(lo, hi)):
        return True
    return p.low(hi - 1).endswith("s") and p.tree.pos[hi - 1] == "NOUN"
