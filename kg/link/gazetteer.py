"""Who is meant by a name: outlets, agencies, states, bodies and persons that are known.

A closed list beats guessing: "Moscow", "le Kremlin" and "Russia" are one source, "Le Monde"
is a newspaper only where a cue stands beside it, and "les services de renseignement
sud-coréens" is the same body as "South Korea's spy agency". What the list does not know it
does not name: a wrong identity is worse than none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.link import registry
from kg.link.bodies import BodyGrammar, Mention, Service
from kg.link.index import Entry, Match, NameIndex
from kg.link.registry import Listing
from kg.link.wording import ARTICLES, Word, key, words
from kg.model import Agent, SourceId, SourceKind

__all__ = ["Entry", "Gazetteer", "Match", "gazetteer"]

_LONGEST_DEMONYM = 4
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Gazetteer:
    """The known agents and the ways to name them.

    Attributes:
        agents: All listed agents, in table order.
    """

    def __init__(
        self, listings: Iterable[Listing], demonyms: Iterable[tuple[str, str, SourceId]]
    ) -> None:
        """File every wording, domain and demonym.

        Args:
            listings: Agents with all that they are called.
            demonyms: Language, inflected form and state of every demonym; where two states
                share one ("Congolese"), the first given keeps it.
        """
        known = tuple(listings)
        self.agents = tuple(listing.agent for listing in known)
        self._by_id = {agent.id: agent for agent in self.agents}
        self._index = NameIndex(known)
        self._by_domain: dict[str, Agent] = {}
        for listing in known:
            for domain in listing.domains:
                self._by_domain.setdefault(domain, listing.agent)
        self._demonyms: dict[tuple[str, str], Agent] = {}
        for lang, form, state in demonyms:
            self._demonyms.setdefault((lang, key(form)), self._by_id[state])
        self._grammar = BodyGrammar(self._mentions, _services(known))

    def find(self, name: str, lang: str, country: SourceId | None = None) -> tuple[Entry, ...]:
        """Whom ``name`` as a whole may name, best first; empty if nobody is known by it.

        Hyphens, apostrophes, case, accents and a leading article make no difference, but
        acronyms need their capitals ("WHO", not "who"). O(words of the name).

        Args:
            name: The name alone; for a longer noun phrase use `longest`.
            lang: Language of the text, ISO 639-1.
            country: State in which to look first: tells homonyms apart ("El País").
        """
        return self._index.entries(words(name), lang, country)

    def longest(self, text: str, lang: str) -> tuple[Match, ...]:
        """The known names inside ``text``, longest first come, none overlapping, in text order.

        Names must be capitalised as names are ("le monde entier" holds no newspaper), and one
        word is no name behind another that is unknown: "Melania Trump", "George Washington",
        "Northern Ireland". O(words of the text × lengths of the names that begin alike).
        """
        return tuple(
            match
            for match in self._index.matches(text, lang)
            if not self._qualifies(match, text, lang)
        )

    def demonym(self, word: str, lang: str) -> Agent | None:
        """The state that a demonym, in any of its inflections, belongs to.

        Args:
            word: "nord-coréennes", "South Korean", "Ukrainian"…
            lang: Language of the word, ISO 639-1.
        """
        return self._demonyms.get((lang, key(word)))

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
        """The body that a noun phrase names: listed, or by its service and its state.

        "les services de renseignement sud-coréens", "South Korea's spy agency" and "Seoul's
        intelligence service" give one agent; "the Russian government" gives Russia. A phrase
        headed by a person ("South Korean intelligence officials") gives None. What stands in
        brackets is passed over: "the Federal Security Service (FSB)".
        """
        plain = _BRACKETS.sub("", phrase)
        for entry in self.find(plain, lang):
            if entry.agent.kind is SourceKind.BODY and not entry.weak:
                return entry.agent
        return self._grammar.body(plain, lang)

    def body_in(self, phrase: str, lang: str) -> Agent | None:
        """The first body named anywhere in a noun phrase ("a spokesman for the Russian army").

        Listed bodies ("a Pentagon official") and those named by grammar alike; of two that
        begin together the one named in more words.
        """
        by_grammar = self._grammar.first_in(phrase, lang)
        listed = [
            (match.span, match.entry.agent)
            for match in self.longest(phrase, lang)
            if match.entry.agent.kind is SourceKind.BODY and not match.entry.weak
        ]
        named = [*listed, *([by_grammar] if by_grammar else [])]
        return min(named, key=lambda n: (n[0].start, -n[0].end), default=(None, None))[1]

    def _qualifies(self, match: Match, text: str, lang: str) -> bool:
        """Whether a newspaper's name is only a demonym here: "The Australian government"."""
        if not match.entry.weak or not self.demonym(match.span.of(text), lang):
            return False
        return text[match.span.end :].lstrip()[:1].isalpha()

    def _mentions(self, found: Sequence[Word], lang: str) -> Iterator[Mention]:
        """The places where a state is named, by its name, a demonym or a metonym."""
        at = 0
        while at < len(found):
            mention = None if found[at].folded in ARTICLES else self._mention(found, at, lang)
            if mention:
                yield mention
            at = mention.end if mention else at + 1

    def _mention(self, found: Sequence[Word], start: int, lang: str) -> Mention | None:
        end, entries = self._index.longest_from(found, start, lang)
        named = next((e for e in entries if e.agent.kind is SourceKind.STATE), None)
        shortest = end if named else start + 1
        if lang != "en" or found[start].is_capital:
            for stop in range(min(len(found), start + _LONGEST_DEMONYM), shortest - 1, -1):
                form = " ".join(word.folded for word in found[start:stop])
                state = self._demonyms.get((lang, form))
                if state:
                    return Mention(start, stop, state, is_metonym=False)
        if named is None:
            return None
        return Mention(start, end, named.agent, is_metonym=named.how == "metonym")


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
