"""Identifies a source by the words of its own phrase.

A newspaper, a state under the name of its capital, a ministry worded freely, a spokesman, a
report with an issuer, "two officials": each has its own way of being named. `identify` asks
the gazetteer first, then the grammar of bodies, then the words; a phrase that only refers
back ("he", "the agency") is the business of `kg.link.coreference`.
"""

import re
from dataclasses import replace

from kg.link.lexicon import words_of
from kg.link.mentions import Mention
from kg.link.organisations import body, chosen, named_after_type, new_organisation
from kg.link.persons import PersonName, person_in
from kg.link.phrases import PERSONAL, Determiner, Head, read_phrase
from kg.link.qualifiers import coined_qualifier, issuer, ministry_of, qualifier
from kg.link.referents import Referent, Scene
from kg.link.titles import titled
from kg.model import Agent, SourceKind

_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:n°|no\.?|number)\s?\d+|\b\d{3,}\b")
_TITLED = re.compile(r"[«“\"][^»”\"]{4,}[»”\"]")
_HEADS = re.compile(
    r"\bwho\s+(?:chairs|heads|leads|runs|directs|presides|commands)\b|"
    r"\bqui\s+(?:préside|dirige|pilote|commande|gère)\b|\bà la tête d",
    re.IGNORECASE,
)
"""Words that make somebody the head of what follows."""

NULL_SOURCE = "unnamed source"


def identify(mention: Mention, scene: Scene) -> Referent | None:
    """Who ``mention`` names by its own words; None if they leave it open.

    Ways of naming are tried from the surest to the loosest.
    """
    for way in (_by_name, titled, body, _person, _spokesperson, named_after_type, _report, _office):
        found = way(mention, scene)
        if found:
            return found
    if mention.phrase.sort in PERSONAL or mention.phrase.sort is Head.DOCUMENT:
        return None
    return new_organisation(mention, scene)


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
    entry = chosen(scene.gazetteer.find(name, scene.lang), None)
    return scene.known(entry.agent) if entry else None


def _person(mention: Mention, scene: Scene) -> Referent | None:
    phrase = mention.phrase
    found = person_in(phrase, scene.gazetteer, mention.guess)
    if found is None:
        return None
    beside = _beside_person(found, scene, loose=phrase.sort is Head.SPOKESPERSON)
    represents = phrase.sort in {Head.SPOKESPERSON, Head.ROLE} or _HEADS.search(found.rest)
    speaks_for = beside if represents else None
    affiliation = None if represents else beside
    if found.known:
        return Referent(found.known, found.known.name, speaks_for, affiliation)
    office = f"{phrase.noun or ''} {beside.id if beside else ''}".strip()
    if found.is_full and office:
        agent = _officer(scene, found.name, office, speaks_for)
    else:
        agent = scene.local(SourceKind.PERSON, mention.start, found.name, speaks_for)
    return Referent(agent, found.name, speaks_for, affiliation)


def _officer(scene: Scene, name: str, office: str, body: Agent | None) -> Agent:
    """A person known by name and office, on the side of the body that the office is of."""
    officer = scene.coined(SourceKind.PERSON, name, body)
    return replace(officer, id=scene.names.agent(SourceKind.PERSON, name, office))


def _beside_person(found: PersonName, scene: Scene, *, loose: bool) -> Agent | None:
    """The body, state or organisation in what the phrase says beside the name.

    Whom a spokesperson speaks for is an organisation, whatever its name looks like (``loose``).
    """
    rest = " ".join(found.rest.split())
    if not rest:
        return None
    beside = read_phrase(rest, scene.lang)
    known = ministry_of(rest, scene) or qualifier(beside, scene)
    return known or (coined_qualifier(beside, scene, loose=True) if loose else None)


def _spokesperson(mention: Mention, scene: Scene) -> Referent | None:
    """An unnamed spokesperson takes the kind and name of the body."""
    phrase = mention.phrase
    if phrase.sort is not Head.SPOKESPERSON:
        return None
    speaker = qualifier(phrase, scene) or coined_qualifier(phrase, scene, loose=True)
    return Referent(speaker, speaker.name) if speaker else None


def _report(mention: Mention, scene: Scene) -> Referent | None:
    """A document that can be identified: by issuer, title, number or date."""
    phrase = mention.phrase
    if phrase.sort is not Head.DOCUMENT or phrase.plural:
        return None
    by = issuer(phrase, scene)
    singled_out = _TITLED.search(phrase.text) or _DATED.search(phrase.text)
    if not by and not singled_out:
        return None
    # "A UN report" is told from other reports of the UN by nothing but the text it stands in.
    mint = scene.coined if singled_out else scene.coined_here
    agent = replace(mint(SourceKind.DOCUMENT, phrase.bare, by), part_of=by.id if by else None)
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
