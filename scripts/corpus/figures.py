"""Counts what a set of passages holds, for the datasheet and for those who write."""

import re
from collections import Counter

from corpus.check import CERTAINTIES, KINDS, STANCES
from corpus.markup import Passage

PRONOUNS = set(
    "he she they it who i we you il elle ils elles on qui celui-ci celle-ci ceux-ci celles-ci "
    "ce dernier cette dernière ces derniers je nous lui the latter the former".split()
)

SENTENCE = 4
"""Words from which a piece between full stops is counted as a sentence."""


def figures(passages: list) -> Counter:
    """Counts over passages: words, attributions and their kinds."""
    count: Counter = Counter()
    for passage in passages:
        by_id = {entry["id"]: entry for entry in passage.entries}
        count["passages"] += 1
        count["words"] += len(passage.text.split())
        count["sentences without attribution"] += _silent(passage)
        for entry in passage.entries:
            for kind in _kinds(entry, by_id, passage.text):
                count[kind] += 1
    return count


def _kinds(entry: dict, by_id: dict, text: str) -> list[str]:
    if entry.get("optional"):
        return ["optional"]
    depth, parent = 0, entry["nested_in"]
    while parent:
        depth, parent = depth + 1, by_id[parent]["nested_in"]
    source = " ".join(text[start:end] for start, end in entry["source"] or ())
    tests = {
        "attributions": True,
        "nested": depth >= 1,
        "depth 2 or more": depth > 1,
        "denies or declines": entry["stance"] in {"denies", "declines"},
        "pronoun or short form": source.lower() in PRONOUNS or _is_short(entry, source),
        "unnamed": entry["source_kind"] == "unnamed",
        "null source": not entry["source"],
        "discontinuous content": len(entry["content"]) > 1,
        f"form {entry['form']}": True,
        f"stance {entry['stance']}": True,
        f"certainty {entry['writer_certainty']}": True,
        f"kind {entry['source_kind']}": True,
    }
    return [name for name, holds in tests.items() if holds]


def _is_short(entry: dict, source: str) -> bool:
    """Whether the words of a source do not say its whole name ("the agency")."""
    name = entry["source_name"]
    if not source or entry["source_kind"] == "state":
        return False
    return _key(name) not in _key(source) if name else entry["source_kind"] == "person"


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()


def _silent(passage: Passage) -> int:
    starts = [start for entry in passage.entries for start, _ in entry["content"]]
    ends = [end for entry in passage.entries for _, end in entry["content"]]
    silent = 0
    position = 0
    for sentence in re.split(r"(?<=[.!?…»”])\s+", passage.text):
        start = passage.text.find(sentence, position)
        end = start + len(sentence)
        position = end
        if len(sentence.split()) >= SENTENCE and not any(
            s < end and e > start for s, e in zip(starts, ends, strict=True)
        ):
            silent += 1
    return silent


def table(count: Counter) -> str:
    """The counts as lines, shares of attributions beside them."""
    total = count["attributions"] or 1
    whole = {"passages", "words", "attributions", "sentences without attribution", "optional"}
    return "\n".join(
        f"{name:32} {n:6}" + ("" if name in whole else f"  {100 * n / total:5.1f} %")
        for name, n in sorted(count.items())
    )


ROWS = (
    "passages",
    "words",
    "attributions",
    "optional",
    "sentences without attribution",
    "nested",
    "depth 2 or more",
    "denies or declines",
    "pronoun or short form",
    "unnamed",
    "null source",
    "discontinuous content",
    "form direct",
    "form mixed",
    "form indirect",
    *(f"stance {stance}" for stance in sorted(STANCES)),
    *(f"certainty {certainty}" for certainty in sorted(CERTAINTIES)),
    *(f"kind {kind}" for kind in sorted(KINDS)),
)
"""What the datasheet counts, in its order."""


def datasheet(parts: dict[str, list]) -> str:
    """A table in Markdown: a row each thing counted, a column each part."""
    counts = {name: figures(passages) for name, passages in sorted(parts.items())}
    lines = ["| | " + " | ".join(counts) + " |", "|---" * (len(counts) + 1) + "|"]
    lines += [
        f"| {row} | " + " | ".join(f"{count[row]:,}" for count in counts.values()) + " |"
        for row in ROWS
    ]
    return "\n".join(lines)
