"""Measures of a corpus: what outlets relay, have from sources of their own, say on nobody's word.

They describe the texts in the store and nothing beyond it: an outlet of which three articles are
held is judged by three articles, so every count comes with its documents. What an outlet took
over from an agency or from another outlet's text is relayed, whoever is cited in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from kg.answers.citing import original_of
from kg.answers.coverage import Coverage, coverages
from kg.answers.evidence import Json
from kg.answers.matrix import Matrix, Nameless, kind_of, name_of, named_texts, words_of
from kg.answers.plurals import plurals
from kg.answers.spread import Delay, spread
from kg.graph import Account, Corpus, Way, publisher_of
from kg.model import OUTLETS, DocumentId, Hop, SourceId

_RELAYED, _DIRECT, _UNSOURCED = "relayed", "directly_sourced", "unsourced"
_FIRST, _SHARED_FIRST, _LATER = "first", "first_or_tied", "later"
_SOURCINGS = (_RELAYED, _DIRECT, _UNSOURCED)
_RACES = (_FIRST, _SHARED_FIRST, _LATER)


def measures(corpus: Corpus) -> Json:
    """The measures of ``corpus``.

    Takes time linear in the contents, plus a citation graph for each claim with an unnamed
    source.

    Returns:
        ``items``: one an outlet, with how many of its claims are ``relayed`` (some source on the
        way is another outlet or agency), ``directly_sourced`` (sources, none of them an outlet)
        and ``unsourced`` (own voice only), with shares that add up to 1; and of the claims that
        it reports beside other outlets, for how many it was ``first``, ``first_or_tied`` (dates
        cannot tell) and ``later``, with the ``median_delay``. ``reliance``: the matrix outlet ×
        source, a row a pair. ``unnamed``: the unnamed sources that most rests on. ``findings``:
        texts whose "sources" turn out to be one.
    """
    ledgers: dict[SourceId, _Ledger] = {}
    matrix, nameless = Matrix(corpus), Nameless(corpus)
    for coverage in coverages(corpus):
        _count_sources(coverage, ledgers)
        _count_races(coverage, ledgers, corpus)
        matrix.count(coverage)
        nameless.count(coverage)
    unknown = [r for r in corpus.readings if publisher_of(r) == SourceId(r.document.id)]
    outlets = [id_ for id_ in ledgers if DocumentId(id_) not in corpus.by_document]
    outlets.sort(key=lambda id_: (-ledgers[id_].claims, id_))
    return {
        "documents": len(corpus.readings),
        "claims": len(corpus.claims),
        "without_publisher": named_texts(corpus, (r.document.id for r in unknown)),
        "items": [_shown(corpus, id_, ledgers[id_]) for id_ in outlets],
        "reliance": matrix.rows(),
        "unnamed": nameless.rows(),
        "findings": plurals(corpus.readings),
    }


@dataclass(slots=True)
class _Tally:
    """How many claims, where they stand, and the first words that show it."""

    claims: int = 0
    documents: dict[DocumentId, None] = field(default_factory=dict)
    example: Hop | None = None

    def add(self, documents: Iterable[DocumentId], example: Hop) -> None:
        self.claims += 1
        self.documents |= dict.fromkeys(documents)
        self.example = self.example or example


@dataclass(slots=True)
class _Ledger:
    """What is counted of one outlet."""

    tallies: dict[str, _Tally] = field(
        default_factory=lambda: {name: _Tally() for name in (*_SOURCINGS, *_RACES)}
    )
    delays: list[Delay] = field(default_factory=list)
    untold: int = 0

    @property
    def claims(self) -> int:
        return sum(self.tallies[name].claims for name in _SOURCINGS)

    @property
    def raced(self) -> int:
        return sum(self.tallies[name].claims for name in _RACES)


# ---- where outlets have it from


def _count_sources(coverage: Coverage, ledgers: dict[SourceId, _Ledger]) -> None:
    """Put one claim on the account of each outlet that carries it."""
    found: dict[SourceId, list[tuple[str, DocumentId, Hop]]] = {}
    for id_, account in coverage.accounts.items():
        if id_ in coverage.superseded:
            continue
        for way in (*account.supporting, *account.others):
            for outlet in dict.fromkeys((account.voice, account.publisher)):
                sourcing = _sourcing(coverage, account, way, outlet)
                found.setdefault(outlet, []).append((sourcing, id_, way.steps[0]))
    for outlet, ways in found.items():
        # One way through another outlet makes the claim relayed, one source makes it sourced.
        sourcing = min((s for s, _, _ in ways), key=_SOURCINGS.index)
        example = next(hop for s, _, hop in ways if s == sourcing)
        ledger = ledgers.setdefault(outlet, _Ledger())
        ledger.tallies[sourcing].add((id_ for _, id_, _ in ways), example)


def _sourcing(coverage: Coverage, account: Account, way: Way, outlet: SourceId) -> str:
    """Where ``outlet`` has from what ``way`` says."""
    if outlet != account.voice or original_of(coverage, account, way):
        return _RELAYED
    others = [hop.attribution.source for hop in way.hops if hop.attribution.source.id != outlet]
    if any(source.kind in OUTLETS for source in others):
        return _RELAYED
    return _DIRECT if others else _UNSOURCED


# ---- who was first


def _count_races(coverage: Coverage, ledgers: dict[SourceId, _Ledger], corpus: Corpus) -> None:
    """Who of several outlets reported the claim first, and how long after it the others did."""
    if len(coverage.accounts) < len(("first", "second")):
        return
    documents = (corpus.by_document[id_].document for id_ in coverage.accounts)
    spreading = spread(coverage, documents)
    if len(spreading.reports) < len(("first", "second")):
        return
    for report in spreading.reports:
        way = coverage.accounts[report.document.id].supporting[0]
        ledger = ledgers.setdefault(report.outlet, _Ledger())
        name = _LATER if not report.is_first else _FIRST if spreading.certain else _SHARED_FIRST
        ledger.tallies[name].add((report.document.id,), way.steps[0])
        if name == _LATER and report.delay is None:
            ledger.untold += 1
        elif name == _LATER and report.delay:
            ledger.delays.append(report.delay)


def _median(delays: list[Delay]) -> Json | None:
    """The median, in hours if all are known to the hour, else in days."""
    if not delays:
        return None
    if all(known.unit == "hours" for known in delays):
        return {"value": round(median(known.value for known in delays), 2), "unit": "hours"}
    return {"value": round(median(known.days for known in delays), 2), "unit": "days"}


# ---- in public


def _shown(corpus: Corpus, outlet: SourceId, ledger: _Ledger) -> Json:
    parts = {name: _counted(corpus, ledger.tallies[name], ledger.claims) for name in _SOURCINGS}
    races = {name: _counted(corpus, ledger.tallies[name], ledger.raced) for name in _RACES}
    documents = (id_ for name in _SOURCINGS for id_ in ledger.tallies[name].documents)
    return {
        "source": outlet,
        "name": name_of(corpus, outlet, None),
        "kind": kind_of(corpus, outlet, None),
        "claims": ledger.claims,
        "documents": named_texts(corpus, documents),
        **parts,
        "shared_claims": ledger.raced,
        **races,
        "median_delay": _median(ledger.delays),
        "delay_unknown": ledger.untold,
    }


def _counted(corpus: Corpus, tally: _Tally, of: int) -> Json:
    """A count with its share of all, its documents, and the first words that show it."""
    return {
        "claims": tally.claims,
        "share": round(tally.claims / of, 4) if of else None,
        "documents": named_texts(corpus, tally.documents),
        "evidence": words_of(corpus, tally.example),
    }
