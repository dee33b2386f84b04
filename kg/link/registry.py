"""Reads the tables of known agents that ship beside the code.

The tables are what a desk keeps on its wall: which outlets, agencies, states, services and
people there are, what they are called in each language, and what else stands for them
("Moscow" for Russia). ``data/README.md`` describes the columns, the sources and the licences.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import ResourceMissing
from kg.model import Agent, SourceId, SourceKind

WIKIDATA = "http://www.wikidata.org/entity/"
"""Prefix of the identity of an agent whose Wikidata item is confirmed."""

OWN = "https://w3id.org/sourcetrace/gazetteer/"
"""Prefix of the identity of an agent that has no confirmed item."""

AGENT_TABLES = ("states", "bodies", "outlets", "persons")
"""Tables of agents, in the order in which homonyms rank."""

NAMED_LANGUAGES = ("de", "en", "es", "fr", "ko", "ru", "uk")
"""Languages in which the tables hold names of states; ISO 639-1."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word an agent.

    Attributes:
        text: The name as written.
        lang: The language it belongs to, ISO 639-1; None if it serves in all of them.
        how: ``"name"``, ``"alias"`` or ``"metonym"``.
        weak: Also a common word, or the name of several agents.
    """

    text: str
    lang: str | None
    how: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One row of a table: an agent and all that it is called.

    Attributes:
        agent: The agent.
        code: ISO 3166-1 alpha-2 of a state; the role of a body ("armed-forces"); else empty.
        wordings: Names first, then aliases, then metonyms.
        domains: Internet domains, the main one first.
    """

    agent: Agent
    code: str
    wordings: tuple[Wording, ...]
    domains: tuple[str, ...]


def iri(identifier: str) -> SourceId:
    """The IRI behind a short identifier: a Wikidata item or a slug of our own.

    >>> iri("Q159")
    'http://www.wikidata.org/entity/Q159'
    >>> iri("nis-kr")
    'https://w3id.org/sourcetrace/gazetteer/nis-kr'
    """
    is_item = identifier[:1] == "Q" and identifier[1:].isdigit()
    return SourceId((WIKIDATA if is_item else OWN) + identifier)


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one shipped table, as column → cell.

    Raises:
        ResourceMissing: The table did not ship.
    """
    path = files("kg.link") / "data" / f"{table}.tsv"
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ResourceMissing(
            f"the table {table}.tsv did not ship with this installation; reinstall sourcetrace"
        ) from error
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def states() -> Mapping[str, SourceId]:
    """The IRI of every state by its ISO 3166-1 alpha-2 code."""
    return {row["code"]: iri(row["id"]) for row in rows("states")}


@cache
def listings() -> tuple[Listing, ...]:
    """All known agents: states, then bodies, outlets and persons, each in table order."""
    return tuple(_listing(row) for table in AGENT_TABLES for row in rows(table))


@cache
def demonyms_of(code: str) -> Mapping[str, tuple[str, ...]]:
    """The demonyms of a state by language, the usual one first.

    French ones begin with the four inflections of the usual one: masculine and feminine
    singular, masculine and feminine plural.

    Args:
        code: ISO 3166-1 alpha-2.
    """
    return _demonyms()[code]


@cache
def _demonyms() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    forms: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows("demonyms"):
        forms.setdefault(row["code"], {})[row["lang"]] = tuple(row["forms"].split("|"))
    return forms


def _listing(row: Mapping[str, str]) -> Listing:
    names = tuple(_tagged(row["names"]))
    domains = tuple(_cells(row["domains"]))
    agent = Agent(
        id=iri(row["id"]),
        kind=SourceKind(row["kind"]),
        name=row["name"],
        names=tuple(sorted((lang, text) for lang, text in names if lang)),
        country=_reference(row["country"]),
        side=_reference(row["side"]),
        part_of=_reference(row["part_of"]),
        domain=domains[0] if domains else None,
    )
    return Listing(agent, row["code"], tuple(dict.fromkeys(_wordings(row))), domains)


def _wordings(row: Mapping[str, str]) -> Iterator[Wording]:
    weak = set(_cells(row["weak"]))
    # A name that no language claims serves in all: most outlets are called alike everywhere.
    bound = row["kind"] == SourceKind.STATE
    if not bound:
        yield Wording(row["name"], None, "name", row["name"] in weak)
    for how, column in (("name", "names"), ("alias", "aliases"), ("metonym", "metonyms")):
        for lang, text in _tagged(row[column]):
            yield Wording(text, lang if bound or how != "name" else None, how, text in weak)


def _reference(cell: str) -> SourceId | None:
    if not cell:
        return None
    return states()[cell] if len(cell) == 2 else iri(cell)  # noqa: PLR2004 - alpha-2 codes


def _tagged(cell: str) -> Iterator[tuple[str | None, str]]:
    for item in _cells(cell):
        lang, mark, text = item.partition("=")
        yield (lang, text) if mark and lang in NAMED_LANGUAGES else (None, item)


def _cells(cell: str) -> list[str]:
    return cell.split("|") if cell else []
