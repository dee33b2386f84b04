"""Finds the folders that ship beside the code: ``ontology``, ``queries``, ``seeds``.

In a checkout (and so in an editable install) the live folder is read; in a wheel the copy
that the build put under ``kg/_data``. Works from a zip as well: hand the answer on as a
`Traversable`, or ask `on_disk` for a real path.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import ResourceMissing

FOLDERS = ("ontology", "queries", "seeds")

_CHECKOUT = Path(__file__).resolve().parent.parent


def folder(name: str) -> Traversable:
    """The shipped folder ``name``.

    Raises:
        ResourceMissing: It is neither in the checkout nor in the installed package.
    """
    live = _CHECKOUT / name
    if (_CHECKOUT / "pyproject.toml").is_file() and live.is_dir():
        return live
    packed = files("kg") / "_data" / name
    if packed.is_dir():
        return packed
    raise ResourceMissing(
        f"the folder {name!r} did not ship with this installation; reinstall sourcetrace"
    )


@contextmanager
def on_disk(name: str) -> Iterator[Path]:
    """The shipped folder ``name`` as a path, unpacked for a while if it lies in a zip."""
    with as_file(folder(name)) as path:
        yield path
