"""Who relies on whom over a whole corpus: the matrix outlet × source, and the unnamed sources.

Both are gathered claim by claim. A row of the matrix says how often one outlet has something
from one source; it says nothing of how a claim came to the source itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.answers.citing import CITES, Reliance, reliances
from kg.answers.coverage import Coverage
from kg.answers.evidence import Json, standing
from kg.graph import Corpus, source_of
from kg.model import (
    AttributionId,
    Chain,
    ClaimId,
    DocumentId,
    Hop,
    OriginStatus,
    SourceId,
    SourceKind,
)


@dataclass(slots=True)
class _Cell:
    """How one outlet relies on one source."""

    cited: dict[AttributionId, None] = field(default_factory=dict)
    claims: dict[ClaimId, None] = field(default_factory=dict)
    taken: dict[ClaimId, None] = field(default_factory=dict)
    documents: dict[DocumentId, None] = field(default_factory=dict)
    example: Hop | None = None

    def add(self, claim: ClaimId, found: Reliance) -> None:
        self.claims[claim] = None
        self.documents[found.hop.document] = None
        self.example = self.example or found.hop
        if found.how == CITES:
            self.cited[found.hop.attribution.id] = None
        else:
            self.taken[claim] = None


class Matrix:
    """The matrix outlet × source, kept as its rows."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._cells: dict[tuple[SourceId, SourceId], _Cell] = defaultdict(_Cell)

    def count(self, coverage: Coverage) -> None:
        """Put the reliances of one claim in. Linear in its attributions."""
        for found in reliances(coverage):
            self._cells[found.outlet, found.source].add(coverage.claim, found)

    def rows(self) -> list[Json]:
        """One a pair, most claims first.

        ``attributions`` counts acts of citing, ``taken_over`` claims that stand in texts printed
        or copied from the source, ``claims`` both.
        """
        order = sorted(
            self._cells.items(), key=lambda row: (-len(row[1].claims), -len(row[1].cited), row[0])
        )
        return [self._row(outlet, source, cell) for (outlet, source), cell in order]

    def _row(self, outlet: SourceId, source: SourceId, cell: _Cell) -> Json:
        corpus = self._corpus
        return {
            "outlet": outlet,
            "outlet_name": name_of(corpus, outlet, None),
            "source": source,
            "name": name_of(corpus, source, cell.example),
            "kind": kind_of(corpus, source, cell.example),
            "attributions": len(cell.cited),
            "taken_over": len(cell.taken),
            "claims": len(cell.claims),
            "documents": named_texts(corpus, cell.documents),
            "evidence": words_of(corpus, cell.example),
        }


@dataclass(slots=True)
class _Unnamed:
    """What rests on one unnamed source."""

    claims: dict[ClaimId, None] = field(default_factory=dict)
    outlets: dict[SourceId, None] = field(default_factory=dict)
    documents: dict[DocumentId, None] = field(default_factory=dict)
    example: Hop | None = None


class Nameless:
    """The unnamed sources, with all that rests on them, over any number of relays."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[SourceId, _Unnamed] = defaultdict(_Unnamed)

    def count(self, coverage: Coverage) -> None:
        """Put in who of one claim's readers rests on an unnamed source.

        Only for claims that have one is the citation graph made. Of too many chains to list,
        those listed are counted.
        """
        accounts = coverage.accounts.values()
        last = [way.steps[-1].attribution.source.kind for a in accounts for way in a.supporting]
        if SourceKind.UNNAMED not in last:
            return
        for chain in coverage.graph.supporting:
            if chain.status is OriginStatus.UNNAMED:
                self._add(coverage, chain)

    def _add(self, coverage: Coverage, chain: Chain) -> None:
        last = chain.hops[-1]
        entry = self._found[source_of(last.attribution, last.document)]
        entry.claims[coverage.claim] = None
        entry.documents[chain.document] = None
        entry.outlets[coverage.accounts[chain.document].publisher] = None
        entry.example = entry.example or last

    def rows(self) -> list[Json]:
        """One a source, those first on which most outlets, then most claims, rest."""
        order = sorted(
            self._found.items(),
            key=lambda item: (
                -len(item[1].outlets),
                -len(item[1].claims),
                -len(item[1].documents),
                item[0],
            ),
        )
        return [self._row(source, entry) for source, entry in order]

    def _row(self, source: SourceId, entry: _Unnamed) -> Json:
        corpus = self._corpus
        return {
            "source": source,
            "name": name_of(corpus, source, entry.example),
            "outlets": [name_of(corpus, outlet, None) for outlet in entry.outlets],
            "claims": len(entry.claims),
            "documents": named_texts(corpus, entry.documents),
            "evidence": words_of(corpus, entry.example),
        }


def name_of(corpus: Corpus, source: SourceId, example: Hop | None) -> str:
    """A source by name, or in the words of a text that cites it."""
    document = corpus.by_document.get(DocumentId(source))
    if document is not None:
        return document.document.publisher or document.document.doc_id
    said = example.attribution.source if example else None
    if example and said and said.spans and said.kind is SourceKind.UNNAMED and not said.name:
        return corpus.by_document[example.document].document.quotes(said.spans)
    agent = corpus.agents.get(source)
    return agent.name if agent else source


def kind_of(corpus: Corpus, source: SourceId, example: Hop | None) -> str:
    """What sort of thing a source is, by what is known of it, or by the words."""
    agent = corpus.agents.get(source)
    if agent:
        return agent.kind.value
    return (example.attribution.source.kind if example else SourceKind.UNNAMED).value


def named_texts(corpus: Corpus, documents: Iterable[DocumentId]) -> list[Json]:
    """Documents as they are named in answers, in canonical order."""
    wanted = set(documents)
    held = ((id_, r.document) for id_, r in corpus.by_document.items() if id_ in wanted)
    return [{"document": id_, "doc_id": document.doc_id} for id_, document in held]


def words_of(corpus: Corpus, example: Hop | None) -> list[Json]:
    """The evidence of one attribution."""
    if example is None:
        return []
    return standing(example.attribution, corpus.by_document[example.document].document)
