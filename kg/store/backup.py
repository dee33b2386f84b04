"""A store copied to another folder and back, checked by the digest of what it holds."""

import shutil
from hashlib import sha256
from pathlib import Path

from kg.errors import CheckFailed, StoreMissing
from kg.store.layout import Layout, found, made
from kg.store.oxigraph import OxigraphStore


def dump_digest(store: OxigraphStore) -> str:
    """SHA-256 of all quads as sorted lines of N-Quads, in hexadecimal."""
    digest = sha256()
    for line in store.statements():
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def backup(store: OxigraphStore, target: Path) -> str:
    """Copy a store into a folder that does not exist yet, and check the copy.

    Returns:
        The digest that both dumps have.

    Raises:
        StoreMissing: The target exists already.
        StoreLocked: Another process is writing.
        CheckFailed: The copy holds something else.
    """
    with store.writing():
        copy = _fresh(target, store.names.base)
        store.copy_quads(copy.quads)
        store.ledger.copy_to(copy.texts)
        digest = dump_digest(store)
    return _checked(copy, digest)


def restore(source: Path, target: Path) -> str:
    """Make a store out of a backup, in a folder that does not exist yet, and check it.

    Returns:
        The digest that both dumps have.

    Raises:
        StoreMissing: The source is no store, or the target exists already.
        IncompatibleStore: The backup has another format.
        CheckFailed: The copy holds something else.
    """
    with OxigraphStore((layout := found(source)).names, layout) as store:
        return backup(store, target)


def _fresh(target: Path, base: str) -> Layout:
    if target.exists():
        raise StoreMissing(f"{target} exists already; name a folder that does not")
    return made(target, base)


def _checked(copy: Layout, wanted: str) -> str:
    with OxigraphStore(copy.names, copy) as store:
        digest = dump_digest(store)
    if digest != wanted:
        shutil.rmtree(copy.folder)
        raise CheckFailed(f"the copy in {copy.folder} was not whole and is gone; try again")
    return digest
