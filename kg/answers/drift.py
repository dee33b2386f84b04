"""Drift: what became of a statement on its way from one text to the next.

Two ways are looked at: copies (reprints, translations, revisions), passage by passage, and
relays, an outlet's own text beside the text that cites it. "According to Business Insider"
becomes "as Business Insider confirms", a conditional becomes a fact, 120,000 becomes 210,000:
each finding shows both places, and whether it is known which came first.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.answers.ask import traced
from kg.answers.evidence import Json
from kg.graph import Corpus
from kg.link.gazetteer import gazetteer
from kg.link.matching.tokens import Kind, tokens
from kg.link.vectors import cosines, vectors
from kg.model import (
    OUTLETS,
    Attribution,
    AttributionId,
    CopyGroup,
    Document,
    LinkKind,
    SourceKind,
    Span,
    Stance,
    WriterCertainty,
    earlier,
)

_STEPS = (WriterCertainty.DISTANCED, WriterCertainty.NEUTRAL, WriterCertainty.COMMITTED)
_HEDGES = {
    "fr": re.compile(
        r"\b(?:pourrai(?:en)?t|devrai(?:en)?t|peut-être|probablement|semble(?:nt)?|présumé\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:may|might|possibly|probably|perhaps|reportedly|allegedly|apparently|appears?|"
        r"seems?)\b",
        re.IGNORECASE,
    ),
}
_HEARSAY = re.compile(r"\b\w+rai(?:en)?t\b", re.IGNORECASE)
"""French conditionals; they hedge where the writer keeps a distance by them."""

_ONE_NAME = 0.5
"""Cosine from which two names in two languages are one: "the governor's office"."""

_SUPPORTS = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.PREDICTS, Stance.COMMITS})


@dataclass(frozen=True, slots=True)
class _Place:
    """One of the two ends of a finding."""

    document: Document
    attribution: Attribution

    @property
    def said(self) -> str:
        return self.document.quotes(self.attribution.content)

    def shown(self, spans: tuple[Span, ...]) -> Json:
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        return {
            "document": self.document.id,
            "doc_id": self.document.doc_id,
            "attribution": self.attribution.id,
            "start": start,
            "end": end,
            "quote": self.document.text[start:end],
        }


def drift(corpus: Corpus) -> list[Json]:
    """The findings in canonical order of the text that came first.

    Takes time linear in the aligned attributions and the source links.
    """
    found: dict[tuple[object, ...], Json] = {}
    pairs = [(pair, _COPIED) for pair in _copied(corpus)]
    pairs += [(pair, _RELAYED) for pair in _relayed(corpus)]
    for (first, second), looked_for in pairs:
        known = bool(earlier(first.document.published, second.document.published))
        for kind, here, there in _differences(first, second, looked_for):
            key = (kind, first.attribution.id, second.attribution.id)
            found.setdefault(
                key,
                {
                    "type": kind,
                    "direction": "known" if known else "unknown",
                    "from": first.shown(here),
                    "to": second.shown(there),
                    "evidence": [],
                },
            )
    return list(found.values())


# ---- what is laid side by side


def _copied(corpus: Corpus) -> Iterator[tuple[_Place, _Place]]:
    """Attributions of copies that stand in one passage, the earlier text first."""
    for group in corpus.ties.copies:
        for row in group.aligned:
            places = [_place(corpus, id_) for id_ in row if id_ in corpus.attributions]
            yield from _pairs(places, group)


def _pairs(places: list[_Place], group: CopyGroup) -> Iterator[tuple[_Place, _Place]]:
    ordered = sorted(places, key=lambda p: (p.document.published or "~", p.document.id))
    original = [p for p in ordered if p.document.id == group.original]
    if original:
        yield from ((original[0], p) for p in ordered if p.document.id != group.original)
    else:
        yield from combinations(ordered, 2)


def _relayed(corpus: Corpus) -> Iterator[tuple[_Place, _Place]]:
    """What an outlet's own text says, and what the text that cites it makes of it."""
    for claim, members in corpus.claims.items():
        if len(corpus.concerning(members)) < len(("original", "relay")):
            continue
        graph = traced(corpus, [claim]).graph
        citing_it = {
            hop.attribution.id
            for known in graph.stretches.values()
            for s in known
            for hop in s.hops
        }
        for (citing, cited), kind in sorted(graph.links.items()):
            account = graph.accounts.get(cited)
            sure = kind in {LinkKind.STATED, LinkKind.INFERRED} and citing in citing_it
            if not sure or account is None:
                continue
            for way in account.supporting[:1]:
                yield _place(corpus, way.steps[0].attribution.id), _place(corpus, citing)


def _place(corpus: Corpus, id_: AttributionId) -> _Place:
    return _Place(*corpus.attributions[id_])


# ---- what differs

_Difference = tuple[str, tuple[Span, ...], tuple[Span, ...]]
_Test = Callable[[_Place, _Place], Iterator[_Difference]]


def _differences(
    first: _Place, second: _Place, looked_for: Sequence[_Test]
) -> Iterator[_Difference]:
    for test in looked_for:
        yield from test(first, second)


def _stances(first: _Place, second: _Place) -> Iterator[_Difference]:
    if _stance(first) != _stance(second):
        yield "stance-changed", _act(first), _act(second)


def _certainty(first: _Place, second: _Place) -> Iterator[_Difference]:
    """A hedge within the words that is gone, or another distance of the writer."""
    if _is_hedged(first) and not _is_hedged(second):
        yield "hedge-lost", first.attribution.content, second.attribution.content
        return
    own = first.attribution.is_own_voice or second.attribution.is_own_voice
    if own or (_is_hedged(first) and _is_hedged(second)):
        return
    one, other = (_STEPS.index(p.attribution.writer_certainty) for p in (first, second))
    if one < other:
        yield "certainty-raised", _act(first), _act(second)
    elif one > other and not _is_hedged(second):
        yield "certainty-lowered", _act(first), _act(second)


def _is_hedged(place: _Place) -> bool:
    pattern = _HEDGES.get(place.document.lang)
    if pattern is not None and pattern.search(place.said):
        return True
    distanced = place.attribution.writer_certainty is WriterCertainty.DISTANCED
    french = place.document.lang == "fr"
    return distanced and french and _HEARSAY.search(place.said) is not None


def _source(first: _Place, second: _Place) -> Iterator[_Difference]:
    one, other = first.attribution, second.attribution
    if second.document.publisher and one.is_own_voice:
        return
    if other.is_own_voice and not one.is_own_voice:
        yield "source-dropped", _act(first), other.content
        return
    # A relay names the outlet whose text it has; that is no other source.
    kinds = {one.source.kind, other.source.kind}
    relay = bool(kinds & OUTLETS) and len(kinds) > 1
    named = one.source.name and other.source.name and one.source.id != other.source.id
    if not named or relay or _speak_for_one(one, other):
        return
    if first.document.lang == second.document.lang or not _is_translated(first, second):
        yield "source-relabelled", one.source.spans, other.source.spans


def _is_translated(first: _Place, second: _Place) -> bool:
    """Whether the words for the source are the same in two languages."""
    said = [p.document.quotes(p.attribution.source.spans) for p in (first, second)]
    rows = vectors(said)
    return float(cosines(rows[:1], rows[1:])[0, 0]) >= _ONE_NAME


def _speak_for_one(one: Attribution, other: Attribution) -> bool:
    """Whether a person and the body they speak for stand for each other."""
    beside = [
        {s.id, *(p.id for p in (s.speaks_for, s.affiliation) if p)}
        for s in (one.source, other.source)
    ]
    return bool((beside[0] & beside[1]) - {None})


def _stance(place: _Place) -> object:
    """The stance as far as it matters here: who supports, supports."""
    stance = place.attribution.stance
    return "supports" if stance in _SUPPORTS else stance


def _amounts(first: _Place, second: _Place) -> Iterator[_Difference]:
    """Numbers and dates that stand on both sides and differ."""
    taken = [tokens(p.said, p.document.lang, gazetteer()) for p in (first, second)]
    for kind, name in ((Kind.NUMBER, "number-changed"), (Kind.DATE, "date-changed")):
        values = [{t.form or f"{t.value:g}" for t in found if t.kind is kind} for found in taken]
        gone, come = values[0] - values[1], values[1] - values[0]
        if gone and come and len(values[0]) == len(values[1]):
            yield name, first.attribution.content, second.attribution.content


def _act(place: _Place) -> tuple[Span, ...]:
    """Source and cue of an attribution; the words of an own-voice sentence."""
    attribution = place.attribution
    if attribution.source.kind is SourceKind.OWN_VOICE or not attribution.cue:
        return attribution.content
    return (*attribution.source.spans, *attribution.cue)


_COPIED: Sequence[_Test] = (_certainty, _source, _stances, _amounts)
"""What can change from copy to copy."""

_RELAYED: Sequence[_Test] = (_certainty, _stances, _amounts)
"""What can change from an outlet's text to the text that cites it: it names the outlet."""
