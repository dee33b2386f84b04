"""The shipped questions are found by name and take only the values they ask for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg.errors import BadQuery, UnknownQuery
from kg.queries import Query, named, parsed, shipped

HEADER = "# title: Origins\n# question: Where does it end?\n"


def question(*lines: str) -> Query:
    return parsed("curation/made-up", HEADER + "".join(f"{line}\n" for line in lines) + "ASK {}")


def test_questions_come_sorted_by_name_with_their_folders():
    names = [query.name for query in shipped()]

    assert names == sorted(names)
    assert len(names) >= 18
    assert {name.split("/")[0] for name in names} == {"curation", "provenance", "quality"}


def test_a_question_is_found_by_its_full_name_and_by_its_stem():
    assert named("provenance/origins") is named("origins")


def test_an_unknown_name_lists_near_ones():
    with pytest.raises(UnknownQuery, match=r"'orgins'; did you mean provenance/origins"):
        named("orgins")


def test_a_name_like_no_other_points_to_the_list():
    with pytest.raises(UnknownQuery, match="kg queries lists them"):
        named("zzzzzz")


def test_a_header_tells_titles_parameters_and_columns():
    query = question(
        "# title@fr: Origines", "# param: claim iri the claim asked about", "# column: who a source"
    )

    assert (query.title, query.title_fr, query.question) == (
        "Origins",
        "Origines",
        "Where does it end?",
    )
    assert [(p.name, p.kind, p.told) for p in query.parameters] == [
        ("claim", "iri", "the claim asked about")
    ]
    assert [c.name for c in query.columns] == ["claim", "who"]


def test_lines_below_the_query_are_no_header():
    assert parsed("x", HEADER + "ASK {}\n# column: late too late").columns == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# title: Only this\nASK {}", "no line '# question"),
        ("ASK {}", "no line '# title"),
        (HEADER + "# param: x colour of something", "of no known kind"),
        (HEADER + "# column: x", "lacks its explanation"),
    ],
)
def test_a_damaged_header_is_refused_by_name(text, fault):
    with pytest.raises(BadQuery, match=f"folder/file.*{fault}"):
        parsed("folder/file", text)


def test_every_parameter_must_be_given():
    with pytest.raises(BadQuery, match="provenance/origins needs a value for claim"):
        named("origins").bound({})


def test_no_other_parameter_may_be_given():
    with pytest.raises(BadQuery, match=r"no parameter 'clam'; its parameters: claim"):
        named("origins").bound({"clam": "urn:x", "claim": "urn:y"})


def test_values_become_terms_of_their_kind():
    query = question("# param: a iri x", "# param: b text x", "# param: c number x")

    assert query.bound({"a": "<urn:x>", "b": 'say "no"', "c": "0.5"}) == {
        "a": "urn:x",
        "b": '"say \\"no\\""',
        "c": '"0.5"^^<http://www.w3.org/2001/XMLSchema#double>',
    }


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("iri", "CNN"),
        ("iri", "urn:x> } DROP ALL {"),
        ("iri", ""),
        ("number", "half"),
        ("number", "1e3x"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind, value):
    with pytest.raises(BadQuery, match="thing must be"):
        question(f"# param: thing {kind} x").bound({"thing": value})


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=100)
def test_any_text_is_one_literal(value):
    term = question("# param: said text x").bound({"said": value})["said"]

    (quad,) = parse(f"<x:s> <x:p> {term} .", format=RdfFormat.N_TRIPLES)

    assert quad.object.value == value
