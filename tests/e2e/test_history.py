"""How claims travelled through two stories told in sentences, read by what ships."""

import json
import tomllib
from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.answers import select
from kg.answers.ask import corpus_of
from kg.answers.compare import compare
from kg.answers.ends import end_of
from kg.answers.measures import measures
from kg.answers.path import path
from kg.answers.timeline import timeline
from kg.cli import history
from kg.errors import UnknownClaim, UnknownSource
from kg.jobs import DeadLetters, Steps, derive, ingest
from kg.model import SEEDS_BASE, Names
from kg.store import OxigraphStore
from kg.text import Reader

STORIES = Path(__file__).resolve().parents[2] / "seeds" / "stories"
LEAK, PLANTS = STORIES / "leak-two-papers", STORIES / "full-capacity"
MERGER = "Corvane and Aldermere are in talks to merge"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The merger that leaked to two papers, and the factories at full capacity."""
    names = Names(SEEDS_BASE)
    letters = DeadLetters(tmp_path_factory.mktemp("history") / "dead")
    files = [folder / "documents.jsonl" for folder in (LEAK, PLANTS)]
    with OxigraphStore(names) as made:
        batch = ingest(made, Reader(names, ("en", "fr")).read(files), Steps(names), letters)
        assert not batch.rejects
        derive(made)
        yield made


@pytest.fixture(scope="module")
def corpus(store):
    return corpus_of(store)


@pytest.fixture
def kg(store, monkeypatch):
    """Runs one of the commands on the store; what it prints."""
    monkeypatch.setattr(history, "opened", lambda _: nullcontext(store))

    def run(*arguments):
        ran = CliRunner().invoke(history.commands, arguments)
        if ran.exception is not None:
            raise ran.exception
        return ran.output

    return run


def test_the_lint_finds_what_is_planted_and_nothing_else(corpus):
    planted = tomllib.loads((LEAK / "story.toml").read_text("utf-8"))["lint"]
    found = measures(corpus)["findings"]

    assert {(f["doc_id"], f["plural"], f["single"]) for f in found} == {
        (lint["doc"], lint["plural"], lint["single"]) for lint in planted
    }


def test_the_merger_broke_in_one_paper_and_reached_the_others_after_it(corpus):
    known = select.wordings(corpus.readings)
    answer = timeline(corpus, select.claim(MERGER, known, corpus.claims))

    assert [o["name"] for o in answer["first"]["outlets"]] == ["The Canning Street Journal"]
    assert answer["first"]["certain"]
    delays = {o["name"]: o["delay"] and o["delay"]["value"] for o in answer["outlets"]}
    assert delays["The Fenwick Dispatch"] == 1
    assert delays["The Orchard Hill Mercury"] == 2
    acts = {(item["doc_id"], item["role"], item["kind"]) for item in answer["items"]}
    assert ("leak-two-papers.mercury.en", "declines", "organization") in acts


def test_evidence_is_found_in_the_texts(corpus):
    known = select.wordings(corpus.readings)
    texts = {r.document.doc_id: r.document.text for r in corpus.readings}
    answer = timeline(corpus, select.claim(MERGER, known, corpus.claims))

    spans = [e for item in answer["items"] for e in item["evidence"]]
    assert spans
    assert all(texts[e["doc_id"]][e["start"] : e["end"]] == e["quote"] for e in spans)


def test_the_unnamed_people_reach_the_papers_through_the_journal(corpus):
    people = end_of(corpus, "people familiar with the matter")
    (item,) = path(corpus, people, end_of(corpus, "The Fenwick Dispatch"))["items"]

    assert [(hop["name"], hop["link"]) for hop in item["hops"]] == [
        ("people familiar with the matter", None),
        ("The Canning Street Journal", "stated"),
    ]
    assert path(corpus, people, end_of(corpus, "La Cote du Soir"))["items"] == []


def test_the_minister_reaches_the_port_through_a_dispatch_in_another_paper(corpus):
    ends = end_of(corpus, "Ryu Tae-sung"), end_of(corpus, "L'Écho des Ports")
    (item,) = path(corpus, *ends)["items"]

    assert [d["doc_id"] for d in item["documents"]] == [
        "full-capacity.straits-sentinel.en",
        "full-capacity.echo-des-ports.fr",
    ]
    assert item["hops"][1]["link"] == "inferred"


def test_a_translation_that_names_another_source_differs_in_it(corpus):
    original, translation = "The Lakeside Observer", "Le Courrier des Deux Rives"
    answer = compare(corpus, end_of(corpus, original), end_of(corpus, translation))
    found = [d for item in answer["items"] for d in item["differences"] if d["type"] == "source"]

    assert [(d["a"], d["b"]) for d in found] == [
        (["Ryu Tae-sung"], ["National Intelligence Service (South Korea)"])
    ]
    assert [row["claims"] > 0 for row in answer["reliance"]] == [False, True]
    assert {i["how"] for i in answer["reliance"][1]["items"]} == {"copies"}


def test_the_paper_that_prints_a_dispatch_relays_it_all(corpus):
    found = {item["name"]: item for item in measures(corpus)["items"]}

    assert found["The Straits Sentinel"]["relayed"]["share"] == 1
    assert found["Yonhap News Agency"]["relayed"]["claims"] == 0
    assert found["The Fenwick Dispatch"]["relayed"]["claims"] == 2


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("timeline", MERGER), ("first report", "declines", "2 days")),
        (
            ("compare", "The Fenwick Dispatch", "The Canning Street Journal"),
            ("The Fenwick Dispatch cites The Canning Street Journal 2 times on 2 claims.",),
        ),
        (("path", "Ryu Tae-sung", "L'Écho des Ports"), ("in 2 steps", "[153, 228)")),
        (("path", "Yonhap", "The Straits Sentinel"), ("its own text",)),
        (("path", "La Cote du Soir", "The Fenwick Dispatch"), ("Nothing that La Cote du Soir",)),
        (("measures",), ("relayed", "la source", "people familiar with the matter")),
    ],
)
def test_people_get_tables_and_sentences(kg, arguments, shown):
    printed = kg(*arguments)

    assert [words for words in shown if words not in printed] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", MERGER),
        ("compare", "leak-two-papers.mercury.en", "leak-two-papers.cote.fr"),
        ("path", "Aldermere", "The Orchard Hill Mercury"),
        ("measures",),
    ],
)
def test_programs_get_one_json_document_the_same_every_time(kg, arguments):
    printed = [kg(*arguments, "--json") for _ in range(2)]

    assert "items" in json.loads(printed[0])
    assert printed[0] == printed[1]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("timeline", "zebras on the moon"), UnknownClaim),
        (("path", "nobody at all", "The Fenwick Dispatch"), UnknownSource),
        (("compare", "Ryu Tae-sung", "CNN"), UnknownSource),
    ],
)
def test_what_is_unknown_is_bad_input(kg, arguments, error):
    with pytest.raises(error) as raised:
        kg(*arguments)

    assert raised.value.exit_code == 2
