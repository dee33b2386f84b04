"""What every store promises, whatever keeps its quads."""

from itertools import permutations

import pytest

from kg.errors import BadQuery, InvalidGraph, UnreadableDocument
from kg.model import Kept, Names

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def dump(store):
    return list(store.statements())


def test_what_was_put_comes_back(store, reading):
    given = reading("taxes will rise")

    assert store.put(given) is Kept.NEW

    assert list(store.readings()) == [given]
    assert list(store.documents()) == [given.document]
    assert store.doc_ids(given.document.id) == ("a.txt",)


def test_readings_come_by_date_and_undated_ones_last(store, reading):
    given = [
        reading("one", "1", None),
        reading("two", "2", "2024-10-02"),
        reading("three", "3", "2024-09"),
    ]
    for each in given:
        store.put(each)

    assert [r.document.doc_id for r in store.readings()] == ["3", "2", "1"]
    assert [d.doc_id for d in store.documents()] == ["3", "2", "1"]
    wanted = [given[0].document.id, given[1].document.id, "urn:nowhere"]
    assert [r.document.doc_id for r in store.readings(wanted)] == ["2", "1"]
    assert list(store.readings([])) == []


def test_putting_twice_changes_nothing(store, reading):
    store.put(reading("taxes will rise"))
    before = dump(store)

    assert store.put(reading("taxes will rise")) is Kept.KNOWN

    assert dump(store) == before


def test_another_name_of_a_document_is_an_alias(store, reading):
    first = reading("taxes will rise", "b.txt")
    store.put(first)
    before = dump(store)

    assert store.put(reading("taxes will rise", "c.txt")) is Kept.ALIAS

    assert store.doc_ids(first.document.id) == ("b.txt", "c.txt")
    assert store.put(reading("taxes will rise", "c.txt")) is Kept.KNOWN
    assert dump(store) == before


def test_the_order_of_names_does_not_show(store, another, reading):
    other = another()
    for doc_id in ("b.txt", "a.txt", "c.txt"):
        store.put(reading("taxes will rise", doc_id))
    for doc_id in ("c.txt", "b.txt", "a.txt"):
        other.put(reading("taxes will rise", doc_id))

    assert dump(store) == dump(other)
    assert [d.doc_id for d in store.documents()] == ["a.txt"]


def test_a_newer_reading_replaces_the_former(store, reading, of_newer_extractor):
    former = reading("taxes will rise")
    newer = of_newer_extractor(former)
    store.put(former)

    assert store.put(newer) is Kept.REPLACED

    assert list(store.readings()) == [newer]
    assert store.put(newer) is Kept.KNOWN


def test_replacing_leaves_what_a_new_store_would_hold(store, another, reading, of_newer_extractor):
    former = reading("taxes will rise")
    other = another()
    store.put(former)
    store.put(of_newer_extractor(former))
    other.put(of_newer_extractor(former))

    assert dump(store) == dump(other)


def test_removing_leaves_what_a_store_without_it_would_hold(store, another, reading):
    kept, gone = reading("taxes will rise"), reading("le pont est clos", "b.txt", language="fr")
    other = another()
    other.put(kept)
    store.put(kept)
    store.put(gone)

    assert store.remove(gone.document.id)

    assert dump(store) == dump(other)
    assert list(store.readings()) == [kept]
    assert store.doc_ids(gone.document.id) == ()
    assert not store.remove(gone.document.id)


def test_nothing_is_left_when_all_is_removed(store, reading):
    given = reading("taxes will rise")
    store.put(given)
    store.remove(given.document.id)

    assert dump(store) == []
    assert given.document.id not in " ".join(store.graphs())
    assert store.put(given) is Kept.NEW
    assert list(store.readings()) == [given]


def test_a_reading_does_not_change_because_of_another_document(store, reading):
    english, french = reading("it rains"), reading("il pleut", "b.txt", language="fr")
    store.put(english)
    store.put(french)

    assert list(store.readings([english.document.id])) == [english]
    assert list(store.readings([french.document.id])) == [french]


def test_the_order_of_ingest_does_not_show(another, reading):
    given = [
        reading("one", "1"),
        reading("two", "2", language="fr"),
        reading("three", "3", denied=True),
    ]
    dumps = []
    for order in permutations(given):
        store = another()
        with store.writing():
            for each in order:
                store.put(each)
        dumps.append(dump(store))

    assert all(each == dumps[0] for each in dumps)
    assert len(dumps[0]) > 100


def test_statements_are_sorted_lines(store, reading):
    store.put(reading("taxes will rise"))
    lines = dump(store)

    assert lines == sorted(lines, key=str.encode)
    assert all(line.endswith(" .") for line in lines)


def test_documents_are_found_by_the_claims_they_convey(store, reading):
    one, two = reading("one", "1"), reading("two", "2")
    store.put(one)
    store.put(two)
    claims = [c.claim for r in (one, two) for c in r.conveyances]

    assert list(store.conveying(claims[:1])) == [one]
    assert len(list(store.conveying(claims))) == 2
    assert list(store.conveying([])) == []


def test_relations_are_found_by_either_end(store, reading):
    one = reading("one", "1")
    (relation,) = one.relations
    store.put(one)

    assert store.relations([relation.subject]) == (relation,)
    assert store.relations([relation.object]) == (relation,)
    assert store.relations([Names().claim("never said")]) == ()


def test_hostile_strings_survive_every_change(store, reading, of_newer_extractor):
    said = 'x "} ; DROP ALL # \\u0041 \\ \n\t <urn:x> \u202e \U0001f600'
    given = reading(said, "a'; DROP TABLE document; --")
    store.put(reading("one", "1"))
    store.put(given)
    assert list(store.readings([given.document.id])) == [given]

    newer = of_newer_extractor(given)
    assert store.put(newer) is Kept.REPLACED
    assert list(store.readings([given.document.id])) == [newer]

    assert store.remove(given.document.id)
    assert len(list(store.readings())) == 1


def test_half_a_surrogate_pair_is_refused_and_nothing_is_kept(store, reading):
    with pytest.raises(UnreadableDocument):
        store.put(reading("x \N{BLACK STAR}").__class__(**_broken(reading("half"))))

    assert list(store.documents()) == []
    assert dump(store) == []


def _broken(given):
    agents = (type(given.agents[0])(given.agents[0].id, given.agents[0].kind, "\ud800"),)
    fields = ("document", "attributions", "conveyances", "relations")
    return {name: getattr(given, name) for name in fields} | {"agents": agents}


def test_one_id_stands_for_one_text(store, reading):
    given = reading("taxes will rise")
    store.put(given)
    other = reading("taxes will fall")
    impostor = other.__class__(
        document=other.document.__class__(
            id=given.document.id, doc_id="a.txt", text=other.document.text, lang="en"
        )
    )

    with pytest.raises(InvalidGraph, match="another text"):
        store.put(impostor)
    assert list(store.readings()) == [given]


def test_a_query_sees_all_graphs_together(store, reading):
    store.put(reading("taxes will rise"))

    answer = store.query(COUNT)

    assert answer.columns == ("n",)
    assert answer.rows == ((f'"{len(dump(store))}"^^<http://www.w3.org/2001/XMLSchema#integer>',),)


def test_values_are_given_to_variables_that_are_not_shown(store, reading):
    store.put(reading("one", "1"))
    store.put(reading("two", "2"))
    claim = Names("https://example.org/news/").claim("two")
    text = """
        PREFIX kg: <https://w3id.org/sourcetrace/ns#>
        SELECT (COUNT(?a) AS ?n) WHERE { ?a kg:conveys ?claim }
    """

    found = store.query(text, {"claim": claim}).rows[0][0]
    assert found.startswith('"1"')
    assert store.query(text).rows[0][0].startswith('"2"')


def test_a_hostile_value_stays_a_value(store, reading):
    store.put(reading("one"))
    text = "ASK { ?s <https://schema.org/inLanguage> ?language }"

    assert store.query(text, {"language": '"en"'}).truth
    assert not store.query(text, {"language": r'"en\" } UNION { ?s ?p ?o . #"'}).truth
    for value in ('"en" } UNION { ?s ?p ?o', "<urn:x> } {", "urn:x> <urn:y", "no iri", '"en" .'):
        with pytest.raises(BadQuery):
            store.query(text, {"language": value})


def test_ask_and_construct_are_answered(store, reading):
    store.put(reading("one"))

    assert store.query("ASK { ?s ?p ?o }").truth is True
    assert store.query("ASK { <urn:no> ?p ?o }").truth is False
    made = store.query("CONSTRUCT { <urn:x> <urn:y> ?o } WHERE { ?s ?p ?o }")
    assert made.triples == tuple(sorted(set(made.triples)))
    assert len(made.triples) > 10


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/>",
        "DROP ALL",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "SELECT * FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
        "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        "SELECT * WHERE { ?s ?p",
        "SELECT * WHERE " + "{" * 5_000 + "}" * 5_000,
        "",
    ],
)
def test_what_is_no_query_is_refused(store, reading, text):
    store.put(reading("one"))
    before = dump(store)

    with pytest.raises(BadQuery):
        store.query(text)
    assert dump(store) == before


def test_from_names_a_graph_of_the_store(store, reading):
    one, two = reading("one", "1"), reading("two", "2")
    store.put(one)
    store.put(two)
    text = f"SELECT ?d FROM <{one.document.id}/graph> WHERE {{ ?d a <{DOCUMENT}> }}"

    assert store.query(text).rows == ((f"<{one.document.id}>",),)


DOCUMENT = "https://w3id.org/sourcetrace/ns#Document"
