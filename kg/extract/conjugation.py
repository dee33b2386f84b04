"""Conjugation: every form under which a cue verb can stand in a text.

Parsers take *indique* for a noun and *rapporte* for an adjective, and they do so exactly where
somebody is being cited. A table of all forms does not depend on them. The models and the
irregular verbs are data (``lexicons/*.conjugation.toml``); this module applies them.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

Table = Mapping[str, Any]

INDICATIVE = "indicative"
CONDITIONAL = "conditional"
SUBJUNCTIVE = "subjunctive"
IMPERATIVE = "imperative"
INFINITIVE = "infinitive"
PAST_PARTICIPLE = "past participle"
PRESENT_PARTICIPLE = "present participle"

FINITE = frozenset({INDICATIVE, CONDITIONAL, SUBJUNCTIVE, IMPERATIVE})
"""Moods whose forms have a subject of their own."""

_PERSONS = (
    ("singular", 1),
    ("singular", 2),
    ("singular", 3),
    ("plural", 1),
    ("plural", 2),
    ("plural", 3),
)
_SILENT = frozenset({"e", "es", "ent"})
_E_ACUTE = re.compile(r"é((?:gu|qu|[bcdfghjklmnpqrstvwxz])+)$")
_E_PLAIN = re.compile(r"e([bcdfghjklmnpqrstvwxz])$")


@dataclass(frozen=True, slots=True, order=True)
class Inflection:
    """One form of one verb.

    Attributes:
        form: As written, in lower case.
        mood: One of the constants of this module.
        tense: ``present``, ``imperfect``, ``past`` or ``future``; empty outside the indicative
            and the subjunctive.
        number: ``singular``, ``plural``; empty where the form does not show it.
        person: 1, 2, 3; 0 where the form does not show it.
        gender: ``masculine``, ``feminine`` of a French past participle, else empty.
    """

    form: str
    mood: str
    tense: str = ""
    number: str = ""
    person: int = 0
    gender: str = ""


_FUTURE_STEM = re.compile(r"^(?:i|au)r$|(?:batt|mett)r$|.(?:i|e|r|d|v|[iî]t|au|lu|mp)r$")
_CONDITIONAL_ENDING = re.compile(r"(?:ais|ait|ions|iez|aient)$")


@cache
def _table(lang: str) -> Table:
    source = files("kg.extract") / "lexicons" / f"{lang}.conjugation.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def is_french_conditional(word: str) -> bool:
    """Whether ``word`` (in lower case) has the shape of a French conditional.

    The conditional of hearsay (*enverrait*) can stand on any verb, so it is told from the
    shape: a future stem before an ending of the imperfect. The imperfects that look alike
    (*tirait*, *montrait*) are listed. Says nothing of a *si* clause, which is for the caller.

    >>> [w for w in ("enverrait", "auraient", "tirait", "était", "viendrait") if
    ...  is_french_conditional(w)]
    ['enverrait', 'auraient', 'viendrait']
    """
    ending = _CONDITIONAL_ENDING.search(word)
    if ending is None:
        return False
    stem = word[: ending.start()]
    return bool(_FUTURE_STEM.search(stem)) and stem not in _table("fr")["imperfect_stems"]


@cache
def conjugator(lang: str) -> Callable[[str], tuple[Inflection, ...]]:
    """The function that gives all forms of a verb of ``lang`` (``en`` or ``fr``), sorted.

    Raises:
        FileNotFoundError: No tables are shipped for ``lang``.

    >>> sorted({i.form for i in conjugator("en")("deny")})
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(i.form for i in conjugator("fr")("annoncer") if i.tense == "imperfect")[:2]
    ['annonciez', 'annoncions']
    """
    table = _table(lang)
    verbs = FrenchVerbs(table) if lang == "fr" else EnglishVerbs(table)
    return verbs.inflect


class FrenchVerbs:
    """Conjugates French verbs: the groups by rule, the others by models."""

    def __init__(self, table: Table) -> None:
        self._doubled: frozenset[str] = frozenset(table["doubled"])
        self._endings = {name: line.split() for name, line in table["endings"].items()}
        self._models: dict[str, Table] = table["models"]
        self._model_of = {
            verb: name for name, model in self._models.items() for verb in model["verbs"]
        }

    def inflect(self, lemma: str) -> tuple[Inflection, ...]:
        """All simple forms of ``lemma``, an infinitive without its reflexive pronoun.

        Raises:
            ValueError: No model names ``lemma``, and it does not end in -er.
        """
        if lemma in self._model_of:
            forms = self._by_model(lemma, self._models[self._model_of[lemma]])
        elif lemma.endswith("er"):
            forms = self._first_group(lemma)
        else:
            raise ValueError(f"no model of conjugation names {lemma!r}")
        found = {*forms, Inflection(lemma, INFINITIVE)}
        reformed = {replace(i, form=i.form.replace("aît", "ait")) for i in found}
        return tuple(sorted(found | reformed if lemma.endswith("aître") else found))

    def _first_group(self, lemma: str) -> Iterator[Inflection]:
        stem = lemma[:-2]
        silent = self._before_silent_e(lemma)
        present = [
            (silent[0] if ending in _SILENT else stem) + ending
            for ending in self._endings["present_er"]
        ]
        for variant in silent:
            forms = [(variant if e in _SILENT else stem) + e for e in self._endings["present_er"]]
            yield from _persons(INDICATIVE, "present", (_soft(f) for f in forms))
            subjunctive = [
                (variant if e in _SILENT else stem) + e for e in self._endings["subjunctive"]
            ]
            yield from _persons(SUBJUNCTIVE, "present", subjunctive)
        for future in self._future_stems(lemma, silent):
            yield from self._from_future(future)
        yield from self._joined(INDICATIVE, "imperfect", stem, "imperfect")
        yield from self._joined(INDICATIVE, "past", stem, "past_a")
        yield from _imperative((present[0], _soft(present[3]), present[4]))
        yield from _participles(stem + "é", stem + "é", _soft(stem + "ant"))

    def _before_silent_e(self, lemma: str) -> list[str]:
        """The spellings of the stem before a silent e, the usual one first.

        Lists both of *paie, paye*.
        """
        stem = lemma[:-2]
        if stem.endswith(("oy", "uy")):
            return [stem[:-1] + "i"]
        if stem.endswith("ay"):
            return [stem[:-1] + "i", stem]
        if lemma in self._doubled:
            return [stem + stem[-1]]
        return [_E_PLAIN.sub(r"è\1", _E_ACUTE.sub(r"è\1", stem))]

    def _future_stems(self, lemma: str, silent: Iterable[str]) -> list[str]:
        """What stands before the endings of the future.

        *révélera* and, since the spelling reform of 1990, *révèlera*.
        """
        stems = [stem + "er" for stem in silent]
        return [*stems, lemma] if _E_ACUTE.search(lemma[:-2]) else stems

    def _by_model(self, lemma: str, model: Table) -> Iterator[Inflection]:
        stem = lemma.removesuffix(model["ending"])
        present = [stem + ending for ending in model["present"].split(" ")]
        yield from _persons(INDICATIVE, "present", present)
        yield from self._joined(INDICATIVE, "imperfect", stem + model["imperfect"], "imperfect")
        past, series = model["past"].split(":")
        yield from self._joined(INDICATIVE, "past", stem + past, f"past_{series}")
        yield from self._from_future(stem + model["future"])
        yield from _persons(SUBJUNCTIVE, "present", self._subjunctive(stem, model))
        commands = (present[1], present[3], present[4])
        if "imperative" in model:
            commands = _three(stem + part for part in model["imperative"].split())
        elif present[1].endswith("es"):
            commands = (present[0], present[3], present[4])
        yield from _imperative(commands)
        participle = model["participle"].split()
        yield from _participles(stem + participle[0], stem + participle[-1], stem + model["gerund"])

    def _subjunctive(self, stem: str, model: Table) -> list[str]:
        parts = model["subjunctive"].split(" ")
        if len(parts) == len(_PERSONS):
            return [stem + part for part in parts]
        strong, weak = parts
        endings = self._endings["subjunctive"]
        return [stem + (weak if e in {"ions", "iez"} else strong) + e for e in endings]

    def _from_future(self, stem: str) -> Iterator[Inflection]:
        yield from self._joined(INDICATIVE, "future", stem, "future")
        yield from self._joined(CONDITIONAL, "present", stem, "conditional")

    def _joined(self, mood: str, tense: str, stem: str, endings: str) -> Iterator[Inflection]:
        forms = (_soft(stem + ending, len(stem)) for ending in self._endings[endings])
        return _persons(mood, tense, forms)


class EnglishVerbs:
    """Conjugates English verbs: -s, -ed, -ing by rule, the irregular ones from a table."""

    def __init__(self, table: Table) -> None:
        self._doubled: frozenset[str] = frozenset(table["doubled"])
        self._irregular: dict[str, str] = table["irregular"]

    def inflect(self, lemma: str) -> tuple[Inflection, ...]:
        """All forms of ``lemma``; those of no person stand with person 0."""
        line = self._irregular.get(lemma) or self._regular(lemma)
        third, past, participle, gerund, *present = (cell.split("/") for cell in line.split())
        forms = [Inflection(lemma, INFINITIVE), Inflection(lemma, IMPERATIVE)]
        plain = present[0] if present else [lemma]
        forms += [Inflection(form, INDICATIVE, "present") for form in plain]
        forms += [Inflection(form, INDICATIVE, "present", "singular", 3) for form in third]
        forms += [Inflection(form, INDICATIVE, "past") for form in past]
        forms += [Inflection(form, PAST_PARTICIPLE) for form in participle]
        forms += [Inflection(form, PRESENT_PARTICIPLE) for form in gerund]
        return tuple(sorted({form for form in forms if form.form != "-"}))

    def _regular(self, lemma: str) -> str:
        stem = lemma
        if lemma in self._doubled:
            stem = lemma + lemma[-1]
        elif re.search(r"[^aeiou]y$", lemma):
            return f"{lemma[:-1]}ies {lemma[:-1]}ied {lemma[:-1]}ied {lemma}ing"
        elif lemma.endswith("e"):
            bare = lemma[:-1] if not lemma.endswith(("ee", "oe", "ye")) else lemma
            return f"{lemma}s {lemma}d {lemma}d {bare}ing"
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        return f"{third} {stem}ed {stem}ed {stem}ing"


def _soft(form: str, stem: int | None = None) -> str:
    """``form`` with c and g kept soft where an ending in a or o follows them."""
    cut = stem if stem is not None else len(form) - 3
    head, tail = form[:cut], form[cut:]
    if tail[:1] in {"a", "o", "â"}:
        if head.endswith("c"):
            return head[:-1] + "ç" + tail
        if head.endswith("g"):
            return head + "e" + tail
    return form


def _persons(mood: str, tense: str, forms: Iterable[str]) -> Iterator[Inflection]:
    for form, (number, person) in zip(forms, _PERSONS, strict=True):
        yield Inflection(form, mood, tense, number, person)


def _imperative(forms: tuple[str, str, str]) -> Iterator[Inflection]:
    for form, (number, person) in zip(forms, (_PERSONS[1], *_PERSONS[3:5]), strict=True):
        yield Inflection(form, IMPERATIVE, "", number, person)


def _participles(masculine: str, stem: str, gerund: str) -> Iterator[Inflection]:
    yield Inflection(masculine, PAST_PARTICIPLE, "", "singular", 0, "masculine")
    yield Inflection(stem + "e", PAST_PARTICIPLE, "", "singular", 0, "feminine")
    plural = stem if stem.endswith("s") else stem + "s"
    yield Inflection(plural, PAST_PARTICIPLE, "", "plural", 0, "masculine")
    yield Inflection(stem + "es", PAST_PARTICIPLE, "", "plural", 0, "feminine")
    yield Inflection(gerund, PRESENT_PARTICIPLE)


def _three(forms: Iterable[str]) -> tuple[str, str, str]:
    first, second, third = forms
    return first, second, third
