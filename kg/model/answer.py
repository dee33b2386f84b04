"""What a SPARQL query answers, whichever engine evaluated it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a query.

    Attributes:
        columns: Names of the variables of a SELECT, in order; empty for ASK and CONSTRUCT.
        rows: One tuple a solution, terms in N-Triples syntax, None where unbound.
        truth: The answer of an ASK.
        triples: The graph of a CONSTRUCT or DESCRIBE, as sorted N-Triples lines.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[str, ...] | None = None
