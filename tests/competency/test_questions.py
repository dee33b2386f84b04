"""Every shipped question has hand-checked answers, and two engines agree on them."""

import csv
import re
from pathlib import Path

import pytest

from kg.queries import Query, shipped
from kg.store.guard import checked

# Of rdflib's own making: it reads N-Quads by way of names that it is giving up.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|Conj):DeprecationWarning:rdflib")

HERE = Path(__file__).parent
QUESTIONS = shipped()
PATH = re.compile(r"[\w>)][*+](?=[\s)])")


def table(name: str) -> tuple[list[str], list[tuple[str, ...]]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, [tuple(row) for row in rows]


def select(query: Query) -> list[str]:
    return [t.text.casefold() for t in checked(query.text).tokens if t.kind == "word"]


@pytest.mark.parametrize("query", QUESTIONS, ids=lambda query: query.name)
def test_both_engines_give_the_expected_rows_in_order(query, asked):
    expected = table(query.name)

    # Oxigraph first: it says at once what is wrong, where rdflib may take its time.
    assert asked.by_oxigraph(query) == expected
    assert asked.by_rdflib(query) == expected


@pytest.mark.parametrize("query", QUESTIONS, ids=lambda query: query.name)
def test_the_columns_are_those_that_the_header_explains(query, asked):
    columns, _ = asked.by_oxigraph(query)

    assert [c.name for c in query.columns] == (columns if "select" in select(query) else [])


@pytest.mark.parametrize("query", QUESTIONS, ids=lambda query: query.name)
def test_the_header_is_complete_in_both_languages(query):
    assert all((query.title, query.title_fr, query.question, query.question_fr))
    assert query.question.endswith("?")
    assert query.question_fr.endswith("\N{NO-BREAK SPACE}?")
    assert query.columns or "ask" in select(query)


@pytest.mark.parametrize("query", QUESTIONS, ids=lambda query: query.name)
def test_rows_are_distinct_and_in_one_order(query):
    words = select(query)

    if "select" in words:
        assert words.count("select") == words.count("distinct") - distinct_counts(query)
        assert "order" in words


def distinct_counts(query: Query) -> int:
    return len(re.findall(r"COUNT\(DISTINCT", query.text))


def test_every_path_query_selects_distinct_rows():
    walking = [query for query in QUESTIONS if PATH.search(query.text)]

    assert len(walking) >= 2
    assert all("SELECT DISTINCT" in query.text for query in walking)


def test_every_expectation_belongs_to_a_question():
    tables = {p.relative_to(HERE).with_suffix("").as_posix() for p in HERE.rglob("*.csv")}

    assert tables == {query.name for query in QUESTIONS}


def test_most_questions_have_an_answer_that_is_not_empty():
    empty = [query.name for query in QUESTIONS if not table(query.name)[1]]

    assert empty == []
