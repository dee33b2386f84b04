"""Organisations, outlets and bodies named by a noun phrase, known ones and new ones.

"le journal Business Insider", "the Russian defence ministry", "Institute for the Study of
War": a type word beside a name says which of several namesakes is meant, and what sort of
thing a name is that nobody knows.
"""

import re
from collections.abc import Iterable, Iterator

from kg.link.gazetteer import Entry
from kg.link.lexicon import words_of
from kg.link.mentions import Mention
from kg.link.phrases import PERSONAL, Determiner, Head, Phrase
from kg.link.qualifiers import new_body, qualifier
from kg.link.referents import Referent, Scene
from kg.model import OUTLETS, SourceKind

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


def chosen(entries: Iterable[Entry], sort: Head | None) -> Entry | None:
    """The best reading that agrees with the type word beside the name, if there is one."""
    fitting = _FITS.get(sort) if sort else None
    return next((e for e in entries if fitting is None or e.agent.kind in fitting), None)


def body(mention: Mention, scene: Scene) -> Referent | None:
    """A body by its service and its state; a government is the state itself."""
    if mention.phrase.sort is Head.DOCUMENT:
        return None
    found = scene.gazetteer.body(mention.phrase.text, scene.lang)
    return scene.known(found) if found else None


def named_after_type(mention: Mention, scene: Scene) -> Referent | None:
    """A name in apposition to its type: "le journal X", "the news agency Y", "X newspaper"."""
    phrase = mention.phrase
    if phrase.sort in PERSONAL or phrase.sort is Head.DOCUMENT or phrase.plural:
        return None
    runs = phrase.runs()
    for start, end in runs:
        modifies = phrase.sort is None and phrase.is_modifier(end)
        # "The Kaldnes Observatory in Norway" is not Norway.
        placed = phrase.is_preposed(start) and (phrase.sort is not None or start != runs[0][0])
        if modifies or placed:
            continue
        entry = chosen(_entries(phrase, (start, end), scene), phrase.sort)
        if entry:
            return scene.known(entry.agent)
    return None


def _entries(phrase: Phrase, run: tuple[int, int], scene: Scene) -> Iterator[Entry]:
    """Known readings of a run: to the end of the phrase, as a name, in capitals."""
    start, end = run
    article = phrase.text[: phrase.tokens[0].span.start] if start == 0 else ""
    comma = next((n for n, t in enumerate(phrase.tokens) if t.text == ","), len(phrase.tokens))
    for stop in dict.fromkeys((comma, phrase.name_end(end))):
        if stop > start:
            name = _bare(phrase.slice(start, stop))
            yield from scene.gazetteer.find(article + name, scene.lang)
    if phrase.sort and end == start + 1:
        yield from scene.gazetteer.find(phrase.slice(start, end).upper(), scene.lang)


def new_organisation(mention: Mention, scene: Scene) -> Referent | None:
    """A name that nobody knows: an organisation, outlet or body by its type word."""
    phrase = mention.phrase
    runs = phrase.runs()
    if phrase.sort in {Head.BODY, Head.STATE}:
        return _new_body(mention, scene)
    if not runs or phrase.determiner is Determiner.INDEFINITE or _names_many(phrase, scene):
        return None
    start, end = runs[0]
    kind = _COINED.get(phrase.sort) if phrase.sort else None
    guessed = mention.guess if mention.guess in _COINED.values() else SourceKind.ORGANIZATION
    whole = phrase.is_preposed(start) or phrase.is_modifier(end)
    name = phrase.bare if whole else phrase.slice(start, phrase.name_end(end))
    agent = scene.coined(kind or guessed, _bare(name))
    return Referent(agent, agent.name)


def _names_many(phrase: Phrase, scene: Scene) -> bool:
    """Whether the phrase is about several people or things: "les Ukrainiens", "Apple suppliers"."""
    if phrase.plural:
        return True
    start, end = phrase.runs()[0]
    word = phrase.slice(start, end)
    demonym = any(scene.gazetteer.demonym(w, scene.lang) for w in (word, word.removesuffix("s")))
    last = phrase.tokens[-1].low
    return demonym or (phrase.is_modifier(end) and last.endswith("s"))


def _new_body(mention: Mention, scene: Scene) -> Referent | None:
    """A body or government that the gazetteer's grammar cannot place."""
    phrase = mention.phrase
    country = phrase.sort is Head.STATE and phrase.noun not in words_of(scene.lang, "governments")
    if country or phrase.determiner is Determiner.INDEFINITE:
        return None
    beside = qualifier(phrase, scene)
    agent = new_body(phrase, beside, scene)
    if agent is None:
        agent = scene.local(SourceKind.BODY, mention.start, phrase.bare)
    return Referent(agent, agent.name)


def _bare(name: str) -> str:
    return re.sub(r"['’]s$", "", name)
