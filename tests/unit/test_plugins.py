"""Parts are found by name, ours like anybody's."""

from importlib.metadata import EntryPoint

import pytest

from kg import plugins
from kg.errors import PluginBroken, UnknownPlugin


@pytest.mark.parametrize("kind", plugins.GROUPS)
def test_every_shipped_part_loads(kind):
    assert plugins.names(kind)
    for name in plugins.names(kind):
        assert callable(plugins.find(kind, name))


def test_an_unknown_name_is_refused_with_the_installed_ones():
    with pytest.raises(
        UnknownPlugin, match=r"no extractor is called 'oracle'; installed: .*default"
    ):
        plugins.find("extractor", "oracle")


def test_a_part_that_cannot_be_imported_says_why(monkeypatch):
    broken = EntryPoint("broken", "no.such.module:Thing", "kg.extractors")
    monkeypatch.setattr(plugins, "entry_points", lambda **_: [broken])

    with pytest.raises(PluginBroken, match="no"):
        plugins.find("extractor", "broken")
