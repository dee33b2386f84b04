"""Who there is: states of the gazetteer, and places, bodies, firms, people and papers made up.

Nobody here said any of this. States and their ministries are real names, so that the gazetteer
is put to work; everybody else is invented. Identities are minted as the linker mints them.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, product
from random import Random

from kg.link import registry
from kg.link.gazetteer import gazetteer
from kg.link.wording import key
from kg.model import Agent, Names, SourceId, SourceKind
from synthetic.grammar import Words, contracted

PLACES = (
    *"Velmar Norhaven Aldora Keswold Brannoch Tessaline Ostrel-Vale Quillon Marvane".split(),
    *"Dunmere Sorvane Halleck Ysoria Portemar Calvenne Rudholm Ambrecourt Lindova".split(),
    *"Orsanne Farrow-Bay Grivel Tarnholt Evanor Meldre Sandrevo Ulverne Bocaye".split(),
    *"Karsund Valombre Pendry Istrane Corvel Haldane Nemaure Wexmoor Tolvane".split(),
    *"Almery Drevna Fontarel Skarholm".split(),
)
"""Towns that are on no map; written alike in both languages."""

GIVEN = "Ilse Marten Odile Rafel Sunniva Tomas Yara Benoit Clea Dario Edda Fergus Gilda".split()
FAMILY = (
    *"Varnay Osterlin Kabrandt Delmoro Tessaro Imbart Sorel-Dahl Wendover Halvik".split(),
    *"Marchetto Lunde Prigaud Castelane Brodek Ferrandi Quince Ollander Rastelli".split(),
    *"Montcalve Eriksholm Tavira Dorsett Valloire Kessane Abelard Norring".split(),
)
FIRMS = tuple(
    " ".join(parts)
    for parts in product(
        "Kestrel Meridian Northgate Solvane Argentis Bluewater Corvina Halcyon Ostara".split(),
        "Logistics Energy Shipping Foods Chemicals Motors Insurance Telecom".split(),
    )
)

# Article of each state in French; all are singular.
_STATES = {
    **dict.fromkeys("PL NO FI IE GR TN BG RO SE LV GE JO MN NA ZM TH".split(), "la "),
    **dict.fromkeys("JP CA BR KE GH PE CL SN MA PT DK".split(), "le "),
    **dict.fromkeys("IN AR EC EE UY AU".split(), "l'"),
}
_MINISTRIES = {
    "interior": ("interior ministry", "ministère {} de l'Intérieur"),
    "defence": ("defence ministry", "ministère {} de la Défense"),
    "health": ("health ministry", "ministère {} de la Santé"),
    "transport": ("transport ministry", "ministère {} des Transports"),
}
_TITLES = {
    "en": (
        *("The {} Courier", "The {} Herald", "The {} Gazette", "{} Daily News", "The {} Post"),
        *("The {} Chronicle", "The {} Observer", "{} Tribune"),
    ),
    "fr": (
        *("Le Courrier de {}", "La Gazette de {}", "L'Écho de {}", "La Tribune de {}"),
        *("Le Journal de {}", "La Dépêche de {}", "Les Nouvelles de {}", "Le Quotidien de {}"),
    ),
}
_AGENCIES = "Borea Levantis Orbane Tressel Kaldor Ventura Septentrion Auriga".split()
_OUTLETS = 400


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks.

    Attributes:
        kind: What sort of thing it is.
        words: By language, how it is called, with its article.
        agent: Its identity; None for whom nobody could write to.
        plural: Whether its verb stands in the plural.
        apposed: Whether the name is followed by an apposition, which a comma must close.
        speaks_for: The body behind a spokesperson.
        affiliation: The state that qualifies an unnamed source.
        beside: Further agents that its identity refers to.
    """

    kind: SourceKind
    words: dict[str, str]
    agent: Agent | None = None
    plural: bool = False
    apposed: bool = False
    speaks_for: Agent | None = None
    affiliation: Agent | None = None
    beside: tuple[Agent, ...] = ()

    @property
    def agents(self) -> tuple[Agent, ...]:
        """All that a reading must list when this actor speaks."""
        own = (self.agent, self.speaks_for, self.affiliation, *self.beside)
        return tuple(agent for agent in own if agent)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes.

    Attributes:
        actor: As a source that others cite.
        lang: In which it writes, ISO 639-1.
        host: Its internet domain, under a name that is reserved for examples.
        timed: Whether it prints the hour beside the date.
    """

    actor: Actor
    lang: str
    host: str
    timed: bool

    @property
    def agent(self) -> Agent:
        """Its identity."""
        agent = self.actor.agent
        if agent is None:
            raise ValueError(f"{self.host} has no identity")
        return agent


class Ranked:
    """Outlets of which the k-th is drawn in proportion to 1/k, after Zipf."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self.outlets = tuple(outlets)
        self._sums = tuple(accumulate(1 / (place + 1) for place in range(len(self.outlets))))

    def draw(self, rng: Random, other_than: frozenset[SourceId] = frozenset()) -> Outlet:
        """One that is none of ``other_than``, of which there must be fewer than outlets."""
        while True:
            found = self.outlets[bisect(self._sums, rng.random() * self._sums[-1])]
            if found.agent.id not in other_than:
                return found


class World:
    """All outlets, agencies and states; the same for one seed and base."""

    def __init__(self, seed: int, names: Names) -> None:
        self.names = names
        rng = Random(f"{seed}/world")
        self.states = tuple(_states())
        made = list(self._outlets(rng))
        self.agencies = tuple(self._agency(name, rng) for name in _AGENCIES)
        self.everybody = Ranked(made)
        self.writing = {
            lang: Ranked([outlet for outlet in made if outlet.lang == lang]) for lang in _TITLES
        }

    def invented(
        self, kind: SourceKind, en: str, fr: str, beside: Agent | None = None, context: str = ""
    ) -> Agent:
        """The agent of these names, which is known nowhere else."""
        named = key(en) if kind is SourceKind.ORGANIZATION else en
        return Agent(
            id=self.names.agent(kind, named, context or (beside.id if beside else "")),
            kind=kind,
            name=en,
            names=(("en", en), ("fr", fr)) if en != fr else (),
            side=beside.side if beside else None,
            part_of=beside.id if beside and beside.kind is not SourceKind.STATE else None,
        )

    def _outlets(self, rng: Random) -> list[Outlet]:
        titles = [
            (contracted(title.format(place), lang), lang)
            for lang, patterns in _TITLES.items()
            for title, place in product(patterns, PLACES)
        ]
        return [
            self._outlet(title, lang, SourceKind.OUTLET, rng)
            for title, lang in rng.sample(titles, _OUTLETS)
        ]

    def _outlet(self, title: str, lang: str, kind: SourceKind, rng: Random) -> Outlet:
        host = f"{key(title).replace(' ', '-')}.example"
        state = rng.choice(self.states)
        agent = Agent(
            id=self.names.agent(kind, key(title)),
            kind=kind,
            name=title,
            country=state.agent.id if state.agent else None,
            domain=host,
        )
        words = {"en": title, "fr": title}
        actor = Actor(kind, words, agent, beside=state.agents)
        return Outlet(actor, lang, host, timed=rng.random() < 0.7)  # noqa: PLR2004 - most do

    def _agency(self, name: str, rng: Random) -> Outlet:
        made = self._outlet(f"{name} Press", rng.choice(("en", "fr")), SourceKind.AGENCY, rng)
        words = {"en": f"the {name} Press agency", "fr": f"l'agence {name} Press"}
        return replace(made, actor=replace(made.actor, words=words))


def ministry(state: Actor, what: str) -> Actor:
    """A ministry of ``state``, known to the gazetteer by grammar."""
    en, fr = _MINISTRIES[what]
    code = _code_of(state.agents[0].id)
    known = registry.demonyms_of(code)
    words = {
        "en": f"the {known['en'][0]} {en}",
        "fr": f"le {fr.format(known['fr'][0])}",
    }
    return Actor(SourceKind.BODY, words, _known_body(words["en"]), beside=state.agents)


MINISTRIES = tuple(_MINISTRIES)
"""The ministries that every state has here."""


def demonyms(state: Actor) -> dict[str, str]:
    """By language, the adjective of ``state``; in French the masculine plural."""
    known = registry.demonyms_of(_code_of(state.agents[0].id))
    return {"en": known["en"][0], "fr": known["fr"][2]}


def government(state: Actor) -> Words:
    """What ``state`` is called when it acts: by name, by its government, by its capital."""
    code = _code_of(state.agents[0].id)
    known = registry.demonyms_of(code)
    capital = _capitals(state.agents[0].id)
    return {
        "en": (state.words["en"], f"the {known['en'][0]} government", capital["en"]),
        "fr": (state.words["fr"], f"le gouvernement {known['fr'][0]}", capital["fr"]),
    }


@cache
def _capitals(state: SourceId) -> dict[str, str]:
    listing = next(found for found in registry.listings() if found.agent.id == state)
    metonyms = [wording for wording in listing.wordings if wording.how == "metonym"]
    return {wording.lang: wording.text for wording in reversed(metonyms) if wording.lang}


@cache
def _known_body(phrase: str) -> Agent:
    body = gazetteer().body(phrase, "en")
    if body is None:
        raise ValueError(f"the gazetteer knows no body called {phrase!r}")
    return body


@cache
def _code_of(state: SourceId) -> str:
    return next(code for code, id_ in registry.states().items() if id_ == state)


def _states() -> list[Actor]:
    known = registry.states()
    found = []
    for code, article in sorted(_STATES.items()):
        agent = gazetteer().agent(known[code])
        if agent is None:
            raise ValueError(f"the gazetteer knows no state {code}")
        called = dict(agent.names)
        words = {"en": called["en"], "fr": f"{article}{called['fr']}"}
        found.append(Actor(SourceKind.STATE, words, agent))
    return found
