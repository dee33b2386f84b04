"""Sources: who is held to have conveyed something.

A source is a role, not a kind of thing: a state, an outlet, a report or "two officials" can
hold it. Agents that can be identified carry an IRI of their own; unnamed sources never do
beyond their document, and are never merged with a named one.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kg.model.document import Span

SourceId = NewType("SourceId", str)
"""IRI of whoever is a source: an agent, an unnamed source of one document, or a document."""


class SourceKind(StrEnum):
    """What sort of thing speaks."""

    OUTLET = "outlet"
    AGENCY = "agency"
    STATE = "state"
    BODY = "body"
    ORGANIZATION = "organization"
    PERSON = "person"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    OWN_VOICE = "own-voice"


OUTLETS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
"""Kinds that publish: what they say, they usually have from somebody else."""


@dataclass(frozen=True, slots=True)
class Party:
    """An agent mentioned beside a source: the body a person speaks for, an affiliation."""

    name: str
    id: SourceId | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one attribution, as the text gives it.

    Attributes:
        kind: What sort of thing speaks.
        spans: The noun phrase, without its preposition; empty if the text names nobody.
        name: Resolved name (pronouns and short forms resolved); None if unnamed.
        id: IRI; None until the mention has been linked.
        speaks_for: The body that a spokesperson speaks for, where the words show it.
        affiliation: The actor that an unnamed source or a person is qualified by ("Ukrainian
            reports" → Ukraine).
    """

    kind: SourceKind
    spans: tuple[Span, ...] = ()
    name: str | None = None
    id: SourceId | None = None
    speaks_for: Party | None = None
    affiliation: Party | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """What is known of a source outside any text: the entry of the agents graph.

    Attributes:
        id: A Wikidata item where the gazetteer has a confirmed one, else an IRI of the
            gazetteer, else one of the installation, else (unnamed) one of the document.
        kind: What sort of thing it is.
        name: Name in the form most used in English, or as found in the text.
        names: Names by language, ISO 639-1, sorted by language.
        country: The state it belongs to or is based in; says nothing of whose side it is on.
        side: The state on whose side it speaks: itself for a state, the state of a body, of an
            office-holder, of a state-owned outlet, or the state that qualifies an unnamed source.
        part_of: The organisation that the default folding unites it with: the body a person
            speaks for, the issuer of a document.
        domain: Internet domain of an outlet.
    """

    id: SourceId
    kind: SourceKind
    name: str
    names: tuple[tuple[str, str], ...] = ()
    country: SourceId | None = None
    side: SourceId | None = None
    part_of: SourceId | None = None
    domain: str | None = None
