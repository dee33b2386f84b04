"""What is told: stories of twenty events each, and the people who speak of them.

A story is drawn from its number alone, so any document can be written without the others. An
event has contraries: the same told with another number, another place, or as not having been.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from kg.model import Agent, SourceKind
from synthetic.affairs import AFFAIRS
from synthetic.grammar import Words, capital, contracted, dated, drawn, figure, one_of, synonyms
from synthetic.kinds import Kind
from synthetic.mishaps import MISHAPS
from synthetic.scenery import BODIES, COLOURS, EPITHETS, HOURS, SITES, UNNAMED
from synthetic.world import (
    FAMILY,
    FIRMS,
    GIVEN,
    MINISTRIES,
    PLACES,
    Actor,
    World,
    demonyms,
    government,
    ministry,
)

FIRST_DAY = date(2023, 1, 1)
"""No event is earlier."""

DAYS = 730
"""Over how many days events and publications are spread."""

CONTRARY = ("number", "place", "negation")
"""In what a contrary event differs."""

EVENTS = 20
"""Events of a story; the first is what most of its documents begin with."""

_KINDS = 10
_TOWNS = 4
# How often a wording adds the time of day, what a town is known for, or begins with the date:
# enough that two reporters of one event rarely share a run of words.
_HOUR_TOLD = 0.6
_EPITHET_TOLD = 0.4
_DATE_FIRST = 0.35
_LATEST_START = 690
_BEFORE = 4
_CACHED = 2048


@dataclass(frozen=True, slots=True)
class Town:
    """Where something happens.

    Attributes:
        name: Alike in both languages.
        epithet: What it is known for; told or left out.
    """

    name: str
    epithet: Words


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened.

    Attributes:
        name: ``story/event``, with the name of the contrary behind it if it is one.
        kind: Of what kind.
        number: How many.
        day: When.
        hour: At what time of the day; told or left out.
        town: Where.
        slots: What else the wordings name.
        happened: False if it is told as not having happened.
    """

    name: str
    kind: Kind
    number: int
    day: date
    hour: Words
    town: Town
    slots: Mapping[str, Words]
    happened: bool = True

    def worded(self, lang: str, at: str) -> str:
        """One wording as a clause; ``at`` decides which."""
        rng = Random(f"{self.name}/{lang}/{at}")
        patterns = self.kind.told if self.happened else self.kind.denied
        when, where = dated(self.day, lang, rng), self.town.name
        if rng.random() < _HOUR_TOLD:
            when = f"{when} {one_of(self.hour[lang], rng)}"
        if rng.random() < _EPITHET_TOLD:
            where = f"{where}, {one_of(self.town.epithet[lang], rng)},"
        pattern = one_of(patterns[lang], rng)
        if rng.random() < _DATE_FIRST and not pattern.startswith("{date}"):
            pattern = f"{{date}}, {pattern.replace(' {date}', '')}"
        said = self._filled(pattern, lang, rng, place=where, date=when)
        return said.replace(",,", ",").removesuffix(",")

    def headline(self, lang: str, at: str) -> str:
        """One headline; ``at`` decides which."""
        rng = Random(f"{self.name}/{lang}/{at}")
        return capital(
            self._filled(one_of(self.kind.heads[lang], rng), lang, rng, place=self.town.name)
        )

    def contrary(self, how: str, elsewhere: Town) -> "Event":
        """This event told otherwise, by one of `CONTRARY`; ``elsewhere`` is another town."""
        name = f"{self.name}/{how}"
        if how == "negation":
            return replace(self, name=name, happened=False)
        if how == "place":
            return replace(self, name=name, town=elsewhere)
        return replace(self, name=name, number=self.number * 3 + 1)

    def _filled(self, pattern: str, lang: str, rng: Random, **scene: str) -> str:
        slots = {name: one_of(words[lang], rng) for name, words in self.slots.items()}
        number = figure(self.number, lang, rng)
        return contracted(drawn(pattern, rng).format_map({**slots, **scene, "n": number}), lang)


@dataclass(frozen=True, slots=True)
class Headline:
    """An event in a headline: it tells less than a sentence, so it is another claim."""

    event: Event

    def worded(self, lang: str, at: str) -> str:
        """One headline; ``at`` decides which."""
        return self.event.headline(lang, at)


@dataclass(frozen=True, slots=True)
class Colour:
    """A sentence of scenery, which tells no event.

    Attributes:
        patterns: Its wordings by language.
        slots: What they name, the same in both languages.
        number: How many.
        day: When.
    """

    patterns: Words
    slots: Mapping[str, Words]
    number: int
    day: date

    def worded(self, lang: str, at: str) -> str:
        """One wording; ``at`` decides which."""
        rng = Random(f"{lang}/{at}")
        pattern = drawn(one_of(self.patterns[lang], rng), rng)
        slots = {name: one_of(words[lang], rng) for name, words in self.slots.items()}
        numbers = {"n": figure(self.number, lang, rng), "date": dated(self.day, lang, rng)}
        return contracted(pattern.format_map(slots | numbers), lang)


@dataclass(frozen=True, slots=True)
class Story:
    """What a number of documents are about.

    Attributes:
        name: Its number, with the seed.
        day: When it begins.
        events: What happened.
        speakers: Who speaks of it, the most quoted first.
        towns: Where; in the last nothing happens, but it may be told so.
        slots: Names for the scenery.
    """

    name: str
    day: date
    events: tuple[Event, ...]
    speakers: tuple[Actor, ...]
    towns: tuple[Town, ...]
    slots: Mapping[str, Words]

    def otherwise(self, event: Event, how: str) -> Event:
        """The contrary of ``event``, set where nothing else happens if that is how."""
        return event.contrary(how, self.towns[-1])

    def colour(self, at: str) -> Colour:
        """Some scenery; ``at`` decides which."""
        rng = Random(f"{self.name}/colour/{at}")
        day = self.day + timedelta(rng.randrange(-20, 1))
        return Colour(rng.choice(COLOURS), self.slots, rng.randrange(2, 400), day)


class Stories:
    """The stories of one world; the latest ones asked for are kept."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._seed = seed
        self.story = lru_cache(maxsize=_CACHED)(self._story)

    def _story(self, number: int) -> Story:
        """The story of this number."""
        name = f"{self._seed}.{number}"
        rng = Random(f"{name}/story")
        names = rng.sample(PLACES, _TOWNS)
        towns = tuple(map(Town, names, rng.sample(EPITHETS, _TOWNS)))
        actor, partner = rng.sample(self._world.states, 2)
        firm = self._firm(rng)
        day = FIRST_DAY + timedelta(rng.randrange(_BEFORE, _LATEST_START))
        slots = {
            "actor": government(actor),
            "partner": government(partner),
            "firm": _group(firm),
        }
        return Story(
            name=name,
            day=day,
            events=tuple(_events(name, day, towns[:-1], slots, rng)),
            speakers=tuple(self._speakers(rng, names, (actor, partner, firm))),
            towns=towns,
            slots=_scenery(actor, partner, firm, names[0]) | {"site": rng.choice(SITES)},
        )

    def _firm(self, rng: Random) -> Actor:
        name = rng.choice(FIRMS)
        agent = self._world.invented(SourceKind.ORGANIZATION, name, name)
        return Actor(SourceKind.ORGANIZATION, {"en": name, "fr": name}, agent)

    def _speakers(
        self, rng: Random, places: Sequence[str], known: tuple[Actor, Actor, Actor]
    ) -> list[Actor]:
        actor, partner, firm = known
        bodies = [self._body(*rng.choice(BODIES), place) for place in places[:2]]
        officials = [ministry(state, rng.choice(MINISTRIES)) for state in (actor, partner)]
        people = [
            self._person(rng, f"the mayor of {places[0]}", f"maire de {places[0]}"),
            self._person(rng, "the head of {}", "à la tête de {}", firm),
            self._person(rng, "a spokesperson for {}", "porte-parole de {}", officials[0]),
            self._person(rng, "a spokesperson for {}", "porte-parole de {}", bodies[0]),
        ]
        unnamed = [_unnamed(*words, actor) for words in rng.sample(UNNAMED, 4)]
        speakers = [*officials, *bodies, *people, *unnamed, self._report(bodies[0]), *known]
        rng.shuffle(speakers)
        return speakers

    def _body(self, en: str, fr: str, place: str) -> Actor:
        called = {"en": en.format(place), "fr": contracted(fr.format(place), "fr")}
        agent = self._world.invented(SourceKind.BODY, _bare(called["en"]), _bare(called["fr"]))
        return Actor(SourceKind.BODY, called, agent)

    def _person(self, rng: Random, en: str, fr: str, behind: Actor | None = None) -> Actor:
        name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
        office = {"en": en, "fr": fr}
        if behind:
            office = {lang: office[lang].format(behind.words[lang]) for lang in office}
        words = {lang: contracted(f"{name}, {what}", lang) for lang, what in office.items()}
        body = behind.agent if behind else None
        agent = self._world.invented(SourceKind.PERSON, name, name, body, office["en"])
        beside = behind.agents if behind else ()
        return Actor(
            *(SourceKind.PERSON, words, agent),
            apposed=True,
            speaks_for=body if "spokesperson" in en else None,
            beside=beside,
        )

    def _report(self, issuer: Actor) -> Actor:
        words = {
            lang: contracted(f"{opening} {issuer.words[lang]}", lang)
            for lang, opening in (("en", "a report by"), ("fr", "un rapport de"))
        }
        bare = _bare(words["en"]), _bare(words["fr"])
        agent = self._world.invented(SourceKind.DOCUMENT, *bare, issuer.agent)
        return Actor(SourceKind.DOCUMENT, words, agent, beside=issuer.agents)


def _events(
    name: str,
    day: date,
    towns: Sequence[Town],
    slots: Mapping[str, Words],
    rng: Random,
) -> Iterator[Event]:
    """The events of a story, of a few kinds in turn.

    Two of one kind never share both place and day, so that nothing contradicts by accident.
    """
    scenes = [(town, day - timedelta(before)) for town in towns for before in range(_BEFORE)]
    kinds = rng.sample((*AFFAIRS, *MISHAPS), _KINDS)
    left = {place: rng.sample(scenes, len(scenes)) for place in range(_KINDS)}
    for place in range(EVENTS):
        kind = kinds[place % _KINDS]
        where, when = left[place % _KINDS].pop()
        named = {
            "thing": rng.choice(kind.things),
            "cause": rng.choice(kind.causes),
            "site": rng.choice(SITES),
        }
        yield Event(
            name=f"{name}/{place}",
            kind=kind,
            number=rng.randint(kind.fewest, kind.most),
            day=when,
            hour=rng.choice(HOURS),
            town=where,
            slots={**slots, **named},
        )


def _group(firm: Actor) -> Words:
    en, fr = firm.words["en"], firm.words["fr"]
    return synonyms(f"{en}|the {en} group", f"{fr}|le groupe {fr}")


def _scenery(actor: Actor, partner: Actor, firm: Actor, place: str) -> dict[str, Words]:
    named = {"actor": actor, "partner": partner, "firm": firm}
    slots = {slot: synonyms(who.words["en"], who.words["fr"]) for slot, who in named.items()}
    return slots | {"place": synonyms(place, place)}


def _unnamed(en: str, fr: str, state: Actor) -> Actor:
    """People nobody could write to, some of them qualified by a state."""
    adjective = demonyms(state)
    words = {"en": en.format(adjective["en"]), "fr": fr.format(adjective["fr"])}
    affiliation: Agent | None = state.agent if "{}" in en else None
    return Actor(SourceKind.UNNAMED, words, plural=True, affiliation=affiliation)


def _bare(phrase: str) -> str:
    """A noun phrase without its article: the name."""
    for article in ("the ", "a ", "le ", "la ", "les ", "un ", "l'"):
        if phrase.startswith(article):
            return phrase.removeprefix(article)
    return phrase
