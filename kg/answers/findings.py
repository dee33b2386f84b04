"""Circular reporting and copies behind one claim, in the public JSON form.

A finding shows the documents and the words that make it; it is reported and never deducted
twice: the origins have already been counted without what it takes away.
"""

from collections.abc import Iterable

from kg.answers.evidence import Json, placed
from kg.graph import CitationGraph
from kg.model import AttributionId, ClaimId, DocumentId, Hop


def circular(graph: CitationGraph, claim: ClaimId) -> list[Json]:
    """Circles of outlets, then texts that rest on later ones, each in canonical order."""
    hop_of = {
        hop.attribution.id: hop
        for stretches in graph.stretches.values()
        for stretch in stretches
        for hop in stretch.hops
    }
    found = [
        _finding(
            "cycle",
            claim,
            {"open": circle.open, "certainty": _certainty(certain=circle.certain)},
            _shown(circle.documents, graph),
            _evidence(circle.attributions, hop_of, graph),
        )
        for circle in graph.circles
    ]
    found += [
        _finding(
            "time-inversion",
            claim,
            {"open": True, "certainty": _certainty(certain=late.certain)},
            _shown((late.citing, late.cited), graph),
            _evidence((late.attribution,), hop_of, graph),
        )
        for late in graph.inversions
    ]
    return found


def copies(graph: CitationGraph) -> list[Json]:
    """Groups of documents that share passages and say the claim."""
    found = []
    for group in graph.ties.copies:
        here = [id_ for id_ in graph.documents if id_ in group.documents]
        if len(here) > 1 and any(id_ in graph.accounts for id_ in here):
            original = _shown((group.original,), graph) if group.original in here else []
            found.append(
                {
                    "type": group.kind.value,
                    "documents": _shown(here, graph),
                    "original": original[0] if original else None,
                }
            )
    return found


def _finding(
    shape: str, claim: ClaimId, said: Json, documents: list[Json], evidence: list[Json]
) -> Json:
    return {"shape": shape, "claim": claim, **said, "documents": documents, "evidence": evidence}


def _certainty(*, certain: bool) -> str:
    return "certain" if certain else "possible"


def _shown(documents: Iterable[DocumentId | None], graph: CitationGraph) -> list[Json]:
    return [{"document": id_, "doc_id": graph.documents[id_].doc_id} for id_ in documents if id_]


def _evidence(
    attributions: Iterable[AttributionId],
    hop_of: dict[AttributionId, Hop],
    graph: CitationGraph,
) -> list[Json]:
    return [span for id_ in attributions if id_ in hop_of for span in placed(hop_of[id_], graph)]
