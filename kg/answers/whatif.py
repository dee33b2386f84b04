"""What if: the same question with a source set aside, or asked on an earlier day.

Setting a source aside puts its tokens to zero: every chain that runs through it falls, also
those whose outer relay is still there, and an outlet's own documents fall with it. Claims,
copies and sources are held fixed meanwhile, so a headline that restated an attributed claim
does not turn into an origin of its own.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.answers.folding import Agents, Fold, side_in, side_of
from kg.answers.policy import Policy
from kg.graph import Aside, publisher_of, source_of, voice_of
from kg.model import (
    OUTLETS,
    Attribution,
    AttributionId,
    DocumentId,
    Hop,
    Reading,
    SourceId,
    earlier,
    is_date,
)


def set_aside(readings: Sequence[Reading], policy: Policy) -> Aside:
    """The attributions and documents that do not count under ``policy``. Linear in both."""
    if not policy.ignore:
        return Aside()
    agents = {agent.id: agent for reading in readings for agent in reading.agents}
    judge = _Judge(agents, policy)
    attributions: set[AttributionId] = set()
    documents: set[DocumentId] = set()
    for reading in readings:
        document = reading.document.id
        if any(judge.drops(source) for source in (publisher_of(reading), voice_of(reading))):
            documents.add(document)
        attributions.update(a.id for a in reading.attributions if judge.silences(a, document))
    return Aside(frozenset(attributions), frozenset(documents))


def until(readings: Iterable[Reading], as_of: str | None) -> tuple[Sequence[Reading], int]:
    """Readings of what was published by ``as_of``, and how many undated ones were left out.

    Dates are compared at the coarser precision of the two, so a document dated ``2024-10`` is
    in as of ``2024-10-03``. What is no date counts as none.
    """
    given = tuple(readings)
    if as_of is None:
        return given, 0
    dated = [r for r in given if is_date(r.document.published or "")]
    return (
        tuple(r for r in dated if not earlier(as_of, r.document.published)),
        len(given) - len(dated),
    )


class _Judge:
    """Knows whose word is set aside."""

    def __init__(self, agents: Agents, policy: Policy) -> None:
        self.agents = agents
        self.ignored = policy.ignore
        self.fold = Fold(agents, policy.fold)
        self.sides = frozenset(self._sides()) if policy.side else frozenset()

    def _sides(self) -> Iterator[SourceId]:
        for source in self.ignored:
            side = side_of(source, self.agents)
            if side:
                yield side

    def silences(self, attribution: Attribution, document: DocumentId) -> bool:
        """Whether the source is ignored, counts as an ignored one, or is on its side."""
        source = source_of(attribution, document)
        if {source, self.fold.hop(Hop(document, attribution))} & self.ignored:
            return True
        return bool(self.sides) and side_in(attribution, source, self.agents) in self.sides

    def drops(self, publisher: SourceId) -> bool:
        """Whether what ``publisher`` publishes falls with it."""
        if {publisher, self.fold.agent(publisher)} & self.ignored:
            return True
        agent = self.agents.get(publisher)
        is_outlet = agent is not None and agent.kind in OUTLETS
        return is_outlet and side_of(publisher, self.agents) in self.sides
