"""Who denies a claim, and what that makes of it.

A denial targets the proposition in its content. It is *direct* if that is the same claim.
Otherwise a claim relation ties it to this one, with a confidence and for anybody to review:
whoever denies that there is an arms trade *disputes* that shells were used, and refutes
nothing; whoever says what *contradicts* the claim denies it. To decline, or to say nothing,
is no denial, and "X denied that Y said P" is about the saying.
"""

from kg.graph import ACCEPTANCE, CitationGraph
from kg.model import ClaimStatus, RelationKind


def status_of(graph: CitationGraph) -> ClaimStatus:
    """Belnap's four values [1]_, of what is *said*; never whether it is true.

    To dispute is enough to contest what somebody supports, and not enough to deny. A relation
    between claims below the acceptance threshold is shown as a doubtful denial and decides
    nothing.

    .. [1] N. Belnap, "A Useful Four-Valued Logic", in: Modern Uses of Multiple-Valued Logic,
       1977.
    """
    denials = [denial for denial in graph.denials if denial.confidence >= ACCEPTANCE]
    if graph.supporting and denials:
        return ClaimStatus.CONTESTED
    if graph.supporting:
        return ClaimStatus.SUPPORTED
    if any(denial.relation != RelationKind.DISPUTES for denial in denials):
        return ClaimStatus.DENIED
    return ClaimStatus.UNADDRESSED
