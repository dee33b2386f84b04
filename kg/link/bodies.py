"""Bodies named by grammar: a service noun beside a state.

Nobody lists every ministry, army and intelligence service of every state, and reporters
word them freely: "le ministère russe de la Défense", "the Russian defence ministry", "the
Ministry of Defence of Russia" and "Moscow's defense ministry" are one body. A phrase names
a body if it holds a service noun of ``data/roles.tsv`` and a state (its name, a demonym, a
capital) that touch, give or take articles and a few adjectives.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.link import registry
from kg.link.wording import Word, words
from kg.model import Agent, SourceId, SourceKind, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a state.

    Attributes:
        start: Index of the first word.
        end: Index after the last one.
        state: Which state.
        is_metonym: By its capital or a building, which cities have bodies of their own in.
    """

    start: int
    end: int
    state: Agent
    is_metonym: bool


Mentions = Callable[[Sequence[Word], str], Iterator[Mention]]
"""Finds the mentions of states in a phrase of a language."""

STATE_ROLE = "government"
"""The role whose holder is the state itself, as it is by metonym: Moscow, the Kremlin."""

_LINKING = frozenset(
    {"of", "the", "de", "la", "le", "les", "l", "d", "du", "des", "s", "own"}
    | {"central", "centrale", "federal", "federale", "main", "national", "nationale", "nationales"}
    | {"nationaux", "principal", "principaux", "federaux"}
)
"""What may stand between a service noun and its state, folded."""

_OPENING = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "le", "la", "les", "l", "un", "une"}
    | {"des", "du", "de", "d", "son", "sa", "ses", "leur", "leurs", "notre", "au", "aux"}
    | {"national", "federal", "central"}
)
"""What may stand before the body in a phrase that names it, folded."""

_GOING_ON = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or", "but", "which"}
    | {"that", "who", "whose", "also", "itself", "has", "have", "had", "was", "were", "is"}
    | {"are", "said", "says"}
)
"""What may follow it: after any other English word the body only qualifies a person."""


_INSIDE = " -\u00a0'’"
"""What does not end a noun phrase between two of its words."""


@dataclass(frozen=True, slots=True)
class Service:
    """A listed body that holds a role: the NIS is South Korea's ``intelligence``."""

    role: str
    agent: Agent


@dataclass(frozen=True, slots=True)
class Role:
    """A service that states have.

    Attributes:
        name: Slug: ``intelligence``, ``ministry-defence``…
        label_en: English name with ``{}`` for the demonym.
        label_fr: French name with ``{ms}``, ``{fs}``, ``{mp}`` or ``{fp}`` for the demonym.
        is_local: Cities have it too: "the Paris police" is not the police of France.
    """

    name: str
    label_en: str
    label_fr: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    role: str
    state: Agent


class BodyGrammar:
    """Reads bodies out of noun phrases."""

    def __init__(self, mentions: Mentions, services: Iterable[Service]) -> None:
        """Take what finds states, and the bodies that are listed by name."""
        self._mentions = mentions
        self._listed: dict[tuple[str, SourceId], Agent] = {}
        for service in services:
            state = service.agent.country
            if state:
                self._listed.setdefault((service.role, state), service.agent)

    def body(self, phrase: str, lang: str) -> Agent | None:
        """The body that ``phrase`` as a whole names; see `Gazetteer.body`."""
        found = words(phrase)
        for hit in self._hits(found, lang):
            if _heads(hit, found, phrase):
                return self.holder(hit.role, hit.state)
        return None

    def first_in(self, phrase: str, lang: str) -> tuple[Span, Agent] | None:
        """The first body named anywhere in ``phrase``, and where."""
        found = words(phrase)
        for hit in self._hits(found, lang):
            span = Span(found[hit.start].span.start, found[hit.end - 1].span.end)
            return span, self.holder(hit.role, hit.state)
        return None

    def holder(self, role: str, state: Agent) -> Agent:
        """Who holds ``role`` for ``state``: the listed body, else one minted from the two."""
        if role == STATE_ROLE:
            return state
        listed = self._listed.get((role, state.id))
        return listed or self._minted(role, state)

    def by_slug(self, slug: str, state_of: Mapping[str, Agent]) -> Agent | None:
        """Who holds the role that a slug names for a state ("armed-forces-ru"), or None.

        Args:
            slug: Last part of the IRI of a body that was named by grammar.
            state_of: States by ISO 3166-1 alpha-2 code.
        """
        role, _, code = slug.rpartition("-")
        state = state_of.get(code.upper())
        if state is None or role not in self._roles or role == STATE_ROLE:
            return None
        return self.holder(role, state)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return {
            row["role"]: Role(
                row["role"], row["label_en"], row["label_fr"], is_local=row["local"] == "yes"
            )
            for row in registry.rows("roles")
        }

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
        """Service nouns by language and first word, longest first."""
        terms: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
        for row in registry.rows("roles"):
            for lang in ("en", "fr"):
                for term in row[f"terms_{lang}"].split("|"):
                    folded = tuple(word.folded for word in words(term))
                    terms.setdefault((lang, folded[0]), []).append((folded, row["role"]))
        return {
            first: tuple(sorted(of_first, key=lambda t: (-len(t[0]), t)))
            for first, of_first in terms.items()
        }

    def _hits(self, found: Sequence[Word], lang: str) -> Iterator[_Hit]:
        hits = [
            hit
            for mention in self._mentions(found, lang)
            for hit in self._beside(found, mention, lang)
        ]
        yield from sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.role))

    def _beside(self, found: Sequence[Word], mention: Mention, lang: str) -> Iterator[_Hit]:
        """Service nouns that touch a mention, read as if the mention were not there.

        The mention may stand inside the noun: "ministère russe de la Défense".
        """
        start, end = mention.start, mention.end
        if end < len(found) and found[end].folded == "s":
            end += 1
        folded = [word.folded for word in (*found[:start], *found[end:])]
        for at in range(len(folded)):
            term = self._term_at(folded, at, lang)
            if term is None or (mention.is_metonym and self._roles[term[1]].is_local):
                continue
            if _touch(folded, (at, term[0]), start):
                first, last = min(at, start), max(term[0], start)
                yield _Hit(first, last + end - start, term[1], mention.state)

    def _term_at(self, folded: Sequence[str], at: int, lang: str) -> tuple[int, str] | None:
        """End and role of the longest service noun that begins at ``at``."""
        for term, role in self._terms.get((lang, folded[at]), ()):
            stop = at + len(term)
            if tuple(folded[at:stop]) == term:
                return stop, role
        return None

    def _minted(self, role: str, state: Agent) -> Agent:
        labels = self._roles[role]
        code = next(code for code, id_ in registry.states().items() if id_ == state.id)
        forms = registry.demonyms_of(code)
        name = labels.label_en.format(forms["en"][0])
        french = dict(zip(("ms", "fs", "mp", "fp"), forms["fr"], strict=False))
        return Agent(
            id=registry.iri(f"{role}-{code.lower()}"),
            kind=SourceKind.BODY,
            name=name,
            names=(("en", name), ("fr", labels.label_fr.format(**french))),
            country=state.id,
            side=state.id,
        )


def _touch(folded: Sequence[str], term: tuple[int, int], gap: int) -> bool:
    """Whether only linking words stand between a term and the gap that a mention left."""
    start, stop = term
    if start < gap < stop:
        return True
    between = folded[gap:start] if gap <= start else folded[stop:gap]
    return all(word in _LINKING for word in between)


def _heads(hit: _Hit, found: Sequence[Word], phrase: str) -> bool:
    """Whether the body is what the phrase is about, not whose person it is about."""
    if any(word.folded not in _OPENING for word in found[: hit.start]):
        return False
    if hit.end >= len(found):
        return True
    after = found[hit.end]
    between = phrase[found[hit.end - 1].span.end : after.span.start].strip(_INSIDE)
    return bool(between) or after.folded in _GOING_ON or not after.folded.isalpha()
