"""Backup, restore, checkpoints and the look over a store."""

import sqlite3

import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.errors import SetupError, StoreMissing
from kg.store import MEMORY, backup, dump_digest, examine, open_store, restore
from kg.store.snapshots import newest


@pytest.fixture
def store(folder, numbered):
    with open_store(folder) as opened:
        with opened.writing():
            for number in range(3):
                opened.put(numbered(number, 2))
        yield opened


def faults(store):
    return {finding.check: finding.told for finding in examine(store) if not finding.fine}


def test_a_backup_restores_to_an_equal_store(store, tmp_path, numbered):
    digest = backup(store, tmp_path / "backup")
    store.remove(numbered(1, 2).document.id)

    assert restore(tmp_path / "backup", tmp_path / "restored") == digest

    with open_store(tmp_path / "restored") as restored:
        assert dump_digest(restored) == digest != dump_digest(store)
        assert {r.document.doc_id for r in restored.readings()} == {"0.txt", "1.txt", "2.txt"}
        assert faults(restored) == {}
        assert restored.search("bridge") != []


def test_nothing_is_overwritten(store, tmp_path):
    (tmp_path / "there").mkdir()

    with pytest.raises(StoreMissing, match="exists already"):
        backup(store, tmp_path / "there")
    with pytest.raises(StoreMissing, match="exists already"):
        restore(store.folder, tmp_path / "there")
    with pytest.raises(StoreMissing, match="is no store"):
        restore(tmp_path / "there", tmp_path / "new")


def test_a_store_in_memory_cannot_be_copied(tmp_path):
    with open_store(MEMORY) as store, pytest.raises(SetupError, match="in memory"):
        backup(store, tmp_path / "backup")


def test_a_whole_store_has_no_faults(store):
    assert faults(store) == {}
    assert {finding.check for finding in examine(store)} == {
        "format",
        "lock",
        "snapshot",
        "quads",
        "texts",
        "graphs",
        "ledger",
        "texts file",
        "disk",
    }


def test_a_graph_of_no_document_is_found(store, numbered):
    stray = NamedNode("urn:stray")
    with store._engine.writing():
        store._engine.live.add(Quad(stray, stray, stray, stray))
        store.put(numbered(7))

    assert "urn:stray" in faults(store)["graphs"]


def test_quads_that_are_gone_are_found(store, numbered):
    gone = numbered(1, 2).document.id
    with store._engine.writing():
        store._engine.live.remove_graph(NamedNode(f"{gone}/graph"))
        store.put(numbered(7))

    assert gone in faults(store)["quads"]


def test_a_text_that_was_changed_is_found(store, numbered):
    changed = numbered(1, 2).document.id
    base = sqlite3.connect(store.folder / "texts.sqlite")
    base.execute("UPDATE document SET text = 'other' WHERE iri = ?", (changed,))
    base.commit()
    base.close()

    found = faults(store)
    assert changed in found["texts"]
    assert "full-text index" in found["texts file"]


def test_old_checkpoints_go_when_nobody_reads_them(folder, numbered):
    with open_store(folder) as writer, open_store(folder) as reader:
        writer.put(numbered(1))
        assert len(list(reader.readings())) == 1
        held = newest(folder / "snapshots")
        writer.put(numbered(2))
        writer.put(numbered(3))

        names = sorted(p.name for p in (folder / "snapshots").iterdir() if p.is_dir())
        assert len(names) == 2
        assert int(names[0]) == held

        assert len(list(reader.readings())) == 3
        writer.put(numbered(4))
        list(writer.readings())
    with open_store(folder) as writer:
        writer.put(numbered(5))
        assert len([p for p in (folder / "snapshots").iterdir() if p.is_dir()]) == 1


def test_a_reader_sees_nothing_half_done(folder, numbered):
    with open_store(folder) as writer, open_store(folder) as reader:
        writer.put(numbered(1))
        with writer.writing():
            writer.put(numbered(2))
            writer.remove(numbered(1).document.id)

            assert [d.doc_id for d in writer.documents()] == ["2.txt"]
            assert [d.doc_id for d in reader.documents()] == []
            assert reader.doc_ids(numbered(2).document.id) == ()
        assert [d.doc_id for d in reader.documents()] == ["2.txt"]


def test_a_checkpoint_that_is_missing_is_made_by_the_next_reader(folder, numbered):
    with open_store(folder) as writer:
        writer.put(numbered(1))
    for path in (folder / "snapshots").iterdir():
        if path.is_dir():
            for file in path.iterdir():
                file.unlink()
            path.rmdir()

    with open_store(folder) as reader:
        assert len(list(reader.readings())) == 1
    assert newest(folder / "snapshots") is not None


def test_quads_held_by_another_program_are_a_locked_store(folder, numbered):
    holder = Store(str(folder / "quads"))
    with open_store(folder) as store, pytest.raises(SetupError, match="held open"):
        store.put(numbered(1))
    del holder


def test_rdflib_reads_the_store(store):
    with_rdflib = store.rdflib()
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://w3id.org/sourcetrace/ns#Document> }"

    ((count,),) = with_rdflib.query(text)
    assert int(count) == 3
    assert len(list(with_rdflib.graphs())) >= 4


def test_rdflib_keeps_its_state_while_the_store_goes_on(store, numbered):
    with_rdflib = store.rdflib()
    before = len(with_rdflib)
    for number in range(5, 9):
        store.put(numbered(number))

    assert len(with_rdflib) == before
    assert len(store.rdflib()) > before
