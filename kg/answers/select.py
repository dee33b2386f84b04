"""Which claim or source somebody means: by IRI, by short id, by name or in words.

Words are compared by their stems, weighted by rarity over the claims of the store (inverse
document frequency), so that "missiles Toropets" finds the find and not every missile.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import log

from kg.errors import AmbiguousClaim, UnknownClaim, UnknownSource
from kg.model import Agent, ClaimId, Reading, SourceId, fold

_WORD = re.compile(r"\w+")
# French and English endings lie beyond the sixth letter in nearly all content words; shorter
# words are compared whole.
_STEM = 6
# A claim that covers less of the question than this is another matter.
_LEAST_COVERAGE = 0.4
# Two candidates nearer than this answer equally well; the user must choose.
_TIE = 0.95
_SHORTEST_ID = 4
_SHORTEST_PLURAL = 3
_PRINTED_ID = 8
_LISTED = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may be meant.

    Attributes:
        claim: Which.
        text: Its wording.
        score: How well it answers, 0 to 1.
    """

    claim: ClaimId
    text: str
    score: float


def short_id(iri: str) -> str:
    """The last part of an IRI, which is how people name a claim on the command line."""
    return iri.rstrip("/").rsplit("/", 1)[-1]


def wordings(readings: Iterable[Reading]) -> Mapping[ClaimId, list[str]]:
    """All wordings of every claim, those that attribute before those that restate."""
    found: dict[ClaimId, list[tuple[bool, str]]] = {}
    for reading in readings:
        contents = {a.id: a.content for a in reading.attributions}
        for conveyance in reading.conveyances:
            quoted = " ".join(reading.document.quotes(contents[conveyance.attribution]).split())
            found.setdefault(conveyance.claim, []).append((conveyance.restates, quoted))
    return {
        claim: [text for _, text in sorted(texts, key=lambda pair: pair[0])]
        for claim, texts in found.items()
    }


def claim(
    asked: str,
    known: Mapping[ClaimId, Sequence[str]],
    classes: Mapping[ClaimId, Sequence[ClaimId]] | None = None,
) -> ClaimId:
    """The claim that ``asked`` means.

    Args:
        asked: An IRI, a short id or words.
        known: All wordings of every claim.
        classes: Claims that are one; wordings of one class never tie.

    Raises:
        UnknownClaim: None answers; the message shows the nearest.
        AmbiguousClaim: Several answer equally well; the message lists them.
    """
    if ClaimId(asked) in known:
        return ClaimId(asked)
    if named := by_short_id(asked, known):
        return _only(asked, [Candidate(c, known[c][0], 1.0) for c in named])
    same = [c for c, texts in known.items() if fold(asked) in {fold(t) for t in texts}]
    if same:
        exact = [Candidate(c, known[c][0], 1.0) for c in same]
        return _only(asked, _apart(exact, classes))
    ranked = ranking(asked, known)
    if not ranked or ranked[0].score < _LEAST_COVERAGE:
        nearest = f"nearest: {_listed(ranked[:3])}" if ranked else "none shares a word with it"
        raise UnknownClaim(f"no claim answers to {asked!r}; {nearest}; see kg claims")
    return _only(asked, _apart([c for c in ranked if c.score >= ranked[0].score * _TIE], classes))


def _apart(
    ranked: Sequence[Candidate], classes: Mapping[ClaimId, Sequence[ClaimId]] | None
) -> list[Candidate]:
    """The best candidate of each class of claims that are one, best first."""
    class_of = {m: first for first, members in (classes or {}).items() for m in members}
    seen: dict[ClaimId, Candidate] = {}
    for candidate in ranked:
        seen.setdefault(class_of.get(candidate.claim, candidate.claim), candidate)
    return list(seen.values())


def ranking(asked: str, known: Mapping[ClaimId, Sequence[str]]) -> list[Candidate]:
    """The claims that share a word with ``asked``, best first."""
    stems = {c: [_stems(text) for text in texts] for c, texts in known.items()}
    frequency = Counter(s for found in stems.values() for s in set().union(*found))
    weight = {s: log(1 + len(known) / frequency.get(s, 1)) for s in [*frequency, *_stems(asked)]}
    wanted = _stems(asked)
    ranked = [
        Candidate(c, known[c][0], max(_score(wanted, found, weight) for found in stems[c]))
        for c in known
    ]
    return sorted((r for r in ranked if r.score > 0), key=lambda r: (-r.score, r.claim))


def mentions(readings: Iterable[Reading]) -> Mapping[str, frozenset[SourceId]]:
    """Who is meant by the words that the texts use: "Moscou" for Russia; folded."""
    found: dict[str, set[SourceId]] = {}
    for reading in readings:
        for attribution in reading.attributions:
            said = attribution.source
            if said.id and said.spans:
                found.setdefault(fold(reading.document.quotes(said.spans)), set()).add(said.id)
    return {words: frozenset(ids) for words, ids in found.items()}


def source(
    asked: str,
    agents: Iterable[Agent],
    mentioned: Mapping[str, frozenset[SourceId]] | None = None,
) -> SourceId:
    """The source that ``asked`` means.

    Args:
        asked: An IRI, a name in any language that is known, or words that the texts use.
        agents: Who is known.
        mentioned: What `mentions` found.

    Raises:
        UnknownSource: None has this name, or several have; the message lists names.
    """
    known = {agent.id: agent for agent in agents}
    if SourceId(asked) in known:
        return SourceId(asked)
    wanted = fold(asked)
    meant = (mentioned or {}).get(wanted, frozenset())
    fitting = (
        [a for a in known.values() if wanted in names(a)]
        or [a for a in known.values() if a.id in meant]
        or [a for a in known.values() if wanted and any(wanted in n for n in names(a))]
    )
    if len(fitting) == 1:
        return fitting[0].id
    if not fitting:
        raise UnknownSource(f"no source is called {asked!r}{_near(wanted, known.values())}")
    listed = "; ".join(f"{a.name} <{a.id}>" for a in sorted(fitting, key=lambda a: a.id)[:_LISTED])
    raise UnknownSource(f"{asked!r} may be {len(fitting)} sources, say which: {listed}")


def _near(wanted: str, agents: Iterable[Agent]) -> str:
    called = {name: agent.name for agent in agents for name in sorted(names(agent))}
    near = dict.fromkeys(called[n] for n in get_close_matches(wanted, sorted(called), n=_LISTED))
    return f"; did you mean {', '.join(near)}?" if near else "; see kg sources"


def names(agent: Agent) -> set[str]:
    """All names of an agent, folded."""
    return {fold(agent.name), *(fold(name) for _, name in agent.names)}


def by_short_id(asked: str, known: Iterable[ClaimId]) -> list[ClaimId]:
    """The claims whose short id begins with ``asked``, sorted; none if it looks like words."""
    # "face" and "cafe" are words before they are hexadecimal numbers.
    like_an_id = len(asked) >= _PRINTED_ID or any(c.isdigit() for c in asked)
    if len(asked) < _SHORTEST_ID or not asked.isalnum() or not like_an_id:
        return []
    return sorted(c for c in known if short_id(c).startswith(asked.casefold()))


def _only(asked: str, candidates: Sequence[Candidate]) -> ClaimId:
    if len(candidates) == 1:
        return candidates[0].claim
    raise AmbiguousClaim(
        f"{len(candidates)} claims answer to {asked!r}, give one or more of: {_listed(candidates)}"
    )


def _listed(candidates: Sequence[Candidate]) -> str:
    shown = [f"{short_id(c.claim)[:8]} “{_brief(c.text)}”" for c in candidates[:_LISTED]]
    return "; ".join(shown)


def _brief(text: str, most: int = 70) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _stems(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(fold(text)) if len(word) > 1)
    return frozenset(_singular(word)[:_STEM] for word in words)


def _singular(word: str) -> str:
    """A word without the plural ending that French and English share."""
    return word[:-1] if len(word) > _SHORTEST_PLURAL and word[-1] in "sx" else word


def _score(wanted: frozenset[str], found: frozenset[str], weight: Mapping[str, float]) -> float:
    """Coverage of the question, with a little for a claim that says not much more."""
    shared = sum(weight[s] for s in wanted & found)
    asked, said = sum(weight[s] for s in wanted), sum(weight[s] for s in found)
    return 0.8 * shared / asked + 0.2 * shared / said if asked and said else 0.0
