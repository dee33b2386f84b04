"""Holds passages to the rules of ``docs/reference/annotation.md``."""

import re

from corpus.markup import Passage

STANCES = set("asserts denies confirms questions demands commits predicts declines unclear".split())
CERTAINTIES = {"committed", "neutral", "distanced"}
KINDS = set("outlet agency state body organization person document unnamed".split())
GENRES = set(
    "agency press-review live broadcast longform tabloid translated regional analysis "
    "interview brief science sport business court newsletter".split()
)
SHORTEST, LONGEST = 60, 250
COMPLEMENTIZERS = {
    "fr": re.compile(r"(que|qu['’])\s?", re.IGNORECASE),
    "en": re.compile(r"that\s(?!(is|was|would|will|has|had|does|did|can|could|may|might|the)\b)"),
}
LEADING = {
    "fr": re.compile(r"(selon|d['’]après|par|du|au|aux|à en croire|pour|chez)\s", re.IGNORECASE),
    "en": re.compile(r"(according to|by|per|from|citing)\s", re.IGNORECASE),
}
CLOSING = {"«": "»", "“": "”", '"': '"'}


def problems(passage: Passage) -> list[str]:
    """What breaks a rule in one passage, each with its place."""
    lang = passage.id[:2]
    found = []
    words = len(passage.text.split())
    if not SHORTEST <= words <= LONGEST:
        found.append(f"{words} words; a passage has {SHORTEST} to {LONGEST}")
    if passage.meta.get("genre") not in GENRES:
        found.append(f"genre {passage.meta.get('genre')!r} is none of {sorted(GENRES)}")
    found += [f"no {key}" for key in ("topic", "country") if not passage.meta.get(key)]
    by_id = {entry["id"]: entry for entry in passage.entries}
    for entry in passage.entries:
        broken = _values(entry) + _spans(entry, passage.text, lang)
        broken += _nesting(entry, by_id, passage.text)
        found += [f"attribution {entry['id'][1:]}: {problem}" for problem in broken]
    return [f"{passage.id}: {problem}" for problem in found]


def _values(entry: dict) -> list[str]:
    found = []
    for key, allowed in (
        ("stance", STANCES),
        ("writer_certainty", CERTAINTIES),
        ("source_kind", KINDS),
    ):
        if entry[key] not in allowed:
            found.append(f"{key} {entry[key]!r} is none of {sorted(allowed)}")
    if entry["source_kind"] == "unnamed" and entry["source_name"]:
        found.append("an unnamed source has no name (write -)")
    if entry["source_kind"] not in {"unnamed", "person", "document"} and not entry["source_name"]:
        found.append(f"a {entry['source_kind']} has a name")
    if not entry["source"] and entry["source_kind"] != "unnamed":
        found.append("no source is marked, so its kind is unnamed")
    if entry.get("retracts") and entry["stance"] != "denies":
        found.append("what is retracted has the stance denies")
    return found


PARTS = ("source", "cue", "content")


def _spans(entry: dict, text: str, lang: str) -> list[str]:
    found = [f"no {part}" for part in ("cue", "content") if not entry[part]]
    found += [
        f"{part} {text[start:end]!r} begins or ends in white space or is empty"
        for part in PARTS
        for start, end in entry[part] or ()
        if not text[start:end] or text[start:end] != text[start:end].strip()
    ]
    return found + _overlaps(entry, text) + _first_words(entry, text, lang)


def _overlaps(entry: dict, text: str) -> list[str]:
    found = []
    taken: dict[int, str] = {}
    for part in PARTS:
        for start, end in entry[part] or ():
            if any(taken.get(i, part) != part for i in range(start, end)):
                found.append(f"{part} {text[start:end]!r} overlaps another part of the same act")
            taken |= dict.fromkeys(range(start, end), part)
    return found


def _first_words(entry: dict, text: str, lang: str) -> list[str]:
    content, source = entry["content"] or (), entry["source"] or ()
    found = [
        f"content begins with a complementizer: {text[start : start + 30]!r}"
        for start, end in content[:1]
        if COMPLEMENTIZERS[lang].match(text, start, end)
    ]
    found += [
        f"enclosing quotation marks are in the content: {text[start:end]!r}"
        for start, end in content
        if _wholly_quoted(text[start:end])
    ]
    found += [
        f"source begins with a preposition: {text[start:end]!r}"
        for start, end in source[:1]
        if LEADING[lang].match(text, start, end)
    ]
    return found


def _wholly_quoted(words: str) -> bool:
    closing = CLOSING.get(words[:1])
    return bool(closing) and words.find(closing, 1) == len(words) - 1


def _nesting(entry: dict, by_id: dict, text: str) -> list[str]:
    parent = by_id.get(entry["nested_in"]) if entry["nested_in"] else None
    if entry["nested_in"] and parent is None:
        return [f"in={entry['nested_in'][1:]} is not listed"]
    if parent is not None:
        seen = {entry["id"]}
        while parent is not None:
            if parent["id"] in seen:
                return ["nesting goes round in a circle"]
            seen.add(parent["id"])
            parent = by_id.get(parent["nested_in"]) if parent["nested_in"] else None
        if not _letters(entry["content"], text) <= _letters(
            by_id[entry["nested_in"]]["content"], text
        ):
            return [f"its content is not inside the content of {entry['nested_in'][1:]}"]
        return []
    inside = [
        other["id"][1:]
        for other in by_id.values()
        if other is not entry
        and _letters(entry["cue"] + entry["content"], text) <= _letters(other["content"], text)
        and entry["cue"]
    ]
    return [f"lies inside the content of {', '.join(inside)} but has no in="] if inside else []


def _letters(spans: list[list[int]], text: str) -> set[int]:
    return {i for start, end in spans or () for i in range(start, end) if text[i].isalnum()}
