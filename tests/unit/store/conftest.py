"""Readings for the tests of the store's parts."""

import pytest

from kg.model import (
    Agent,
    Attribution,
    Conveyance,
    Document,
    Names,
    Reading,
    Source,
    SourceId,
    SourceKind,
    Span,
    attribution_id,
)
from kg.store import open_store

NAMES = Names("https://example.org/news/")


def _reading(number, sentences=1):
    sentence = f"The mayor says that bridge {number} is closed."
    text = "\n".join([sentence] * sentences)
    document = Document(NAMES.document(text), f"{number}.txt", text, "en")
    mayor = SourceId(f"{NAMES.base}agent/mayor")
    attributions = []
    for place in range(sentences):
        start = place * (len(sentence) + 1)
        spans = tuple(
            (Span(start + a, start + b),) for a, b in ((0, 9), (10, 14), (20, len(sentence) - 1))
        )
        source = Source(SourceKind.PERSON, spans[0], "mayor", mayor)
        id_ = attribution_id(document.id, *spans)
        attributions.append(Attribution(id_, source, spans[1], spans[2]))
    claim = NAMES.claim(f"bridge {number} is closed")
    return Reading(
        document=document,
        attributions=tuple(attributions),
        conveyances=tuple(Conveyance(a.id, claim) for a in attributions),
        agents=(Agent(mayor, SourceKind.PERSON, "mayor"),),
    )


@pytest.fixture(scope="session")
def numbered():
    """The reading of a document about bridge number …, some sentences long."""
    return _reading


@pytest.fixture
def folder(tmp_path):
    """A folder with an empty store in it."""
    open_store(tmp_path / "store", create=True, base=NAMES.base).close()
    return tmp_path / "store"
