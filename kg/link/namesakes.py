"""Agents across documents: which names, read in different texts, are one and the same.

What a gazetteer holds has one IRI everywhere. An outlet that no list knows is known by the
texts of its own that the corpus holds: "selon The Quay Courier" is that paper. A person whom
nobody knows is the same in two texts only under the full name and with an office or
affiliation that agrees; short of that the two are a candidate for a reviewer, and unite
nothing. Each finding is a statement with method and confidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from kg.link.contents import content_words
from kg.link.gazetteer import Gazetteer
from kg.link.vectors import cosines, vectors
from kg.link.wording import key, words
from kg.model import (
    OUTLETS,
    Agent,
    Reading,
    Resolution,
    ResolutionMethod,
    SourceId,
    SourceKind,
)

_BY_PUBLISHER = 0.9
_BY_NAME = 0.8
_BY_ROLE = 0.8
_BY_WORDS = 0.6
_CANDIDATE = 0.4
# Two wordings of one office ("who heads the basin agency", "directrice de l'Agence du bassin")
# mostly lie above this, those of two offices below.
_SAME_OFFICE = 0.45
_SAME_WORD = 0.6
_FULL_NAME = 2
_TELLING = 4
_WINDOW = 14
_ORGANISED = frozenset({SourceKind.ORGANIZATION, SourceKind.BODY, *OUTLETS})


@dataclass(frozen=True, slots=True)
class Sighting:
    """An agent as one document shows it.

    Attributes:
        agent: What is known of it.
        lang: Language of the document.
        beside: For a person, the words that stand beside the name: office, affiliation, title.
    """

    agent: Agent
    lang: str
    beside: tuple[str, ...] = ()


@dataclass
class _Seen:
    agent: Agent
    lang: str
    beside: list[str] = field(default_factory=list)


def sightings(reading: Reading) -> tuple[Sighting, ...]:
    """The agents of a reading as it shows them, in the order of their IRIs. Linear."""
    return tuple(
        Sighting(agent, reading.document.lang, tuple(_beside(reading, agent)))
        for agent in reading.agents
    )


def resolutions(
    sighted: Iterable[Sighting], publishers: Mapping[SourceId, Agent], known: Gazetteer
) -> tuple[Resolution, ...]:
    """Which of the agents sighted are one, sorted; candidates for review included.

    Takes time linear in the mentions, and quadratic in the namesakes of one name.

    Args:
        sighted: Of all documents, in canonical order.
        publishers: The outlets whose own texts are held, by IRI.
        known: What the gazetteer holds is one already and never united by name.
    """
    seen = _agents(sighted)
    found = [*_outlets(seen, publishers), *_persons(seen, known), *_organisations(seen, known)]
    best: dict[tuple[SourceId, SourceId], Resolution] = {}
    for each in found:
        pair = each.agent, each.same_as
        if pair not in best or best[pair].confidence < each.confidence:
            best[pair] = each
    return tuple(sorted(best.values(), key=lambda r: (r.agent, r.same_as)))


def _agents(sighted: Iterable[Sighting]) -> dict[SourceId, _Seen]:
    """Every agent, with the words beside its name over all documents."""
    seen: dict[SourceId, _Seen] = {}
    for each in sighted:
        agent = seen.setdefault(each.agent.id, _Seen(each.agent, each.lang))
        agent.beside += each.beside
    return seen


def _beside(reading: Reading, agent: Agent) -> Iterator[str]:
    """The words around each mention of a person's name in its line."""
    if agent.kind is not SourceKind.PERSON or len(agent.name.split()) < _FULL_NAME:
        return
    text, name = reading.document.text, agent.name
    at = text.find(name)
    while at >= 0:
        before = " ".join(text[max(0, at - 80) : at].rpartition("\n")[2].split(" ")[-6:])
        after = text[at + len(name) : at + 120].partition("\n")[0]
        yield f"{before} {' '.join(after.split()[:_WINDOW])}".strip()
        at = text.find(name, at + len(name))


def _outlets(
    seen: Mapping[SourceId, _Seen], publishers: Mapping[SourceId, Agent]
) -> Iterator[Resolution]:
    """Names under which the texts cite an outlet whose own texts are held."""
    called: dict[str, SourceId] = {}
    for id_, agent in sorted(publishers.items()):
        for name in (agent.name, *(name for _, name in agent.names)):
            called.setdefault(key(name), id_)
    for id_, each in seen.items():
        publisher = called.get(key(each.agent.name))
        nameless = each.agent.kind in {SourceKind.STATE, SourceKind.UNNAMED, SourceKind.DOCUMENT}
        if publisher and publisher != id_ and id_ not in publishers and not nameless:
            yield Resolution(id_, publisher, ResolutionMethod.PUBLISHER, _BY_PUBLISHER)


def _persons(seen: Mapping[SourceId, _Seen], known: Gazetteer) -> Iterator[Resolution]:
    """Persons of one full name: one if office or affiliation agrees, else a candidate."""
    called: dict[str, list[SourceId]] = defaultdict(list)
    for id_, each in seen.items():
        if each.agent.kind is SourceKind.PERSON and len(each.agent.name.split()) >= _FULL_NAME:
            called[key(each.agent.name)].append(id_)
    for ids in called.values():
        for one, other in combinations(sorted(ids), 2):
            sure = _same_person(seen[one], seen[other], known)
            if sure:
                yield Resolution(other, one, ResolutionMethod.ROLE, sure)


def _same_person(one: _Seen, other: _Seen, known: Gazetteer) -> float:
    """How sure it is that two namesakes are one; 0 where something speaks against it."""
    a, b = one.agent, other.agent
    if a.part_of and a.part_of == b.part_of:
        return _BY_ROLE
    if a.side and b.side and a.side != b.side:
        return 0.0
    if _shared_affiliation(one, other, known) or _alike(one.beside, other.beside) >= _SAME_OFFICE:
        return _BY_WORDS
    return _CANDIDATE


def _shared_affiliation(one: _Seen, other: _Seen, known: Gazetteer) -> bool:
    """Whether the words beside both names hold one name of a body, a place or a state."""
    return bool(_names(one, known) & _names(other, known))


def _names(each: _Seen, known: Gazetteer) -> set[str]:
    own = {word.folded for word in words(each.agent.name)}
    found: set[str] = set()
    for text in each.beside:
        for match in known.longest(text, each.lang):
            if not match.entry.weak:
                found.add(match.entry.agent.side or match.entry.agent.id)
        for word in words(text)[1:]:
            state = known.demonym(word.raw, each.lang)
            if state:
                found.add(state.id)
            elif word.is_capital and len(word.folded) >= _TELLING and word.folded not in own:
                found.add(word.folded)
    return found


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    if not one or not other:
        return 0.0
    return float(np.max(cosines(vectors(list(one)), vectors(list(other)))))


def _organisations(seen: Mapping[SourceId, _Seen], known: Gazetteer) -> Iterator[Resolution]:
    """Organisations of one name, whatever sort of thing each text took them for, or translated."""
    by_key: dict[str, list[SourceId]] = defaultdict(list)
    by_word: dict[str, set[SourceId]] = defaultdict(set)
    for id_, each in seen.items():
        held = known.agent(id_) is not None
        if each.agent.kind not in _ORGANISED or held or "/source/" in id_:
            continue
        by_key[key(each.agent.name)].append(id_)
        for word in _proper(each):
            by_word[word].add(id_)
    for ids in by_key.values():
        for other in sorted(ids)[1:]:
            yield Resolution(other, min(ids), ResolutionMethod.NAME, _BY_NAME)
    pairs = {pair for ids in by_word.values() for pair in combinations(sorted(ids), 2)}
    for one, other in sorted(pairs):
        if seen[one].lang != seen[other].lang and _translates(seen[one], seen[other]):
            yield Resolution(other, one, ResolutionMethod.NAME, _BY_WORDS)


def _proper(each: _Seen) -> list[str]:
    """The capitalised words of a name, from a length on at which they tell something."""
    return [w.folded for w in words(each.agent.name) if w.is_capital and len(w.folded) >= _TELLING]


def _translates(one: _Seen, other: _Seen) -> bool:
    """Whether every word of one name has its like in the other: "observatoire de Kaldnes"."""
    first, second = (content_words(e.agent.name, e.lang) for e in (one, other))
    if not first or len(first) != len(second):
        return False
    alike = cosines(vectors(first), vectors(second))
    best: Iterable[float] = [*alike.max(axis=0), *alike.max(axis=1)]
    return all(score >= _SAME_WORD for score in best) and len(first) >= _FULL_NAME
