"""The cue lexicon: reads the tables of ``lexicons/*.toml`` into values that can be looked up.

``lexicon("fr").verb("indique")`` answers in constant time; a language is read once a process
(tens of milliseconds) and only when asked for.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kg.errors import UnknownLanguage
from kg.extract.conjugation import conjugator, is_french_conditional
from kg.extract.lexemes import (
    Cue,
    CueClass,
    Frame,
    Lexicon,
    Marker,
    Needs,
    Phrase,
    SourceFrame,
    VerbForm,
    folded,
)
from kg.model import SourceKind, Stance, WriterCertainty

__all__ = [
    "Cue",
    "CueClass",
    "Frame",
    "Lexicon",
    "Marker",
    "Needs",
    "Phrase",
    "SourceFrame",
    "VerbForm",
    "folded",
    "is_french_conditional",
    "lexicon",
]

Table = Mapping[str, Any]

LANGUAGES = ("en", "fr")
"""Languages that have a lexicon."""


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of ``lang`` (ISO 639-1), read once a process.

    Raises:
        UnknownLanguage: None is shipped for ``lang``.

    >>> [form.cue.stance.value for form in lexicon("fr").verb("nient") if form.person == 3][:1]
    ['denies']
    >>> lexicon("en").noun("allegations").certainty.value
    'distanced'
    """
    if lang not in LANGUAGES:
        raise UnknownLanguage(
            f"no cue words for {lang!r}; there are some for {', '.join(LANGUAGES)}"
        )
    source = files("kg.extract") / "lexicons" / f"{lang}.toml"
    return _Reader(lang, tomllib.loads(source.read_text(encoding="utf-8"))).lexicon()


class _Reader:
    """Turns the tables of one language into its `Lexicon`."""

    def __init__(self, lang: str, table: Table) -> None:
        self._lang = lang
        self._table = table
        self._inflect = cache(conjugator(lang))
        self._auxiliaries: dict[str, tuple[VerbForm, ...]] = {}
        self._also = {form: kind for kind, forms in table["also"].items() for form in forms}

    def lexicon(self) -> Lexicon:
        words: Table = self._table["words"]
        self._auxiliaries = self._by_form(self._plain("auxiliaries", CueClass.AUXILIARY))
        cues = list(self._cues("verbs"))
        ordinary = self._nouns_of("unnamed") | self._nouns_of("occupations")
        return Lexicon(
            lang=self._lang,
            verbs=self._cue_forms(cue for cue in cues if " " not in _bare(cue)),
            discovery_verbs=self._by_form(self._plain("discovery", CueClass.DISCOVER)),
            auxiliaries=self._auxiliaries,
            refusals=self._words_of("refusals"),
            if_negated=self._words_of("if_negated"),
            phrases_by_head=self._phrases(cue for cue in cues if " " in _bare(cue)),
            idioms_by_head=self._idioms(),
            nouns={form: cue for cue in self._cues("nouns") for form in self._numbers(cue.lemma)},
            source_frames=self._source_frames(),
            comparatives=self._longest_first(words["comparatives"]),
            hearsay=self._hearsay(),
            hedges=frozenset(words["hedges"]),
            endorsements=frozenset(words["endorsements"]),
            negations=frozenset(words["negations"]),
            complementizers=frozenset(words["complementizers"]),
            concessives=self._longest_first(words["concessives"]),
            contrastives=self._longest_first(words["contrastives"]),
            common_knowledge=self._longest_first(words["common_knowledge"]),
            citing=self._longest_first(words["citing"]),
            unnamed_heads=ordinary | frozenset(words["unnamed_plurals"]),
            source_heads=self._source_heads(),
            people=self._nouns_of("people") | self._nouns_of("occupations"),
            spokespersons=self._nouns_of("spokespersons"),
            witness_heads=self._nouns_of("witnesses"),
            evidential=self._longest_first(words["evidential"]),
            titles=frozenset(words["titles"]),
            abbreviations=frozenset(words["abbreviations"]),
            numbered_abbreviations=frozenset(words["numbered_abbreviations"]),
            asides=self._longest_first(words["asides"]),
            reflexives=frozenset(words["reflexives"]),
            pronouns=frozenset(words["pronouns"]),
        )

    def _cues(self, section: str) -> Iterator[Cue]:
        for group in self._table["cues"]:
            for lemma, notes in group.get(section, {}).items():
                frames, _, needs = notes.partition(" | ")
                yield Cue(
                    lemma=lemma,
                    cue_class=CueClass(group["class"]),
                    stance=Stance(group["stance"]),
                    certainty=WriterCertainty(group["certainty"]),
                    frames=frozenset(Frame(frame) for frame in frames.split()),
                    needs=Needs(needs) if needs else None,
                    reflexive=lemma.startswith(("se ", "s'")),
                )

    def _plain(self, section: str, cue_class: CueClass) -> Iterator[Cue]:
        frames = frozenset({Frame.THAT, Frame.NOUN})
        for lemma in self._table["other_verbs"][section]:
            yield Cue(lemma, cue_class, Stance.UNCLEAR, WriterCertainty.NEUTRAL, frames)

    def _words_of(self, section: str) -> frozenset[str]:
        """All forms of the verbs of a section, and its adjectives as they stand."""
        verbs = (i.form for verb in self._table[section]["verbs"] for i in self._inflect(verb))
        return frozenset(verbs) | frozenset(self._table[section]["others"])

    def _cue_forms(self, cues: Iterable[Cue]) -> dict[str, tuple[VerbForm, ...]]:
        """As `_by_form`, without those that are forms of an auxiliary (étayer: étaient)."""
        forms = self._by_form(cues)
        for form in forms.keys() & self._auxiliaries.keys():
            del forms[form]
        return forms

    def _by_form(self, cues: Iterable[Cue]) -> dict[str, tuple[VerbForm, ...]]:
        found: dict[str, list[VerbForm]] = defaultdict(list)
        for cue in cues:
            for form in self._forms(cue, _bare(cue)):
                found[form.form].append(form)
        return {form: tuple(readings) for form, readings in found.items()}

    def _forms(self, cue: Cue, verb: str) -> Iterator[VerbForm]:
        for i in self._inflect(verb):
            also = self._also.get(i.form, "")
            yield VerbForm(cue, i.form, i.mood, i.tense, i.number, i.person, i.gender, also)

    def _phrases(self, cues: Iterable[Cue]) -> dict[str, tuple[Phrase, ...]]:
        found: dict[str, list[Phrase]] = defaultdict(list)
        for cue in cues:
            head, _, rest = _bare(cue).partition(" ")
            for tail in self._spellings(rest):
                for form in self._forms(cue, head):
                    found[form.form].append(Phrase(form, tuple(tail.split())))
        return {form: tuple(sorted(each, key=_by_tail)) for form, each in found.items()}

    def _idioms(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for verb, tails in self._table["idioms"].items():
            spelt = {tuple(s.split()) for tail in tails for s in self._spellings(tail)}
            for inflection in self._inflect(verb):
                found[inflection.form] |= spelt
        return {form: tuple(sorted(tails)) for form, tails in found.items()}

    def _spellings(self, phrase: str) -> list[str]:
        """``phrase`` with each spelling of its last word: de, d', du, des; que, qu'."""
        head, space, last = phrase.rpartition(" ")
        spellings: list[str] = self._table["contractions"].get(last, [last])
        return [head + space + spelling for spelling in spellings]

    def _numbers(self, noun: str) -> tuple[str, str]:
        irregular: str | None = self._table["plurals"].get(noun)
        return noun, irregular or _PLURALS[self._lang](noun)

    def _nouns_of(self, section: str) -> frozenset[str]:
        return frozenset(
            form for noun in self._table["people"][section] for form in self._numbers(noun)
        )

    def _source_heads(self) -> dict[str, SourceKind]:
        return {
            form: SourceKind(kind)
            for kind, nouns in self._table["source_heads"].items()
            for noun in nouns
            for form in self._numbers(noun)
        }

    def _source_frames(self) -> tuple[SourceFrame, ...]:
        frames = [
            SourceFrame(
                words,
                WriterCertainty.NEUTRAL if grade == "weak" else WriterCertainty(grade),
                weak=grade == "weak",
            )
            for grade, phrases in self._table["source_frames"].items()
            for phrase in phrases
            for words in self._spellings(phrase)
        ]
        return tuple(sorted(frames, key=lambda frame: (-len(frame.words), frame.words)))

    def _hearsay(self) -> tuple[Marker, ...]:
        markers = [
            Marker(words, WriterCertainty(certainty))
            for certainty, phrases in self._table["hearsay"].items()
            for phrase in phrases
            for words in self._spellings(phrase)
        ]
        return tuple(sorted(markers, key=lambda marker: (-len(marker.words), marker.words)))

    def _longest_first(self, phrases: Iterable[str]) -> tuple[str, ...]:
        spelt = {words for phrase in phrases for words in self._spellings(phrase)}
        return tuple(sorted(spelt, key=lambda words: (-len(words), words)))


def _bare(cue: Cue) -> str:
    """The lemma without its reflexive pronoun."""
    return cue.lemma.removeprefix("se ").removeprefix("s'") if cue.reflexive else cue.lemma


def _by_tail(phrase: Phrase) -> tuple[int, tuple[str, ...], str]:
    return -len(phrase.tail), phrase.tail, phrase.head.mood


def _french_plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al"):
        return noun[:-1] + "ux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")


def _english_plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_PLURALS: Mapping[str, Callable[[str], str]] = {"en": _english_plural, "fr": _french_plural}
