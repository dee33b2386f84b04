"""The actor that a noun phrase about somebody else is qualified by.

"Ukrainian reports", "an analyst at RAND", "le ministre russe de la Défense": nobody is named
by these words alone, but a state, body or organisation stands behind them. It decides whom
a spokesperson speaks for, who issued a report, and on whose side an unnamed source stands.
"""

import re

from kg.link.lexicon import words_of
from kg.link.phrases import Phrase
from kg.link.referents import Scene
from kg.model import OUTLETS, Agent, SourceKind

_MINISTER = re.compile(r"\b(?:vice-)?minist(?:er|re)\b", re.IGNORECASE)
_MINISTRY = {"en": "ministry", "fr": "ministère"}
_INSTITUTIONS = OUTLETS | {SourceKind.BODY, SourceKind.ORGANIZATION}


def ministry_of(office: str, scene: Scene) -> Agent | None:
    """The ministry of a minister: "le ministre russe de la Défense" → its ministry."""
    ministry = _MINISTRY.get(scene.lang)
    if ministry is None or not _MINISTER.search(office):
        return None
    if re.search(r"\bprime\b|\bpremi", office, re.IGNORECASE):
        return None
    return scene.gazetteer.body_in(_MINISTER.sub(ministry, office), scene.lang)


def issuer(phrase: Phrase, scene: Scene) -> Agent | None:
    """Who issued the document that ``phrase`` names; a state is too wide to be the issuer."""
    body = scene.gazetteer.body_in(phrase.text, scene.lang)
    named = (m.entry.agent for m in scene.gazetteer.longest(phrase.text, scene.lang))
    named = (a for a in named if a.kind not in {SourceKind.STATE, SourceKind.PERSON})
    known = body or next(named, None) or _complement(phrase, scene)
    return known or coined_qualifier(phrase, scene, loose=True)


def qualifier(phrase: Phrase, scene: Scene) -> Agent | None:
    """The actor that qualifies a phrase about somebody else, best known first."""
    body = _complement(phrase, scene) or scene.gazetteer.body_in(phrase.text, scene.lang)
    if body:
        return body
    matches = scene.gazetteer.longest(phrase.text, scene.lang)
    named = [m.entry.agent for m in matches if not m.entry.weak]
    named.sort(key=lambda agent: (agent.kind is SourceKind.STATE, agent.kind is SourceKind.PERSON))
    if named:
        return named[0]
    states = (scene.gazetteer.demonym(t.text, scene.lang) for t in phrase.tokens)
    state = next((s for s in states if s), None)
    return state or coined_qualifier(phrase, scene, loose=False)


def _complement(phrase: Phrase, scene: Scene) -> Agent | None:
    """The known body or organisation after a preposition, its name in lower case or not."""
    ends = [n for n, t in enumerate(phrase.tokens) if t.text == ","] + [len(phrase.tokens)]
    for at, token in enumerate(phrase.tokens[:-1]):
        if token.low not in words_of(scene.lang, "prepositions"):
            continue
        stop = next(end for end in ends if end > at)
        for end in range(stop, at + 1, -1):
            for entry in scene.gazetteer.find(phrase.slice(at + 1, end), scene.lang):
                if not entry.weak and entry.agent.kind in _INSTITUTIONS:
                    return entry.agent
    return None


def coined_qualifier(phrase: Phrase, scene: Scene, *, loose: bool) -> Agent | None:
    """An unknown organisation in a complement ("an analyst at X").

    A place would look alike, so without ``loose`` the name must show that it is an
    organisation: a word for one in it, an acronym, or "at", "with", "chez" in front.
    """
    for start, end in phrase.runs():
        name = re.sub(r"['’]s?$", "", phrase.slice(start, end))
        before = phrase.tokens[start - 1].low if start else ""
        words = {token.low for token in phrase.tokens[start:end]}
        shown = words & words_of(scene.lang, "organization_words") or before in {"with", "chez"}
        acronym = len(name) > 1 and name.isupper() and "." not in name
        demonym = scene.gazetteer.demonym(name, scene.lang)
        if (loose or shown or acronym) and not demonym:
            return scene.coined(SourceKind.ORGANIZATION, name)
    return None
