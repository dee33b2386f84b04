"""Builders of documents and attributions for the tests of linking."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kg.model import (
    Attribution,
    Document,
    DocumentId,
    Names,
    Source,
    SourceKind,
    Span,
    Stance,
    attribution_id,
)

HERE = Path(__file__).parent
_MARK = re.compile(r"\[([scp]):((?:[^\[\]])*)\]")


@dataclass
class Written:
    """A text under construction: marked lines become text and attributions."""

    lang: str
    name: str = "d"
    text: str = ""
    attributions: list = field(default_factory=list)
    expected: dict = field(default_factory=dict)

    def line(self, marked, **fields):
        """Add one line; ``[s:…] [c:…] [p:…]`` mark source, cue and content."""
        expected = re.match(r"(?:=(\d+)|-) ", marked)
        start = len(self.text)
        spans = {"s": [], "c": [], "p": []}
        body, at = "", 0
        marked = marked[expected.end() :] if expected else marked
        for mark in _MARK.finditer(marked):
            body += marked[at : mark.start()]
            place = start + len(body)
            spans[mark[1]].append(Span(place, place + len(mark[2])))
            body += mark[2]
            at = mark.end()
        body += marked[at:]
        self.text += body + "\n"
        own = not spans["p"]
        content = spans["p"] or [Span(start, start + len(body))]
        kind = SourceKind.OWN_VOICE if own else SourceKind.UNNAMED
        source = Source(kind=fields.pop("guess", kind), spans=tuple(spans["s"]))
        identity = attribution_id(DocumentId(f"urn:{self.name}"), spans["s"], spans["c"], content)
        made = Attribution(identity, source, tuple(spans["c"]), tuple(content), **fields)
        self.attributions.append(made)
        if expected:
            self.expected[identity] = int(expected[1]) if expected[1] else None
        return made

    def document(self, **fields):
        return Document(DocumentId(f"urn:{self.name}"), self.name, self.text, self.lang, **fields)


@pytest.fixture(scope="session")
def written():
    """A maker of texts."""
    return Written


@pytest.fixture(scope="session")
def names():
    return Names()


@pytest.fixture(scope="session")
def denies():
    return Stance.DENIES


def restatement_texts(half):
    tables = tomllib.loads((HERE / "restatements.toml").read_text(encoding="utf-8"))
    for number, table in enumerate(tables["text"]):
        if table["half"] == half:
            text = Written(table["lang"], f"{half}{number}")
            for line in table["lines"].strip().splitlines():
                declined = "refus" in line or "dément" in line
                text.line(line, **({"stance": Stance.DENIES} if declined else {}))
            yield text


@pytest.fixture(scope="session")
def restatements():
    """The texts of one half of restatements.toml."""
    return restatement_texts
