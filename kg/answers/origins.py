"""How many distinct origins stand behind a claim: an interval, never a point.

Readers count five outlets and think of five confirmations. Counted here are the endpoints of
the chains: *resolved* ones answer for the claim under their own name; at an *unresolved* one
(unnamed, an outlet whose own text is not there, implied, unsourced, disowned) the trail ends
without an answer. The lower bound counts different voices that answer for the claim, the
upper bound what the texts show at most. Neither says that they are independent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.answers.folding import folded, side
from kg.graph import ACCEPTANCE, CitationGraph
from kg.model import (
    RESOLVED,
    Chain,
    Folding,
    Interval,
    OriginStatus,
    SourceId,
    SourceKind,
    Span,
)

Act = tuple[str, tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """A class of terminal sources that count as one.

    Attributes:
        source: Whom it counts as.
        status: The best status among its chains.
        members: The terminal sources that it unites, sorted.
        doubtful: Whether it rests only on what nobody has reviewed below the acceptance
            threshold; it then counts in the upper bound alone.
    """

    source: SourceId
    status: OriginStatus
    members: tuple[SourceId, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Origins:
    """The distinct origins of a claim under one folding."""

    interval: Interval
    resolved: tuple[Origin, ...]
    unresolved: tuple[Origin, ...]


def origins(graph: CitationGraph, chains: Sequence[Chain], fold: Folding) -> Origins:
    """Count the distinct origins of the supporting ``chains``.

    Linear in the chains but for sorting. Chains that only run into a closed circle have no
    origin and count for nothing.

    Args:
        graph: Knows the agents.
        chains: Supporting chains, after what the asker sets aside has been left out.
        fold: Which sources count as one.
    """
    counted = [c for c in chains if c.status is not OriginStatus.CIRCULAR]
    classes = _classes(graph, counted, fold, resolved=True)
    named = {origin.source for origin in classes}
    open_ends = [
        origin
        for origin in _classes(graph, counted, fold, resolved=False)
        if origin.source not in named
    ]
    sure = [c for c in counted if c.status in RESOLVED and not doubtful(c)]
    lower = _reduced(graph, sure, fold) or (1 if counted else 0)
    upper = max(lower, len(classes) + len(open_ends))
    return Origins(Interval(lower, upper), tuple(classes), tuple(open_ends))


def doubtful(chain: Chain) -> bool:
    """Whether some stated hop lies below the acceptance threshold."""
    return any(
        hop.attribution.confidence < ACCEPTANCE and not hop.attribution.implied
        for hop in chain.hops
    )


def _classes(
    graph: CitationGraph, chains: Iterable[Chain], fold: Folding, *, resolved: bool
) -> list[Origin]:
    groups: dict[SourceId, list[Chain]] = {}
    for chain in chains:
        if (chain.status in RESOLVED) == resolved:
            groups.setdefault(folded(chain, graph, fold), []).append(chain)
    order = list(OriginStatus)
    return [
        Origin(
            source=source,
            status=min((c.status for c in group), key=order.index),
            members=tuple(sorted({c.origin for c in group})),
            doubtful=all(doubtful(c) for c in group),
        )
        for source, group in groups.items()
    ]


def _reduced(graph: CitationGraph, chains: Sequence[Chain], fold: Folding) -> int:
    """The number of resolved classes that certainly differ.

    A state named as such adds nothing beside one of its own bodies, and sources joined in one
    act add one class, none if a member is already counted.
    """
    class_of = {c: folded(c, graph, fold) for c in chains}
    spoken_for = {
        side(source, graph) for source in class_of.values() if not _is_state(source, graph)
    }
    kept = [c for c in chains if not (_is_state(class_of[c], graph) and class_of[c] in spoken_for)]
    acts: dict[Act, list[SourceId]] = {}
    for chain in kept:
        acts.setdefault(_act(chain), []).append(class_of[chain])
    counted: set[SourceId] = set()
    total = 0
    for sources in sorted(acts.values(), key=lambda act: (len(set(act)), sorted(act))):
        if counted.isdisjoint(sources):
            total += 1
        counted.update(sources)
    return total


def _is_state(source: SourceId, graph: CitationGraph) -> bool:
    agent = graph.agents.get(source)
    return agent is not None and agent.kind is SourceKind.STATE


def _act(chain: Chain) -> Act:
    """What makes two sources joined: one cue and one content in one document."""
    last = chain.hops[-1]
    return last.document, last.attribution.cue, last.attribution.content
