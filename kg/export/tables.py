"""Answers of queries in the formats that people and programs read.

SELECT and ASK answers follow the W3C's *SPARQL 1.1 Query Results JSON Format* and *CSV and TSV
Formats*; graphs (CONSTRUCT, DESCRIBE) are written as Turtle.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from kg.errors import InputError, UnknownFormat
from kg.export.statements import Term
from kg.export.statements import term as _term
from kg.export.turtle import turtle
from kg.model import Answer

FORMATS = ("table", "json", "csv", "tsv", "turtle")
"""Forms that an answer can take."""

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def formatted(answer: Answer, form: str) -> str:
    """``answer`` as text that ends in a line feed.

    Args:
        answer: Of any kind of query.
        form: One of `FORMATS`. ``table`` is for people: columns side by side, IRIs bare.

    Raises:
        UnknownFormat: ``form`` is no format.
        InputError: The format cannot hold this kind of answer: rows as Turtle, a graph as CSV.

    >>> print(formatted(Answer(("who",), (('"Reuters"',), (None,))), "tsv"), end="")
    ?who
    "Reuters"
    <BLANKLINE>
    """
    if form not in FORMATS:
        raise UnknownFormat(f"no answer is written as {form!r}; formats: {', '.join(FORMATS)}")
    if answer.triples is not None:
        return _graph(answer.triples, form)
    if answer.truth is not None:
        return _truth(form, holds=answer.truth)
    return _rows(answer, form)


def plain(term: str | None) -> str:
    """A term in N-Triples syntax as people read it: no quotes, no brackets, no datatype.

    Control characters become spaces, so that a hostile text cannot move the cursor.

    >>> plain('"à plein régime"@fr'), plain("<http://example.org/a>"), plain(None)
    ('à plein régime', 'http://example.org/a', '')
    """
    if term is None:
        return ""
    shown = _value(_term(term))
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cf"} else c for c in shown)


def _graph(triples: Iterable[str], form: str) -> str:
    if form not in {"table", "turtle"}:
        raise InputError(f"this query gives a graph, which {form} cannot hold; take turtle")
    if form == "turtle":
        return turtle(parse("\n".join(triples), format=RdfFormat.N_TRIPLES))
    return "".join(f"{' '.join(_parts(line))}\n" for line in triples)


def _parts(line: str) -> list[str]:
    (quad,) = parse(line, format=RdfFormat.N_TRIPLES)
    return [plain(str(part)) for part in (quad.subject, quad.predicate, quad.object)]


def _truth(form: str, *, holds: bool) -> str:
    if form == "json":
        return _json({"head": {}, "boolean": holds})
    if form == "table":
        return "yes\n" if holds else "no\n"
    raise InputError(f"this query answers yes or no, which {form} cannot hold; take json")


def _rows(answer: Answer, form: str) -> str:
    if form == "turtle":
        raise InputError("this query gives rows, which turtle cannot hold; take json, csv or tsv")
    writers = {"json": _as_json, "csv": _as_csv, "tsv": _as_tsv, "table": _as_table}
    return writers[form](answer)


def _as_json(answer: Answer) -> str:
    bindings = [
        {
            column: _json_term(_term(term))
            for column, term in zip(answer.columns, row, strict=True)
            if term is not None
        }
        for row in answer.rows
    ]
    return _json({"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}})


def _json(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {
            name: _json_term(part)
            for name, part in zip(("subject", "predicate", "object"), term, strict=True)
        }
        return {"type": "triple", "value": parts}
    shown: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        shown["xml:lang"] = term.language
    elif term.datatype.value != _XSD_STRING:
        shown["datatype"] = term.datatype.value
    return shown


def _as_csv(answer: Answer) -> str:
    """RFC 4180, as the standard demands: CRLF, bare IRIs, values without their types."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow("" if term is None else _value(_term(term)) for term in row)
    return out.getvalue()


def _as_tsv(answer: Answer) -> str:
    """Terms in full, in Turtle's syntax, which N-Triples is a part of."""
    lines = ["\t".join(f"?{column}" for column in answer.columns)]
    lines += ["\t".join(term or "" for term in row) for row in answer.rows]
    return "".join(f"{line}\n" for line in lines)


def _as_table(answer: Answer) -> str:
    cells = [list(answer.columns), *([plain(term) for term in row] for row in answer.rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(answer.columns))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in cells)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _value(term: Term) -> str:
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    return str(term) if isinstance(term, Triple) else term.value
