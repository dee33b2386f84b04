import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import BadQuery, QueryTimeout
from kg.store import open_store
from kg.store.guard import checked
from kg.store.sparql import answer, bound, term

S, P, G = (NamedNode(f"urn:{letter}") for letter in "spg")


@pytest.fixture
def quads():
    store = Store()
    store.extend([Quad(S, P, Literal(word), G) for word in ("one", "two")])
    return store


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s WHERE { ?s ?p ?word }",
        "select (count(*) as ?n) { ?s ?p ?word }",
        "ASK { ?s ?p ?word }",
        "CONSTRUCT { ?s ?p ?word } WHERE { ?s ?p ?word }",
        "# { a brace in a comment\nSELECT * WHERE { FILTER(?word != '{') ?s ?p ?word }",
        "SELECT * { { SELECT ?word WHERE { ?s ?p ?word } } }",
        "DESCRIBE ?s WHERE { ?s ?p ?word }",
    ],
)
def test_a_value_narrows_any_kind_of_query(quads, text):
    everything = answer(quads, text)
    found = answer(quads, text, {"word": '"two"'})
    nothing = answer(quads, text, {"word": '"three"'})

    assert nothing != found
    assert everything.rows != nothing.rows or everything != nothing


def test_a_value_of_no_variable_is_refused(quads):
    with pytest.raises(BadQuery, match=r"no variable \?wrod"):
        answer(quads, "SELECT * { ?s ?p ?word }", {"wrod": "urn:x"})
    with pytest.raises(BadQuery, match="pattern in braces"):
        answer(quads, "DESCRIBE ?s", {"s": "urn:x"})


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_any_text_given_as_a_value_is_that_text(words):
    store = Store()
    try:
        store.add(Quad(S, P, Literal(words), G))
    except ValueError:
        return
    value = str(Literal(words))

    assert term(value) == Literal(words)
    assert answer(store, "SELECT ?s { ?s ?p ?o }", {"o": value}).rows == (("<urn:s>",),)
    assert (
        answer(store, "SELECT ?s { ?s ?p ?o }", {"o": '"other words than these, surely"'}).rows
        == ()
    )


def test_binding_changes_nothing_else():
    text = "SELECT * { ?s ?p ?o }"

    assert bound(checked(text), {}) == text
    assert bound(checked(text), {"s": S}) == "SELECT * { VALUES ?s { <urn:s> } ?s ?p ?o }"


ENDLESS = """
SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r }
"""


def test_a_query_that_takes_too_long_is_stopped(folder, numbered):
    with open_store(folder) as store:
        store.put(numbered(1, 5))

        with pytest.raises(QueryTimeout, match="stopped after 2 s"):
            store.query(ENDLESS, seconds=2)
        assert store.query("ASK { ?s ?p ?o }", seconds=30).truth


def test_a_process_of_its_own_gives_the_same_answers(folder, numbered):
    with open_store(folder) as store:
        assert store.query("SELECT * { ?s ?p ?o }", seconds=30).rows == ()
        store.put(numbered(1))
        for text, values in [
            ("SELECT ?s ?o { ?s <https://schema.org/inLanguage> ?o }", {"o": '"en"'}),
            ("ASK { ?s ?p ?o }", {}),
            ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", {}),
            ("SELECT ?s ?x { ?s a ?t OPTIONAL { ?s <urn:none> ?x } } ORDER BY ?s ?t", {}),
        ]:
            assert store.query(text, values, seconds=30) == store.query(text, values)


def test_a_process_of_its_own_refuses_alike(folder, numbered):
    with open_store(folder) as store:
        store.put(numbered(1))
        for text in ("SELECT * { ?s ?p", "SELECT * { SERVICE <http://x/> {} }", "{" * 9_000):
            with pytest.raises(BadQuery):
                store.query(text, seconds=30)
