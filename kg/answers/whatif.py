"""What if: the same question with a source set aside, or asked on an earlier day.

Setting a source aside sets its tokens to zero: every chain that passes through it falls, also
those whose outer relay is still there. Claims and sources are held fixed meanwhile, so a
headline that restated an attributed claim does not turn into an origin of its own.
"""

from collections.abc import Iterable, Sequence

from kg.answers.folding import side, side_of
from kg.answers.policy import Policy
from kg.graph import CitationGraph
from kg.model import Chain, Reading, SourceId


def kept(graph: CitationGraph, chains: Iterable[Chain], policy: Policy) -> list[Chain]:
    """The chains that stand without the sources that ``policy`` sets aside."""
    if not policy.ignore:
        return list(chains)
    sides = {side(source, graph) or source for source in policy.ignore} if policy.side else set()
    return [chain for chain in chains if not _falls(chain, graph, policy, sides)]


def until(readings: Iterable[Reading], as_of: str | None) -> tuple[Sequence[Reading], int]:
    """Readings of what was published by ``as_of``, and how many undated ones were left out.

    Dates are compared at the coarser precision of the two, so a document dated ``2024-10`` is
    in as of ``2024-10-03``.
    """
    if as_of is None:
        return tuple(readings), 0
    dated = [(r.document.published, r) for r in readings]
    undated = sum(1 for published, _ in dated if not published)
    return tuple(r for published, r in dated if published and _by(published, as_of)), undated


def _by(published: str, as_of: str) -> bool:
    precision = min(len(published), len(as_of))
    return published[:precision] <= as_of[:precision]


def _falls(chain: Chain, graph: CitationGraph, policy: Policy, sides: set[SourceId]) -> bool:
    sources = {hop.attribution.source.id for hop in chain.hops} | {chain.origin}
    sources.add(graph.publishers[chain.document])
    if sources & policy.ignore:
        return True
    if not sides:
        return False
    on = {side(source, graph) for source in sources if source} | {side_of(chain, graph)}
    return bool(on & sides)
