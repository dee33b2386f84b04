"""Reading documents: every input comes out as a document or as a reject that says why."""

import io
import json
from pathlib import Path

import pytest

from kg.model import Document, Names
from kg.text import Metadata, Reader, Reject

SENTENCE = "Le ministre affirme que la route est ouverte depuis lundi matin."


def reader(**options):
    return Reader(Names(), ("en", "fr"), **options)


def read(path, **options):
    return list(reader(**options).read([path]))


def only_reject(path, **options):
    (found,) = read(path, **options)
    assert isinstance(found, Reject)
    return found


def test_a_plain_text_keeps_every_code_point(tmp_path):
    text = f"Une route rouverte\r\n{SENTENCE}\r\nLe préfet 😀 dément.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())

    (document,) = read(tmp_path / "a.txt")

    assert document.text == text
    assert document.title == "Une route rouverte"
    assert document.title_span.of(document.text) == "Une route rouverte"
    assert (document.lang, document.doc_id) == ("fr", "a.txt")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + SENTENCE.encode())

    (document,) = read(tmp_path / "a.txt")

    assert document.text == SENTENCE


def test_a_first_line_that_is_a_sentence_is_no_headline(tmp_path):
    (tmp_path / "a.txt").write_text(f"{SENTENCE}\n{SENTENCE}\n")

    (document,) = read(tmp_path / "a.txt")

    assert document.title is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x7fELF\x00\x00\x01", "binary"),
        (b"caf\xe9 au lait", "byte 3 is not UTF-8 (0xe9)"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(tmp_path, raw, reason):
    (tmp_path / "a.txt").write_bytes(raw)

    reject = only_reject(tmp_path / "a.txt")

    assert reason in reject.reason
    assert reject.origin.endswith("a.txt")


def test_a_missing_file_and_an_unknown_suffix_are_told_apart(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"x")

    assert "no such file" in only_reject(tmp_path / "b.txt").reason
    assert "no reader for '.docx'" in only_reject(tmp_path / "a.docx").reason


def test_a_document_over_the_limit_is_refused_and_the_setting_named(tmp_path):
    (tmp_path / "a.txt").write_text("a" * 2_000)

    assert "KG_MAX_DOCUMENT_MB" in only_reject(tmp_path / "a.txt", max_bytes=1_000).reason


def test_one_bad_line_never_costs_the_others(tmp_path):
    good = {"id": 7, "text": SENTENCE, "outlet": "Le Fanal", "desk": ["monde", 2]}
    bad = ["not json", "[1, 2]", '{"text": ""}', '{"text": 3}', '{"text": "a", "lang": "tlh"}']
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([*bad, json.dumps(good), "[" * 100_000]) + "\n")

    *rejects, document, deep = read(path)

    assert [r.origin.rsplit(":")[-1] for r in rejects] == ["1", "2", "3", "4", "5"]
    assert [r.raw for r in rejects] == bad
    assert "no JSON object but a list" in rejects[1].reason
    assert "not enabled; enabled: en, fr" in rejects[4].reason
    assert "nested too deeply" in deep.reason
    assert (document.doc_id, document.publisher) == ("7", "Le Fanal")
    assert document.metadata == (("desk", '["monde", 2]'),)


def test_a_huge_line_is_skipped_without_being_held(tmp_path):
    path = tmp_path / "news.jsonl"
    after = json.dumps({"text": SENTENCE})
    path.write_text(json.dumps({"text": "a" * 5_000_000}) + "\n" + after + "\n")

    reject, document = read(path, max_bytes=100_000)

    assert "larger than 0.1 MB" in reject.reason
    assert len(reject.raw) < 3_000
    assert document.text == SENTENCE


def test_control_characters_and_lone_surrogates_keep_their_place(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Il dit\\u0000que \\ud800 non"}\n')

    (document,) = read(path)

    assert document.text == "Il dit\ufffdque \ufffd non"


def test_options_win_over_the_record_but_for_its_id(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"doc_id": "x", "text": SENTENCE, "outlet": "Le Fanal"}) + "\n")

    (document,) = read(path, given=Metadata(doc_id="y", publisher="La Vigie"))

    assert (document.doc_id, document.publisher) == ("x", "La Vigie")


def test_the_same_text_by_another_publisher_is_another_document(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)

    (one,) = read(tmp_path / "a.txt", given=Metadata(publisher="Le Fanal"))
    (other,) = read(tmp_path / "a.txt", given=Metadata(publisher="La Vigie"))
    (again,) = read(tmp_path / "a.txt", given=Metadata(publisher="La Vigie"))

    assert one.id != other.id == again.id


def test_a_folder_is_read_in_path_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/c.txt", ".git/d.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)

    assert [d.doc_id for d in read(tmp_path)] == ["c.txt", "b.txt"]


@pytest.mark.parametrize(
    ("raw", "doc_id"), [(SENTENCE, "stdin"), (json.dumps({"text": SENTENCE}), "-:1")]
)
def test_standard_input_is_told_by_its_first_character(raw, doc_id):
    (document,) = reader().read_stream(io.BytesIO(raw.encode()))

    assert isinstance(document, Document)
    assert (document.text, document.doc_id) == (SENTENCE, doc_id)


def test_what_came_through_a_pipe_is_kept_when_it_is_refused():
    (reject,) = reader().read_stream(io.BytesIO(b"caf\xe9"))

    assert reject.raw == "caf\ufffd"


def test_a_path_that_is_a_folder_without_texts_is_reported(tmp_path):
    assert "holds no file" in only_reject(tmp_path).reason


def test_reading_leaves_the_file_name_to_paths_given_as_they_are():
    reject = only_reject(Path("missing/a.txt"))

    assert reject.origin == "missing/a.txt"


@pytest.mark.parametrize(
    "date", ["2024", "2024-10", "2024-10-03", "2024-10-03T08:00:00+02:00", "2024-10-03T08:00Z"]
)
def test_a_date_is_kept_as_it_was_given(tmp_path, date):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": SENTENCE, "published": date}) + "\n")

    (document,) = read(path)

    assert document.published == date


@pytest.mark.parametrize("date", ["yesterday", "3 octobre 2024", "2024-13-01", "2024-10-03T", "24"])
def test_what_is_no_date_is_refused(tmp_path, date):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": SENTENCE, "published": date}) + "\n")

    assert "2024-10-03" in only_reject(path).reason
