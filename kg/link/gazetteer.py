"""Who is meant by a name: outlets, agencies, states, bodies and persons that are known.

A closed list beats guessing: "Moscow", "le Kremlin" and "Russia" are one source, "Le Monde"
is a newspaper only where a cue stands beside it, and "les services de renseignement
sud-coréens" is the same body as "South Korea's spy agency". What the list does not know it
does not name: a wrong identity is worse than none.

Look-ups are dictionary look-ups of folded names (`kg.link.wording.key`): O(words of the
name) for `Gazetteer.find`, O(words of the phrase × longest name) for `Gazetteer.longest`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.link import registry
from kg.link.bodies import BodyGrammar, Service
from kg.link.registry import Listing, Wording
from kg.link.wording import ARTICLES, Word, has_article, key, words
from kg.model import Agent, SourceId, SourceKind, Span

_RANK = ("name", "alias", "metonym", "demonym", "domain")
_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to name one agent.

    Attributes:
        agent: Who is named.
        how: ``"name"``, ``"alias"``, ``"metonym"``, ``"demonym"`` or ``"domain"``.
        weak: A common word or a homonym ("Post", "Le Monde", "Times"): to be believed only
            beside a cue, or where country or domain single it out.
    """

    agent: Agent
    how: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A known name inside a longer phrase.

    Attributes:
        span: Where it stands; code points of the phrase that was searched.
        entries: Whom it may name, best first; never empty.
    """

    span: Span
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The best reading."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class _Filed:
    entry: Entry
    wording: Wording
    order: int

    def serves(self, lang: str) -> bool:
        own = self.wording.lang
        if own is None or own == lang:
            return True
        return own == "en" and lang not in dict(self.entry.agent.names)

    def rank(self) -> tuple[bool, int, int]:
        return (self.entry.weak, _RANK.index(self.entry.how), self.order)


class Gazetteer:
    """The known agents and the ways to name them.

    Attributes:
        agents: All known agents, in table order.
    """

    def __init__(
        self, listings: Iterable[Listing], demonyms: Iterable[tuple[str, str, SourceId]]
    ) -> None:
        """File every wording under its key.

        Args:
            listings: Agents with all that they are called.
            demonyms: Language, inflected form and state of every demonym.
        """
        known = tuple(listings)
        self.agents = tuple(listing.agent for listing in known)
        self._by_id = {agent.id: agent for agent in self.agents}
        self._by_name: dict[str, list[_Filed]] = defaultdict(list)
        self._by_domain: dict[str, Agent] = {}
        for order, listing in enumerate(known):
            self._file(listing, order)
        self._demonyms: dict[tuple[str, str], SourceId] = {}
        for lang, form, state in demonyms:
            self._demonyms.setdefault((lang, key(form)), state)
        self._longest_name = max((name.count(" ") + 1 for name in self._by_name), default=0)
        self._grammar = BodyGrammar(self._state_mentions, _services(known))

    def find(self, name: str, lang: str, country: SourceId | None = None) -> tuple[Entry, ...]:
        """Whom ``name`` as a whole may name, best first; empty if nobody is known by it.

        Hyphens, apostrophes, case, accents and a leading article make no difference, but
        acronyms need their capitals ("WHO", not "who").

        Args:
            name: The name alone; for a longer noun phrase use `longest`.
            lang: Language of the text, ISO 639-1.
            country: State in which to look first: tells homonyms apart ("El País").
        """
        return self._entries(words(name), lang, country)

    def longest(self, text: str, lang: str) -> tuple[Match, ...]:
        """The known names inside ``text``, longest first come, none overlapping, in text order.

        Names must be capitalised as names are: "le monde entier" holds no newspaper.
        """
        found = words(text)
        matches: list[Match] = []
        at = 0
        while at < len(found):
            match = self._longest_from(found, at, lang)
            if match is None:
                at += 1
                continue
            matches.append(match[0])
            at = match[1]
        return tuple(matches)

    def demonym(self, word: str, lang: str) -> Agent | None:
        """The state that a demonym, in any of its inflections, belongs to.

        Args:
            word: "nord-coréennes", "South Korean", "Ukrainian"…
            lang: Language of the word, ISO 639-1.
        """
        state = self._demonyms.get((lang, key(word)))
        return self._by_id[state] if state else None

    def by_domain(self, host: str) -> Agent | None:
        """The agent that publishes at ``host`` or at a domain above it."""
        labels = host.lower().rstrip(".").split(".")
        for start in range(len(labels) - 1):
            agent = self._by_domain.get(".".join(labels[start:]))
            if agent:
                return agent
        return None

    def agent(self, id: SourceId) -> Agent | None:  # noqa: A002 - the model's word
        """The known agent with this IRI, bodies named by grammar included."""
        known = self._by_id.get(id)
        if known or not id.startswith(registry.OWN):
            return known
        states = {code: self._by_id[state] for code, state in registry.states().items()}
        return self._grammar.by_slug(id.removeprefix(registry.OWN), states)

    def body(self, phrase: str, lang: str) -> Agent | None:
        """The body that a noun phrase names by its service and its state.

        "les services de renseignement sud-coréens", "South Korea's spy agency" and "Seoul's
        intelligence service" give one agent; "the Russian government" gives Russia. A phrase
        headed by a person ("South Korean intelligence officials") gives None.
        """
        return self._grammar.body(phrase, lang)

    def body_in(self, phrase: str, lang: str) -> Agent | None:
        """The first body named anywhere in a noun phrase ("a spokesman for the Russian army")."""
        return self._grammar.body_in(phrase, lang)

    def _file(self, listing: Listing, order: int) -> None:
        for wording in listing.wordings:
            entry = Entry(listing.agent, wording.how, wording.weak)
            filed = self._by_name[key(wording.text)]
            if all(_differ(other, listing.agent, wording) for other in filed):
                filed.append(_Filed(entry, wording, order))
        for domain in listing.domains:
            self._by_domain.setdefault(domain, listing.agent)

    def _entries(
        self, found: Sequence[Word], lang: str, country: SourceId | None = None
    ) -> tuple[Entry, ...]:
        folded = " ".join(word.folded for word in found)
        bare = _without_articles(found)
        filed = self._by_name.get(" ".join(word.folded for word in bare), ())
        if not filed and len(bare) < len(found):
            filed = self._by_name.get(folded, ())
        fitting = [f for f in filed if f.serves(lang) and _fits(f.wording, found, bare)]
        fitting.sort(key=_Filed.rank)
        if country:
            fitting.sort(key=lambda f: f.entry.agent.country != country)
        unique = {f.entry.agent.id: f.entry for f in reversed(fitting)}
        return tuple(reversed(unique.values()))

    def _longest_from(
        self, found: Sequence[Word], start: int, lang: str
    ) -> tuple[Match, int] | None:
        furthest = min(len(found), start + self._longest_name + 1)
        for end in range(furthest, start, -1):
            run = found[start:end]
            if not _without_articles(run)[0].is_capital:
                continue
            entries = self._entries(run, lang)
            if entries:
                return Match(Span(run[0].span.start, run[-1].span.end), entries), end
        return None

    def _state_mentions(self, found: Sequence[Word], lang: str) -> Iterator[tuple[int, int, Agent]]:
        """Words ``[start, end)`` of ``found`` that name a state or are a demonym."""
        at = 0
        while at < len(found):
            mention = self._state_from(found, at, lang)
            if mention is None:
                at += 1
                continue
            yield at, mention[0], mention[1]
            at = mention[0]

    def _state_from(self, found: Sequence[Word], start: int, lang: str) -> tuple[int, Agent] | None:
        for end in range(min(len(found), start + self._longest_name), start, -1):
            run = found[start:end]
            if run[0].folded in ARTICLES:
                return None
            state = self.demonym(" ".join(word.raw for word in run), lang)
            if state and (lang != "en" or run[0].is_capital):
                return end, state
            if run[0].is_capital:
                for entry in self._entries(run, lang):
                    if entry.agent.kind is SourceKind.STATE:
                        return end, entry.agent
        return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package; read once, on first use."""
    known = registry.states()
    demonyms = (
        (row["lang"], form, known[row["code"]])
        for row in registry.rows("demonyms")
        for form in row["forms"].split("|")
    )
    return Gazetteer(registry.listings(), demonyms)


def _services(known: Iterable[Listing]) -> Iterator[Service]:
    for listing in known:
        agent = listing.agent
        if agent.kind is SourceKind.BODY and listing.code and agent.country:
            yield Service(listing.code, agent)


def _differ(filed: _Filed, agent: Agent, wording: Wording) -> bool:
    """Whether a wording adds anything to one that is filed under the same key."""
    return (
        filed.entry.agent != agent
        or filed.wording.lang != wording.lang
        or has_article(filed.wording.text) != has_article(wording.text)
    )


def _without_articles(found: Sequence[Word]) -> Sequence[Word]:
    start = 0
    while start < len(found) - 1 and found[start].folded in ARTICLES:
        start += 1
    return found[start:]


def _fits(wording: Wording, found: Sequence[Word], bare: Sequence[Word]) -> bool:
    """Whether the text writes the name as it must be written to be that name."""
    if not _acronym_fits(bare, wording.text):
        return False
    needs_article = wording.weak and has_article(wording.text) and len(bare) == 1
    return not needs_article or len(found) > len(bare)


def _acronym_fits(found: Sequence[Word], name: str | None = None) -> bool:
    """Acronyms are words in capitals: "WHO" is a body, "who" is not."""
    letters = "".join(w.raw for w in (found if name is None else words(name)))
    if len(letters) > _ACRONYM or not letters.isupper() or not letters.isascii():
        return True
    return all(word.raw.isupper() or word.raw.isdigit() for word in found)
