"""The citation graph of a claim, as networkx has it."""

import networkx as nx
import pytest

from kg.graph import to_networkx


@pytest.fixture
def told(story):
    """The Ledger on what CNN told the day before, with denials, and a page of nobody."""
    own = story.page("own", "CNN", "2024-03-01")
    own.tells("P", "'people familiar with it'")
    ledger = story.page("ledger", "Ledger", "2024-03-02")
    cited, _ = ledger.tells("P", "CNN", "Agency")
    ledger.tells("P", "Ministry", stances=["denies"])
    ledger.tells("P", "Governor", stances=["declines"])
    ledger.tells("P", "Army", "Institute", stances=["denies", "asserts"])
    ledger.says("P")
    story.page("blog").says("P")
    story.link(cited, own)
    return story


@pytest.fixture
def view(told):
    return to_networkx(told.ask().graph)


@pytest.fixture
def edges(view):
    return {
        (view.nodes[who]["name"], view.nodes[whom]["name"]): edge
        for who, whom, edge in view.edges(data=True)
    }


def test_documents_and_sources_are_nodes(view):
    kinds = {data["name"]: (data["type"], data["kind"]) for _, data in view.nodes(data=True)}

    assert kinds["ledger"] == ("document", "document")
    assert kinds["CNN"] == ("source", "outlet")
    assert kinds["Agency"] == ("source", "body")
    assert kinds["people familiar with it"] == ("source", "unnamed")


def test_a_document_node_tells_where_it_came_out(view):
    ledger = view.nodes["urn:document/ledger"]

    assert (ledger["doc_id"], ledger["publisher"], ledger["published"], ledger["lang"]) == (
        "ledger",
        "Ledger",
        "2024-03-02",
        "en",
    )


def test_a_relayed_source_hangs_on_the_relay(edges):
    assert edges["ledger", "CNN"]["cue"] == "says that"
    assert edges["CNN", "Agency"]["document"] == "urn:document/ledger"
    assert ("ledger", "Agency") not in edges


@pytest.mark.parametrize(
    ("who", "whom", "role", "stance"),
    [
        ("ledger", "CNN", "supports", "asserts"),
        ("ledger", "Ministry", "denies", "denies"),
        ("ledger", "Governor", "undecided", "declines"),
        ("Army", "Institute", "not-conveyed", "asserts"),
        ("blog", "blog", "supports", "asserts"),
    ],
)
def test_an_edge_tells_what_its_attribution_does(edges, who, whom, role, stance):
    assert (edges[who, whom]["role"], edges[who, whom]["stance"]) == (role, stance)


def test_the_spans_of_an_edge_hold_its_words(told, view):
    texts = {page.id: page.text for page in told.pages.values()}

    for _, whom, edge in view.edges(data=True):
        if edge["type"] == "attribution" and edge["source_spans"]:
            text = texts[edge["document"]]
            assert [text[a:b] for a, b in edge["source_spans"]] == [view.nodes[whom]["name"]]
            assert [text[a:b] for a, b in edge["cue_spans"]] == [edge["cue"]]
            assert all(text[a:b].endswith(")") for a, b in edge["content_spans"])


def test_a_link_leads_from_the_outlet_to_its_text(edges, view):
    assert (edges["CNN", "own"]["type"], edges["CNN", "own"]["kind"]) == ("link", "inferred")
    assert nx.has_path(view, "urn:document/ledger", "urn:document/own/source/0")


def test_sources_where_the_trail_ends_say_how(view):
    ends = {d["name"]: d["status"] for _, d in view.nodes(data=True) if "status" in d}

    assert ends == {
        "Agency": "named",
        "people familiar with it": "unnamed",
        "blog": "unsourced",
    }


def test_every_attribution_that_does_not_restate_is_one_edge(told, view):
    restated = {r.attribution.id for r in told.ask().graph.restatements}
    ids = {a.id for page in told.pages.values() for a in page.attributions}

    keys = [key for *_, key, edge in view.edges(keys=True, data=True) if edge["type"] != "link"]

    assert sorted(keys) == sorted(ids - restated)


def test_two_cues_to_one_agency_are_two_edges(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Agency")
    page.tells("P", "Agency")

    view = to_networkx(story.ask().graph)

    assert view.number_of_edges("urn:document/one", "urn:agent/Agency") == 2


def test_the_order_of_the_texts_changes_nothing(told):
    first = to_networkx(told.ask().graph)
    told.pages = dict(reversed(told.pages.items()))

    again = to_networkx(told.ask().graph)

    assert list(again.nodes(data=True)) == list(first.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(first.edges(keys=True, data=True))
