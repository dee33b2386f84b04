"""Who a mention stands for, and how an agent comes by its identity.

Known agents bring their own IRI from the gazetteer. An organisation or a fully named person
that the gazetteer does not hold gets an IRI of the installation, alike in every document;
everybody else is known in one document only, under an IRI of that document.
"""

from dataclasses import dataclass, replace

from kg.link.gazetteer import Gazetteer
from kg.link.wording import key
from kg.model import (
    OUTLETS,
    Agent,
    Document,
    Names,
    Party,
    Source,
    SourceId,
    SourceKind,
    Span,
    unnamed_source,
)

_CALLED_WITH_ARTICLE = OUTLETS | {SourceKind.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a mention stands for.

    Attributes:
        agent: The source itself.
        name: Its name; None if the text gives none.
        speaks_for: The body for which a person speaks by office.
        affiliation: The actor by which a person or an unnamed source is qualified.
    """

    agent: Agent
    name: str | None
    speaks_for: Agent | None = None
    affiliation: Agent | None = None

    @property
    def is_named(self) -> bool:
        """Whether somebody could be written to."""
        return self.agent.kind is not SourceKind.UNNAMED

    @property
    def agents(self) -> tuple[Agent, ...]:
        """The source and those beside it."""
        beside = (self.agent, self.speaks_for, self.affiliation)
        return tuple(agent for agent in beside if agent)

    def source(self, spans: tuple[Span, ...]) -> Source:
        """The source of an attribution whose source phrase stands at ``spans``."""
        return Source(
            kind=self.agent.kind,
            spans=spans,
            name=self.name,
            id=self.agent.id,
            speaks_for=_party(self.speaks_for),
            affiliation=_party(self.affiliation),
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """Where mentions are read: the document, its language, and what is known of the world."""

    document: Document
    names: Names
    gazetteer: Gazetteer

    @property
    def lang(self) -> str:
        """Language of the document."""
        return self.document.lang

    def known(self, agent: Agent) -> Referent:
        """The referent of a name that the gazetteer holds."""
        return Referent(agent, agent.name)

    def coined(self, kind: SourceKind, name: str, beside: Agent | None = None) -> Agent:
        """An agent that no gazetteer knows and that is the same in every document.

        Args:
            kind: What sort of thing it is.
            name: As found in the text.
            beside: The body or state that tells it from its namesakes.
        """
        context = beside.id if beside else ""
        # "The Quay Courier" and "Quay Courier" are one paper.
        called = key(name) if kind in _CALLED_WITH_ARTICLE else name
        return Agent(
            id=self.names.agent(kind, called, context),
            kind=kind,
            name=name,
            side=side_of(beside),
            part_of=beside.id if beside and beside.kind is not SourceKind.STATE else None,
        )

    def coined_here(self, kind: SourceKind, name: str, beside: Agent | None = None) -> Agent:
        """An agent whose name singles it out in this document only ("the interior ministry")."""
        agent = self.coined(kind, name, beside)
        return replace(agent, id=self.names.agent(kind, name, self.document.id))

    def local(self, kind: SourceKind, start: int, name: str, beside: Agent | None = None) -> Agent:
        """An agent known in this document only, by the place of its first mention."""
        return Agent(
            id=unnamed_source(self.document.id, start), kind=kind, name=name, side=side_of(beside)
        )

    def closure(self, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
        """``agents`` and the known ones that their entries refer to, sorted by id."""
        found: dict[SourceId, Agent] = {}
        waiting = list(agents)
        while waiting:
            agent = waiting.pop()
            if agent.id in found:
                continue
            found[agent.id] = agent
            beside = (agent.side, agent.part_of, agent.country)
            referred = (self.gazetteer.agent(id_) for id_ in beside if id_ and id_ not in found)
            waiting.extend(other for other in referred if other)
        return tuple(found[id_] for id_ in sorted(found))


def side_of(agent: Agent | None) -> SourceId | None:
    """The state on whose side somebody stands whom ``agent`` qualifies.

    An outlet's country alone makes no side.
    """
    if agent is None:
        return None
    return agent.id if agent.kind is SourceKind.STATE else agent.side


def _party(agent: Agent | None) -> Party | None:
    return Party(agent.name, agent.id) if agent else None
