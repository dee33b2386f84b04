"""Judgements as quads and back: what a reviewer decided, when, about what and why.

A newsroom can see who overruled the machine, and can put one reviewer's word aside to see what
the answers are without it: each reviewer has a graph. The time is what the reviewer gave, as a
string, so that no clock enters and no store rewrites it.
"""

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.errors import InputError
from kg.model import Judgement, JudgementId, JudgementKind, Names
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import reviewer_graph
from kg.rdf.mapping.draft import Draft, in_order
from kg.rdf.mapping.facts import Facts


def judgement_quads(judgement: Judgement, names: Names) -> list[Quad]:
    """One judgement as quads of its reviewer's graph, sorted.

    Raises:
        InputError: A string holds half a surrogate pair, or an identifier is no IRI: neither
            has a place in RDF.
    """
    draft = Draft(reviewer_graph(names, judgement.reviewer))
    try:
        _write(draft, judgement)
    except ValueError as error:
        raise InputError(f"{judgement.id}: cannot be written as RDF: {error}") from error
    return in_order(draft.quads)


def read_judgements(quads: Iterable[Quad]) -> tuple[Judgement, ...]:
    """The judgements of one or more reviewers, sorted by time, then id.

    Args:
        quads: Graphs of reviewers, in any order; quads of other graphs do no harm.

    Raises:
        InvalidGraph: Something that a judgement needs is missing or has no meaning.
    """
    facts = Facts(quads)
    nodes = facts.subjects(kg.TYPE, kg.JUDGEMENT.value)
    found = (_read(facts, node) for node in nodes)
    return tuple(sorted(found, key=lambda judgement: (judgement.made, judgement.id)))


def _write(draft: Draft, judgement: Judgement) -> None:
    node = judgement.id
    draft.types(node, [kg.JUDGEMENT])
    draft.concept(node, kg.HAS_JUDGEMENT_KIND, judgement.kind)
    draft.text(node, kg.REVIEWER, judgement.reviewer)
    draft.text(node, kg.DATE_CREATED, judgement.made)
    draft.several(node, kg.CONCERNS, judgement.targets)
    draft.fields(node, judgement.values)
    draft.text(node, kg.RATIONALE, judgement.rationale)


def _read(facts: Facts, node: str) -> Judgement:
    return Judgement(
        id=JudgementId(node),
        kind=facts.value(JudgementKind, node, kg.HAS_JUDGEMENT_KIND),
        reviewer=facts.need_text(node, kg.REVIEWER),
        made=facts.need_text(node, kg.DATE_CREATED),
        targets=tuple(facts.several(node)),
        values=facts.fields(node),
        rationale=facts.text(node, kg.RATIONALE),
    )
