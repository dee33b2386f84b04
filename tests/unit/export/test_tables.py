"""Answers in the formats of the W3C, and as people read them."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import Graph
from rdflib.query import Result

from kg.errors import InputError, UnknownFormat
from kg.export.tables import FORMATS, formatted, plain
from kg.model import Answer

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
ROWS = Answer(
    columns=("who", "said", "depth"),
    rows=(
        ("<http://example.org/cnn>", '"à plein régime, \\"dit-on\\""@fr', f'"2"^^<{XSD}integer>'),
        ("_:b", None, '"plain"'),
    ),
)
GRAPH = Answer(
    triples=(
        '<urn:a> <https://w3id.org/sourcetrace/ns#byline> "A\\nB" .',
        f"<urn:a> {TYPE} <https://w3id.org/sourcetrace/ns#Document> .",
    )
)
YES = Answer(truth=True)


def test_json_follows_the_sparql_results_format():
    found = json.loads(formatted(ROWS, "json"))

    assert found["head"] == {"vars": ["who", "said", "depth"]}
    assert found["results"]["bindings"] == [
        {
            "who": {"type": "uri", "value": "http://example.org/cnn"},
            "said": {"type": "literal", "value": 'à plein régime, "dit-on"', "xml:lang": "fr"},
            "depth": {"type": "literal", "value": "2", "datatype": f"{XSD}integer"},
        },
        {
            "who": {"type": "bnode", "value": "b"},
            "depth": {"type": "literal", "value": "plain"},
        },
    ]


def test_rdflib_reads_the_json():
    read = Result.parse(io.BytesIO(formatted(ROWS, "json").encode()), format="json")

    assert [len(binding) for binding in read.bindings] == [3, 2]


def test_yes_and_no_have_their_own_json():
    assert json.loads(formatted(YES, "json")) == {"head": {}, "boolean": True}


def test_csv_has_bare_values_and_the_line_ends_of_the_standard():
    text = formatted(ROWS, "csv")

    assert text.endswith("\r\n")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["who", "said", "depth"],
        ["http://example.org/cnn", 'à plein régime, "dit-on"', "2"],
        ["_:b", "", "plain"],
    ]


def test_tsv_keeps_the_terms_in_full():
    assert formatted(ROWS, "tsv").splitlines() == [
        "?who\t?said\t?depth",
        f'<http://example.org/cnn>\t"à plein régime, \\"dit-on\\""@fr\t"2"^^<{XSD}integer>',
        '_:b\t\t"plain"',
    ]


def test_a_table_lines_up():
    assert formatted(Answer(("a", "b"), (('"long one"', '"x"'),)), "table") == (
        "a         b\nlong one  x\n"
    )


def test_a_graph_is_written_as_turtle_that_others_read():
    text = formatted(GRAPH, "turtle")

    assert "<urn:a> a kg:Document ;\n    kg:byline" in text
    assert len(Graph().parse(data=text, format="turtle")) == 2


def test_a_graph_as_table_is_one_line_a_statement():
    assert formatted(GRAPH, "table").splitlines()[0] == (
        "urn:a https://w3id.org/sourcetrace/ns#byline A B"
    )


def test_yes_and_no_as_table_are_words():
    assert formatted(YES, "table") == "yes\n"
    assert formatted(Answer(truth=False), "table") == "no\n"


@pytest.mark.parametrize(
    ("answer", "form"),
    [(ROWS, "turtle"), (GRAPH, "csv"), (GRAPH, "json"), (GRAPH, "tsv"), (YES, "csv")],
)
def test_a_format_that_cannot_hold_the_answer_is_refused(answer, form):
    with pytest.raises(InputError, match=f"{form} cannot hold"):
        formatted(answer, form)


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(UnknownFormat, match="'xml'; formats: table, json, csv, tsv, turtle"):
        formatted(ROWS, "xml")


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"turtle"}))
def test_an_answer_without_rows_still_names_its_columns(form):
    assert "who" in formatted(Answer(columns=("who",)), form)


def test_control_characters_do_not_reach_the_terminal():
    assert plain('"\\u001B[2Jgone\\nnext"') == " [2Jgone next"
    assert plain('"\\u202Eright to left"') == " right to left"


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=50)
def test_any_literal_survives_tsv(value):
    line = formatted(Answer(("x",), ((str(Literal(value)),),)), "tsv").split("\n", 1)[1]

    (quad,) = parse(f"<x:s> <x:p> {line.rstrip(chr(10))} .", format=RdfFormat.N_TRIPLES)

    assert quad.object.value == value
    assert "\t" not in line


def test_a_statement_as_value_is_shown_and_written_out():
    answer = Answer(("t",), (('<<( <urn:a> <urn:p> "b" )>>',),))

    assert json.loads(formatted(answer, "json"))["results"]["bindings"][0]["t"] == {
        "type": "triple",
        "value": {
            "subject": {"type": "uri", "value": "urn:a"},
            "predicate": {"type": "uri", "value": "urn:p"},
            "object": {"type": "literal", "value": "b"},
        },
    }
    assert plain(answer.rows[0][0]) == '<urn:a> <urn:p> "b"'
