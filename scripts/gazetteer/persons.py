"""Persons: office-holders and others often quoted, with whom they speak for."""

import re

from gazetteer.tables import Row, cells, edited, in_order, joined, short_source

_ORGANISATIONS = {"UN": "Q1065", "EU": "Q458", "NATO": "Q7184"}

_OFFICES = (
    (
        r"foreign affairs|for foreign|foreign secretary|^secretary of state until|external affairs",
        "ministry-foreign",
    ),
    (
        r"minister of (national )?defence|secretary of (state for )?defen[cs]e|armed forces",
        "ministry-defence",
    ),
    (r"minister of the interior", "ministry-interior"),
    (r"chief of the general staff", "general-staff"),
    (
        r"^(vice )?(president|prime minister|premier$|chancellor|king|emir|supreme leader)",
        "state",
    ),
    (r"head of (state|government)|white house", "state"),
)
_SEVERAL = re.compile(r"\bthen\b")


def build(facts: list[Row], by_hand: list[Row], edits: list[Row], bodies: list[Row]) -> list[Row]:
    """The table of persons: facts, edited, and those that have no confirmed item."""
    holders = {(row["code"], row["country"]): row["id"] for row in bodies if row.get("code")}
    known = [_person(fact, holders) for fact in facts]
    return in_order(edited([*known, *by_hand], edits))


def _person(fact: Row, holders: dict[tuple[str, str], str]) -> Row:
    where = fact["body_or_state"]
    state = "" if where in _ORGANISATIONS else where
    names = [f"en={fact['name_en']}", f"fr={fact['name_fr']}" if fact["name_fr"] else ""]
    return {
        "id": fact["qid"],
        "kind": "person",
        "name": fact["name_en"],
        "names": joined(names),
        "aliases": joined(cells(fact["aliases"])),
        "metonyms": "",
        "country": state,
        "side": state,
        "part_of": _ORGANISATIONS.get(where) or _speaks_for(fact["role"], state, holders),
        "domains": "",
        "code": "",
        "weak": "",
        "source": short_source(fact["sources"]),
        "office": fact["role"],
    }


def _speaks_for(office: str, state: str, holders: dict[tuple[str, str], str]) -> str:
    """The body or state behind an office; empty where two offices followed each other."""
    if _SEVERAL.search(office):
        return ""
    for pattern, role in _OFFICES:
        if re.search(pattern, office, re.IGNORECASE):
            if role == "state":
                return state
            return holders.get((role, state), f"{role}-{state.lower()}")
    return ""
