"""`kg eval` gives the figures of the scorer that the public comparison was made with."""

import json
import subprocess
import sys

import pytest

from kg import plugins
from kg.evaluation import count, scored
from kg.model import Document, DocumentId, to_normal_form

TOGETHER = 20
"""Documents compared; all forms, stances and nestings occur in them."""


def test_every_count_ratio_and_share_is_the_scorers(data_folder, tmp_path):
    scorer = data_folder / "tools" / "score.py"
    corpus = data_folder / "corpora" / "gum" / "dev.jsonl"
    if not scorer.is_file() or not corpus.is_file():
        pytest.skip("KG_EVAL_DATA has no tools/score.py or no corpora/gum/dev.jsonl")
    gold = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()[:TOGETHER]]
    ours = {record["doc_id"]: _read(record) for record in gold}
    _write(tmp_path / "gold.jsonl", gold)
    _write(
        tmp_path / "ours.jsonl",
        [{"doc_id": name, "attributions": found} for name, found in ours.items()],
    )
    command = [sys.executable, scorer, tmp_path / "gold.jsonl", tmp_path / "ours.jsonl", "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    found = scored([count(record, ours[record["doc_id"]]) for record in gold])

    assert {k: found.counts[k] for k in theirs["counts"]} == theirs["counts"]
    assert {
        name: [found.ratios[name].precision, found.ratios[name].recall, found.ratios[name].f1]
        for name in theirs["prf"]
    } == theirs["prf"]
    assert {name: list(found.shares.get(name, (0, 0))) for name in theirs["acc"]} == theirs["acc"]


def _read(record):
    document = Document(
        id=DocumentId(f"urn:d:{record['doc_id']}"),
        doc_id=record["doc_id"],
        text=record["text"],
        lang=record["lang"],
    )
    extractor = plugins.find("extractor", "rules")()
    return to_normal_form(document, extractor.extract(document))["attributions"]


def _write(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
