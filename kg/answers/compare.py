"""Two outlets, or two texts, side by side: what both carry, what only one, and who cites whom.

For each claim that both carry: whom each names for it, how it stands to it, how sure the writers
are, and in what the two differ. A person and the body they speak for are one source here, so that
"the ministry" beside "its spokesman" is no difference.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.answers.citing import COPIES, PRINTS, Reliance, reliances
from kg.answers.coverage import Coverage, certainty_of, coverages
from kg.answers.ends import shown_end, text_of, texts_of
from kg.answers.evidence import Json, about, named, placed
from kg.answers.folding import Fold
from kg.answers.select import short_id
from kg.answers.wording import hedges, numbers
from kg.errors import InputError, UnknownSource
from kg.graph import Corpus, Way, publisher_of, source_of, voice_of
from kg.model import (
    OUTLETS,
    DocumentId,
    Folding,
    Hop,
    Reading,
    SourceId,
    SourceKind,
    earlier,
)

_A, _B, _BOTH = "a", "b", "both"


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two.

    Attributes:
        end: The outlet or the document.
        readings: Its texts, in canonical order.
        names: By whom others cite it: the outlet, or who published and who signed the document.
        is_text: Whether it is one document.
    """

    end: SourceId
    readings: tuple[Reading, ...]
    names: frozenset[SourceId]
    is_text: bool

    @property
    def documents(self) -> frozenset[DocumentId]:
        return frozenset(reading.document.id for reading in self.readings)


def compare(corpus: Corpus, a: SourceId, b: SourceId) -> Json:
    """Outlet or document ``a`` beside ``b``.

    Takes time linear in the contents, plus a citation graph for each claim that one carries.

    Args:
        corpus: What is asked.
        a: IRI of an outlet or of a document.
        b: IRI of another one.

    Returns:
        ``items`` has one entry a claim, those that both carry first, with what each tells and
        the ``differences``: in ``source``, ``stance``, ``certainty``, ``hedges`` and
        ``numbers``, what only one of them has. ``reliance`` says how often, and on which
        claims, each has it from the other.

    Raises:
        InputError: They are one, or one neither publishes nor is a text.
    """
    if a == b:
        raise InputError("name two different outlets or documents; these two are one")
    one, other = _side(corpus, a), _side(corpus, b)
    items: dict[str, list[Json]] = {_BOTH: [], _A: [], _B: []}
    on: dict[str, list[Json]] = {_A: [], _B: []}
    for coverage in coverages(corpus):
        ways = _ways(coverage, one), _ways(coverage, other)
        if not any(ways):
            continue
        item = _item(coverage, ways, (one, other))
        items[item["carried_by"]].append(item)
        for key, who, whom in ((_A, one, other), (_B, other, one)):
            on[key] += _relied(coverage, who, whom)
    return {
        "a": shown_end(corpus, a),
        "b": shown_end(corpus, b),
        "counts": {
            "both": len(items[_BOTH]),
            "only_a": len(items[_A]),
            "only_b": len(items[_B]),
            "differing": sum(bool(item["differences"]) for item in items[_BOTH]),
        },
        "reliance": [_reliance(_A, _B, on[_A]), _reliance(_B, _A, on[_B])],
        "items": [*items[_BOTH], *items[_A], *items[_B]],
        "notes": list(_notes(corpus, (one, other))),
    }


def _side(corpus: Corpus, end: SourceId) -> _Side:
    readings = texts_of(corpus, end)
    if text_of(corpus, end) is not None:
        names = frozenset({publisher_of(readings[0]), voice_of(readings[0])})
        return _Side(end, readings, names, is_text=True)
    agent = corpus.agents.get(end)
    if not readings and (agent is None or agent.kind not in OUTLETS):
        name = agent.name if agent else end
        raise UnknownSource(
            f"{name!r} is no outlet and no document; kg outlets and kg documents list them"
        )
    return _Side(end, readings, frozenset({end}), is_text=False)


def _ways(coverage: Coverage, side: _Side) -> tuple[Way, ...]:
    """All that the texts of one side say of the claim; of an outlet's text the latest version."""
    dropped = () if side.is_text else coverage.superseded
    here = (id_ for id_ in coverage.accounts if id_ in side.documents and id_ not in dropped)
    accounts = (coverage.accounts[id_] for id_ in here)
    return tuple(way for account in accounts for way in (*account.supporting, *account.others))


def _item(
    coverage: Coverage, ways: tuple[tuple[Way, ...], tuple[Way, ...]], sides: tuple[_Side, _Side]
) -> Json:
    both = all(ways)
    return {
        "claim": coverage.claim,
        "short_id": short_id(coverage.claim)[:8],
        "text": coverage.text,
        "carried_by": _BOTH if both else _A if ways[0] else _B,
        "a": [_told(way, coverage) for way in ways[0]],
        "b": [_told(way, coverage) for way in ways[1]],
        "differences": list(_differences(coverage, ways, sides)) if both else [],
    }


def _told(way: Way, coverage: Coverage) -> Json:
    """One way in which a text tells the claim."""
    graph, last = coverage.graph, way.steps[-1]
    document = graph.documents[last.document]
    said = document.quotes(last.attribution.content)
    return about(document) | {
        **named(source_of(last.attribution, last.document), graph, last.attribution),
        "own_voice": last.attribution.is_own_voice,
        "through": [
            named(source_of(hop.attribution, hop.document), graph, hop.attribution)
            for hop in way.steps[:-1]
        ],
        "attribution": last.attribution.id,
        "stance": last.attribution.stance.value,
        "conveyed": way.conveyed,
        "writer_certainty": certainty_of(way).value,
        "hedges": list(hedges(said, document.lang)),
        "numbers": list(numbers(said, document.lang)),
        "quote": said,
        "evidence": [span for step in way.steps for span in placed(step, graph)],
    }


# ---- differences

_Trait = tuple[str, str, Hop]
"""What is compared, how it is shown, and where it can be seen."""


def _differences(
    coverage: Coverage, ways: Sequence[Sequence[Way]], sides: Sequence[_Side]
) -> Iterator[Json]:
    """In what the two differ: of each kind, what one has and the other has not."""
    neither = frozenset().union(*(side.names for side in sides))
    traits: dict[str, Callable[[Way], Iterable[_Trait]]] = {
        "source": lambda way: _sources(way, coverage, neither),
        "stance": lambda way: [_trait(way.last.stance.value, way.steps[-1])],
        "certainty": lambda way: [_trait(certainty_of(way).value, way.steps[0])],
        "hedges": lambda way: _words(way, coverage, hedges),
        "numbers": lambda way: _words(way, coverage, numbers),
    }
    for kind, traits_of in traits.items():
        has = [[trait for way in side for trait in traits_of(way)] for side in ways]
        keys = [{key for key, _, _ in side} for side in has]
        only = [
            [trait for trait in side if trait[0] not in known]
            for side, known in zip(has, reversed(keys), strict=True)
        ]
        if any(only):
            hops = dict.fromkeys(hop for side in only for _, _, hop in side)
            yield {
                "type": kind,
                "a": list(dict.fromkeys(shown for _, shown, _ in only[0])),
                "b": list(dict.fromkeys(shown for _, shown, _ in only[1])),
                "evidence": [span for hop in hops for span in placed(hop, coverage.graph)],
            }


def _trait(value: str, hop: Hop) -> _Trait:
    return value, value, hop


def _sources(way: Way, coverage: Coverage, neither: frozenset[SourceId]) -> Iterator[_Trait]:
    """Whom a way names, but for the two that are compared: that is reliance."""
    fold = Fold(coverage.graph.agents, Folding.ORGANISATION)
    for hop in way.hops:
        source = source_of(hop.attribution, hop.document)
        nameless = hop.attribution.source.kind is SourceKind.UNNAMED
        if source not in neither and not nameless:
            name = named(source, coverage.graph, hop.attribution)["name"]
            yield fold.hop(hop), str(name), hop


def _words(
    way: Way, coverage: Coverage, found_in: Callable[[str, str], Iterable[str]]
) -> Iterator[_Trait]:
    last = way.steps[-1]
    document = coverage.graph.documents[last.document]
    for word in found_in(document.quotes(last.attribution.content), document.lang):
        yield _trait(word, last)


# ---- reliance


def _relied(coverage: Coverage, who: _Side, whom: _Side) -> Iterator[Json]:
    """Each act by which ``who`` has the claim from ``whom``."""
    graph = coverage.graph
    for found in reliances(coverage):
        here = found.hop.document in who.documents and found.outlet in who.names
        if here and found.source in whom.names and _leads_to(coverage, found, whom):
            document = graph.documents[found.hop.document]
            yield about(document) | {
                "claim": coverage.claim,
                "short_id": short_id(coverage.claim)[:8],
                "text": coverage.text,
                "how": found.how,
                "attribution": found.hop.attribution.id,
                "stance": found.hop.attribution.stance.value,
                "evidence": placed(found.hop, graph),
            }


def _leads_to(coverage: Coverage, found: Reliance, whom: _Side) -> bool:
    """Whether it may rest on that very text: one that says the claim and is not later."""
    if not whom.is_text:
        return True
    documents = coverage.graph.documents
    citing = documents[found.hop.document].published
    cited = (documents[id_] for id_ in whom.documents if id_ in coverage.accounts)
    return any(earlier(citing, document.published) is not True for document in cited)


def _reliance(by: str, on: str, found: Sequence[Json]) -> Json:
    cited = {entry["attribution"] for entry in found if entry["how"] not in {PRINTS, COPIES}}
    return {
        "by": by,
        "on": on,
        "attributions": len(cited),
        "claims": len({entry["claim"] for entry in found}),
        "items": list(found),
    }


def _notes(corpus: Corpus, sides: Iterable[_Side]) -> Iterator[str]:
    for side in sides:
        if not side.readings:
            name = corpus.agents[side.end].name
            yield f"no text of {name} is in the store: what it carries itself is unknown"
