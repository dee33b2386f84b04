"""Nothing is made for one story: other names and numbers leave the reading as it was.

Each file of ``substitutions/`` replaces every name and number of an article by others of the
same kind, articles and elisions included. The gold moves along with the words, so a source
that is missed, a relation that gets lost or a link too many shows as on the article itself.
"""

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg.model import SEEDS_BASE, Interval, Names

TABLES = sorted((Path(__file__).parent / "substitutions").glob("*.toml"))
ORIGINS = {"C1": (1, 1), "C4": (1, 1), "C7": (1, 1), "the find": (1, 2), "arms": (1, 5)}
WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Moved:
    """A text with other names, and where the offsets of the old one went.

    Attributes:
        text: The new text.
        starts: Start of each replaced stretch in the old text.
        ends: Its end.
        shifts: How far everything behind it moved.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def span(self, pair):
        start, end = pair
        return [start + self._shift(self.ends, start), end + self._shift(self.ends, end)]

    def _shift(self, ends, offset):
        passed = bisect_right(ends, offset)
        return self.shifts[passed - 1] if passed else 0


def moved(text, names):
    longest_first = sorted(names, key=len, reverse=True)
    found = list(re.finditer("|".join(rf"(?<!\w){re.escape(n)}" for n in longest_first), text))
    shifts, shift = [], 0
    for match in found:
        shift += len(names[match[0]]) - len(match[0])
        shifts.append(shift)
    new = re.sub(
        "|".join(rf"(?<!\w){re.escape(n)}" for n in longest_first), lambda m: names[m[0]], text
    )
    return Moved(new, tuple(m.start() for m in found), tuple(m.end() for m in found), tuple(shifts))


@pytest.fixture(params=TABLES, ids=lambda path: path.stem)
def retold(request, shipped, case_of):
    """An article with other names, and its gold moved along."""
    table = tomllib.loads(request.param.read_text("utf-8"))
    original = shipped(table["article"])
    other = moved(original.document.text, table["names"])
    document = replace(
        original.document,
        id=Names(SEEDS_BASE).document(other.text, url=original.document.url),
        text=other.text,
        title=other.text.partition("\n")[0],
    )
    entries = [_entry(e, other, table["sources"]) for e in original.entries]
    return case_of({"attributions": entries}, document)


def _entry(entry, other, sources):
    new = {k: v for k, v in entry.items() if k not in {"source_id", "source_name", "affiliation"}}
    for part in ("source", "cue", "content"):
        new[part] = entry[part] and [other.span(pair) for pair in entry[part]]
    if entry["id"] in sources:
        new["source_id"] = WIKIDATA + sources[entry["id"]]
    return new


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_no_name_or_number_of_the_article_is_left(table, shipped):
    given = tomllib.loads(table.read_text("utf-8"))
    text = shipped(given["article"]).document.text

    other = moved(text, given["names"]).text

    assert all(name in text for name in given["names"])
    assert proper(other) & proper(text) == set()


def proper(text):
    """Capitalised words inside sentences, and numbers; a title before a name is neither."""
    return set(re.findall(r"(?<=[^.\n] )(?<!« )[A-ZÉ][\w-]+|\d+", text)) - {"President"}


def test_the_gold_moves_along_with_the_words(retold):
    text = retold.document.text

    for attribution in retold.gold.values():
        for span in attribution.source.spans + attribution.cue + attribution.content:
            assert span.of(text) == span.of(text).strip()
            assert not text[span.start - 1 : span.start].isalnum()
            assert not text[span.end : span.end + 1].isalnum()


def test_every_link_is_right_and_none_is_false(retold, read, compare):
    assert compare(retold, read(retold.document)).faults == []


def test_unsourced_and_restating_lines_stay(retold, read, compare):
    comparison = compare(retold, read(retold.document))
    lines = comparison.unsourced

    assert lines["demanded"] <= lines["read"] <= lines["allowed"]
    assert set(comparison.restating) == {0, 2}
    assert all("a1" in restated for restated in comparison.restating.values())


def test_the_closing_question_yields_no_claim(retold, read, compare):
    reading = compare(retold, read(retold.document)).reading
    last = retold.document.text.count("\n")

    assert not any(last in retold.lines(a.content) for a in reading.attributions)


def test_the_figures_stay(retold, read, compare, ask):
    told = compare(retold, read(retold.document))

    found = {question: ask(told, question).origins.interval for question in ORIGINS}

    assert {q: (i.lower, i.upper) for q, i in found.items()} == ORIGINS
    assert ask(told, "arms", without="a2").origins.interval == Interval(1, 3)
    assert ask(told, "arms").status == "contested"
