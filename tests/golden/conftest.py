"""Hand-made readings of articles, and what a reading of ours lacks against them."""

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from kg import plugins, resources
from kg.answers.dossier import Dossier, dossier
from kg.answers.policy import Policy
from kg.model import (
    SEEDS_BASE,
    Attribution,
    ClaimId,
    Document,
    Names,
    Reading,
    Span,
    from_normal_form,
)
from kg.text import Reader

NAMES = Names(SEEDS_BASE)
GIVEN = Path(__file__).parent / "given" / "toropets.fr.json"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """One article and its gold.

    Attributes:
        document: The article.
        entries: The gold as written, marks beyond the normal form included.
        gold: The same as attributions, by the short id of the entry.
    """

    document: Document
    entries: tuple[dict[str, Any], ...]
    gold: dict[str, Attribution]

    def lines(self, spans: Iterable[Span]) -> set[int]:
        """The lines of the text, from 0, that ``spans`` touch."""
        starts = [0, *(m.end() for m in re.finditer("\n", self.document.text))]
        return {
            number
            for number, start in enumerate(starts)
            for span in spans
            if start < span.end and span.start < start + len(self._line(start))
        }

    def _line(self, start: int) -> str:
        return self.document.text[start:].partition("\n")[0] + " "

    def marked(self, mark: str) -> dict[str, Any]:
        """What the entries that have ``mark`` say there, by id."""
        return {e["id"]: e[mark] for e in self.entries if e.get(mark)}

    @property
    def demanded(self) -> dict[str, Attribution]:
        """The attributions that the article states and every reading must have."""
        optional = self.marked("optional")
        return {i: a for i, a in self.gold.items() if a.is_stated and i not in optional}

    @property
    def own_voice(self) -> dict[str, Attribution]:
        return {i: a for i, a in self.gold.items() if a.is_own_voice}


@pytest.fixture(scope="session")
def case_of() -> Callable[[dict[str, Any], Document], Case]:
    """Makes a case of a gold record and its article."""
    return _case


def _case(record: dict[str, Any], document: Document) -> Case:
    entries = tuple(record["attributions"])
    normal = record | {"attributions": [_without_marks(e) for e in entries]}
    gold = from_normal_form(normal, document)
    return Case(document, entries, dict(zip((e["id"] for e in entries), gold, strict=True)))


def _without_marks(entry: dict[str, Any]) -> dict[str, Any]:
    marks = {"claim", "optional", "restates", "same_source"}
    return {key: value for key, value in entry.items() if key not in marks}


@pytest.fixture(scope="session")
def shipped() -> Callable[[str], Case]:
    """An article of ``seeds/`` with its gold, by ``doc_id``."""

    def load(doc_id: str) -> Case:
        with resources.on_disk("seeds") as folder:
            record = json.loads((folder / "gold" / f"{doc_id}.json").read_text("utf-8"))
            (document,) = Reader(NAMES, ("en", "fr")).read([folder / f"{doc_id}.jsonl"])
        assert isinstance(document, Document)
        return _case(record, document)

    return load


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of texts that may not be shipped."""
    folder = os.environ.get("KG_EVAL_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("KG_EVAL_DATA does not name the folder of the texts that are not shipped")
    return Path(folder)


@pytest.fixture(scope="session")
def given(data_folder: Path) -> Case:
    """The given article with its gold; the repository holds offsets and a hash of it only."""
    path = data_folder / "seeds" / "toropets.fr.txt"
    if not path.is_file():
        pytest.skip(f"KG_EVAL_DATA has no {path.name}")
    text = path.read_text("utf-8")
    record = json.loads(GIVEN.read_text("utf-8"))
    assert sha256(text.encode()).hexdigest() == record["sha256"], "the gold is of another text"
    document = Document(
        id=NAMES.document(text),
        doc_id=record["doc_id"],
        text=text,
        lang=record["lang"],
        title=text.partition("\n")[0],
    )
    return _case(record, document)


@pytest.fixture(scope="session")
def read() -> Callable[[Document], Reading]:
    """Reads a document with the extractor and the linker that ship."""
    extractor = plugins.find("extractor", "default")()
    linker = plugins.find("linker", "default")()

    def reading(document: Document) -> Reading:
        return linker.link(document, extractor.extract(document), NAMES)

    return reading


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reading laid beside the gold.

    Attributes:
        case: The gold.
        reading: What was read.
        found: The attribution of the reading for each gold one that has one.
    """

    case: Case
    reading: Reading
    found: dict[str, Attribution]

    @property
    def faults(self) -> list[str]:
        """Everything that is missing, wrong or too much, in words."""
        wanted = self.case.demanded | self._implied()
        missing = [
            f"{i} is missing: {self._words(a)}" for i, a in wanted.items() if i not in self.found
        ]
        wrong = [
            f"{i}: {fault}" for i, a in wanted.items() if i in self.found for fault in self._of(i)
        ]
        return missing + wrong + self._too_many()

    def claims(self, i: str) -> set[ClaimId]:
        """The claims that ``i`` conveys, itself or because it relays who does."""
        inner = [n for n, a in self.found.items() if a.nested_in == self.found[i].id]
        own = set(self.reading.claims_of(self.found[i].id))
        return own.union(*(self.claims(n) for n in inner))

    @property
    def unsourced(self) -> dict[str, set[int]]:
        """Lines that the article says itself: in the reading, demanded and allowed by the gold."""
        gold, optional = self.case.own_voice, self.case.marked("optional")
        read = [a for a in self.reading.attributions if a.is_own_voice]
        return {
            "read": self._lines(read),
            "demanded": self._lines(a for i, a in gold.items() if i not in optional),
            "allowed": self._lines(gold.values()),
        }

    @property
    def restating(self) -> dict[int, set[str]]:
        """The lines that say again what the article also attributes, and which entries they do."""
        own = {a.id: a for a in self.reading.attributions if a.is_own_voice}
        said = {i: self.claims(i) for i in self.found}
        restating: dict[int, set[str]] = {}
        for conveyance in self.reading.conveyances:
            if conveyance.restates and conveyance.attribution in own:
                same = {
                    i
                    for i, claims in said.items()
                    if conveyance.claim in claims and self.case.gold[i].is_stated
                }
                for line in self.case.lines(own[conveyance.attribution].content):
                    restating.setdefault(line, set()).update(same)
        return restating

    def _lines(self, attributions: Iterable[Attribution]) -> set[int]:
        return {line for a in attributions for line in self.case.lines(a.content)}

    def _implied(self) -> dict[str, Attribution]:
        return {i: a for i, a in self.case.gold.items() if a.implied}

    def _words(self, attribution: Attribution) -> str:
        parts = (attribution.source.spans, attribution.cue, attribution.content)
        quotes = (self.case.document.quotes(part) or "-" for part in parts)
        return " | ".join(quotes)

    def _of(self, i: str) -> list[str]:
        gold, ours = self.case.gold[i], self.found[i]
        text = self.case.document.text
        entry = next(e for e in self.case.entries if e["id"] == i)
        faults = []
        if source_f1(gold.source.spans, ours.source.spans, text) < 0.5:
            faults.append(f"source {self.case.document.quotes(ours.source.spans)!r}")
        if gold.cue and not letters(gold.cue, text) & letters(ours.cue, text):
            faults.append(f"cue {self.case.document.quotes(ours.cue)!r}")
        parent = self.found.get(entry["nested_in"])
        if ours.nested_in != (parent.id if parent else None):
            faults.append(f"nested in {ours.nested_in}, not in {entry['nested_in']}")
        faults += [
            f"{part} {getattr(ours, part)}, not {entry[part]}"
            for part in ("stance", "writer_certainty", "form")
            if entry[part] and getattr(ours, part) != entry[part]
        ]
        return faults + self._source_faults(entry, ours)

    def _source_faults(self, entry: dict[str, Any], ours: Attribution) -> list[str]:
        faults = []
        if ours.source.kind != entry["source_kind"]:
            faults.append(f"source kind {ours.source.kind}, not {entry['source_kind']}")
        if entry.get("source_id") and ours.source.id != entry["source_id"]:
            faults.append(f"source {ours.source.id}, not {entry['source_id']}")
        twin = self.found.get(entry.get("same_source", ""))
        if twin and ours.source.id != twin.source.id:
            faults.append(f"source {ours.source.id}, not that of {entry['same_source']}")
        if entry["source_kind"] == "unnamed" and ours.source.name:
            faults.append(f"an unnamed source is called {ours.source.name!r}")
        set_against = self.found.get(entry.get("set_against", ""))
        if set_against and ours.set_against != set_against.id:
            faults.append(f"set against {ours.set_against}, not {entry['set_against']}")
        return faults

    def _too_many(self) -> list[str]:
        text = self.case.document.text
        answered = {a.id for a in self.found.values()}
        free = [self.case.gold[i] for i in self.case.marked("optional") if i in self.case.gold]
        return [
            f"false attribution: {self._words(a)} ({a.rule})"
            for a in self.reading.attributions
            if not a.is_own_voice
            and a.id not in answered
            and not any(iou(a.content, g.content, text) >= 0.5 for g in free if g.is_stated)
        ]


QUESTIONS = {
    "C1": ("a1",),
    "C4": ("a7",),
    "C7": ("a12",),
    "the find": ("a1", "a4"),
    "arms": ("a1", "a4", "a7", "a10", "a12"),
}
"""What is asked of a telling of the story: the contents of these, as one proposition."""


@pytest.fixture(scope="session")
def ask() -> Callable[..., Dossier]:
    """The dossier of a question of ``QUESTIONS``, from what was read of one article."""

    def answer(comparison: Comparison, question: str, *, without: str | None = None) -> Dossier:
        claims = set().union(*(comparison.claims(i) for i in QUESTIONS[question]))
        ignored = {comparison.found[without].source.id} if without else set()
        reading = comparison.reading
        policy = Policy(ignore=frozenset(ignored), side=bool(without))
        return dossier([reading], claims, reading.relations, policy)

    return answer


@pytest.fixture(scope="session")
def compare() -> Callable[[Case, Reading], Comparison]:
    """Lays a reading beside the gold: contents by overlap, ties by cue and source."""

    def comparison(case: Case, reading: Reading) -> Comparison:
        return Comparison(case, reading, _pairs(case, reading))

    return comparison


def _pairs(case: Case, reading: Reading) -> dict[str, Attribution]:
    text = case.document.text
    ranked = sorted(
        (
            (_likeness(gold, ours, text), i, ours)
            for (i, gold), ours in product(case.gold.items(), reading.attributions)
            if gold.is_own_voice == ours.is_own_voice and gold.implied == ours.implied
            if iou(gold.content, ours.content, text) >= 0.5
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2].id),
    )
    found: dict[str, Attribution] = {}
    for _, i, ours in ranked:
        if i not in found and ours.id not in {a.id for a in found.values()}:
            found[i] = ours
    return found


def _likeness(gold: Attribution, ours: Attribution, text: str) -> float:
    same_cue = bool(letters(gold.cue, text) & letters(ours.cue, text))
    same_source = source_f1(gold.source.spans, ours.source.spans, text)
    return 2 * same_cue + 2 * same_source + iou(gold.content, ours.content, text)


def letters(spans: Iterable[Span], text: str) -> set[int]:
    """Positions of the letters and digits in ``spans``: quote marks and spaces decide nothing."""
    return {i for s in spans for i in range(s.start, s.end) if text[i].isalnum()}


def iou(one: Iterable[Span], other: Iterable[Span], text: str) -> float:
    """Letters in both over letters in either."""
    a, b = letters(one, text), letters(other, text)
    return len(a & b) / len(a | b) if a | b else 0.0


def source_f1(gold: Iterable[Span], ours: Iterable[Span], text: str) -> float:
    """F1 of the words of two mentions by position; two empty mentions agree."""
    a, b = (
        {m.start() + s.start for s in side for m in _WORD.finditer(s.of(text))}
        for side in (tuple(gold), tuple(ours))
    )
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
