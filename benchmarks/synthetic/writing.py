"""Writes an article down: the text, and the reading that a perfect extractor would make of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from kg.link.contents import normalised
from kg.model import (
    SUPPORTING,
    Agent,
    Attribution,
    ClaimId,
    Conveyance,
    Document,
    Names,
    Party,
    Reading,
    Source,
    SourceId,
    SourceKind,
    Span,
    Stance,
    attribution_id,
    unnamed_source,
)
from synthetic.article import Article, Sentence
from synthetic.frames import FRAMES, Act, Passage, ascribed
from synthetic.grammar import capital
from synthetic.scenery import LEADS
from synthetic.stories import Event, Headline
from synthetic.world import Actor

EXTRACTOR = "synthetic 1"
"""What stands as the extractor of every attribution."""

_OWN_VOICE_CONFIDENCE = 0.8
_RESTATED_CONFIDENCE = 0.8
_NOBODY = "unnamed source"
_CREDITS = {"en": "With {}", "fr": "Avec {}"}
_ENDINGS = (".", ".”", ". »")
# A content that says more than the event ("…, and nobody warned us") or asks whether it
# happened is another claim.
_SAYS_OTHERWISE = frozenset({"split", "declines"})


@dataclass(frozen=True, slots=True)
class Written:
    """An article as it was published.

    Attributes:
        article: The plan.
        reading: The text, with all that can be read out of it.
        told: Name of an event → claims that tell it here, and nothing but it.
    """

    article: Article
    reading: Reading
    told: Mapping[str, frozenset[ClaimId]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence in the text."""

    sentence: Sentence
    span: Span
    acts: tuple[Act, ...]


def written(article: Article, names: Names) -> Written:
    """The article as text and reading; linear in its sentences."""
    text, lines = _text(article)
    document = _document(article, text, lines[0].span, names)
    reader = _Reader(article, document, names)
    for line in lines:
        reader.take(line)
    return reader.written()


def text_of(article: Article, names: Names) -> Document:
    """The article as text alone."""
    text, lines = _text(article)
    return _document(article, text, lines[0].span, names)


def _document(article: Article, text: str, title: Span, names: Names) -> Document:
    outlet = article.outlet
    url = f"https://{outlet.host}/{article.story.day.year}/{article.address}"
    published = _stamp(article.published, timed=outlet.timed)
    return Document(
        id=names.document(text, url, outlet.agent.name, published),
        doc_id=f"synthetic-{article.number:07d}",
        text=text,
        lang=article.lang,
        title=title.of(text),
        url=url,
        publisher=outlet.agent.name,
        credited_to=article.credited.agent.name if article.credited else None,
        published=published,
    )


def _stamp(moment: datetime, *, timed: bool) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ" if timed else "%Y-%m-%d")


def _text(article: Article) -> tuple[str, list[_Line]]:
    parts: list[str] = []
    lines: list[_Line] = []
    at = 0
    for paragraph in ((article.headline,), *article.paragraphs):
        for place, sentence in enumerate(paragraph):
            passage = _passage(sentence, article.lang)
            gap = "" if not lines else " " if place else "\n\n"
            start = at + len(gap)
            words = capital(passage.text)
            span = Span(start, start + len(words))
            lines.append(_Line(sentence, span, passage.acts))
            stop = "" if len(lines) == 1 or words.endswith(_ENDINGS) else "."
            parts.append(f"{gap}{words}{stop}")
            at = span.end + len(stop)
    if article.credited:
        parts.append(f"\n\n{_CREDITS[article.lang].format(article.credited.agent.name)}")
    return "".join(parts), lines


def _passage(sentence: Sentence, lang: str) -> Passage:
    said = sentence.content.worded(lang, sentence.wording)
    if sentence.led:
        said = f"{Random(sentence.at).choice(LEADS[lang])}, {said}"
    return ascribed(said, sentence.steps, lang, sentence.at)


@dataclass(frozen=True, slots=True)
class _Said:
    """That an attribution conveys a claim.

    Attributes:
        attribution: Which.
        claim: The claim that the wording names.
        event: The event that is told, if one is.
        exactly: Whether the wording tells the event and nothing but it.
    """

    attribution: Attribution
    claim: ClaimId
    event: Event | None
    exactly: bool


class _Reader:
    """Draws the attributions of one article."""

    def __init__(self, article: Article, document: Document, names: Names) -> None:
        self._article = article
        self._document = document
        self._names = names
        self._voice = (article.credited or article.outlet).agent
        self._agents: dict[SourceId, Agent] = {}
        self._attributions: list[Attribution] = []
        self._said: list[_Said] = []
        for outlet in (article.outlet, article.credited):
            if outlet:
                self._know(*outlet.actor.agents)

    def take(self, line: _Line) -> None:
        """Draw the attributions of one sentence."""
        if not line.acts:
            own = self._own_voice(line.span)
            self._attributions.append(own)
            self._convey([own], line.sentence)
            return
        made: list[Attribution] = []
        for act in line.acts:
            made.append(self._attribution(act, line.span.start, made[-1] if made else None))
        self._attributions += made
        # Who only relays conveys nothing of his own; who dismisses a rumour denies what it says.
        denying = [a for a in made[:-1] if a.stance is Stance.DENIES]
        self._convey([*denying, made[-1]], line.sentence)

    def written(self) -> Written:
        """All that was drawn."""
        first: dict[str, ClaimId] = {}
        told: dict[str, set[ClaimId]] = {}
        for said in self._said:
            supports = said.attribution.is_stated and said.attribution.stance in SUPPORTING
            if said.event and said.exactly and supports:
                first.setdefault(said.event.name, said.claim)
        conveyed = []
        for said in self._said:
            attributed = first.get(said.event.name) if said.event else None
            if said.attribution.is_own_voice and attributed:
                restated = (attributed, True, _RESTATED_CONFIDENCE)
                conveyed.append(Conveyance(said.attribution.id, *restated))
                continue
            conveyed.append(Conveyance(said.attribution.id, said.claim))
            if said.event and said.exactly:
                told.setdefault(said.event.name, set()).add(said.claim)
        reading = Reading(
            document=self._document,
            attributions=tuple(self._attributions),
            conveyances=tuple(conveyed),
            agents=tuple(self._agents[id_] for id_ in sorted(self._agents)),
        )
        return Written(self._article, reading, {n: frozenset(c) for n, c in told.items()})

    def _convey(self, conveying: list[Attribution], sentence: Sentence) -> None:
        content = sentence.content
        event = content.event if isinstance(content, Headline) else content
        told = event if isinstance(event, Event) else None
        frame = sentence.steps[-1].frame if sentence.steps else ""
        exactly = content is told and frame not in _SAYS_OTHERWISE
        claim = self._names.claim(normalised(self._document, conveying[-1].content))
        self._said += [_Said(a, claim, told, exactly) for a in conveying]

    def _own_voice(self, content: Span) -> Attribution:
        voice = self._voice
        return Attribution(
            id=attribution_id(self._document.id, (), (), (content,)),
            source=Source(SourceKind.OWN_VOICE, (), voice.name, voice.id),
            cue=(),
            content=(content,),
            confidence=_OWN_VOICE_CONFIDENCE,
            extractor=EXTRACTOR,
            rule="own-voice",
        )

    def _attribution(self, act: Act, start: int, outer: Attribution | None) -> Attribution:
        source, cue, content = (_moved(s, start) for s in (act.source, act.cue, act.content))
        frame = FRAMES[act.step.frame]
        return Attribution(
            id=attribution_id(self._document.id, source, cue, content),
            source=self._source(act.step.speaker, source, (source or cue)[0].start),
            cue=cue,
            content=content,
            stance=frame.stance,
            writer_certainty=frame.certainty,
            form=frame.form,
            nested_in=outer.id if outer else None,
            extractor=EXTRACTOR,
            rule=act.step.frame,
        )

    def _source(self, speaker: Actor | None, spans: tuple[Span, ...], start: int) -> Source:
        if speaker and speaker.agent:
            self._know(*speaker.agents)
            spoken_for = speaker.speaks_for
            return Source(
                kind=speaker.kind,
                spans=spans,
                name=speaker.agent.name,
                id=speaker.agent.id,
                speaks_for=Party(spoken_for.name, spoken_for.id) if spoken_for else None,
            )
        state = speaker.affiliation if speaker else None
        called = speaker.words[self._article.lang] if speaker else _NOBODY
        nobody = Agent(
            id=unnamed_source(self._document.id, start),
            kind=SourceKind.UNNAMED,
            name=called,
            side=state.id if state else None,
        )
        self._know(nobody, *([state] if state else []))
        return Source(
            kind=SourceKind.UNNAMED,
            spans=spans,
            id=nobody.id,
            affiliation=Party(state.name, state.id) if state else None,
        )

    def _know(self, *agents: Agent) -> None:
        self._agents.update((agent.id, agent) for agent in agents)


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
