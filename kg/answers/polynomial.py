"""How-provenance: which attributions an answer rests on, together and in turn.

A provenance polynomial [1]_ over attribution tokens: the product along a chain, the sum over
chains. ``a1·a2 + a3`` reads "a1 and a2 together, or a3 alone". Setting a token to zero tells
what is left without it. Denials have a polynomial of their own. Chains are simple paths, so
every product is of distinct tokens and the sum is absorptive.

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


def polynomial(chains: Sequence[Chain], named: Mapping[AttributionId, str]) -> str:
    """The polynomial of ``chains`` as text; own voice is the token ``1``, nothing is ``0``."""
    terms = list(dict.fromkeys("·".join(named[t] for t in c.tokens) or "1" for c in chains))
    if not terms:
        return "0"
    shown = " + ".join(terms[:MOST_TERMS])
    more = f" … (first {MOST_TERMS} of {len(terms)})" if len(terms) > MOST_TERMS else ""
    return shown + more
