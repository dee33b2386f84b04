"""Files that are no gold are refused with line and reason."""

import json

import pytest

from kg.errors import InputError
from kg.evaluation import read_gold, read_predictions


def written(tmp_path, *lines):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_gold_is_read(tmp_path, gold):
    assert read_gold(written(tmp_path, json.dumps(gold))) == [gold]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "gold.jsonl:1: no JSON document"),
        ("[1]", "gold.jsonl:1: a document needs doc_id and attributions"),
        ('{"doc_id": "a", "attributions": []}', "gold.jsonl:1: a gold document needs its text"),
        (
            '{"doc_id": "a", "text": "ab", "attributions": [{"id": "E1", "content": [[0, 9]]}]}',
            "content of E1 is no span of the text",
        ),
        (
            '{"doc_id": "a", "text": "ab", "attributions": [{"id": "E1"}]}',
            "an attribution needs its content",
        ),
        ("", "no document in it"),
    ],
)
def test_what_is_no_gold_is_refused_with_its_place(tmp_path, line, reason):
    with pytest.raises(InputError, match=reason.replace("[", r"\[")):
        read_gold(written(tmp_path, line))


def test_a_document_that_stands_twice_is_refused(tmp_path, gold):
    with pytest.raises(InputError, match="stands twice"):
        read_gold(written(tmp_path, json.dumps(gold), json.dumps(gold)))


def test_predictions_need_no_text(tmp_path, report):
    path = written(tmp_path, json.dumps({"doc_id": "d", "attributions": [report]}))

    assert read_predictions(path) == {"d": [report]}


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        read_gold(tmp_path / "none.jsonl")
