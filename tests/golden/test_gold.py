"""The gold of the shipped articles keeps the conventions of the annotation rules."""

import json
from collections import Counter
from itertools import pairwise

import pytest

from kg import resources
from kg.model import SEEDS_BASE, Names, Stance
from kg.text import Reader

SHIPPED = ["toropets.fr", "toropets.en", "presse.fr"]
CORE = ["a1", "a2", "a3", "a4", "a7", "a8", "a9", "a10", "a11", "a12"]


@pytest.fixture(params=SHIPPED)
def case(request, shipped):
    return shipped(request.param)


def test_every_span_points_at_whole_words_of_the_text(case):
    text = case.document.text

    for attribution in case.gold.values():
        spans = attribution.source.spans + attribution.cue + attribution.content
        for span in spans:
            quote = span.of(text)
            assert quote == quote.strip()
            assert len(quote) == span.end - span.start
            assert not text[span.start - 1 : span.start].isalnum()
            assert not text[span.end : span.end + 1].isalnum()


def test_gold_and_article_hold_the_same_text(case):
    gold = resources.folder("seeds") / "gold" / f"{case.document.doc_id}.json"

    record = json.loads(gold.read_text("utf-8"))

    assert record["text"] == case.document.text
    assert record["doc_id"] == case.document.doc_id
    assert record["lang"] == case.document.lang


def test_the_headline_is_the_first_line(case):
    title = case.document.title_span

    assert title is not None
    assert case.document.text[title.end] == "\n"


def test_source_cue_and_content_of_one_attribution_do_not_overlap(case):
    for attribution in case.gold.values():
        if attribution.is_own_voice or attribution.implied:
            continue
        spans = sorted(attribution.source.spans + attribution.cue + attribution.content)
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_only_implied_and_own_voice_entries_have_no_cue(case):
    for attribution in case.gold.values():
        assert bool(attribution.cue) == attribution.is_stated


def test_a_nested_attribution_lies_in_the_content_of_its_parent_or_shares_it(case):
    by_id = {a.id: a for a in case.gold.values()}

    nested = [a for a in case.gold.values() if a.nested_in]

    assert nested
    for inner in nested:
        outer = by_id[inner.nested_in]
        assert all(any(o.contains(i) for o in outer.content) for i in inner.content)


def test_no_two_entries_are_the_same_attribution(case):
    ids = Counter(a.id for a in case.gold.values())

    assert max(ids.values()) == 1


def test_denials_are_set_against_what_they_contrast_with(shipped):
    for doc_id in ("toropets.fr", "toropets.en"):
        gold = shipped(doc_id).gold
        for denial in ("a8", "a9"):
            assert gold[denial].stance is Stance.DENIES
            assert gold[denial].set_against == gold["a7"].id


@pytest.mark.parametrize("doc_id", ["toropets.fr", "toropets.en"])
def test_both_tellings_have_the_ten_core_links(shipped, doc_id):
    case = shipped(doc_id)

    stated = set(case.demanded) | {i for i, a in case.gold.items() if a.implied}

    assert stated == set(CORE)


def test_the_given_article_has_the_ten_core_links(given):
    stated = set(given.demanded) | {i for i, a in given.gold.items() if a.implied}

    assert stated == set(CORE)


def test_a_folder_ingest_finds_the_articles_and_not_their_gold(shipped):
    with resources.on_disk("seeds") as folder:
        read = list(Reader(Names(SEEDS_BASE), ("en", "fr")).read([folder]))
    stories = {path.name for path in (resources.folder("seeds") / "stories").iterdir()}
    documents = [d for d in read if d.doc_id.partition(".")[0] not in stories]

    assert documents == [shipped(doc_id).document for doc_id in sorted(SHIPPED)]
