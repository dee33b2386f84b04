"""The actor that a noun phrase about somebody else is qualified by.

"Ukrainian reports", "an analyst at RAND", "le ministre russe de la Défense": nobody is named
by these words alone, but a state, body or organisation stands behind them. It decides whom
a spokesperson speaks for, who issued a report, and on whose side an unnamed source stands.
"""

import re
from collections.abc import Iterator

from kg.link.gazetteer import Match
from kg.link.lexicon import words_of
from kg.link.phrases import Head, Phrase, read_phrase
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
    worded = body_beside(phrase, scene)
    if not known and worded and worded.sort is Head.BODY:
        return new_body(worded, None, scene)
    return known or coined_qualifier(phrase, scene, loose=True)


def qualifier(phrase: Phrase, scene: Scene) -> Agent | None:
    """The actor that qualifies a phrase about somebody else, best known first."""
    body = _complement(phrase, scene) or scene.gazetteer.body_in(phrase.text, scene.lang)
    if body:
        return body
    matches = scene.gazetteer.longest(phrase.text, scene.lang)
    named = [m.entry.agent for m in matches if _qualifies(m, phrase)]
    named.sort(key=lambda agent: (agent.kind is SourceKind.STATE, agent.kind is SourceKind.PERSON))
    if named and named[0].kind is not SourceKind.STATE:
        return named[0]
    new = coined_qualifier(phrase, scene, loose=False)
    states = (scene.gazetteer.demonym(w, scene.lang) for w in _words(phrase))
    return new or next(iter(named), None) or next((s for s in states if s), None)


def _words(phrase: Phrase) -> Iterator[str]:
    for token in phrase.tokens:
        yield token.text
        yield token.text.removesuffix("s")


def _qualifies(match: Match, phrase: Phrase) -> bool:
    """Whether a known name qualifies; a capital is a place unless an official stands by it.

    "Officials in Kyiv" speak for Ukraine, "residents of Kyiv" live there.
    """
    if match.entry.weak:
        return False
    official = phrase.noun is None or phrase.noun in words_of(phrase.lang, "officials")
    return match.entry.how != "metonym" or official


def _complement(phrase: Phrase, scene: Scene) -> Agent | None:
    """The body or organisation after a preposition, its name in lower case or not."""
    prepositions = words_of(scene.lang, "prepositions")
    ends = [n for n, t in enumerate(phrase.tokens) if t.text == ","] + [len(phrase.tokens)]
    for at, token in enumerate(phrase.tokens[:-1]):
        if token.low not in prepositions:
            continue
        stop = next(end for end in ends if end > at)
        for end in range(stop, at + 1, -1):
            for entry in scene.gazetteer.find(phrase.slice(at + 1, end), scene.lang):
                if not entry.weak and entry.agent.kind in _INSTITUTIONS:
                    return entry.agent
    return None


def body_beside(phrase: Phrase, scene: Scene) -> Phrase | None:
    """The body in lower case beside a spokesperson: "a ministry spokesman", "… of the police".

    Returns:
        Its words as a definite phrase of their own, so that they may refer back; None if
        there are none.
    """
    if phrase.head is None:
        return None
    prepositions = words_of(scene.lang, "prepositions")
    article = {"en": "the ", "fr": "le "}.get(scene.lang, "")
    for at, token in enumerate(phrase.tokens):
        if at > phrase.head and token.low in prepositions and at + 1 < len(phrase.tokens):
            words = read_phrase(phrase.slice(at + 1, len(phrase.tokens)), scene.lang).bare
            return read_phrase(article + words, scene.lang)
    if scene.lang == "en" and phrase.head:
        return read_phrase(article + phrase.slice(0, phrase.head), scene.lang)
    return None


def new_body(phrase: Phrase, beside: Agent | None, scene: Scene) -> Agent | None:
    """A body under its own words; None where they hold no more than a common noun.

    The name of a place makes it the same everywhere ("le tribunal de Bobigny"), a mere
    portfolio in this document only: every country has an interior ministry.
    """
    if beside:
        return scene.coined(SourceKind.BODY, phrase.bare, beside)
    if len(phrase.modifiers) == 0:
        return None
    portfolios = words_of(scene.lang, "portfolios") | words_of(scene.lang, "bodies")
    names = {t.low for start, end in phrase.runs() for t in phrase.tokens[start:end]}
    mint = scene.coined if names - portfolios else scene.coined_here
    return mint(SourceKind.BODY, phrase.bare)


def coined_qualifier(phrase: Phrase, scene: Scene, *, loose: bool) -> Agent | None:
    """An unknown organisation in a complement ("an analyst at X").

    A place would look alike, so without ``loose`` the name must show that it is an
    organisation: a word for one in it, an acronym, or "with", "chez" in front.
    """
    portfolios = words_of(scene.lang, "portfolios")
    for start, end in phrase.runs():
        stop = phrase.name_end(end)
        name = re.sub(r"['’]s?$", "", phrase.slice(start, stop))
        words = {token.low for token in phrase.tokens[start:stop]}
        if words <= portfolios or scene.gazetteer.demonym(name, scene.lang):
            continue
        before = phrase.tokens[start - 1].low if start else ""
        shown = words & words_of(scene.lang, "organization_words") or before in {"with", "chez"}
        if loose or shown or (len(name) > 1 and name.isupper() and "." not in name):
            return scene.coined(SourceKind.ORGANIZATION, name)
    return None
