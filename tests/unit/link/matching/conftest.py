"""Contents of made-up texts, ready to be compared."""

import pytest

from kg.link.gazetteer import gazetteer
from kg.link.matching import Verifier, contents


@pytest.fixture(scope="session")
def verifier():
    """The verifier that ships."""
    return Verifier()


@pytest.fixture(scope="session")
def taken(verifier):
    """The contents of texts of one language, or of pairs of a text and its language."""

    def make(*texts, lang="en"):
        pairs = [text if isinstance(text, tuple) else (text, lang) for text in texts]
        return contents(pairs, gazetteer(), verifier.frequency)

    return make
