"""The timeline of a claim: who said what of it, through whom, in the order of publication.

Support, denial, question and retraction stand in one list, each with its words, so that one can
see what was known when. The dates are those of the texts, not of the words that they report. A
text without a date cannot be put in order: it comes last and is marked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.answers.coverage import Coverage, certainty_of, coverage_of
from kg.answers.evidence import Json, about, named, placed
from kg.answers.select import short_id
from kg.answers.spread import Delay, Report, Spread, moment, publication, spread
from kg.graph import Corpus, Way, source_of
from kg.model import (
    OUTLETS,
    AttributionId,
    Chain,
    ClaimId,
    Document,
    Hop,
    Reading,
    SourceId,
)

_CONVEYS, _RESTATES, _RETRACTS = "conveys", "restates", "retracts"
_NOT_CONVEYED = "not-conveyed"
_TAKEN_BACK, _RELIES = "taken-back", "relies-on-retracted"
_DIRECT = "direct"


def timeline(corpus: Corpus, claim: ClaimId) -> Json:
    """Everything that is said of ``claim``, and of all that is equivalent to it, by date.

    Takes O(n log n) time for n attributions that say it, plus what its citation graph takes.

    Args:
        corpus: What is asked.
        claim: Any claim of the class.

    Returns:
        ``items`` holds the events: an attribution or own-voice sentence each, with ``role``
        (``conveys``, ``restates``, ``denies``, ``disputes``, ``contradicts``, ``questions``,
        ``demands``, ``declines``, ``unclear``, ``not-conveyed``, ``retracts``), who said it,
        through whom, and the words. ``first`` names who reported it first, ``outlets`` how long
        after that each outlet did. ``withdrawn`` tells of an event that was taken back, or that
        relies on a text that was.
    """
    found = coverage_of(corpus, claim)
    graph = found.graph
    spreading = spread(found, (graph.documents[id_] for id_ in found.accounts))
    events = sorted(_events(found, corpus), key=lambda e: _place(e, found))
    return {
        "claim": found.claim,
        "short_id": short_id(found.claim)[:8],
        "claims": list(found.members),
        "text": found.text,
        "first": _first(spreading, found),
        "outlets": [_outlet(report, found) for report in spreading.reports],
        "items": [_shown(event, found, spreading) for event in events],
        "notes": list(_notes(spreading, found, events)),
    }


@dataclass(frozen=True, slots=True)
class _Event:
    """One act, or one sentence in a document's own voice.

    Attributes:
        role: What it does to the claim.
        steps: From the outermost source to the one that says it.
        way: The way inside its document; None for a sentence that only restates.
        withdrawn: Whether and how it has been taken back.
    """

    role: str
    steps: tuple[Hop, ...]
    way: Way | None = None
    withdrawn: str | None = None

    @property
    def last(self) -> Hop:
        return self.steps[-1]


def _events(coverage: Coverage, corpus: Corpus) -> Iterator[_Event]:
    taken_back = _withdrawn(coverage)
    for id_, account in coverage.accounts.items():
        ways = (*account.supporting, *account.others)
        for way in ways:
            role = _role(way)
            back = taken_back.get(way.last.id) if way.supports else None
            yield _Event(role, _up_to_speaker(way, role), way, back)
        listed = {step.attribution.id for way in ways for step in way.steps}
        for hop in _own_voice(corpus.by_document[id_], coverage):
            if hop.attribution.id not in listed:
                yield _Event(_RESTATES, (hop,))
    for denial in coverage.graph.denials:
        if denial.relation != _DIRECT:
            yield _Event(denial.relation, denial.chain.steps)


def _role(way: Way) -> str:
    """What a way does to the claim; "X denied that Y said it" does nothing to it."""
    if way.retraction:
        return _RETRACTS
    if way.supports:
        return _CONVEYS
    return way.last.stance.value if way.conveyed else _NOT_CONVEYED


def _up_to_speaker(way: Way, role: str) -> tuple[Hop, ...]:
    """The steps as far as whoever acts: who withdraws a statement acts, not the statement."""
    if role == _RETRACTS and way.retraction:
        return way.steps[: way.steps.index(way.retraction) + 1]
    return way.steps


def _own_voice(reading: Reading, coverage: Coverage) -> Iterator[Hop]:
    """The sentences in which the document itself says the claim, in text order."""
    saying = {c.attribution for c in reading.conveyances if c.claim in coverage.members}
    for attribution in reading.attributions:
        if attribution.is_own_voice and attribution.id in saying:
            yield Hop(reading.document.id, attribution)


def _withdrawn(coverage: Coverage) -> Mapping[AttributionId, str]:
    """What was taken back, and what relies on it, by the attribution that says the claim."""
    accounts = coverage.accounts
    who = {
        source_of(hop.attribution, hop.document)
        for account in accounts.values()
        for way in account.others
        if (hop := way.retraction)
    }
    return {
        chain.last.id: _TAKEN_BACK if _own_statement(chain, who, coverage) else _RELIES
        for chain in coverage.graph.withdrawn
    }


def _own_statement(chain: Chain, who: set[SourceId], coverage: Coverage) -> bool:
    """Whether those who took it back had published it, or had said it themselves."""
    account = coverage.accounts[chain.document]
    if who & {account.voice, account.publisher}:
        return True
    last = chain.steps[-1]
    speaks = last.attribution.source.kind not in OUTLETS
    return speaks and source_of(last.attribution, last.document) in who


# ---- in public


def _place(event: _Event, coverage: Coverage) -> tuple[object, ...]:
    document = coverage.graph.documents[event.last.document]
    said = event.last.attribution
    return *publication(document), said.content[0].start, said.id


def _shown(event: _Event, coverage: Coverage, spreading: Spread) -> Json:
    graph = coverage.graph
    document, last = graph.documents[event.last.document], event.last.attribution
    copy = graph.copies.get(last.id)
    first = {report.document.id for report in spreading.first}
    return about(document) | {
        "undated": moment(document.published) is None,
        "superseded": document.id in coverage.superseded,
        "role": event.role,
        **named(source_of(last, document.id), graph, last),
        "own_voice": last.is_own_voice,
        "through": [
            named(source_of(hop.attribution, hop.document), graph, hop.attribution)
            for hop in event.steps[:-1]
        ],
        "attribution": last.id,
        "stance": last.stance.value,
        "writer_certainty": (certainty_of(event.way) if event.way else last.writer_certainty).value,
        "implied": last.implied,
        "doubtful": last.id in graph.doubtful,
        "first_report": event.role == _CONVEYS and document.id in first,
        "withdrawn": event.withdrawn,
        "copy_of": copy.of if copy else None,
        "quote": document.quotes(last.content),
        "evidence": [span for hop in event.steps for span in placed(hop, graph)],
    }


def _first(spreading: Spread, coverage: Coverage) -> Json | None:
    """Who reported it first; null if no text with a date does."""
    if not spreading.first:
        return None
    return {
        "outlets": [named(report.outlet, coverage.graph) for report in spreading.first],
        "documents": [_named_text(report.document) for report in spreading.first],
        "published": spreading.first[0].document.published,
        "certain": spreading.certain,
    }


def _outlet(report: Report, coverage: Coverage) -> Json:
    return named(report.outlet, coverage.graph) | {
        **_named_text(report.document),
        "published": report.document.published,
        "first": report.is_first,
        "delay": shown_delay(report.delay),
        "evidence": _support(report.document, coverage),
    }


def _support(document: Document, coverage: Coverage) -> list[Json]:
    """The words by which a document reports the claim, the first time that it does."""
    way = coverage.accounts[document.id].supporting[0]
    return [span for step in way.steps for span in placed(step, coverage.graph)]


def shown_delay(known: Delay | None) -> Json | None:
    """A delay with its unit; null if nobody can tell."""
    return {"value": known.value, "unit": known.unit} if known else None


def _named_text(document: Document) -> Json:
    return {"document": document.id, "doc_id": document.doc_id}


def _notes(spreading: Spread, coverage: Coverage, events: list[_Event]) -> Iterator[str]:
    documents = (coverage.graph.documents[e.last.document] for e in events)
    undated = {d.id for d in documents if moment(d.published) is None}
    if undated:
        yield f"{_texts(len(undated))} without a date, listed last: when is unknown"
    if len(spreading.first) > 1:
        yield "who was first is unknown: several outlets reported it on the same date"
    if spreading.first and spreading.undated:
        yield "a text without a date reports it as well and may have been the first"
    if not spreading.reports:
        yield "no text supports the claim"
    if any(event.role == _RETRACTS for event in events):
        yield "somebody took it back: see the events marked as withdrawn"


def _texts(number: int) -> str:
    return "1 text" if number == 1 else f"{number} texts"
