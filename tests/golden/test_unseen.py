"""Sentences written after the extraction rules were frozen, by someone who had not read them.

They measure; they are no material to write rules from. `tests/golden/unseen/README.md` says how
they came about and when they have to be replaced.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.extract import DefaultExtractor
from kg.model import Document, DocumentId, to_normal_form

GOLD = Path(__file__).parent / "unseen"
LANGUAGES = ("fr", "en")
PARTS = ("source", "cue", "content")

# FULL@0.5, F1: measured 0.708 and 0.862 at the frozen commit, less three points. Only to be raised.
FLOORS = {"fr": 0.678, "en": 0.832}
# Of the six items a language that ascribe nothing to anybody: measured none.
FALSE_ALLOWED = 1


def gold_of(language: str) -> list[dict[str, Any]]:
    lines = (GOLD / f"{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans_of(entry: dict[str, Any]) -> list[tuple[int, int]]:
    return [(start, end) for part in PARTS for start, end in entry[part] or ()]


def extracted(item: dict[str, Any]) -> dict[str, Any]:
    document = Document(
        DocumentId(f"https://example.org/{item['doc_id']}"),
        item["doc_id"],
        item["text"],
        item["lang"],
    )
    return {
        **to_normal_form(document, DefaultExtractor().extract(document)),
        "doc_id": item["doc_id"],
    }


def stated(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        entry
        for entry in record["attributions"]
        if not entry.get("implied") and entry["source_kind"] != "own-voice"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_thirty_items_of_each_language_and_six_ascribe_nothing(language: str) -> None:
    gold = gold_of(language)

    assert [item["doc_id"] for item in gold] == [f"unseen-{language}-{n:02}" for n in range(1, 31)]
    assert {item["lang"] for item in gold} == {language}
    assert sum(not item["attributions"] for item in gold) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_span_lies_in_its_text_and_has_no_white_space_at_its_edges(language: str) -> None:
    for item in gold_of(language):
        for entry in item["attributions"]:
            assert entry["cue"], item["doc_id"]
            assert entry["content"], item["doc_id"]
            for start, end in spans_of(entry):
                words = item["text"][start:end]
                assert 0 <= start < end <= len(item["text"]), (item["doc_id"], start, end)
                assert words == words.strip(), (item["doc_id"], words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_source_cue_and_content_of_one_attribution_share_no_character(language: str) -> None:
    for item in gold_of(language):
        for entry in item["attributions"]:
            covered = [place for start, end in spans_of(entry) for place in range(start, end)]
            assert len(covered) == len(set(covered)), (item["doc_id"], entry["id"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_nested_attribution_names_another_of_its_own_item(language: str) -> None:
    for item in gold_of(language):
        ids = [entry["id"] for entry in item["attributions"]]
        assert len(ids) == len(set(ids)), item["doc_id"]
        for entry in item["attributions"]:
            outer = entry["nested_in"]
            assert outer is None or (outer in ids and outer != entry["id"]), item["doc_id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_ascribes_nothing_yields_next_to_nothing(language: str) -> None:
    silent = [item for item in gold_of(language) if not item["attributions"]]

    drawn = [entry for item in silent for entry in stated(extracted(item))]

    assert len(drawn) <= FALSE_ALLOWED


@pytest.mark.parametrize("language", LANGUAGES)
def test_unseen_sentences_are_read_as_well_as_when_the_rules_were_frozen(
    language: str, tmp_path: Path
) -> None:
    folder = os.environ.get("KG_EVAL_DATA")
    scorer = Path(folder or "") / "tools" / "score.py"
    if not folder or not scorer.is_file():
        pytest.skip("KG_EVAL_DATA names no folder with tools/score.py: unseen sentences NOT scored")
    ours = tmp_path / "ours.jsonl"
    ours.write_text("".join(json.dumps(extracted(item)) + "\n" for item in gold_of(language)))

    answer = subprocess.run(
        [sys.executable, str(scorer), str(GOLD / f"{language}.jsonl"), str(ours), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )

    _, _, f1 = json.loads(answer.stdout)["prf"]["FULL@0.5 (content+source)"]
    assert f1 >= FLOORS[language], f"FULL@0.5 fell to {f1:.3f}"
