"""What people think of a claim and of those it comes from: the Admiralty code, two axes apart.

Ratings are judgements with a name, a date and a reason. All that stand are shown, each
reviewer's last word on a thing; none is computed, and none is ever averaged with another.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.answers.evidence import named
from kg.answers.fixes import SOURCE_GRADES
from kg.graph import ACCEPTANCE, CitationGraph, source_of
from kg.model import Chain, ClaimId, DocumentId, Judgement, JudgementKind, SourceId


@dataclass(frozen=True, slots=True)
class Rating:
    """One grade of one person.

    Attributes:
        target: The source or the claim.
        name: What it is called.
        axis: ``source`` (A to F) or ``information`` (1 to 6).
        grade: As given; F and 6 say that nobody can tell, and count as no rating.
        reviewer: Who gave it.
        made: When, as given.
        rationale: Why.
    """

    target: str
    name: str
    axis: str
    grade: str
    reviewer: str
    made: str
    rationale: str | None = None


def ratings(graph: CitationGraph, judgements: Iterable[Judgement]) -> tuple[Rating, ...]:
    """The ratings of whom and of what ``graph`` is about: sources first, then claims, by time.

    Args:
        graph: Everybody on its chains and denials counts, and who published its documents.
        judgements: Those that stand, by time.
    """
    sources, claims = _sources(graph), _claims(graph)
    last: dict[tuple[str, str], Rating] = {}
    for judgement in judgements:
        if judgement.kind is not JudgementKind.RATE:
            continue
        grade, target = judgement.value("rating") or "", judgement.targets[0]
        of_source = grade in SOURCE_GRADES
        if target in (sources if of_source else claims):
            name = named(SourceId(target), graph)["name"] if of_source else _words(target, graph)
            axis = "source" if of_source else "information"
            signed = judgement.reviewer, judgement.made, judgement.rationale
            last[target, judgement.reviewer] = Rating(target, name, axis, grade, *signed)
    return tuple(sorted(last.values(), key=_place))


def independent(
    graph: CitationGraph,
    claims: Collection[ClaimId],
    judgements: Iterable[Judgement],
    class_of: Mapping[ClaimId, ClaimId],
) -> Judgement | None:
    """The last judgement that the origins of ``claims`` are independent of each other.

    Who judged one claim has not judged the union of two: every claim asked about must be among
    its targets, or be the same as one of them.
    """
    wanted = {class_of.get(claim, claim) for claim in claims}
    known = _claims(graph)
    found = None
    for judgement in judgements:
        if judgement.kind is JudgementKind.INDEPENDENT:
            on = {ClaimId(t) for t in judgement.targets if t in known}
            if wanted <= {class_of.get(claim, claim) for claim in on}:
                found = judgement
    return found


def _place(rating: Rating) -> tuple[str, ...]:
    return "source" if rating.axis == "source" else "~", rating.target, rating.made, rating.reviewer


def _claims(graph: CitationGraph) -> frozenset[str]:
    """The claims that are certainly what is asked about."""
    return frozenset(claim for claim, sure in graph.claims.items() if sure >= ACCEPTANCE)


def _sources(graph: CitationGraph) -> frozenset[str]:
    return frozenset(
        {source for chain in _chains(graph) for source in _on(chain)}
        | {publisher for id_, publisher in graph.publishers.items() if _counts(id_, graph)}
    )


def _counts(document: DocumentId, graph: CitationGraph) -> bool:
    return document not in graph.aside.documents


def _chains(graph: CitationGraph) -> Iterator[Chain]:
    yield from graph.supporting
    yield from (denial.chain for denial in graph.denials)


def _on(chain: Chain) -> Iterator[SourceId]:
    yield chain.origin
    yield from (source_of(step.attribution, step.document) for step in chain.steps)


def _words(claim: str, graph: CitationGraph) -> str:
    """The first wording of a claim; what is attributed goes before own voice."""
    ways = (way for account in graph.accounts.values() for way in account.supporting)
    others = (way for account in graph.accounts.values() for way in account.others)
    for way in (*ways, *others):
        if claim in way.claims:
            return " ".join(graph.documents[way.document].quotes(way.last.content).split())
    return claim
