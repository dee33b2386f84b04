"""Notes of comparing documents: by kind and key, rebuildable."""

import pytest

from kg.store import open_store
from kg.store.workbook import Workbook


@pytest.fixture(params=["memory", "disk"])
def notes(request, tmp_path):
    with Workbook(tmp_path / "notes.sqlite" if request.param == "disk" else None) as opened:
        yield opened


def test_notes_come_back_by_key(notes):
    notes.put("sketch", [("b", b"\x00two"), ("a", b""), ("é", b"3")])

    assert list(notes.all("sketch")) == [("a", b""), ("b", b"\x00two"), ("é", b"3")]


def test_kinds_do_not_meet(notes):
    notes.put("sketch", [("a", b"1")])
    notes.put("claims", [("a", b"2")])
    notes.drop("claims", ["a"])

    assert dict(notes.all("sketch")) == {"a": b"1"}
    assert dict(notes.all("claims")) == dict(notes.all("copies")) == {}


def test_a_note_takes_the_place_of_the_one_before(notes):
    notes.put("sketch", [("a", b"1"), ("b", b"2")])
    notes.put("sketch", iter([("a", b"3"), ("a", b"4")]))

    assert dict(notes.all("sketch")) == {"a": b"4", "b": b"2"}


def test_only_what_is_named_is_dropped(notes):
    notes.put("sketch", [(key, b"1") for key in "abc"])
    notes.drop("sketch", iter(["a", "c", "gone"]))
    notes.drop("sketch", [])

    assert dict(notes.all("sketch")) == {"b": b"1"}


def test_notes_may_be_changed_while_they_are_read(notes):
    notes.put("sketch", [(key, b"1") for key in "abc"])

    for key, _ in notes.all("sketch"):
        notes.drop("sketch", [key])

    assert list(notes.all("sketch")) == []


def failing():
    yield "a", b"1"
    raise ZeroDivisionError


def test_notes_are_kept_all_or_none(notes):
    with pytest.raises(ZeroDivisionError):
        notes.put("sketch", failing())

    assert list(notes.all("sketch")) == []
    notes.put("sketch", [("b", b"2")])


def test_notes_that_failed_to_come_are_gone_with_the_next_opening(tmp_path):
    with pytest.raises(ZeroDivisionError), Workbook(tmp_path / "notes.sqlite") as notes:
        notes.put("sketch", failing())

    with Workbook(tmp_path / "notes.sqlite") as notes:
        assert list(notes.all("sketch")) == []


def test_notes_on_disk_outlive_the_process_and_those_in_memory_do_not(folder):
    with open_store(folder) as store, store.workbook() as notes:
        notes.put("sketch", [("a", b"1")])
    with open_store(folder) as store, store.workbook() as notes:
        assert dict(notes.all("sketch")) == {"a": b"1"}
    with open_store(":memory:") as store:
        with store.workbook() as notes:
            notes.put("sketch", [("a", b"1")])
        with store.workbook() as notes:
            assert dict(notes.all("sketch")) == {}


def test_notes_are_no_foreign_file_in_the_folder_of_a_store(folder):
    with open_store(folder) as store, store.workbook() as notes:
        notes.put("sketch", [("a", b"1")])
        (folder / "store.toml").rename(folder / "store.toml.new")

    open_store(folder, create=True).close()
