"""What falls with the texts it relies on.

A paper that has it from CNN supports nothing once CNN's text has been withdrawn, or everybody
in it has been set aside: where CNN had it from is known, so the paper is no dead end either.
This runs back over any number of links. A text that is not there at all is another matter:
then nobody knows what the outlet rests on, and it is a dead end.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.graph.accounts import Way
from kg.graph.chains import Stretch, Stretches
from kg.model import DocumentId


@dataclass(frozen=True, slots=True)
class Standing:
    """What still supports the claim.

    Attributes:
        stretches: What chains can run through, by document; documents without any are left out.
        relying: Ways that fell because all the texts that they rest on were withdrawn, or fell
            in turn, in canonical order.
    """

    stretches: Stretches
    relying: tuple[Way, ...]


def standing(stretches: Stretches, withdrawn: Collection[DocumentId]) -> Standing:
    """``stretches`` without those all of whose continuations are gone.

    Texts that lead only into a circle keep each other: that is for `kg.graph.circles` to judge.
    Takes O(n·d) time for n stretches in chains of at most d documents.

    Args:
        stretches: By document, in canonical order.
        withdrawn: Documents in which something was taken back.
    """
    left = dict(stretches)
    tainted = set(withdrawn)
    relying: list[Way] = []
    while gone := {
        id_: [stretch for stretch in own if not _goes_on(stretch, left)]
        for id_, own in left.items()
        if not all(_goes_on(stretch, left) for stretch in own)
    }:
        for id_, fallen in gone.items():
            left[id_] = tuple(stretch for stretch in left[id_] if stretch not in fallen)
            lost = [s.way for s in fallen if not tainted.isdisjoint(s.onward)]
            relying += [way for way in lost if way not in _ways(left[id_])]
            tainted.update(way.document for way in lost)
        left = {id_: own for id_, own in left.items() if own}
    order = {id_: n for n, id_ in enumerate(stretches)}
    in_order = sorted(dict.fromkeys(relying), key=lambda way: order[way.document])
    return Standing(left, tuple(in_order))


def _goes_on(stretch: Stretch, left: Stretches) -> bool:
    return not stretch.onward or any(target in left for target in stretch.onward)


def _ways(stretches: Iterable[Stretch]) -> list[Way]:
    return [stretch.way for stretch in stretches]
