"""Reads the literal markup that the corpus is written in.

One file an author run; passages follow one another:

    === fr-01-03 | genre=agency | topic=ferry strike | country=Greece
    {s1|CNN} {q1|reports} that {c1|{s2|officials} {q2|say} {c2|the port is shut}}.
    ---
    1 asserts neutral outlet "CNN"
    2 asserts neutral unnamed - in=1

``{s1|…}`` is a source, ``{q1|…}`` a cue, ``{c1|…}`` a content; a part that stands in several
places is marked several times; ``{q1,2|…}`` belongs to two attributions. Offsets and form are
computed, never typed.
"""

import re
from dataclasses import dataclass, field

from corpus.quotation import form_of

HEADER = re.compile(r"^=== (?P<id>[a-z]{2}-\d{2}-\d{2})(?P<rest>( \| \w+=[^|]+)+)$")
OPEN = re.compile(r"\{(?P<part>[sqc])(?P<ids>\d+(?:,\d+)*)\|")
ENTRY = re.compile(
    r"^(?P<id>\d+) (?P<stance>\w+) (?P<certainty>\w+) (?P<kind>[\w-]+) "
    r"(?P<name>-|\"[^\"]+\")(?P<rest>( [\w-]+(=(\"[^\"]*\"|\d+))?)*)$"
)
FLAG = re.compile(r"([\w-]+)(?:=(?:\"([^\"]*)\"|(\d+)))?")
PARTS = {"s": "source", "q": "cue", "c": "content"}
FLAGS = {"in", "optional", "retracts", "witnessed", "speaks_for", "affiliation"}


class MarkupError(Exception):
    """The markup cannot be read; says where and why."""


@dataclass
class Passage:
    """One passage with its attributions in the normal form."""

    id: str
    meta: dict[str, str]
    text: str
    entries: list[dict] = field(default_factory=list)


def passages(source: str) -> list[Passage]:
    """Every passage of one markup file."""
    blocks = re.split(r"(?m)^(?==== )", source)
    return [_passage(block) for block in blocks if block.startswith("=== ")]


def _passage(block: str) -> Passage:
    header, _, rest = block.partition("\n")
    match = HEADER.match(header.rstrip())
    if not match:
        raise MarkupError(f"header not understood: {header!r}")
    name = match["id"]
    meta = dict(item.split("=", 1) for item in match["rest"].strip(" |").split(" | "))
    marked, separator, listing = rest.partition("\n---\n")
    if not separator:
        raise MarkupError(f"{name}: no line '---' between text and attributions")
    text, spans = _read(name, marked.strip("\n"))
    passage = Passage(name, {key: value.strip() for key, value in meta.items()}, text)
    for line in filter(None, map(str.strip, listing.splitlines())):
        passage.entries.append(_entry(name, line, spans, text))
    known = {entry["id"] for entry in passage.entries}
    if len(known) != len(passage.entries):
        raise MarkupError(f"{name}: an attribution is listed twice")
    if stray := {number for number, _ in spans} - {int(k[1:]) for k in known}:
        raise MarkupError(f"{name}: marked in the text but not listed: {sorted(stray)}")
    return passage


def _read(name: str, marked: str) -> tuple[str, dict[tuple[int, str], list[list[int]]]]:
    """Text without marks, and the spans of each (attribution, part)."""
    out: list[str] = []
    length = 0
    stack: list[tuple[str, list[int], int]] = []
    spans: dict[tuple[int, str], list[list[int]]] = {}
    position = 0
    while position < len(marked):
        if opened := OPEN.match(marked, position):
            ids = [int(number) for number in opened["ids"].split(",")]
            stack.append((PARTS[opened["part"]], ids, length))
            position = opened.end()
            continue
        character = marked[position]
        if character == "}":
            if not stack:
                raise MarkupError(f"{name}: '}}' closes nothing near {marked[:position][-40:]!r}")
            part, ids, start = stack.pop()
            for number in ids:
                spans.setdefault((number, part), []).append([start, length])
        elif character == "{":
            raise MarkupError(f"{name}: mark not understood: {marked[position : position + 30]!r}")
        else:
            out.append(character)
            length += 1
        position += 1
    if stack:
        raise MarkupError(f"{name}: {len(stack)} mark(s) never closed: {stack}")
    return "".join(out), {key: sorted(found) for key, found in spans.items()}


def _entry(name: str, line: str, spans: dict, text: str) -> dict:
    match = ENTRY.match(line)
    if not match:
        raise MarkupError(f"{name}: line not understood: {line!r}")
    flags = {key: quoted or number or True for key, quoted, number in FLAG.findall(match["rest"])}
    if unknown := flags.keys() - FLAGS:
        raise MarkupError(f"{name}: unknown flag {sorted(unknown)} in {line!r}")
    number = int(match["id"])
    content = spans.get((number, "content"), [])
    entry = {
        "id": f"E{number}",
        "source": spans.get((number, "source")),
        "cue": spans.get((number, "cue"), []),
        "content": content,
        "nested_in": f"E{flags['in']}" if "in" in flags else None,
        "stance": match["stance"],
        "writer_certainty": match["certainty"],
        "form": form_of(text, content),
        "source_kind": match["kind"],
        "source_name": None if match["name"] == "-" else match["name"].strip('"'),
    }
    for flag in ("speaks_for", "affiliation"):
        if flag in flags:
            entry[flag] = flags[flag]
    if "witnessed" in flags:
        entry["evidential"] = "witnessed"
    for flag in ("optional", "retracts"):
        if flag in flags:
            entry[flag] = True
    return entry
