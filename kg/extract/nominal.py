"""Nouns that report: the claim that P, des affirmations selon lesquelles P, X's denial of P."""

from collections.abc import Iterator

from kg.extract.drafts import NOBODY, Draft, Mention
from kg.extract.kinds import can_speak
from kg.extract.lexicon import Cue, CueClass, Frame, Needs
from kg.extract.mentions import mentions
from kg.extract.passages import Passage, Range
from kg.extract.phrases import after_preposition, noun_phrase
from kg.extract.stance import certainty_of, stance_of
from kg.extract.words import joined

_WHICH = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})
_THAT = {"en": frozenset({"that"}), "fr": frozenset({"que", "qu'"})}
_OF = {"en": frozenset({"of"}), "fr": frozenset({"de", "d'", "du", "des"})}
_BY = {"en": frozenset({"by", "from", "of"}), "fr": frozenset({"de", "d'", "du", "des", "par"})}
_POSSESSIVES = {
    "en": frozenset({"his", "her", "its", "their", "our", "my"}),
    "fr": frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes"}),
}
_REACH = 8
"""Tokens within which the clause follows its noun: "the report by the agency that P"."""


def noun_drafts(p: Passage) -> Iterator[Draft]:
    """The candidates whose cue is a noun."""
    for i, token in enumerate(p.tokens[: p.stop]):
        cue = p.lex.noun(token.low)
        if cue is None or p.tree.pos[i] not in {"NOUN", "PROPN"} or token.text.isupper():
            continue
        found = _content(p, i, cue)
        if found is None:
            continue
        lo, hi, clause = found
        source = _source(p, i, lo)
        if cue.needs is Needs.SPEAKER and source is NOBODY:
            continue
        if not clause and (source is NOBODY or cue.cue_class not in _NAMES_AN_ACT):
            continue
        span = p.span(lo, hi)
        if span is None:
            continue
        yield Draft(
            rule="noun-clause" if clause else "noun-of",
            sources=(source,),
            cue=joined(p, [i]),
            content=(span,),
            stance=stance_of(p, cue, negated=False, content=(span,)),
            certainty=certainty_of(p, cue, None, (span,)),
            confidence=0.6 if clause else 0.5,
        )


_NAMES_AN_ACT = frozenset({CueClass.DENY, CueClass.ACCUSE, CueClass.CLAIM, CueClass.CONFIRM})
"""Classes whose noun with "of" still says that somebody spoke: X's denial of the charge."""


def _content(p: Passage, i: int, cue: Cue) -> tuple[int, int, bool] | None:
    """Where the content of the noun at ``i`` begins and ends, and whether it is a clause."""
    if Frame.THAT in cue.frames:
        start = _clause(p, i)
        if start is not None:
            return start, _end(p, i, start), True
    if Frame.OF in cue.frames and p.low(i + 1) in _OF[p.lex.lang]:
        phrase = after_preposition(p, i + 2)
        if phrase:
            return phrase[0], phrase[1], False
    return None


def _clause(p: Passage, i: int) -> int | None:
    for j in range(i + 1, min(i + _REACH, p.stop)):
        low = p.low(j)
        if p.quoted[j] != p.quoted[i] or p.tree.finite[j] or p.tokens[j].text in {",", ";", ":"}:
            return None
        if low in {"selon", "d'après"} and p.low(j + 1) in _WHICH:
            return j + 2
        if low in _THAT[p.lex.lang]:
            return None if _is_relative(p, j) or p.low(j - 1) in {"plus", "moins"} else j + 1
    return None


def _is_relative(p: Passage, j: int) -> bool:
    """Whether "that" at ``j`` stands for the noun: "the report that the ministry published".

    The tree says so too where it goes astray: "our report that the firm had filed for
    bankruptcy" leaves nothing open that "that" could be.
    """
    if p.tree.deps[j] not in {"obj", "nsubj", "dobj", "nsubjpass", "obl:arg"}:
        return False
    verb = p.tree.heads[j]
    open_ended = verb + 1 >= p.stop or not p.tokens[verb + 1].is_word
    subject = any(j < s < verb for s in p.tree.children(verb, "nsubj"))
    told = p.lex.lang == "en" and p.tree.deps[j] == "dobj" and subject and not open_ended
    return not (told and p.tree.pos[verb + 1] == "ADP" and p.low(verb + 1) in {"for", "to", "on"})


def _end(p: Passage, i: int, start: int) -> int:
    """The end of the clause: of the noun's subtree, or before what it is the subject of."""
    end = p.tree.rights[i] + 1
    if end <= start:
        end = p.stop
    for j in range(start + 1, min(end, p.stop)):
        if p.tokens[j].text == ";" or (
            p.tokens[j - 1].text == "," and p.says.concessives.at(p.tokens, j)
        ):
            return j
    return min(end, p.stop)


def _source(p: Passage, i: int, start: int) -> Mention:
    """Whose claim it is: "the ministry's", "its", "by X", "de X"; nobody if it is not said."""
    owner = _possessor(p, i)
    if owner is None:
        for j in range(i + 1, start - 1):
            if p.low(j) in _BY[p.lex.lang]:
                owner = after_preposition(p, j + 1)
                owner = (owner[0], min(owner[1], start - 1)) if owner else None
                break
    if owner is None or owner[0] >= owner[1]:
        owner = _giver(p, i)
    if owner is None:
        return NOBODY
    single = owner[1] - owner[0] == 1 and p.low(owner[0]) in _POSSESSIVES[p.lex.lang]
    return mentions(p, owner)[0] if single or can_speak(p, owner) else NOBODY


def _giver(p: Passage, i: int) -> Range | None:
    """Who makes the claim, where the noun is the object of a verb that says no more than that.

    "issued a warning that P" has a source; "dismissed claims that P" leaves theirs open.
    """
    verb = p.tree.heads[i]
    if p.tree.deps[i] not in {"dobj", "obj"} or p.lex.verb(p.low(verb)):
        return None
    subjects = p.tree.children(verb, "nsubj")
    found = noun_phrase(p, subjects[0]) if subjects and subjects[0] < i else None
    return found if found and found[1] <= i else None


def _possessor(p: Passage, i: int) -> Range | None:
    for j in range(i - 1, max(-1, i - 4), -1):
        if p.low(j) in _POSSESSIVES[p.lex.lang]:
            return j, j + 1
        if p.low(j) in {"'s", "’s", "'"} and j and p.lex.lang == "en":
            head = j - 1
            lo = p.tree.lefts[head]
            return max(lo, 0), j
        if p.tree.pos[j] not in {"ADJ", "NOUN", "ADV"}:
            return None
    return None
