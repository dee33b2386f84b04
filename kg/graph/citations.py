"""The citation graph as a value: all that is said of one claim, and how it is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph.accounts import Account, Way
from kg.graph.chains import Stretches
from kg.graph.circles import Circle, Inversion
from kg.graph.copies import Copy
from kg.graph.proposition import Proposition
from kg.model import (
    NO_TIES,
    Agent,
    Attribution,
    AttributionId,
    Chain,
    Document,
    DocumentId,
    LinkKind,
    SourceId,
    Ties,
)


@dataclass(frozen=True, slots=True)
class Aside:
    """What the person who asks sets aside: tokens put to zero, documents taken out.

    A way that runs through one of them falls as a whole. Everything else is held fixed: a
    headline that restated an attributed claim does not turn into an origin of its own.
    """

    attributions: frozenset[AttributionId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()

    def fells(self, way: Way) -> bool:
        """Whether ``way`` falls."""
        return way.document in self.documents or any(
            step.attribution.id in self.attributions for step in way.steps
        )


@dataclass(frozen=True, slots=True)
class Question:
    """How the claim is asked about.

    Attributes:
        entailed: Whether support of a narrower claim supports the one asked about.
        aside: What does not count.
    """

    entailed: bool = False
    aside: Aside = field(default_factory=Aside)


PLAINLY = Question()
"""The claim and what is equivalent to it, nothing set aside."""


@dataclass(frozen=True, slots=True)
class Denial:
    """That a source denies the claim, or something that stands against it.

    Attributes:
        chain: The way from the document to the denying source.
        relation: ``direct``, ``disputes`` (denies what disputes it) or ``contradicts`` (says
            what contradicts it).
        confidence: Of the relation between the claims; 1 for a direct denial.
    """

    chain: Chain
    relation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Restatement:
    """A sentence in the document's own voice that says again what it also attributes."""

    document: DocumentId
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Relabelling:
    """That a text names another source for an outlet than the outlet's own text does.

    Attributes:
        told: The chain as the citing text tells it.
        originals: How the chains through the outlet's own text end.
    """

    told: Chain
    originals: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class CitationGraph:
    """All that is said of one claim, or of a union of claims.

    Attributes:
        claims: What it is about, with how sure each belongs to it.
        supporting: Chains whose innermost source asserts, confirms, promises or predicts it,
            in canonical order; no more than are worth listing.
        total: How many there are; None where nobody can count them.
        endings: Where they end, each once, as a chain inside the last document.
        guards: Dead ends behind links that are only possible.
        relabelled: Where a citing text and the cited text name different sources.
        denials: Who denies it, directly or by a related claim.
        undecided: Chains that question, demand, decline or are unclear.
        not_conveyed: Chains in which an outer hop does not vouch for the inner one.
        withdrawn: Chains that would support it, had their source not taken it back.
        restatements: Own-voice sentences that repeat what the document attributes.
        circles: Outlets that rest the claim on each other.
        inversions: Texts that rest on later ones.
        stretches: What the chains run through, by document.
        accounts: What each document says, by document.
        copies: Attributions that repeat another.
        links: How sure the step from a hop to another document is.
        own_texts: Hops of sources that are no outlets and whose own text is linked.
        doubtful: Attributions that lie, or whose match lies, below the acceptance threshold.
        documents: The documents read, in canonical order.
        agents: What is known of the sources, by IRI.
        publishers: Who published each document; the document itself where nobody knows.
        ties: What held the documents together.
        aside: What does not count.
    """

    claims: Proposition
    supporting: tuple[Chain, ...] = ()
    total: int | None = 0
    endings: tuple[Chain, ...] = ()
    guards: tuple[Chain, ...] = ()
    relabelled: tuple[Relabelling, ...] = ()
    denials: tuple[Denial, ...] = ()
    undecided: tuple[Chain, ...] = ()
    not_conveyed: tuple[Chain, ...] = ()
    withdrawn: tuple[Chain, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    circles: tuple[Circle, ...] = ()
    inversions: tuple[Inversion, ...] = ()
    stretches: Stretches = field(default_factory=dict)
    accounts: Mapping[DocumentId, Account] = field(default_factory=dict)
    copies: Mapping[AttributionId, Copy] = field(default_factory=dict)
    links: Mapping[tuple[AttributionId, DocumentId], LinkKind] = field(default_factory=dict)
    own_texts: frozenset[AttributionId] = frozenset()
    doubtful: frozenset[AttributionId] = frozenset()
    documents: Mapping[DocumentId, Document] = field(default_factory=dict)
    agents: Mapping[SourceId, Agent] = field(default_factory=dict)
    publishers: Mapping[DocumentId, SourceId] = field(default_factory=dict)
    ties: Ties = NO_TIES
    aside: Aside = field(default_factory=Aside)

    def is_doubtful(self, chain: Chain) -> bool:
        """Whether ``chain`` rests on something below the acceptance threshold."""
        return any(step.attribution.id in self.doubtful for step in chain.steps)
