"""The shipped folders are found."""

import pytest

from kg import resources
from kg.errors import ResourceMissing


@pytest.mark.parametrize("name", resources.FOLDERS)
def test_every_shipped_folder_is_found_and_holds_something(name):
    assert any(resources.folder(name).iterdir())
    with resources.on_disk(name) as path:
        assert path.is_dir()


def test_a_folder_that_does_not_ship_is_named():
    with pytest.raises(ResourceMissing, match="'nonsense'"):
        resources.folder("nonsense")
