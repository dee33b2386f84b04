"""Decides what is published: who writes about what, who copies whom, who cites whom in a circle.

The corpus is planned in blocks of `BLOCK` documents, each from the seed and its own number, so
it can be streamed, and a shorter corpus is the beginning of a longer one. A copy stands behind
its original in the same block. Stories are drawn after Zipf and Mandelbrot [1]_: few are told
by very many documents.

.. [1] B. Mandelbrot, "An Informational Theory of the Statistical Structure of Language", 1953.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import count as counting
from random import Random

from kg.model import CopyKind, SourceKind
from synthetic.article import Article, Circle, Paragraphs, Sentence
from synthetic.frames import Step
from synthetic.grammar import LANGUAGES
from synthetic.newsroom import Newsroom, headline, paragraphs
from synthetic.stories import DAYS, FIRST_DAY, Event, Stories, Story
from synthetic.world import Outlet, World

BLOCK = 50
"""Documents planned together."""

COPIES: Mapping[CopyKind, int] = {
    CopyKind.REPRINT: 3,
    CopyKind.CREDITED: 3,
    CopyKind.EXCERPT: 2,
    CopyKind.TRANSLATION: 2,
    CopyKind.REVISION: 2,
}
"""Copies planted in each block."""

_AGENCY, _PLAIN, _CIRCLE = "agency", "plain", "circle"
_Role = CopyKind | str
# Originals in front of every block, so that each way of copying finds one.
_FIRST: tuple[_Role, ...] = (_AGENCY, _AGENCY, _AGENCY, *(_PLAIN,) * 5)
_CIRCLES = 0.5
_CIRCLE_SIZES = (2, 3, 3, 4)
_OPEN = 0.5
_CIRCLE_NUMBERS = 1000
# Six new stories a block, and 8 as the shift, put 2.3 % of 10,000 documents and 1.2 % of a
# million on the hottest story: the hot keys of a real archive.
_NEW_STORIES = 6
_SHIFT = 8
_MEAN_DELAY_DAYS = 12
_LONGEST_COPYING_HOURS = 60
_OWN_OF_EXCERPT = 7
_LAST_PARAGRAPH_CUT = 0.3
# At most a third of the paragraphs of a reprint are cut.
_CUT = 3


def articles(count: int, seed: int, world: World) -> Iterator[Article]:
    """The first ``count`` articles of a corpus, by number; one block is held at a time."""
    stories = Stories(world, seed)
    for number in counting():
        for article in _Block(number, seed, world, stories).articles():
            if article.number >= count:
                return
            yield article


@dataclass(frozen=True, slots=True)
class _Ring:
    """A circle of citations that is being planted."""

    story: Story
    event: Event
    outlets: tuple[Outlet, ...]
    start: datetime
    circle: Circle


class _Block:
    """The articles of one block."""

    def __init__(self, number: int, seed: int, world: World, stories: Stories) -> None:
        self._number = number
        self._name = f"{seed}/{number}"
        self._world = world
        self._stories = stories
        self._newsroom = Newsroom(world)
        self._rng = Random(f"{self._name}/block")
        self._ring = self._new_ring()
        self._joined = 0
        self._originals: list[Article] = []

    def articles(self) -> Iterator[Article]:
        """All of them, in order."""
        for place, role in enumerate(self._roles()):
            number = self._number * BLOCK + place
            if isinstance(role, CopyKind):
                yield self._copy(role, number)
            elif role == _CIRCLE and self._ring:
                yield self._member(self._ring, number)
            else:
                article = self._plain(number, by_agency=role == _AGENCY)
                self._originals.append(article)
                yield article

    def _roles(self) -> list[_Role]:
        later: list[_Role] = [kind for kind, times in COPIES.items() for _ in range(times)]
        later += [_CIRCLE] * (self._ring.circle.size if self._ring else 0)
        later += [_PLAIN] * (BLOCK - len(_FIRST) - len(later))
        self._rng.shuffle(later)
        return [*_FIRST, *later]

    def _story(self) -> Story:
        known = _NEW_STORIES * (self._number + 1)
        rank = _SHIFT * ((known + _SHIFT) / _SHIFT) ** self._rng.random() - _SHIFT
        return self._stories.story(int(rank))

    def _moment(self, story: Story) -> datetime:
        delay = timedelta(int(self._rng.expovariate(1 / _MEAN_DELAY_DAYS)))
        last = FIRST_DAY + timedelta(DAYS - 1)
        minutes = self._rng.randrange(5 * 60, 23 * 60)
        return datetime.combine(
            min(story.day + delay, last), time(*divmod(minutes, 60)), tzinfo=UTC
        )

    def _plain(self, number: int, *, by_agency: bool) -> Article:
        rng, world = self._rng, self._world
        outlet = rng.choice(world.agencies) if by_agency else world.everybody.draw(rng)
        story = self._story()
        sentences = self._newsroom.body(story, rng, f"{self._name}/{number}")
        return self._made(number, story, outlet, sentences, self._moment(story))

    def _made(
        self,
        number: int,
        story: Story,
        outlet: Outlet,
        sentences: list[Sentence],
        published: datetime,
    ) -> Article:
        return Article(
            number=number,
            story=story,
            outlet=outlet,
            lang=outlet.lang,
            published=published,
            headline=headline(sentences, f"{self._name}/{number}"),
            paragraphs=paragraphs(sentences, self._rng),
            address=number,
        )

    def _copy(self, kind: CopyKind, number: int) -> Article:
        rng = self._rng
        agencies = kind is CopyKind.CREDITED
        original = rng.choice(
            [a for a in self._originals if (a.outlet.actor.kind is SourceKind.AGENCY) == agencies]
        )
        lang = _other(original.lang) if kind is CopyKind.TRANSLATION else original.lang
        same = kind is CopyKind.REVISION
        copier = self._world.writing[lang].draw(rng, frozenset({original.outlet.agent.id}))
        said = [sentence for found in original.paragraphs for sentence in found]
        return replace(
            original,
            number=number,
            outlet=original.outlet if same else copier,
            lang=lang,
            published=original.published + timedelta(hours=rng.randint(1, _LONGEST_COPYING_HOURS)),
            headline=headline(said, f"{self._name}/{number}"),
            paragraphs=self._reworked(kind, original, f"{self._name}/{number}"),
            address=original.address if same else number,
            credited=original.outlet if agencies else None,
            copies=(original.number, kind),
        )

    def _reworked(self, kind: CopyKind, original: Article, at: str) -> Paragraphs:
        rng, held = self._rng, original.paragraphs
        if kind is CopyKind.TRANSLATION:
            return held[:-1] if rng.random() < _LAST_PARAGRAPH_CUT else held
        if kind is CopyKind.REVISION:
            added = self._newsroom.body(original.story, rng, at)[1:3]
            return (*held[:-1], held[-1][:-1] or held[-1], tuple(added))
        if kind is CopyKind.EXCERPT:
            own = self._newsroom.body(original.story, rng, at)[:_OWN_OF_EXCERPT]
            cut = paragraphs(own, rng)
            return (*cut[:1], *_excerpt(held, rng), *cut[1:])
        kept = len(held) - 1 - rng.randint(0, len(held) // _CUT)
        places = sorted(rng.sample(range(1, len(held)), kept))
        return (held[0], *(held[place] for place in places))

    def _new_ring(self) -> _Ring | None:
        rng = self._rng
        if rng.random() >= _CIRCLES:
            return None
        story = self._story()
        name = f"{story.events[0].name}/circle {self._number}"
        # A number that nobody else tells, so that no other document grounds the circle.
        number = story.events[0].number + _CIRCLE_NUMBERS + self._number
        event = replace(story.events[0], name=name, number=number)
        size = rng.choice(_CIRCLE_SIZES)
        writing = self._world.writing[rng.choice(LANGUAGES)]
        outlets: list[Outlet] = []
        for _ in range(size):
            outlets.append(writing.draw(rng, frozenset(o.agent.id for o in outlets)))
        circle = Circle(name, size, open=rng.random() < _OPEN)
        return _Ring(story, event, tuple(outlets), self._moment(story), circle)

    def _member(self, ring: _Ring, number: int) -> Article:
        """The next article of the circle: it has what it tells from the outlet that follows."""
        place, rng = self._joined, self._rng
        self._joined += 1
        at = f"{self._name}/{number}"
        onward = ring.outlets[(place + 1) % ring.circle.size].actor
        frame = rng.choice(("that", "according"))
        first = Sentence(f"{at}/circle", ring.event, "circle", (Step(frame, onward),))
        sentences = self._newsroom.body(ring.story, rng, at, first)
        if ring.circle.open and place == 0:
            speaker = self._newsroom.speaker(ring.story, rng)
            outside = (Step("according", speaker),)
            sentences.insert(1, Sentence(f"{at}/outside", ring.event, "circle", outside))
        moment = ring.start + timedelta(hours=place * rng.randint(2, 9))
        made = self._made(number, ring.story, ring.outlets[place], sentences, moment)
        return replace(made, circle=ring.circle)


def _other(lang: str) -> str:
    return next(other for other in LANGUAGES if other != lang)


def _excerpt(held: Paragraphs, rng: Random) -> Sequence[tuple[Sentence, ...]]:
    """Two paragraphs on end with three sentences outside quotation marks, or three."""
    starts = list(range(len(held) - 1))
    rng.shuffle(starts)
    for start in starts:
        taken = held[start : start + 2]
        plain = sum(not sentence.is_quotation for found in taken for sentence in found)
        if plain >= 3:  # noqa: PLR2004 - a sentence or two in common may be chance
            return taken
    return held[:3]
