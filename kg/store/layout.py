"""What a store's folder holds, and the stamp that says it is one.

::

    kg-store/ store.toml      format version, base IRI, quads backend
              quads/          Oxigraph (RocksDB)
              texts.sqlite    frozen texts, full-text index, ledger
              matching.sqlite notes of comparing documents; rebuildable
              snapshots/      checkpoints that readers open
              lock            who is writing, or wrote last

``store.toml`` is written last when a store is made, so a half-made folder is no store and can
be made again.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import BadSettings, IncompatibleStore, StoreMissing
from kg.model import LOCAL_BASE, Names

FORMAT = 1
"""Version of the layout and of what the quads mean; another one is refused, never guessed at."""

BACKEND = "oxigraph"

_DATABASES = ("texts.sqlite", "matching.sqlite")
_OUR_FILES = {"quads", "snapshots", "lock", "dead-letters.jsonl"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of one store lie.

    Attributes:
        folder: The store's folder.
        names: Mints IRIs under the base that was chosen when the store was made.
    """

    folder: Path
    names: Names

    @property
    def quads(self) -> Path:
        """Folder of the live quads; only the writer opens it."""
        return self.folder / "quads"

    @property
    def texts(self) -> Path:
        """File of the frozen texts and the ledger."""
        return self.folder / "texts.sqlite"

    @property
    def workbook(self) -> Path:
        """File of the notes that comparing documents leaves."""
        return self.folder / "matching.sqlite"

    @property
    def snapshots(self) -> Path:
        """Folder of the checkpoints."""
        return self.folder / "snapshots"

    @property
    def lock(self) -> Path:
        """File that the writer locks."""
        return self.folder / "lock"


def found(folder: Path) -> Layout:
    """The layout of an existing store.

    Raises:
        StoreMissing: The folder is not there, or is no store.
        IncompatibleStore: It was written in another format.
    """
    stamp = folder / "store.toml"
    try:
        read = tomllib.loads(stamp.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreMissing(
            f"{folder} is no store; make one with `kg ingest --store {folder} …`"
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise IncompatibleStore(f"{stamp} cannot be read: {error}") from error
    return Layout(folder, Names(_base_of(read, stamp)))


def made(folder: Path, base: str | None) -> Layout:
    """The layout of a new store in ``folder``, which is empty or not there yet.

    Raises:
        StoreMissing: The folder holds something else.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreMissing(f"{folder} is a file; a store is a folder")
    if foreign := _foreign(folder):
        raise StoreMissing(f"{folder} holds other files ({foreign}, …); choose an empty folder")
    layout = Layout(folder, Names(base or LOCAL_BASE))
    try:
        layout.snapshots.mkdir(parents=True, exist_ok=True)
        draft = folder / "store.toml.new"
        draft.write_text(_stamp(layout.names.base), "utf-8")
        draft.replace(folder / "store.toml")
    except OSError as error:
        raise StoreMissing(f"no store can be made in {folder}: {error.strerror}") from error
    return layout


def check_base(layout: Layout, wanted: str | None) -> None:
    """Refuse to open a store under another base than it was made with.

    Raises:
        BadSettings: The bases differ; every IRI of the store holds its own.
    """
    if wanted and wanted != layout.names.base:
        raise BadSettings(
            f"{layout.folder} was made under the base {layout.names.base}, not {wanted}; "
            "unset KG_BASE or use another folder"
        )


def _base_of(stamp: Mapping[str, Any], path: Path) -> str:
    version, base, backend = (stamp.get(key) for key in ("format", "base", "backend"))
    if version != FORMAT:
        raise IncompatibleStore(
            f"{path.parent} has format {version!r} and this release reads {FORMAT}; export it "
            "with the release that wrote it and ingest it anew"
        )
    if not isinstance(base, str) or backend != BACKEND:
        raise IncompatibleStore(f"{path} has no base or another backend than {BACKEND!r}")
    return base


def _stamp(base: str) -> str:
    # A JSON string is a TOML string.
    return f'format = {FORMAT}\nbase = {json.dumps(base)}\nbackend = "{BACKEND}"\n'


def _foreign(folder: Path) -> str | None:
    if not folder.is_dir():
        return None
    names = sorted(path.name for path in folder.iterdir())
    beside = (f"{name}{end}" for name in _DATABASES for end in ("-wal", "-shm"))
    ours = (*_OUR_FILES, *_DATABASES, *beside, "store.toml", "store.toml.new")
    return next((name for name in names if name not in ours), None)
