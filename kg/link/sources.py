"""Identifies a source by the words of its own phrase.

A newspaper, a state under the name of its capital, a ministry worded freely, a spokesman, a
report with an issuer, "two officials": each has its own way of being named. `identify` asks
the gazetteer first, then the grammar of bodies, then the words; a phrase that only refers
back ("he", "the agency") is the business of `kg.link.coreference`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.link.gazetteer import Entry
from kg.link.lexicon import words_of
from kg.link.persons import PersonName, person_in
from kg.link.phrases import PERSONAL, Determiner, Head, Phrase, read_phrase
from kg.link.qualifiers import (
    coined_qualifier,
    issuer,
    ministry_of,
    qualifier,
)
from kg.link.referents import Referent, Scene
from kg.model import OUTLETS, Agent, SourceKind

_FITS: dict[Head, frozenset[SourceKind]] = {
    Head.OUTLET: OUTLETS,
    Head.AGENCY: OUTLETS | {SourceKind.BODY, SourceKind.ORGANIZATION},
    Head.STATE: frozenset({SourceKind.STATE}),
    Head.BODY: frozenset({SourceKind.BODY, SourceKind.STATE, SourceKind.ORGANIZATION}),
    Head.ORGANIZATION: OUTLETS | {SourceKind.ORGANIZATION, SourceKind.BODY},
}
_COINED: dict[Head, SourceKind] = {
    Head.OUTLET: SourceKind.OUTLET,
    Head.AGENCY: SourceKind.AGENCY,
    Head.BODY: SourceKind.BODY,
    Head.STATE: SourceKind.STATE,
    Head.ORGANIZATION: SourceKind.ORGANIZATION,
}
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:n°|no\.?|number)\s?\d+|\b\d{3,}\b")
_FIRST_WORD = re.compile(r"[^\W\d_][\w-]*")
_CAPITAL_INSIDE = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w-]*")
_TITLED = re.compile(r"[«“\"][^»”\"]{4,}[»”\"]")
NULL_SOURCE = "unnamed source"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase in the text that stands for somebody.

    Attributes:
        phrase: Its words.
        start: Offset in the document.
        guess: Kind that the extractor read off the words.
    """

    phrase: Phrase
    start: int
    guess: SourceKind = SourceKind.UNNAMED

    @property
    def end(self) -> int:
        """Offset of its end in the document."""
        return self.start + len(self.phrase.text)


def mention(scene: Scene, start: int, end: int, guess: SourceKind) -> Mention:
    """The mention at ``[start, end)`` of the document."""
    text = scene.document.text[start:end]
    common = _is_common_at_start(scene, start, text)
    return Mention(read_phrase(text, scene.lang, common=common), start, guess)


def _is_common_at_start(scene: Scene, start: int, phrase: str) -> bool:
    """Whether the phrase opens with a common noun that its sentence gave a capital.

    "Villagers say" and "Local farmers say" name nobody; "Greenpeace activists say" does if
    the text writes that word with a capital inside a sentence too.
    """
    text = scene.document.text
    before = text[:start].rstrip(" \t\u00a0\u202f«“\"'(")
    if before and before[-1] not in ".!?…:\n":
        return False
    first = _FIRST_WORD.match(phrase)
    if first is None or any(m.span.start == 0 for m in scene.gazetteer.longest(phrase, scene.lang)):
        return False
    word = first.group()
    inside, lower = _words_inside(text)
    if word in inside:
        return False
    rest = phrase[first.end() :].strip(" ,")
    if rest:
        return rest[0].islower()
    return (scene.lang == "en" and word.endswith("s")) or word.lower() in lower


@lru_cache(maxsize=2)
def _words_inside(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words written with a capital inside a sentence, and words written without one."""
    capital = frozenset(m.group() for m in _CAPITAL_INSIDE.finditer(text))
    return capital, frozenset(m.group() for m in _FIRST_WORD.finditer(text) if m.group().islower())


def identify(mention: Mention, scene: Scene) -> Referent | None:
    """Who ``mention`` names by its own words; None if they leave it open.

    Ways of naming are tried from the surest to the loosest.
    """
    for way in (_by_name, _person, _spokesperson, _body, _named_after_type, _report, _office):
        found = way(mention, scene)
        if found:
            return found
    if mention.phrase.sort in PERSONAL or mention.phrase.sort is Head.DOCUMENT:
        return None
    return _new_organisation(mention, scene)


def unnamed(mention: Mention, scene: Scene) -> Referent:
    """The referent of a phrase by which nobody could be written to."""
    side = qualifier(mention.phrase, scene)
    name = mention.phrase.bare
    agent = scene.local(SourceKind.UNNAMED, mention.start, name, side)
    return Referent(agent, None, affiliation=side)


def nobody(scene: Scene, start: int) -> Referent:
    """The referent where the text names nobody at all ("it was reported")."""
    return Referent(scene.local(SourceKind.UNNAMED, start, NULL_SOURCE), None)


def unresolved(mention: Mention, scene: Scene) -> Referent:
    """The referent of a pronoun or short form whose antecedent was not found."""
    personal = mention.phrase.text.lower() in words_of(scene.lang, "persons_only")
    kind = SourceKind.PERSON if personal else SourceKind.UNNAMED
    return Referent(scene.local(kind, mention.start, mention.phrase.text), None)


def _by_name(mention: Mention, scene: Scene) -> Referent | None:
    """The whole phrase is a known name: "Reuters", "le Washington Post", "Moscou"."""
    phrase = mention.phrase
    if not phrase.tokens or not phrase.tokens[0].is_name:
        return None
    if phrase.sort in PERSONAL and len(phrase.runs()) != 1:
        return None
    name = re.sub(r"['’]s?$", "", phrase.text)
    entry = _chosen(scene.gazetteer.find(name, scene.lang), None)
    return scene.known(entry.agent) if entry else None


def _chosen(entries: Iterable[Entry], sort: Head | None) -> Entry | None:
    """The best reading that agrees with the type word beside the name, if there is one."""
    fitting = _FITS.get(sort) if sort else None
    return next((e for e in entries if fitting is None or e.agent.kind in fitting), None)


def _person(mention: Mention, scene: Scene) -> Referent | None:
    phrase = mention.phrase
    found = person_in(phrase, scene.gazetteer, mention.guess)
    if found is None:
        return None
    beside = _beside_person(found, scene)
    represents = phrase.sort in {Head.SPOKESPERSON, Head.ROLE}
    speaks_for = beside if represents else None
    affiliation = None if represents else beside
    if found.known:
        return Referent(found.known, found.known.name, speaks_for, affiliation)
    office = f"{phrase.noun or ''} {beside.id if beside else ''}".strip()
    if not (found.is_full and office):
        agent = scene.local(SourceKind.PERSON, mention.start, found.name, beside)
        return Referent(agent, found.name, speaks_for, affiliation)
    agent = _officer(scene, found.name, office, speaks_for or affiliation)
    return Referent(agent, found.name, speaks_for, affiliation)


def _officer(scene: Scene, name: str, office: str, beside: Agent | None) -> Agent:
    coined = scene.coined(SourceKind.PERSON, name, beside)
    return replace(coined, id=scene.names.agent(SourceKind.PERSON, name, office))


def _beside_person(found: PersonName, scene: Scene) -> Agent | None:
    """The body, state or organisation in what the phrase says beside the name."""
    rest = " ".join(found.rest.split())
    if not rest:
        return None
    return ministry_of(rest, scene) or qualifier(read_phrase(rest, scene.lang), scene)


def _spokesperson(mention: Mention, scene: Scene) -> Referent | None:
    """An unnamed spokesperson takes the kind and name of the body."""
    phrase = mention.phrase
    if phrase.sort is not Head.SPOKESPERSON:
        return None
    body = qualifier(phrase, scene) or coined_qualifier(phrase, scene, loose=True)
    return Referent(body, body.name) if body else None


def _body(mention: Mention, scene: Scene) -> Referent | None:
    """A body by its service and its state; a government is the state itself."""
    if mention.phrase.sort in PERSONAL or mention.phrase.sort is Head.DOCUMENT:
        return None
    body = scene.gazetteer.body(mention.phrase.text, scene.lang)
    return scene.known(body) if body else None


def _named_after_type(mention: Mention, scene: Scene) -> Referent | None:
    """A name in apposition to its type: "le journal X", "the news agency Y", "X newspaper"."""
    phrase = mention.phrase
    if phrase.sort in PERSONAL or phrase.sort is Head.DOCUMENT or phrase.plural:
        return None
    for start, end in phrase.runs():
        preposed = start > 0 and phrase.tokens[start - 1].low in words_of(
            scene.lang, "prepositions"
        )
        if preposed and phrase.sort is not None:
            continue
        name = re.sub(r"['’]s$", "", phrase.slice(start, _full_name_end(phrase, end)))
        article = phrase.text[: phrase.tokens[0].span.start] if start == 0 else ""
        entry = _chosen(scene.gazetteer.find(f"{article}{name}", scene.lang), phrase.sort)
        if entry:
            return scene.known(entry.agent)
    return None


def _report(mention: Mention, scene: Scene) -> Referent | None:
    """A document that can be identified: by issuer, title, number or date."""
    phrase = mention.phrase
    if phrase.sort is not Head.DOCUMENT or phrase.plural:
        return None
    by = issuer(phrase, scene)
    if not by and not _TITLED.search(phrase.text) and not _DATED.search(phrase.text):
        return None
    agent = scene.coined(SourceKind.DOCUMENT, phrase.bare, by)
    agent = replace(agent, part_of=by.id if by else None)
    return Referent(agent, phrase.bare, affiliation=by)


def _office(mention: Mention, scene: Scene) -> Referent | None:
    """An office that one person holds, without the name: "le préfet de la Marne"."""
    phrase = mention.phrase
    held = phrase.noun in words_of(scene.lang, "held_by_one")
    if phrase.sort is not Head.ROLE or not held or phrase.plural:
        return None
    possessor = phrase.determiner is Determiner.NONE and re.search(r"['’]s?\s", phrase.text)
    if phrase.determiner is not Determiner.DEFINITE and not possessor:
        return None
    beside = ministry_of(phrase.text, scene) or qualifier(phrase, scene)
    if beside or phrase.runs():
        context = f"office {beside.id if beside else ''}"
        agent = _officer(scene, phrase.bare, context, beside)
    else:
        agent = scene.local(SourceKind.PERSON, mention.start, phrase.bare)
    return Referent(agent, None, speaks_for=beside)


def _new_organisation(mention: Mention, scene: Scene) -> Referent | None:
    """A name that nobody knows: an organisation, outlet or body by its type word."""
    phrase = mention.phrase
    runs = phrase.runs()
    kind = _COINED.get(phrase.sort) if phrase.sort else None
    if phrase.determiner is Determiner.INDEFINITE and not runs:
        return None
    if phrase.sort in {Head.BODY, Head.STATE} and not phrase.plural | bool(runs):
        return _plain_body(mention, scene)
    if phrase.sort is Head.BODY:
        beside = qualifier(phrase, scene)
        agent = scene.coined(SourceKind.BODY, phrase.bare, beside)
        return Referent(agent, agent.name)
    if not runs or phrase.plural:
        return None
    start, end = runs[0]
    guessed = mention.guess if mention.guess in _COINED.values() else SourceKind.ORGANIZATION
    preposed = start > 0 and phrase.tokens[start - 1].low in words_of(scene.lang, "prepositions")
    name = phrase.bare if preposed else phrase.slice(start, _full_name_end(phrase, end))
    agent = scene.coined(kind or guessed, re.sub(r"['’]s$", "", name))
    return Referent(agent, agent.name)


def _full_name_end(phrase: Phrase, end: int) -> int:
    """The end of a name that goes on over connecting words ("Institute for the Study of War")."""
    connecting = words_of(phrase.lang, "connectors")
    for start, stop in phrase.runs():
        if start > end and all(t.low in connecting for t in phrase.tokens[end:start]):
            end = stop
    return end


def _plain_body(mention: Mention, scene: Scene) -> Referent | None:
    """A body or government worded by a plain noun ("la police", "the navy")."""
    beside = qualifier(mention.phrase, scene)
    if beside:
        agent = scene.coined(SourceKind.BODY, mention.phrase.bare, beside)
        return Referent(agent, agent.name)
    agent = scene.local(SourceKind.BODY, mention.start, mention.phrase.bare)
    return Referent(agent, agent.name)
