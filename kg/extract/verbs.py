"""Finds the verb groups that may signal an act of ascribing.

A group is a cue verb with its auxiliaries, negation, clitics and adverbs: "n'a pas encore
confirmé", "has repeatedly denied", "a-t-il ajouté". Forms are looked up in the lexicon and not
taken from the tagger, which takes "confirme" for a noun just where it matters.
"""

from dataclasses import dataclass, replace

from kg.extract.circumstances import past_circumstance
from kg.extract.expressions import is_idiom, tail_of
from kg.extract.lexicon import Cue, VerbForm
from kg.extract.passages import Passage

_CLITICS = frozenset(
    [
        "me",
        "m'",
        "te",
        "t'",
        "se",
        "s'",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "y",
        "en",
        "nous",
        "vous",
    ]
)
_REFLEXIVE = frozenset({"se", "s'"})
_MAYBE_REFLEXIVE = frozenset(["me", "m'", "te", "t'", "nous", "vous"])
_ADVERBS = 2
"""Adverbs that may stand between the parts of a verb group."""

_ARTICLES = frozenset({"l'", "la", "le", "les", "toute", "tout", "avoir", "être"})
_INSERTION = 7
"""Most tokens back to an auxiliary that something has come between."""

_BE = frozenset({"be", "être", "get"})
_FINITE = frozenset({"indicative", "conditional", "subjunctive", "imperative"})
_PARTICIPLE = "past participle"
_PROGRESSIVE = "present participle"
_BY_MOOD = {_PROGRESSIVE: "-ing", _PARTICIPLE: "participle", "infinitive": "infinitive"}
_BEFORE_NOUN = frozenset(["de", "d'", "en", "par", "sur", "avec", "sans", "sous"])
"""After these a French form that can be a noun is one: "un point de *presse*"."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A cue verb with what belongs to it.

    Attributes:
        head: Token of the verb itself.
        lo: First token of the group.
        hi: After its last token.
        readings: As which cues it can be read.
        tail: Tokens after the verb that complete an expression ("faire *savoir*").
        negated: Whether the act is negated.
        passive: Whether the subject is not who speaks.
        mood: ``finite``, ``infinitive``, ``participle`` (past, without auxiliary), ``-ing``.
        conditional: French conditional of the act itself ("aurait déclaré").
        past: Whether the act is told in a past tense.
        clitic: Token of an inverted subject pronoun ("-t-il"), or -1.
        object: Token of a clitic object ("le confirme"), or -1.
        inserted: Tokens between its parts that are no part of it ("a *pour sa part* indiqué").
        refused: What it would say is kept back: "declined to confirm".
    """

    head: int
    lo: int
    hi: int
    readings: tuple[VerbForm, ...]
    tail: tuple[int, ...] = ()
    negated: bool = False
    passive: bool = False
    mood: str = "finite"
    conditional: bool = False
    past: bool = False
    clitic: int = -1
    object: int = -1
    inserted: tuple[int, ...] = ()
    refused: bool = False

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues it can be, without repetition."""
        return tuple(dict.fromkeys(reading.cue for reading in self.readings))

    def spoken_by(self, token: int) -> bool:
        """Whether ``token`` is part of the group."""
        return self.lo <= token < self.hi


@dataclass(slots=True)
class Left:
    """What stands before a verb and belongs to it: auxiliaries, negation, clitics, adverbs."""

    lo: int
    auxiliaries: list[int]
    negated: bool = False
    reflexive: bool = False
    maybe_reflexive: bool = False
    to: bool = False
    clitic: int = -1
    object: int = -1
    inserted: tuple[int, ...] = ()


def verb_groups(p: Passage) -> list[VerbGroup]:
    """The cue verb groups of a sentence in text order."""
    silent = _asides(p)
    groups = []
    for i, token in enumerate(p.tokens):
        if i in silent or not token.text[0].isalpha():
            continue
        group = _group(p, i)
        if group:
            groups.append(group)
    return _without_overlap(groups)


def _without_overlap(groups: list[VerbGroup]) -> list[VerbGroup]:
    """Drop a verb that is the tail or auxiliary of another one's expression."""
    taken = {t for g in groups for t in g.tail}
    return [g for g in groups if g.head not in taken]


def _asides(p: Passage) -> frozenset[int]:
    found: set[int] = set()
    for i in range(len(p.tokens)):
        found.update(range(i, i + p.says.asides.at(p.tokens, i)))
        if p.tokens[i].low in {"said", "dit"} and p.low(i + 1) == "to" and p.low(i + 2) == "be":
            found.discard(i)
    return frozenset(found)


def _group(p: Passage, i: int) -> VerbGroup | None:
    word = p.tokens[i].low
    options = [(phrase.head, tail_of(p, i, phrase.tail)) for phrase in p.lex.phrases(word)]
    options = [(form, tail) for form, tail in options if tail]
    if options:
        longest = max(len(tail) for _, tail in options)
        readings = tuple(f for f, tail in options if len(tail) == longest)
        tail = next(tail for _, tail in options if len(tail) == longest)
    else:
        readings, tail = p.lex.verb(word), ()
        if not readings or is_idiom(p, i):
            return None
    left = left_of(p, i)
    readings = tuple(r for r in readings if _agrees(r, left))
    if not readings or not _is_verb(p, i, readings, left):
        return None
    return _shaped(p, VerbGroup(i, left.lo, i + 1, readings, tail), left)


def left_of(p: Passage, i: int) -> Left:
    """What stands before the verb at ``i`` and belongs to it."""
    left = Left(i, [])
    adverbs = 0
    for j in range(i - 1, max(-1, i - 9), -1):
        if p.quoted[j] != p.quoted[i] or not _joins(p, j, i, left):
            if p.quoted[j] == p.quoted[i] and p.tree.pos[j] == "ADV" and _may_join(p, j):
                adverbs += 1
                if adverbs <= _ADVERBS:
                    continue
            break
    if not left.auxiliaries:
        _over_insertion(p, i, left)
    # An adverb is part of the group only right before the verb or between its parts.
    for j in range(left.lo - 1, max(-1, left.lo - 2), -1):
        if p.tree.pos[j] == "ADV" and _may_join(p, j) and p.quoted[j] == p.quoted[i] and j:
            left.lo = j
    return left


def _over_insertion(p: Passage, i: int, left: Left) -> None:
    """Reach the auxiliary of "a, pour sa part, indiqué" and "a lui aussi nié"."""
    auxiliaries = [
        j
        for j in p.tree.children(i, "aux", "aux:tense", "aux:pass", "auxpass")
        if i - _INSERTION <= j < i and p.quoted[j] == p.quoted[i] and p.lex.auxiliary(p.low(j))
    ]
    if auxiliaries:
        left.inserted = tuple(range(max(auxiliaries) + 1, left.lo))
        left.auxiliaries = sorted(auxiliaries, reverse=True)
        left.lo = min(auxiliaries)
        while left.lo and p.low(left.lo - 1) in {"n'", "ne"}:
            left.lo -= 1
            left.negated = True


def _may_join(p: Passage, j: int) -> bool:
    low = p.low(j)
    if p.tokens[j].is_capitalised and j:
        return False
    return low not in p.lex.complementizers and low not in {"so", "as", "comme", "when", "then"}


def _joins(p: Passage, j: int, head: int, left: Left) -> bool:
    """Take token ``j`` into the group if it belongs there."""
    low = p.low(j)
    french = p.lex.lang == "fr"
    if p.lex.auxiliary(low) and not (french and _CLITICS & {low}) and p.tree.pos[j] != "NOUN":
        left.auxiliaries.append(j)
    elif low in p.lex.negations and low not in {"no", "none", "aucun", "aucune", "personne"}:
        left.negated = True
    elif low == "to" and j == left.lo - 1:
        left.to = True
    elif french and _is_inverted(low):
        left.clitic = j
        return True
    elif french and low in _CLITICS and j == left.lo - 1:
        left.reflexive |= low in _REFLEXIVE
        left.maybe_reflexive |= low in _MAYBE_REFLEXIVE
        left.object = j if low in {"le", "la", "l'", "les"} else left.object
    else:
        return False
    left.lo = j
    return head > j


def _is_inverted(word: str) -> bool:
    """Whether the word is a subject after its verb: -t-il, -elle."""
    return word.startswith("-") and word[-1].isalpha()


def _agrees(reading: VerbForm, left: Left) -> bool:
    # Nobody is reported in the second person, and a command reports nothing.
    if reading.mood == "imperative" or (reading.person, reading.number) == (2, "singular"):
        return False
    if reading.cue.reflexive:
        return left.reflexive or left.maybe_reflexive
    return not left.reflexive


def _is_verb(p: Passage, i: int, readings: tuple[VerbForm, ...], left: Left) -> bool:
    """Whether the word is a verb here, where its form could be something else."""
    pos = p.tree.pos[i]
    if pos in {"VERB", "AUX"} or left.auxiliaries or _only_verb(p, i, readings):
        return True
    if p.lex.lang == "en":
        return pos not in {"NOUN", "PROPN", "ADJ", "ADP", "DET"} or (
            not any(r.also for r in readings) and p.tokens[i].text.islower()
        )
    if (p.tokens[i].is_capitalised and i) or (pos == "NOUN" and p.low(i - 1) in _BEFORE_NOUN):
        return False
    return _is_french_verb(p, i, noun_too=any(r.also for r in readings))


def _only_verb(p: Passage, i: int, readings: tuple[VerbForm, ...]) -> bool:
    """Whether a form that the tagger takes for a noun is the only verb its sentence can have.

    "The union counters that P"; « …, claims the director ».
    """
    if p.lex.lang != "en" or p.tree.pos[i] != "NOUN" or not p.tokens[i].text.islower():
        return False
    if not any(r.mood in _FINITE for r in readings) or i == 0:
        return False
    if p.tree.pos[i - 1] not in {"NOUN", "PROPN", "PRON"} and p.low(i - 1) != ",":
        return False
    follows = p.low(i + 1) == "that" or i + 1 >= p.stop or p.quoted[i - 1] >= 0
    before = (j for j in range(i) if p.tree.finite[j] and p.quoted[j] < 0)
    return follows and p.quoted[i] < 0 and next(before, None) is None


def _is_french_verb(p: Passage, i: int, *, noun_too: bool) -> bool:
    """Whether a form that the tagger takes for no verb is one all the same, by its neighbours."""
    before, following = p.low(i - 1), p.low(i + 1)
    after_name = i > 0 and (p.tree.pos[i - 1] in {"NOUN", "PROPN", "PRON"} or before == ",")
    if before == "," and i > 1 and p.quoted[i - 2] >= 0 > p.quoted[i]:
        return True
    if after_name and following.endswith("ment") and p.tree.pos[i + 1] == "ADV":
        return True
    if after_name and (following in _ARTICLES or p.tree.infinitive[i + 1 : i + 2] == (True,)):
        return True
    if _verb_of_relative(p, i):
        return True
    follows = following in {"que", "qu'", ":"} or _is_inverted(following or ".")
    determined = before in {"un", "une", "du", "ce", "cette", "son", "sa"}
    return not determined and (follows and before not in {"la", "le", "l'"} if noun_too else True)


def _verb_of_relative(p: Passage, i: int) -> bool:
    """Whether nothing else can be the verb of ", ce que le gouvernement dément"."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if p.low(j) in {"que", "qu'"}:
            return j < i - 1
        if p.tree.finite[j] or not p.tokens[j].is_word:
            return False
    return False


def _shaped(p: Passage, group: VerbGroup, left: Left) -> VerbGroup | None:
    auxiliaries = [f for j in left.auxiliaries for f in p.lex.auxiliary(p.low(j))[:1]]
    all_forms = [f for j in left.auxiliaries for f in p.lex.auxiliary(p.low(j))]
    moods = {r.mood for r in group.readings}
    mood = _mood(p, group, moods, left)
    nearest = p.lex.auxiliary(p.low(left.auxiliaries[0])) if left.auxiliaries else ()
    by_be = any(f.cue.lemma in _BE for f in nearest) and _PARTICIPLE in moods
    reflexive = any(r.cue.reflexive for r in group.readings)
    passive = (by_be and not reflexive and mood != "-ing") or mood == "participle"
    if p.tree.pos[group.head] == "ADJ" and by_be and not passive:
        return None
    conditional = any(f.mood == "conditional" for f in (all_forms or group.readings))
    past = _is_past(group, auxiliaries)
    hi = _right_edge(p, group)
    negated = left.negated or any(
        p.low(j) in p.lex.negations for j in range(group.head + 1, hi) if j not in group.tail
    )
    return replace(
        group,
        hi=hi,
        mood=mood,
        passive=passive,
        negated=negated,
        conditional=conditional and p.lex.lang == "fr",
        past=past,
        clitic=left.clitic if left.clitic >= 0 else _clitic_after(p, group),
        object=left.object,
        inserted=left.inserted,
    )


def _is_past(group: VerbGroup, auxiliaries: list[VerbForm]) -> bool:
    if auxiliaries:
        return any(f.cue.lemma in {"avoir", "être", "have"} for f in auxiliaries)
    return all(r.tense in {"past", "imperfect"} for r in group.readings)


def _mood(p: Passage, group: VerbGroup, moods: set[str], left: Left) -> str:
    if left.to:
        return "infinitive"
    if left.auxiliaries:
        return "finite"
    if len(moods) == 1 and (only := _BY_MOOD.get(*moods)):
        return only
    if p.lex.lang == "en" and _PARTICIPLE in moods and not p.tree.finite[group.head]:
        return _reduced(p, group.head)
    return "finite"


def _reduced(p: Passage, head: int) -> str:
    """An English -ed form that the tagger takes for a participle: of a noun, or of its own."""
    return "participle" if p.tree.deps[head] in {"acl", "amod", "advcl"} else "finite"


def _clitic_after(p: Passage, group: VerbGroup) -> int:
    following = group.head + 1
    low = p.low(following)
    return following if p.lex.lang == "fr" and _is_inverted(low) else -1


def _right_edge(p: Passage, group: VerbGroup) -> int:
    hi = max((group.head, *group.tail)) + 1
    if p.lex.lang == "fr":
        if _clitic_after(p, group) == hi:
            hi += 1
        while hi < p.stop and _follows(p, hi):
            hi += 1
    return hi


def _follows(p: Passage, j: int) -> bool:
    low = p.low(j)
    if low in {"pas", "plus", "jamais", "guère"}:
        return True
    if p.tree.pos[j] != "ADV" or low in p.lex.complementizers or low in {"comme", "où", "ne", "n'"}:
        return False
    if past_circumstance(p, j) > j or low == "lors":
        return False
    return not p.says.frames.at(p.tokens, j) and not p.says.concessives.at(p.tokens, j)
