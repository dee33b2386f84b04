import pytest

from kg.errors import BadSettings, IncompatibleStore, StoreMissing, UnknownFormat
from kg.model import LOCAL_BASE
from kg.store import MEMORY, open_store


def test_a_store_keeps_the_base_it_was_made_with(tmp_path):
    with open_store(tmp_path / "s", create=True, base="urn:mine/") as store:
        assert store.names.base == "urn:mine/"
    with open_store(tmp_path / "s", create=True) as store:
        assert store.names.base == "urn:mine/"
    with open_store(MEMORY) as store:
        assert store.names.base == LOCAL_BASE


def test_another_base_is_refused(folder):
    with pytest.raises(BadSettings, match="was made under the base"):
        open_store(folder, base="urn:other/")


def test_what_is_no_store_is_not_opened(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "half").mkdir()
    for address in ("nowhere", "file", "half"):
        with pytest.raises(StoreMissing, match="is no store"):
            open_store(tmp_path / address)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_with_other_files_does_not_become_a_store(tmp_path):
    (tmp_path / "thesis.odt").write_text("x")

    with pytest.raises(StoreMissing, match=r"thesis\.odt"):
        open_store(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_a_file_does_not_become_a_store(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreMissing, match="is a file"):
        open_store(tmp_path / "file", create=True)


def test_a_half_made_folder_is_made_again(tmp_path):
    (tmp_path / "s" / "snapshots").mkdir(parents=True)

    open_store(tmp_path / "s", create=True).close()
    open_store(tmp_path / "s").close()


@pytest.mark.parametrize(
    "stamp",
    [
        'format = 2\nbase = "urn:x/"\nbackend = "oxigraph"\n',
        'format = "1"\nbase = "urn:x/"\nbackend = "oxigraph"\n',
        'format = 1\nbackend = "oxigraph"\n',
        'format = 1\nbase = "urn:x/"\nbackend = "other"\n',
        "format = ",
        "",
    ],
)
def test_another_format_is_refused(folder, stamp):
    (folder / "store.toml").write_text(stamp)

    for create in (False, True):
        with pytest.raises(IncompatibleStore):
            open_store(folder, create=create)


def test_an_address_on_the_web_is_no_folder():
    with pytest.raises(UnknownFormat, match="a store is a folder"):
        open_store("https://example.org/sparql")
