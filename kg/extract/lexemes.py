"""Cue words as values: what a word that signals an act of ascribing says about the act.

What a cue does (say, deny, confirm, demand …), what stance it gives its source and how far the
writer stands behind it are properties of the word, recorded as data in ``lexicons/*.toml`` and
open to correction by anyone who knows the language. Nothing here decides whether a word *is* a
cue in its sentence: `Cue.frames` and `Cue.needs` say what evidence the extractor must see.
The tables are read by `kg.extract.lexicon`.

Words are looked up folded: see `folded`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import SourceKind, Stance, WriterCertainty


class CueClass(StrEnum):
    """What sort of act a cue names."""

    SAY = "say"
    """Utters, without more: say, write, add, answer."""
    REPORT = "report"
    """Gives news of something: report, announce, reveal, explain."""
    CLAIM = "claim"
    """Asserts against possible doubt: claim, allege, maintain, argue."""
    CONFIRM = "confirm"
    """Bears out what was said before: confirm, corroborate, verify."""
    ADMIT = "admit"
    """Grants what speaks against oneself or was in doubt: admit, acknowledge, concede."""
    SHOW = "show"
    """Of documents, data and studies: show, indicate, suggest, find."""
    DENY = "deny"
    """Says that it is not so, or turns it down: deny, refute, dismiss, reject."""
    RETRACT = "retract"
    """Takes back what oneself had said: retract, withdraw, correct."""
    DOUBT = "doubt"
    """Calls it in question: doubt, question."""
    ASK = "ask"
    """Asks whether or why it is so."""
    DEMAND = "demand"
    """Wants it done, or forbids it: demand, urge, call for, order, forbid."""
    COMMIT = "commit"
    """Binds oneself: promise, pledge, offer, threaten to, agree to."""
    PREDICT = "predict"
    """Speaks of what is to come: predict, expect, fear, warn."""
    BELIEVE = "believe"
    """Gives an opinion: believe, think, estimate, deem."""
    EVALUATE = "evaluate"
    """Praises or blames what is taken as given: criticise, condemn, welcome, deplore."""
    ACCUSE = "accuse"
    """Lays an act to somebody's charge: accuse, blame, suspect."""
    DESCRIBE = "describe"
    """Calls something something: describe as, call, qualify as."""
    RELAY = "relay"
    """Passes on another's words: quote, cite, relay."""
    DECLINE = "decline"
    """Takes no position: decline to comment."""
    DISCOVER = "discover"
    """Finds or witnesses; no act of speech. Only makes *implied* sources."""
    AUXILIARY = "auxiliary"
    """No cue: be, have, do, modal verbs, être, avoir, aller, pouvoir, devoir."""


class Frame(StrEnum):
    """In which construction a verb or noun reports."""

    THAT = "that"
    """A finite clause, with or without complementizer."""
    QUOTE = "quote"
    """Words in quotation marks, before, after or around the cue."""
    INFINITIVE = "infinitive"
    """An infinitive clause is conveyed: denied having, promised to, affirme avoir, dit vouloir."""
    NOUN = "noun"
    """A noun phrase is conveyed: denied the charges, announced a truce."""
    WH = "wh"
    """An indirect question: whether, why, si, pourquoi."""
    ABOUT = "about"
    """A topic only: spoke about, a commenté. The noun phrase is the weakest content there is."""
    OF = "of"
    """Somebody of something: accuse X of, avertir X de."""
    FOR = "for"
    """Somebody for something, or call for: blame X for, féliciter X pour."""
    TO = "to"
    """à or to with a noun: appeler à la retenue."""
    AGAINST = "against"
    """warn against, mettre en garde contre."""
    AS = "as"
    """Something as something: describe X as Y, qualifier X de Y, call X Y."""
    ADDRESSEE = "addressee"
    """Takes whom it is said to as its object: told Reuters that, a informé la presse que."""
    RAISING = "raising"
    """Passive with infinitive and no source: is said to, est accusé de, est censé."""
    BARE = "bare"
    """Reports with no content at all: declined to comment."""


class Needs(StrEnum):
    """What a cue must be seen with before it counts; its bare uses mean something else."""

    CLAUSE = "clause"
    """A finite clause or a quotation."""
    QUOTE = "quote"
    """A quotation."""
    SPEAKER = "speaker"
    """A subject that can speak: person, body, state, outlet, document, unnamed people."""
    CLAUSE_AND_SPEAKER = "clause and speaker"
    """Both of them."""
    DOCUMENT = "document"
    """A clause, and a subject that is a document, a study, data, pictures or an inquiry."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word, or one expression, by which an act of ascribing is signalled.

    Attributes:
        lemma: Infinitive or singular; for an expression all its words, "…" where others may
            come between. A French reflexive stands as ``se vanter``.
        cue_class: What sort of act it names.
        stance: The source's, where neither negation nor frame changes it.
        certainty: How far the writer stands behind it.
        frames: The constructions in which it reports.
        needs: What must be seen before it counts; None for a word that nearly always reports.
        reflexive: It reports only with its reflexive pronoun.
    """

    lemma: str
    cue_class: CueClass
    stance: Stance
    certainty: WriterCertainty
    frames: frozenset[Frame]
    needs: Needs | None = None
    reflexive: bool = False


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of one form of a cue verb.

    Attributes:
        cue: The verb, or the expression whose head it is.
        form: As looked up.
        mood: ``indicative``, ``conditional``, ``subjunctive``, ``imperative``, ``infinitive``,
            ``past participle``, ``present participle``.
        tense: ``present``, ``imperfect``, ``past``, ``future`` or empty.
        number: ``singular``, ``plural`` or empty.
        person: 1, 2, 3; 0 where the form does not show it.
        gender: Of a French past participle, else empty.
        also: What else the form can be: ``noun``, ``adjective``, ``preposition``, ``adverb``,
            or empty. Such a form needs a subject or an auxiliary beside it.
    """

    cue: Cue
    form: str
    mood: str
    tense: str = ""
    number: str = ""
    person: int = 0
    gender: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression of several words, met at a form of its head verb.

    Attributes:
        head: The form of the head verb; its cue is that of the whole expression.
        tail: The words that follow, folded; "…" stands for any few words between.
    """

    head: VerbForm
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceFrame:
    """Words that put a source before or after what it says: selon X, according to X.

    Attributes:
        words: Folded, single spaces, all spellings of the last preposition spelt out as
            frames of their own (``aux dires de``, ``aux dires d'`` …).
        certainty: How far the writer stands behind it.
        weak: It has other, more frequent meanings (pour, per, in): only with a noun phrase
            that can speak.
    """

    words: str
    certainty: WriterCertainty
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that change a reading and name nobody: reportedly, soi-disant, it seems.

    Attributes:
        words: Folded, single spaces.
        certainty: What they say of the writer.
    """

    words: str
    certainty: WriterCertainty


@dataclass(frozen=True)
class Lexicon:
    """All cue words of one language.

    Attributes:
        lang: ISO 639-1.
        verbs: Readings by folded form, cues only.
        discovery_verbs: Readings by folded form: finding and witnessing.
        auxiliaries: Readings by folded form.
        refusals: Forms by which somebody keeps back what the next verb says: refuse, unable.
        if_negated: Forms that do so only when negated: wish, able.
        phrases_by_head: Expressions by folded form of their head verb.
        idioms_by_head: What follows a form of a cue verb where it reports nothing
            (conclure *un accord*, claim *lives*), by folded form.
        nouns: Claim nouns by folded form, singular and plural.
        source_frames: Longest first.
        comparatives: comme, ainsi que, tel que, as: before "V X" they cite X. Longest first.
        hearsay: Adverbs and impersonal phrases of null sources. Longest first.
        hedges: Adverbs that take force from what they stand with.
        endorsements: rightly, à juste titre: they commit the writer.
        negations: Words that negate a cue verb.
        complementizers: que, that, si, whether …
        concessives: Conjunctions that end a reported content and begin another voice.
        contrastives: Coordinating ones: mais, but.
        common_knowledge: Frames that cite nobody. Longest first.
        citing: Forms that open a relay clause: citant, citing, quoting.
        unnamed_heads: Nouns of sources that nobody could write to, both numbers.
        source_heads: What kind of source a noun names (journal → outlet), both numbers.
        people: Nouns of roles and offices one person holds, both numbers and genders.
        spokespersons: Nouns of people who speak for another, both numbers and genders.
        witness_heads: Nouns of those who see for the reader: reporter, envoyé spécial.
        evidential: Phrases that show first-hand evidence.
        titles: Words before a name that belong to it: M., le président, Gen.
        abbreviations: Words that end in a full stop without ending a sentence, without it.
        numbered_abbreviations: Those that are abbreviations only before a number (no. 4, p. 12).
        asides: Fixed expressions that hold a form of a cue and report nothing (c'est-à-dire,
            that said, state media); also the writer's own notons, note that. Longest first.
        reflexives: se, s', me, m' …
        pronouns: Personal pronouns that can be a source.
    """

    lang: str
    verbs: Mapping[str, tuple[VerbForm, ...]]
    discovery_verbs: Mapping[str, tuple[VerbForm, ...]]
    auxiliaries: Mapping[str, tuple[VerbForm, ...]]
    refusals: frozenset[str]
    if_negated: frozenset[str]
    phrases_by_head: Mapping[str, tuple[Phrase, ...]]
    idioms_by_head: Mapping[str, tuple[tuple[str, ...], ...]]
    nouns: Mapping[str, Cue]
    source_frames: tuple[SourceFrame, ...]
    comparatives: tuple[str, ...]
    hearsay: tuple[Marker, ...]
    hedges: frozenset[str]
    endorsements: frozenset[str]
    negations: frozenset[str]
    complementizers: frozenset[str]
    concessives: tuple[str, ...]
    contrastives: tuple[str, ...]
    common_knowledge: tuple[str, ...]
    citing: tuple[str, ...]
    unnamed_heads: frozenset[str]
    source_heads: Mapping[str, SourceKind]
    people: frozenset[str]
    spokespersons: frozenset[str]
    witness_heads: frozenset[str]
    evidential: tuple[str, ...]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    numbered_abbreviations: frozenset[str]
    asides: tuple[str, ...]
    reflexives: frozenset[str]
    pronouns: frozenset[str]

    def verb(self, word: str) -> tuple[VerbForm, ...]:
        """All readings of ``word`` as a form of a one-word cue; empty if it is none."""
        return self.verbs.get(folded(word), ())

    def phrases(self, word: str) -> tuple[Phrase, ...]:
        """The expressions whose head verb has the form ``word``, longest tail first."""
        return self.phrases_by_head.get(folded(word), ())

    def idioms(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Words that, right after ``word``, make it no cue."""
        return self.idioms_by_head.get(folded(word), ())

    def noun(self, word: str) -> Cue | None:
        """The claim noun of which ``word`` is the singular or the plural."""
        return self.nouns.get(folded(word))

    def discovery(self, word: str) -> tuple[VerbForm, ...]:
        """All readings of ``word`` as a verb of finding or witnessing."""
        return self.discovery_verbs.get(folded(word), ())

    def auxiliary(self, word: str) -> tuple[VerbForm, ...]:
        """All readings of ``word`` as an auxiliary or modal verb."""
        return self.auxiliaries.get(folded(word), ())


_FOLD = {ord("’"): "'", ord("ʼ"): "'", ord("`"): "'", ord("\u00a0"): " ", ord("\u202f"): " "}


def folded(text: str) -> str:
    """``text`` in lower case with plain apostrophes and spaces, of the same length.

    Offsets of the result are offsets of ``text``: a capital whose small letter takes two
    characters stays as it is.

    >>> folded("D’après")
    "d'après"
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lower.translate(_FOLD)
