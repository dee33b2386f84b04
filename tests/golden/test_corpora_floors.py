"""Extraction stays above its floors on public corpora that were not written for it.

The corpora and the scorer are read from ``KG_EVAL_DATA``; none of their text is shipped. The
figures are FULL@0.5: content overlaps by half and the source is right.
"""

import json
import subprocess
import sys

import pytest

from kg import plugins
from kg.model import Document, DocumentId, to_normal_form

NEWS_F1 = 40.0
POLNEAR_PRECISION = 45.0


@pytest.fixture
def measured(data_folder, tmp_path):
    """Precision, recall and F1, in per cent, on the records given."""
    scorer = data_folder / "tools" / "score.py"
    if not scorer.is_file():
        pytest.skip("KG_EVAL_DATA has no tools/score.py")
    extractor = plugins.find("extractor", "default")()

    def score(records):
        gold, ours = tmp_path / "gold.jsonl", tmp_path / "ours.jsonl"
        _write(gold, records)
        _write(ours, (_read(record, extractor) for record in records))
        command = [sys.executable, scorer, gold, ours, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        ratios = json.loads(done.stdout)["prf"]["FULL@0.5 (content+source)"]
        return tuple(round(100 * ratio, 1) for ratio in ratios)

    return score


def test_news_of_wikinews_in_english(data_folder, measured):
    records = [
        record
        for part in ("train", "dev")
        for record in _records(data_folder, f"gum/{part}.jsonl")
        if record["doc_id"].startswith("GUM_news_")
    ]

    precision, recall, f1 = measured(records)

    assert len(records) == 22
    assert f1 >= NEWS_F1, (precision, recall, f1)


def test_precision_on_the_press_of_an_american_campaign(data_folder, measured):
    precision, recall, f1 = measured(_records(data_folder, "polnear/dev.jsonl"))

    assert precision >= POLNEAR_PRECISION, (precision, recall, f1)


def _records(folder, name):
    path = folder / "corpora" / name
    if not path.is_file():
        pytest.skip(f"KG_EVAL_DATA has no corpora/{name}")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _read(record, extractor):
    name = f"urn:sourcetrace:local/document/{record['doc_id']}"
    document = Document(
        id=DocumentId(name), doc_id=record["doc_id"], text=record["text"], lang=record["lang"]
    )
    return to_normal_form(document, extractor.extract(document))


def _write(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
