import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import BadQuery
from kg.store.guard import DEEPEST, MOST_BYTES, MOST_OPERATORS, checked

ORDINARY = """
# who says what; no SERVICE is called
PREFIX kg: <https://w3id.org/sourcetrace/ns#>
SELECT DISTINCT ?source (COUNT(?a) AS ?n) WHERE {
  ?a kg:hasSource ?source ; kg:relays*/kg:conveys ?claim .
  OPTIONAL { ?a kg:rule "the \\"service\\" of SERVICE <x>" }
  FILTER(?n < 3 && ?n >= 1 || !BOUND(?m) || ?o IN ("load", 'from', "it's"@en, 1.5e3, ex:a.b))
} GROUP BY ?source ORDER BY DESC(?n) LIMIT 10
"""


def test_an_ordinary_query_passes():
    assert checked(ORDINARY).graphs == ()


def test_from_is_told():
    text = "SELECT * FROM <urn:a> FROM NAMED <urn:b> WHERE { GRAPH ?g { ?s ?p ?o } }"

    assert checked(text).graphs == ("urn:a", "urn:b")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { sErViCe SILENT ?e { ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { SERVICE:y { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://x/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
        'SELECT * { FILTER(?a<#>"""\n 1) SERVICE <http://x/> { ?s ?p ?o } #"""\n }',
        "SELECT * { FILTER(?a<'>...' && 1) SERVICE <http://x/> {} #'\n }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
        "LOAD <http://x/>",
        "SELECT * FROM ex:g { ?s ?p ?o }",
        'SELECT * { ?s ?p "unfinished }',
        "SELECT * { ?s ?p ?o \0 }",
    ],
)
def test_what_reaches_outside_or_hides_is_refused(text):
    with pytest.raises(BadQuery):
        checked(text)


def test_the_limits_are_told():
    with pytest.raises(BadQuery, match="bytes"):
        checked("é" * MOST_BYTES)
    with pytest.raises(BadQuery, match="nested deeper"):
        checked("(" * (DEEPEST + 1))
    with pytest.raises(BadQuery, match="joins"):
        checked("SELECT * { ?s a" + "/a" * (MOST_OPERATORS + 1) + " ?o }")
    with pytest.raises(BadQuery, match="words and signs"):
        checked("SELECT * { VALUES ?x { " + "1 " * 6000 + "} }")


def test_nesting_up_to_the_limit_passes():
    assert checked("SELECT * " + "{" * DEEPEST + "}" * DEEPEST).tokens


MOST = MOST_OPERATORS - 10
# Each kind of repetition, about as much of it as the check lets through, on the engine itself.
REPEATED = [
    "SELECT * { ?s a" + "/a" * MOST + " ?o }",
    "SELECT * { ?s a" + "|a" * MOST + " ?o }",
    "SELECT * { FILTER(1" + "||1" * MOST + ") }",
    "SELECT * { FILTER(1" + "+1" * MOST + ") }",
    "SELECT * { FILTER(" + "!" * MOST + "1) }",
    "SELECT * { {}" + "UNION{}" * MOST + " }",
    "SELECT * { " + "MINUS{}" * MOST + " }",
    "SELECT * {} ORDER BY" + "(1)" * MOST,
    "SELECT * " + "{" * DEEPEST + "}" * DEEPEST,
    "SELECT * { FILTER" + "(" * (DEEPEST - 1) + "1" + ")" * (DEEPEST - 1) + "}",
    "SELECT * { VALUES ?x { " + "1 " * 4_900 + "} }",
    "SELECT (CONCAT(1" + ",1" * 2_000 + ") AS ?x) {}",
]
EVALUATE = """
import json, sys
from pyoxigraph import Store
for text in json.load(sys.stdin):
    list(Store().query(text))
print("alive")
"""


def test_nothing_that_passes_breaks_the_engine():
    for text in REPEATED:
        checked(text)

    done = subprocess.run(
        [sys.executable, "-c", EVALUATE],
        input=json.dumps(REPEATED),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout == "alive\n", done.returncode


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.text("<>#'\"\\ {}()?$:@.service\n", max_size=60))
def test_any_text_is_checked_or_refused(text):
    try:
        tokens = checked(text).tokens
    except BadQuery:
        return
    assert all(text[t.start : t.start + len(t.text)] == t.text for t in tokens)
