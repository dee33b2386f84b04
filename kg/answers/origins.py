"""How many distinct origins stand behind a claim: an interval, never a point.

Readers count five outlets and think of five confirmations. Counted here are the endpoints of
the chains: *resolved* ones answer for the claim under their own name; at an *unresolved* one
(unnamed, an outlet whose own text is not there, implied, unsourced, disowned) the trail ends
without an answer. The lower bound counts different voices that answer for the claim, the
upper bound what the texts show at most. Neither says that they are independent.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.answers.folding import Fold, is_state, side_of
from kg.graph import CitationGraph
from kg.model import (
    OUTLETS,
    RESOLVED,
    AttributionId,
    Chain,
    Folding,
    Interval,
    OriginStatus,
    SourceId,
    Span,
)

# Joint acts of one claim among which the best choice is searched, at most 2^12 tries.
_MOST_TRIED = 12

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
        notes: What else to know, in English.
    """

    source: SourceId
    status: OriginStatus
    members: tuple[SourceId, ...]
    doubtful: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """The distinct origins of a claim under one folding.

    Attributes:
        interval: How many.
        resolved: Those that answer under their own name.
        unresolved: Those where the trail ends.
    """

    interval: Interval
    resolved: tuple[Origin, ...]
    unresolved: tuple[Origin, ...]


def origins(graph: CitationGraph, fold: Folding) -> Origins:
    """Count the distinct origins of the claim that ``graph`` is about.

    Chains that only run into a closed circle have no origin. Copies count once, with the
    source of what they copy. Takes O(n log n) time for n endings; the number of chains plays
    no part.

    >>> origins(CitationGraph({}), Folding.ORGANISATION).interval
    Interval(lower=0, upper=0)
    """
    return _Count(graph, Fold(graph.agents, fold)).origins()


def repeats(graph: CitationGraph) -> frozenset[AttributionId]:
    """Attributions that repeat one by which the original supports or restates the claim.

    What a copy says otherwise than its original counts as usual: there the copying changed it.
    """
    backing = {
        attribution.id
        for account in graph.accounts.values()
        for attribution in (*(way.last for way in account.supporting), *account.restated)
    }
    return frozenset(id_ for id_, copy in graph.copies.items() if copy.of in backing)


class Endings:
    """The endings that count, each with whom it counts as.

    Attributes:
        counted: Endings that are nobody's copy and lie in no closed circle.
        repeated: Copies, each with the ending that it repeats.
    """

    def __init__(self, graph: CitationGraph, fold: Fold) -> None:
        """Sort the endings of ``graph``."""
        self._fold = fold
        ends = [e for e in graph.endings if e.status is not OriginStatus.CIRCULAR]
        ending_of: dict[AttributionId, Chain] = {e.last.id: e for e in ends}
        self.counted: list[Chain] = []
        self.repeated: list[tuple[Chain, Chain]] = []
        self._named_anew: set[Chain] = set()
        repeating = repeats(graph)
        for end in ends:
            if end.last.id not in repeating:
                self.counted.append(end)
                continue
            copy = graph.copies[end.last.id]
            if copy.of not in ending_of:
                # The original goes on in another text, or restates: nothing ends there.
                continue
            original = ending_of[copy.of]
            self.repeated.append((end, original))
            if copy.dated and end.status in RESOLVED and fold.origin(end) != fold.origin(original):
                self._named_anew.add(end)
        self._original = dict(self.repeated)

    def class_of(self, ending: Chain) -> SourceId:
        """Whom the terminal source counts as: of a copy, that of its original."""
        original = self._original.get(ending)
        relabelled = ending in self._named_anew
        return self._fold.origin(original if original and not relabelled else ending)

    def relabels(self, ending: Chain) -> bool:
        """Whether a copy names another source than its original does."""
        return ending in self._named_anew


class _Count:
    """One count in the making."""

    def __init__(self, graph: CitationGraph, fold: Fold) -> None:
        self.graph = graph
        self.fold = fold
        self.endings = Endings(graph, fold)
        self.relabelled = self._relabelled()

    def origins(self) -> Origins:
        groups: dict[SourceId, list[Chain]] = {}
        everything = [*self.endings.counted, *(copy for copy, _ in self.endings.repeated)]
        for end in [*everything, *self.graph.guards]:
            groups.setdefault(self.endings.class_of(end), []).append(end)
        for outlet in self._in_unsure_circles():
            groups.setdefault(self.fold.agent(outlet), [])
        classes = [self._origin(source, ends) for source, ends in groups.items()]
        resolved = tuple(origin for origin in classes if origin.status in RESOLVED)
        unresolved = tuple(origin for origin in classes if origin.status not in RESOLVED)
        lower = self._lower(bool(everything))
        return Origins(Interval(lower, max(lower, len(classes))), resolved, unresolved)

    def _lower(self, supported: bool) -> int:
        sure = [
            end
            for end in self.endings.counted
            if end.status in RESOLVED
            and end not in self.relabelled
            and not self.graph.is_doubtful(end)
        ]
        return self._reduced(sure) or int(supported)

    def _relabelled(self) -> set[Chain]:
        """Endings whose cited text names somebody else: the original's alone is sure."""
        found = set()
        for relabelling in self.graph.relabelled:
            originals = {self.fold.origin(original) for original in relabelling.originals}
            if originals and self.fold.origin(relabelling.told) not in originals:
                found.add(relabelling.told)
        return found

    def _in_unsure_circles(self) -> Iterator[SourceId]:
        """Outlets of closed circles that may be none: each is a dead end, at most."""
        for circle in self.graph.circles:
            if not circle.open and not circle.certain:
                yield from circle.members

    def _origin(self, source: SourceId, ends: Sequence[Chain]) -> Origin:
        order = list(OriginStatus)
        status = min((e.status for e in ends), key=order.index, default=OriginStatus.DEAD_END)
        notes = {
            "its own text is in the corpus": any(
                step.attribution.id in self.graph.own_texts for e in ends for step in e.hops[-1:]
            ),
            "the cited text names another source": any(e in self.relabelled for e in ends),
            "a copy names it, the original another": any(self.endings.relabels(e) for e in ends),
            "one of a circle of unknown order": not ends,
            "only a possible link leads on": bool(ends)
            and all(e in self.graph.guards for e in ends),
        }
        return Origin(
            source=source,
            status=status,
            members=tuple(sorted({e.origin for e in ends} or {source})),
            doubtful=bool(ends) and all(self.graph.is_doubtful(e) for e in ends),
            notes=tuple(note for note, applies in notes.items() if applies),
        )

    def _reduced(self, ends: Iterable[Chain]) -> int:
        """The number of resolved classes that certainly differ.

        A state named as such adds nothing beside one of its own bodies, and sources joined in
        one act add one class, none if a member is already counted.
        """
        class_of = {end: self.endings.class_of(end) for end in ends}
        agents = self.graph.agents
        within = {
            side_of(source, agents)
            for source in class_of.values()
            if not is_state(source, agents) and not self._is_outlet(source)
        }
        acts: dict[Act, set[SourceId]] = {}
        for end, source in class_of.items():
            if not (is_state(source, agents) and source in within):
                acts.setdefault(_act(end), set()).add(source)
        return _separate(acts)

    def _is_outlet(self, source: SourceId) -> bool:
        agent = self.graph.agents.get(source)
        return agent is not None and agent.kind in OUTLETS


def _separate(acts: Mapping[Act, set[SourceId]]) -> int:
    """The most acts of which no two have a source in common.

    Whoever acts alone is counted; joint acts come beside them where all their members are new,
    as many as fit together. That is set packing, NP-hard in general: beyond `_MOST_TRIED` joint
    acts, which no claim of the news has, they are taken in canonical order.
    """
    alone = {source for sources in acts.values() if len(sources) == 1 for source in sources}
    joint = {frozenset(sources) for sources in acts.values() if alone.isdisjoint(sources)}
    ordered = sorted(joint, key=lambda act: (len(act), sorted(act)))
    return len(alone) + _packed(ordered, exact=len(ordered) <= _MOST_TRIED)


def _packed(acts: Sequence[frozenset[SourceId]], *, exact: bool) -> int:
    if not acts:
        return 0
    first, rest = acts[0], acts[1:]
    with_first = 1 + _packed([act for act in rest if first.isdisjoint(act)], exact=exact)
    clash = any(not first.isdisjoint(act) for act in rest)
    return max(with_first, _packed(rest, exact=exact)) if exact and clash else with_first


def _act(chain: Chain) -> Act:
    """What makes two sources joined: one cue and one content in one document."""
    last = chain.steps[-1]
    return last.document, last.attribution.cue, last.attribution.content
