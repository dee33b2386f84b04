"""Evaluates SPARQL on quads, and gives the answer in terms that every output can write.

Values are given to variables as terms, never as text. The engine binds only variables that a
SELECT shows; for others a ``VALUES`` block with the term, as the library writes it, is put
first into the pattern.
"""

from collections.abc import Mapping

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from kg.errors import BadQuery
from kg.model import Answer
from kg.store.guard import Checked, checked

Term = NamedNode | BlankNode | Literal | Triple


def answer(quads: Store, text: str, bindings: Mapping[str, str] | None = None) -> Answer:
    """Evaluate a query; where it names no graph, over all graphs together.

    Args:
        quads: What to ask.
        text: SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.
        bindings: Values of variables by name: an IRI, or a term in N-Triples syntax.

    Raises:
        BadQuery: The text does not parse, is not allowed, or a value is no term.
    """
    query = checked(text)
    for graph in query.graphs:
        if not quads.contains_named_graph(_node(graph)):
            raise BadQuery(f"FROM <{graph}>: the store has no such graph")
    given = {name.lstrip("?$"): term(value) for name, value in (bindings or {}).items()}
    try:
        result = quads.query(bound(query, given), use_default_graph_as_union=not query.graphs)
        return _answer(result)
    except SyntaxError as error:
        raise BadQuery(f"the query does not parse: {error}") from error
    except (ValueError, RuntimeError) as error:
        raise BadQuery(f"the query cannot be evaluated: {error}") from error


def bound(query: Checked, values: Mapping[str, Term]) -> str:
    """The text of ``query`` with ``values`` put first into its outermost pattern.

    Raises:
        BadQuery: A variable does not occur in the query.
    """
    if not values:
        return query.text
    known = {token.text[1:] for token in query.tokens if token.kind == "variable"}
    if unknown := sorted(values.keys() - known):
        raise BadQuery(f"the query has no variable ?{unknown[0]}")
    place = _pattern(query)
    block = "".join(f" VALUES ?{name} {{ {values[name]} }}" for name in sorted(values))
    return query.text[:place] + block + query.text[place:]


def term(value: str) -> Term:
    """The RDF term that ``value`` writes: an IRI as it is, or anything in N-Triples syntax.

    Raises:
        BadQuery: It is neither.

    >>> term('"2024-10-01"')
    <Literal value=2024-10-01 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#string>>
    """
    if not value.startswith(('"', "<")):
        return _node(value)
    try:
        triples = list(parse(f"<x:s> <x:p> {value} .", format=RdfFormat.N_TRIPLES))
    except SyntaxError as error:
        raise BadQuery(f"{value!r} is neither an IRI nor a literal: {error}") from error
    if len(triples) != 1 or not isinstance(triples[0].object, NamedNode | Literal):
        raise BadQuery(f"{value!r} is neither an IRI nor a literal")
    return triples[0].object


def _pattern(query: Checked) -> int:
    """Where the outermost pattern begins: behind the first brace that opens no template."""
    words = [token.text.casefold() for token in query.tokens]
    place = words.index("construct") + 1 if "construct" in words else 0
    if words[place : place + 1] == ["{"]:
        # Templates hold no groups: the next brace that closes ends it.
        place = words.index("}", place)
    if "{" not in words[place:]:
        raise BadQuery("values can only be given to a query that has a pattern in braces")
    return query.tokens[words.index("{", place)].start + 1


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise BadQuery(f"{iri!r} is no IRI: {error}") from error


def _answer(result: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    if isinstance(result, QueryBoolean):
        return Answer(truth=bool(result))
    if isinstance(result, QueryTriples):
        return Answer(triples=tuple(sorted({f"{triple} ." for triple in result})))
    columns = tuple(variable.value for variable in result.variables)
    rows = tuple(tuple(_text(value) for value in solution) for solution in result)
    return Answer(columns=columns, rows=rows)


def _text(value: Term | None) -> str | None:
    if isinstance(value, Triple):
        return f"<<( {value} )>>"
    return None if value is None else str(value)
