"""Makes the scripts of the corpus importable, as they are when they are run."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

HEADER = "=== en-00-01 | genre=agency | topic=arms trade | country=Korea\n"
FILLER = " The harbour lay still." * 15


@pytest.fixture
def passage():
    """A passage of one text and its list of attributions, long enough to pass."""
    from corpus import markup  # noqa: PLC0415 - its folder is put on the path above

    def made(text, *entries):
        return markup.passages(f"{HEADER}{text}{FILLER}\n---\n" + "\n".join(entries))[0]

    return made
