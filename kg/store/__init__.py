"""Keeps readings as quads beside their frozen texts, and answers SPARQL.

``open_store`` is the way in::

    with open_store("kg-store", create=True) as store:
        store.put(reading)
        store.query("SELECT ?claim WHERE { ?attribution kg:conveys ?claim }")
"""

from pathlib import Path

from kg.errors import UnknownFormat
from kg.model import LOCAL_BASE, Names
from kg.store.backup import backup, dump_digest, restore
from kg.store.doctor import Finding, examine
from kg.store.layout import check_base, found, made
from kg.store.oxigraph import OxigraphStore

__all__ = [
    "MEMORY",
    "Finding",
    "OxigraphStore",
    "backup",
    "dump_digest",
    "examine",
    "open_store",
    "restore",
]

MEMORY = ":memory:"
"""Address of a store that is gone with the process."""


def open_store(
    address: str | Path, *, create: bool = False, base: str | None = None
) -> OxigraphStore:
    """The store at an address: a folder, or ``":memory:"``.

    Args:
        address: Where.
        create: Make the store if there is none; otherwise its absence is an error.
        base: Base IRI of a store that is made; an existing one must have been made with it.

    Raises:
        StoreMissing: There is none and none is to be made, or the folder holds something else.
        IncompatibleStore: It has another format version.
        BadSettings: It was made under another base.
        UnknownFormat: The address is no folder.
    """
    if str(address) == MEMORY:
        return OxigraphStore(Names(base or LOCAL_BASE))
    if "://" in str(address):
        raise UnknownFormat(f"a store is a folder; {address} is none")
    # A process may change its working folder while the store is open.
    folder = Path(address).absolute()
    is_new = create and not (folder / "store.toml").exists()
    layout = made(folder, base) if is_new else found(folder)
    check_base(layout, base)
    return OxigraphStore(layout.names, layout)
