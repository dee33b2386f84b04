"""`kg eval` as a user types it: figures, floors, and what is no gold."""

import json
import subprocess
import sys

import pytest

TEXT = "The mayor said that the port will close. Rome denied it."
GOLD = {
    "doc_id": "a",
    "lang": "en",
    "text": TEXT,
    "attributions": [
        {
            "id": "E1",
            "source": [[0, 9]],
            "cue": [[10, 14]],
            "content": [[20, 39]],
            "nested_in": None,
            "stance": "asserts",
        }
    ],
}


def kg(*arguments):
    command = [sys.executable, "-m", "kg", "eval", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", "utf-8")
    return path


@pytest.fixture
def ours(tmp_path):
    path = tmp_path / "ours.jsonl"
    found = {"doc_id": "a", "attributions": GOLD["attributions"]}
    path.write_text(json.dumps(found) + "\n", "utf-8")
    return path


def test_predictions_of_any_tool_are_scored(gold, ours):
    done = kg(gold, "--pred", ours, "--boot", 20, "--json")

    scores = json.loads(done.stdout)
    assert done.returncode == 0
    assert scores["prf"]["FULL@0.5 (content+source)"] == [1.0, 1.0, 1.0]
    assert scores["ci95"]["FULL@0.5 (content+source)"] == [1.0, 1.0]
    assert scores["groups"]["quote:indirect"] == {"gold": 1, "found": 1, "full": 1}


def test_without_predictions_the_extractor_reads_now(gold):
    done = kg(gold, "--extractor", "rules")

    assert done.returncode == 0
    assert "FULL@0.5" in done.stdout


def test_below_the_floor_the_check_fails(gold, tmp_path):
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text('{"doc_id": "a", "attributions": []}\n', "utf-8")

    done = kg(gold, "--pred", nothing, "--floor", 50)

    assert done.returncode == 1
    assert "below the floor of 50 %" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_predictions_are_told(gold, tmp_path):
    other = tmp_path / "other.jsonl"
    other.write_text('{"doc_id": "b", "attributions": []}\n', "utf-8")

    done = kg(gold, "--pred", other)

    assert "no predictions for 1 of 1 documents" in done.stderr
    assert "not in the gold, passed over: b" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere.jsonl"], "cannot be read"),
        (["fr.exam"], "cannot be read"),
        (["fr.dev", "--form", "loud"], "--form must be"),
        (["fr.dev", "--extractor", "nobody"], "no extractor is called 'nobody'"),
    ],
)
def test_wrong_input_is_told_and_ends_with_two(arguments, reason):
    done = kg(*arguments)

    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
