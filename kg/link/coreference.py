"""Who is meant by "he", "the agency", "Poutine": references back, inside one document.

A reader knows that "the agency" is the one named two lines above. The rules here read the
same signs: number, gender, kind of thing and the head noun must agree; of those that agree
the nearest in sentences is taken, with a start for whoever spoke last and for whoever opens
its sentence, after Lappin and Leass, "An algorithm for pronominal anaphora resolution"
(Computational Linguistics 20, 1994). What finds no antecedent stays unresolved: a missing
name can be added, a wrong one misleads.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.link.lexicon import words_of
from kg.link.mentions import Mention
from kg.link.phrases import PERSONAL, Determiner, Head, Phrase, singular
from kg.link.referents import Referent, Scene
from kg.model import OUTLETS, SourceKind, Span, fold

# Weights in sentences, chosen on our own two seed articles and the texts of
# tests/unit/link: whoever spoke last wins over a name met one sentence later, and whoever
# opens a sentence over somebody mentioned in its middle.
_SPEAKER_START = 1.5
_SUBJECT_START = 0.6
_INSIDE_CONTENT = 1.0
_FURTHEST_PRONOUN = 3
# Looking no further back than this keeps a book-length text linear.
_MOST_MENTIONS = 300
_KINDS_OF_NOUN = {
    Head.OUTLET: OUTLETS,
    Head.AGENCY: frozenset({SourceKind.AGENCY}),
    Head.STATE: frozenset({SourceKind.STATE}),
    Head.ORGANIZATION: frozenset({SourceKind.ORGANIZATION}),
}
_LATTER = frozenset({"ce dernier", "cette dernière", "ces derniers", "ces dernières", "the latter"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that later ones may refer back to.

    Attributes:
        span: Where it stands in the document.
        referent: Who is meant.
        gender: ``"m"``, ``"f"`` or None where nothing shows it.
        plural: Whether the words name several.
        phrase: Its words.
        speaks: Whether it is the source of an attribution.
        nouns: Words by which it can be taken up again, folded.
        called: The words of its name as the text spells it, folded; empty without a name.
    """

    span: Span
    referent: Referent
    gender: str | None
    plural: bool
    phrase: Phrase
    speaks: bool
    nouns: frozenset[str]
    called: tuple[str, ...]

    @property
    def is_personal(self) -> bool:
        """Whether it names a human being."""
        if self.referent.agent.kind is SourceKind.PERSON:
            return True
        return self.phrase.sort in PERSONAL and not self.plural


@dataclass(slots=True)
class Discourse:
    """What has been mentioned in a document so far.

    Attributes:
        scene: The document and what is known of the world.
        starts: Offsets at which its sentences start.
        quoted: Contents of attributions, sorted; a name in there is less likely taken up
            outside.
        antecedents: Mentions, in text order.
    """

    scene: Scene
    starts: tuple[int, ...]
    quoted: tuple[Span, ...] = ()
    antecedents: list[Antecedent] = field(default_factory=list)

    def add(self, antecedent: Antecedent) -> None:
        """Note a mention."""
        insort(self.antecedents, antecedent, key=lambda a: a.span.start)

    def refer(self, mention: Mention, said: Iterable[Span] = ()) -> Referent | None:
        """Who is meant by a mention that refers back; None if it does not or nobody is found.

        Args:
            mention: The phrase.
            said: The content of its attribution; nobody mentioned in there is meant.
        """
        agrees = self._agreement(mention)
        if agrees is None:
            return None
        said = tuple(said)
        near = [a for a in self._before(mention) if agrees(a)]
        near = [a for a in near if not any(span.contains(a.span) for span in said)]
        if not near:
            return None
        return min(near, key=lambda a: self._cost(a, mention)).referent

    def _before(self, mention: Mention) -> list[Antecedent]:
        """The nearest mentions before this one; for a pronoun those a few sentences back."""
        stop = bisect_right(self.antecedents, mention.start, key=lambda a: a.span.start)
        start = max(0, stop - _MOST_MENTIONS)
        before = [a for a in self.antecedents[start:stop] if a.span.end <= mention.start]
        if is_pronoun(mention):
            before = [a for a in before if self._distance(a, mention) <= _FURTHEST_PRONOUN]
        return before

    def _cost(self, antecedent: Antecedent, mention: Mention) -> tuple[float, int]:
        distance: float = self._distance(antecedent, mention)
        sentence = self.starts[self._sentence(antecedent.span.start)]
        distance -= _SPEAKER_START * antecedent.speaks
        distance -= _SUBJECT_START * (antecedent.span.start == sentence)
        distance += _INSIDE_CONTENT * (self._is_quoted(antecedent) and not antecedent.speaks)
        return distance, -antecedent.span.start

    def _is_quoted(self, antecedent: Antecedent) -> bool:
        at = bisect_right(self.quoted, antecedent.span.start, key=lambda span: span.start)
        return at > 0 and self.quoted[at - 1].contains(antecedent.span)

    def _distance(self, antecedent: Antecedent, mention: Mention) -> int:
        return self._sentence(mention.start) - self._sentence(antecedent.span.start)

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _agreement(self, mention: Mention) -> Callable[[Antecedent], bool] | None:
        """What an antecedent of ``mention`` must be like; None if it refers to nothing before."""
        if is_pronoun(mention):
            return _pronoun_agreement(mention)
        if _is_short_name(mention.phrase):
            return _name_agreement(mention.phrase)
        if _is_bare_nominal(mention.phrase, self.scene):
            return _nominal_agreement(mention.phrase)
        return None


def is_pronoun(mention: Mention) -> bool:
    """Whether the mention is a pronoun or stands for one ("ce dernier", "the latter")."""
    low = _low(mention.phrase)
    return low in _LATTER or any(low in words_of(mention.phrase.lang, g) for g in _PRONOUNS)


_PRONOUNS = (
    "singular_masculine",
    "singular_feminine",
    "plural_masculine",
    "plural_feminine",
    "things",
)


def refers_back(mention: Mention, scene: Scene) -> bool:
    """Whether the mention is a definite phrase without any description of its own."""
    return is_pronoun(mention) or _is_bare_nominal(mention.phrase, scene)


def _low(phrase: Phrase) -> str:
    low = phrase.text.lower().replace("’", "'").strip()
    return low.removeprefix("t-").removeprefix("-t-").removeprefix("-")


def _pronoun_agreement(mention: Mention) -> Callable[[Antecedent], bool]:
    low, lang = _low(mention.phrase), mention.phrase.lang
    feminine = low in words_of(lang, "singular_feminine") | words_of(lang, "plural_feminine")
    masculine = low in words_of(lang, "singular_masculine") | words_of(lang, "plural_masculine")
    plural = low in words_of(lang, "plural_masculine") | words_of(lang, "plural_feminine")
    gender = "f" if feminine or low.startswith("cette") else "m" if masculine else None
    personal = low in words_of(lang, "persons_only")
    thing = low in words_of(lang, "things")
    plural = plural or low.startswith("ces ")

    def agrees(antecedent: Antecedent) -> bool:
        if plural:
            return antecedent.plural
        if antecedent.plural or (personal and not antecedent.is_personal):
            return False
        if thing:
            return not antecedent.is_personal
        return gender is None or antecedent.gender in {gender, None}

    return agrees


def _is_short_name(phrase: Phrase) -> bool:
    """Whether the phrase is one capitalised word, give or take a title or an article."""
    runs = phrase.runs()
    if len(runs) != 1 or runs[0][1] != len(phrase.tokens):
        return False
    titled = [t for t in phrase.tokens if not t.is_name or _is_title(t.low, phrase.lang)]
    return len(phrase.tokens) - len(titled) == 1


def _is_title(low: str, lang: str) -> bool:
    groups = ("titles", "titles_masculine", "titles_feminine", *PERSONAL)
    return any(low in words_of(lang, group) for group in groups)


def _name_agreement(phrase: Phrase) -> Callable[[Antecedent], bool]:
    raw = phrase.tokens[-1].text.removesuffix("'s").removesuffix("’s")
    word = fold(raw)
    article = phrase.determiner is Determiner.DEFINITE

    def agrees(antecedent: Antecedent) -> bool:
        referent = antecedent.referent
        if referent.name is None:
            return False
        full = list(antecedent.called)
        if referent.agent.kind is SourceKind.PERSON:
            return (len(full) > 1 and word in {full[-1], full[0]}) or full == [word]
        outlet = referent.agent.kind in OUTLETS and article
        return raw == _initials(referent.name) or (outlet and len(full) > 1 and full[-1] == word)

    return agrees


def _initials(name: str) -> str | None:
    """The acronym of a name of at least two capitalised words."""
    letters = [w[0] for w in re.split(r"[\s'’-]+", name) if w[:1].isupper()]
    return "".join(letters) if len(letters) > 1 else None


def nouns_of(phrase: Phrase, referent: Referent) -> frozenset[str]:
    """Words by which a mention can be taken up again: its common nouns and the agent's name."""
    words = {singular(t.low, phrase.lang) for t in phrase.tokens if not t.is_name}
    translated = dict(referent.agent.names).get(phrase.lang, "")
    return frozenset({fold(w) for w in words} | words_in(referent.agent.name + " " + translated))


def called_in(phrase: Phrase, referent: Referent) -> tuple[str, ...]:
    """The words of the name as the text spells it; the canonical ones if they agree."""
    canonical = tuple(fold(w) for w in (referent.name or "").split())
    written = {fold(t.text) for t in phrase.tokens if t.is_name}
    if not canonical or not written or written & set(canonical):
        return canonical
    start, end = max(phrase.runs(), key=lambda run: run[1] - run[0])
    return tuple(fold(t.text) for t in phrase.tokens[start:end])


def _is_bare_nominal(phrase: Phrase, scene: Scene) -> bool:
    """A definite head noun with no name and no complement: "the ministry", "l'agence"."""
    if phrase.determiner is not Determiner.DEFINITE or phrase.head is None or phrase.runs():
        return False
    described = words_of(phrase.lang, "prepositions") | {","}
    if any(t.low in described for t in phrase.tokens):
        return False
    return not any(scene.gazetteer.demonym(t.text, scene.lang) for t in phrase.tokens)


def _nominal_agreement(phrase: Phrase) -> Callable[[Antecedent], bool]:
    noun = phrase.noun or ""
    sorts = {sort for sort in Head if noun in words_of(phrase.lang, sort)}
    kinds = frozenset().union(*(_KINDS_OF_NOUN.get(sort, frozenset()) for sort in sorts))
    # "The company" may be any organisation, "the union" only one that is called a union.
    if Head.ORGANIZATION in sorts and noun not in words_of(phrase.lang, "generic_organizations"):
        kinds -= {SourceKind.ORGANIZATION}
    spokesperson = Head.SPOKESPERSON in sorts

    def agrees(antecedent: Antecedent) -> bool:
        if antecedent.plural != phrase.plural:
            return False
        if spokesperson:
            return antecedent.phrase.sort is Head.SPOKESPERSON
        if sorts & PERSONAL:
            human = antecedent.is_personal or antecedent.phrase.sort in PERSONAL
            return human and fold(noun) in antecedent.nouns
        if phrase.plural:
            return fold(noun) in antecedent.nouns
        if antecedent.is_personal or antecedent.phrase.sort is Head.SPOKESPERSON:
            return False
        return antecedent.referent.agent.kind in kinds or fold(noun) in antecedent.nouns

    return agrees


def words_in(name: str) -> set[str]:
    """The words of a name, folded."""
    return {fold(word) for word in name.replace("'", " ").replace("’", " ").split()}
