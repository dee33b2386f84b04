"""How-provenance: which attributions an answer rests on, together and in turn.

A provenance polynomial [1]_ over attribution tokens: the product along a chain, the sum over
chains. ``a1·a2 + a3`` reads "a1 and a2 together, or a3 alone". Putting a token to zero tells
what is left without it. Denials have a polynomial of their own. Chains are simple paths, so
every product is of distinct tokens and the sum is absorptive. The document's own voice is a
token like any other.

.. [1] T. Green, G. Karvounarakis, V. Tannen, "Provenance Semirings", PODS 2007.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import AttributionId, Chain

MOST_TERMS = 200
"""A longer sum is cut and says so: "… (first 200 of 4096)"."""


def tokens(chains: Iterable[Chain]) -> Mapping[AttributionId, str]:
    """A token for every attribution on the chains: ``a1``, ``a2`` … in the order given."""
    named: dict[AttributionId, str] = {}
    for chain in chains:
        for attribution in chain.tokens:
            named.setdefault(attribution, f"a{len(named) + 1}")
    return named


def polynomial(
    chains: Sequence[Chain], named: Mapping[AttributionId, str], total: int | None = 0
) -> str:
    """The polynomial of ``chains`` as text; the polynomial of nothing is ``0``.

    Args:
        chains: Those that are listed.
        named: The token of every attribution on them.
        total: How many chains there are if they are not all listed; None if nobody can tell.
    """
    terms = list(dict.fromkeys("·".join(named[t] for t in chain.tokens) for chain in chains))
    if not terms:
        return "0"
    shown = terms[:MOST_TERMS]
    written = " + ".join(shown)
    if total is None:
        return written if len(shown) == len(terms) else f"{written} … (first {len(shown)})"
    whole = max(total, len(terms))
    return written if len(shown) == whole else f"{written} … (first {len(shown)} of {whole})"
