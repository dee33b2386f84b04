"""Writes the plan of single articles: which events, in which order, on whose word."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from synthetic.article import Paragraphs, Sentence
from synthetic.frames import Step
from synthetic.stories import CONTRARY, Event, Headline, Story
from synthetic.world import Actor, World

# Per cent of attributed sentences. Depth of nesting and shares of quotation are roughly those
# of our corpus (seeds/corpus/README.md): a fifth nested, a tenth denied or left open.
_SHAPES = {
    "that": 24,
    "according": 17,
    "quote": 18,
    "split": 6,
    "claim": 5,
    "confirm": 4,
    "relay": 8,
    "reported": 7,
    "deep": 3,
    "dismissed": 4,
    "declines": 2,
    "null": 2,
}
_FEWEST_SENTENCES, _MOST_SENTENCES = 8, 12
_FEWEST_ATTRIBUTED, _MOST_ATTRIBUTED = 3, 6
# What most documents of a story begin with, and how seldom they tell the contrary of an event.
_MAIN = 0.8
_OTHERWISE = 0.15
# Wordings that several documents share to the letter: a statement that all quote, or the phrase
# that the first report found. The rest is worded anew.
_PHRASES = 3
_SHARED = 0.08
_SCENERY = 0.5
_LED = 0.6
# The power to which a uniform draw is raised: the first of a list are taken more often.
_SKEW = 1.3
_PARAGRAPH = (1, 2, 2, 3)
_NOT_SO = frozenset({"rumour", "declines"})


class Newsroom:
    """Plans articles of one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def body(
        self, story: Story, rng: Random, at: str, first: Sentence | None = None
    ) -> list[Sentence]:
        """The sentences of an article, the one on the main event in front.

        Args:
            story: What it is about.
            rng: Decides.
            at: Name of the article.
            first: What to begin with instead.
        """
        count = rng.randint(_FEWEST_SENTENCES, _MOST_SENTENCES)
        attributed = rng.randint(_FEWEST_ATTRIBUTED, _MOST_ATTRIBUTED) - 1
        told = [True] * attributed + [False] * (count - 1 - attributed)
        rng.shuffle(told)
        events = self._events(story, rng)
        sentences = [first or self.attributed(story, next(events), rng, f"{at}/0")]
        for place, on_word in enumerate(told, start=1):
            here = f"{at}/{place}"
            if on_word:
                sentences.append(self.attributed(story, next(events), rng, here))
            elif rng.random() < _SCENERY:
                sentences.append(Sentence(here, story.colour(here), here))
            else:
                led = rng.random() < _LED
                sentences.append(Sentence(here, next(events), here, led=led))
        return sentences

    def attributed(self, story: Story, event: Event, rng: Random, at: str) -> Sentence:
        """``event`` on somebody's word."""
        shape = rng.choices(tuple(_SHAPES), tuple(_SHAPES.values()))[0]
        steps = self._steps(shape, self.speaker(story, rng), rng)
        if shape in {"quote", "split"}:
            wording = "statement"
        elif rng.random() < _SHARED:
            wording = f"phrase {rng.randrange(_PHRASES)}"
        else:
            wording = at
        return Sentence(at, event, wording, steps)

    def speaker(self, story: Story, rng: Random) -> Actor:
        """Somebody who speaks of ``story``, the first ones most often."""
        return story.speakers[int(len(story.speakers) * rng.random() ** _SKEW)]

    def cited(self, rng: Random) -> Actor:
        """An outlet or an agency that is cited."""
        if rng.random() < 0.4:  # noqa: PLR2004 - agencies are cited far beyond their number
            return rng.choice(self._world.agencies).actor
        return self._world.everybody.draw(rng).actor

    def _steps(self, shape: str, speaker: Actor, rng: Random) -> tuple[Step, ...]:
        if shape == "relay":
            return Step("relay", self.cited(rng)), Step("cited", speaker)
        if shape == "reported":
            return Step("that", self.cited(rng)), Step("had", speaker)
        if shape == "deep":
            outer = self._world.everybody.draw(rng).actor
            agency = rng.choice(self._world.agencies).actor
            return Step("according", outer), Step("had", agency), Step("had", speaker)
        if shape == "dismissed":
            return Step("dismiss", speaker), Step("rumour")
        return (Step(shape, None if shape == "null" else speaker),)

    def _events(self, story: Story, rng: Random) -> Iterator[Event]:
        """Events of ``story`` for one article, the main one in front, none of them twice."""
        left = list(story.events)
        if rng.random() < _MAIN:
            yield self._perhaps_otherwise(story, left.pop(0), rng)
        while True:
            if not left:
                left = list(story.events)
            yield self._perhaps_otherwise(
                story, left.pop(int(len(left) * rng.random() ** _SKEW)), rng
            )

    def _perhaps_otherwise(self, story: Story, event: Event, rng: Random) -> Event:
        if rng.random() < _OTHERWISE:
            return story.otherwise(event, rng.choice(CONTRARY))
        return event


def headline(sentences: list[Sentence], at: str) -> Sentence:
    """A headline on the first event that the article vouches for or relays as so."""
    told = [s.content for s in sentences if not s.steps or s.steps[-1].frame not in _NOT_SO]
    events = [event for event in told if isinstance(event, Event) and event.happened]
    if not events:
        return replace(sentences[0], steps=())
    return Sentence(f"{at}/head", Headline(events[0]), f"{at}/head")


def paragraphs(sentences: list[Sentence], rng: Random) -> Paragraphs:
    """``sentences`` cut into paragraphs of one to three."""
    found = []
    at = 0
    while at < len(sentences):
        size = rng.choice(_PARAGRAPH)
        found.append(tuple(sentences[at : at + size]))
        at += size
    return tuple(found)
