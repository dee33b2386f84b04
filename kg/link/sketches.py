"""What is remembered of a document so that later ones can be compared with it.

Reading a text and encoding its sentences is the costly part; comparing is cheap. A sketch holds
all that comparing needs, so a new document costs no more in a large store than in a small one,
but for one look at every sketch.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np

from kg.link.gazetteer import Gazetteer
from kg.link.matching.contents import topics
from kg.link.matching.statements import Statement, statements
from kg.link.matching.tokens import anchors, tokens
from kg.link.namesakes import Sighting, sightings
from kg.link.reuse import Page, Passage, page_of
from kg.link.reuse.passages import passages
from kg.link.vectors import DIMENSIONS, Vectors, vectors
from kg.model import Agent, Reading, SourceId, SourceKind, Span

FORMAT = 1
"""Version of what a sketch holds; sketches of another one are made anew."""


@dataclass(frozen=True)
class Sketch:
    """One document, ready to be compared.

    Attributes:
        page: Its passages with their vectors.
        statements: What it says.
        said: The vector of each statement, one a row.
        anchors: Names, actors and numbers of each statement.
        topics: Names and actors of its headline and first lines.
        sightings: The agents in it.
        outlet: The publisher, if it is an outlet.
    """

    page: Page
    statements: tuple[Statement, ...]
    said: Vectors
    anchors: tuple[frozenset[str], ...]
    topics: frozenset[str]
    sightings: tuple[Sighting, ...]
    outlet: Agent | None


def sketch(reading: Reading, publisher: SourceId, voice: SourceId, known: Gazetteer) -> Sketch:
    """The sketch of a reading; its sentences are encoded here, in one batch."""
    document = reading.document
    found = passages(document)
    said = statements(reading)
    rows = vectors([*(p.span.of(document.text) for p in found), *(s.text for s in said)])
    agents = {agent.id: agent for agent in reading.agents}
    return Sketch(
        page=page_of(document, publisher, voice, found, rows[: len(found)]),
        statements=said,
        said=rows[len(found) :],
        anchors=tuple(anchors(tokens(s.text, s.lang, known)) for s in said),
        topics=topics(document.text, document.lang, known),
        sightings=sightings(reading),
        outlet=agents.get(publisher),
    )


def to_bytes(made: Sketch) -> bytes:
    """A sketch for keeping."""
    page = made.page
    plain = {
        "format": FORMAT,
        "page": {
            "document": page.document,
            "lang": page.lang,
            "url": page.url,
            "published": page.published,
            "credited_to": page.credited_to,
            "publisher": page.publisher,
            "voice": page.voice,
        },
        "passages": [[p.span.start, p.span.end, " ".join(p.words), p.own] for p in page.passages],
        "vectors": _packed(page.vectors),
        "statements": [asdict(s) for s in made.statements],
        "said": _packed(made.said),
        "anchors": [sorted(a) for a in made.anchors],
        "topics": sorted(made.topics),
        "sightings": [[asdict(s.agent), s.lang, list(s.beside)] for s in made.sightings],
        "outlet": asdict(made.outlet) if made.outlet else None,
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def from_bytes(kept: bytes) -> Sketch | None:
    """The sketch that was kept; None if it was made by another version."""
    plain = json.loads(kept.decode("utf-8", "surrogatepass"))
    if plain.get("format") != FORMAT:
        return None
    found = tuple(
        Passage(Span(start, end), tuple(words.split(" ")), own)
        for start, end, words, own in plain["passages"]
    )
    return Sketch(
        page=Page(**plain["page"], passages=found, vectors=_unpacked(plain["vectors"])),
        statements=tuple(Statement(**s) for s in plain["statements"]),
        said=_unpacked(plain["said"]),
        anchors=tuple(frozenset(a) for a in plain["anchors"]),
        topics=frozenset(plain["topics"]),
        sightings=tuple(
            Sighting(_agent(agent), lang, tuple(beside))
            for agent, lang, beside in plain["sightings"]
        ),
        outlet=_agent(plain["outlet"]) if plain["outlet"] else None,
    )


def _agent(plain: Mapping[str, object]) -> Agent:
    fields = dict(plain)
    fields["kind"] = SourceKind(str(plain["kind"]))
    names = plain["names"]
    fields["names"] = tuple((a, b) for a, b in names)  # type: ignore[attr-defined]
    return Agent(**fields)  # type: ignore[arg-type]


def _packed(rows: Vectors) -> str:
    return b64encode(rows.tobytes()).decode()


def _unpacked(text: str) -> Vectors:
    return np.frombuffer(b64decode(text), dtype=np.int8).reshape(-1, DIMENSIONS)
