"""Stories told tersely: who is said to have said what, in which document.

A story is a handful of documents with made-up sentences; its attributions have real spans in
real text, so that evidence can be shown and checked like that of any other reading.
"""

from dataclasses import dataclass, field, replace

import pytest

from kg.answers import Policy, dossier
from kg.model import (
    Agent,
    Attribution,
    ClaimId,
    ClaimRelation,
    Conveyance,
    CopyGroup,
    CopyKind,
    Document,
    DocumentId,
    Folding,
    LinkKind,
    Party,
    Reading,
    RelationKind,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
    Span,
    Stance,
    Ties,
    WriterCertainty,
    attribution_id,
    unnamed_source,
)


def claim_id(name):
    return ClaimId(f"urn:claim/{name}")


def agent_id(name):
    return SourceId(f"urn:agent/{name}")


@dataclass
class Page:
    """One document in the making; every method writes a sentence and returns what it made."""

    story: "Story"
    id: DocumentId
    facts: dict
    text: str = ""
    attributions: list = field(default_factory=list)
    conveyances: list = field(default_factory=list)

    def tells(self, claim, *sources, stances=(), **marks):
        """``claim`` told by nested sources, outermost first; the innermost says it.

        A source is the name of an agent of the story, or a phrase in quotation marks for an
        unnamed one. ``marks`` are fields of the innermost attribution, ``match`` its sureness.
        """
        match = marks.pop("match", 1.0)
        stances = [Stance(s) for s in stances] or [Stance.ASSERTS] * len(sources)
        begun = [self._begin(source) for source in sources]
        start, end = self._write(f"{claim} (told {len(self.attributions)})"), len(self.text)
        self.text += ".\n"
        outer = None
        for n, (source, cue) in enumerate(begun):
            inside = begun[n + 1][0].spans[0].start if n + 1 < len(begun) else start
            kept = {"stance": stances[n]} | (marks if n + 1 == len(begun) else {})
            outer = self._keep(source, (cue,), Span(inside, end), outer, kept)
        self._convey(outer, claim, match)
        return self.attributions[-len(sources) :]

    def implies(self, claim, *sources):
        """As `tells`, but the innermost source is a finder without an act of speech."""
        told = self.tells(claim, *sources)
        inner = replace(told[-1], cue=(), implied=True, confidence=0.3)
        inner = replace(inner, id=self._id(inner))
        self._replace(told[-1], inner)
        return [*told[:-1], inner]

    def jointly(self, claim, *sources, **marks):
        """``claim`` told by several sources under one cue."""
        places = [self._source(source) for source in sources]
        cue = self._cue("declare")
        start = self._write(f"{claim} (told {len(self.attributions)})")
        content = Span(start, len(self.text))
        self.text += ".\n"
        made = [self._keep(s, (cue,), content, None, marks) for s in places]
        for id_ in made:
            self._convey(id_, claim, 1.0)
        return self.attributions[-len(sources) :]

    def says(self, claim, **marks):
        """``claim`` in the document's own voice."""
        start = self._write(f"{claim} (told {len(self.attributions)})")
        content = Span(start, len(self.text))
        self.text += ".\n"
        voice = self.facts["credited_to"] or self.facts["publisher"]
        id_ = self.story.agent(voice, "outlet") if voice else SourceId(self.id)
        source = Source(SourceKind.OWN_VOICE, name=voice, id=id_)
        self._convey(self._keep(source, (), content, None, marks), claim, 1.0)
        return self.attributions[-1]

    @property
    def reading(self):
        agents = tuple(sorted(self.story.agents.values(), key=lambda agent: agent.id))
        document = Document(id=self.id, text=self.text or "-", lang="en", **self.facts)
        return Reading(document, tuple(self.attributions), tuple(self.conveyances), agents=agents)

    def _begin(self, source):
        return self._source(source), self._cue("says that")

    def _source(self, source):
        start = self._write(source.strip("'"))
        span = Span(start, len(self.text))
        self.text += " "
        if source.startswith("'"):
            mention = self.story.mentions.get((self.id, source), unnamed_source(self.id, start))
            self.story.mentions[self.id, source] = mention
            side = self.story.qualified.get(source)
            affiliation = Party(side, agent_id(side)) if side else None
            return Source(SourceKind.UNNAMED, (span,), None, mention, affiliation=affiliation)
        id_ = self.story.agent(source)
        body = self.story.spokespeople.get(source)
        speaks_for = Party(body, agent_id(body)) if body else None
        return Source(self.story.agents[id_].kind, (span,), source, id_, speaks_for=speaks_for)

    def _cue(self, words):
        start = self._write(words)
        span = Span(start, len(self.text))
        self.text += " "
        return span

    def _write(self, words):
        start = len(self.text)
        self.text += words
        return start

    def _keep(self, source, cue, content, outer, marks):
        marks = marks | {"stance": Stance(marks.get("stance", "asserts"))}
        made = Attribution(
            id="", source=source, cue=cue, content=(content,), nested_in=outer, **marks
        )
        made = replace(made, id=self._id(made))
        self.attributions.append(made)
        return made.id

    def _id(self, made):
        return attribution_id(self.id, made.source.spans, made.cue, made.content)

    def _convey(self, attribution, claim, match):
        self.conveyances.append(Conveyance(attribution, claim_id(claim), confidence=match))

    def _replace(self, old, new):
        self.attributions = [new if a is old else a for a in self.attributions]
        self.conveyances = [
            replace(c, attribution=new.id) if c.attribution == old.id else c
            for c in self.conveyances
        ]


class Story:
    """Documents, agents, and what ties them together."""

    def __init__(self):
        self.pages = {}
        self.agents = {}
        self.relations = []
        self.links = []
        self.copies = []
        self.mentions = {}
        self.qualified = {}
        self.spokespeople = {}

    def __repr__(self):
        pages = [f"{p.facts} {p.text!r}" for p in self.pages.values()]
        ties = [f"{link.citing} -> {link.cited} {link.kind}" for link in self.links]
        return "\n".join(["", *pages, *ties])

    def agent(self, name, kind="body", part_of=None, side=None):
        """The IRI of an agent; the first mention says what it is."""
        id_ = agent_id(name)
        if id_ not in self.agents:
            self.agents[id_] = Agent(
                id=id_,
                kind=SourceKind(kind),
                name=name,
                side=agent_id(side) if side else None,
                part_of=agent_id(part_of) if part_of else None,
            )
        return id_

    def outlets(self, *names, side=None):
        for name in names:
            self.agent(name, "outlet", side=side)

    def states(self, *names):
        for name in names:
            self.agent(name, "state", side=name)

    def page(self, doc_id, publisher=None, published=None, credited_to=None):
        if publisher:
            self.agent(publisher, "outlet")
        facts = {"doc_id": doc_id, "publisher": publisher, "published": published}
        facts["credited_to"] = credited_to
        made = Page(self, DocumentId(f"urn:document/{doc_id}"), facts)
        self.pages[doc_id] = made
        return made

    def relate(self, kind, subject, object_, confidence=0.9):
        self.relations.append(
            ClaimRelation(
                RelationKind(kind), claim_id(subject), claim_id(object_), confidence, "test"
            )
        )

    def link(self, attribution, page, kind="inferred", *, identified=False):
        self.links.append(SourceLink(attribution.id, page.id, LinkKind(kind), identified))

    def copy(self, kind, *pages, rows=(), original=None):
        aligned = tuple(tuple(a.id for a in row) for row in rows)
        documents = tuple(page.id for page in pages)
        group = CopyGroup(CopyKind(kind), documents, original.id if original else None, aligned)
        self.copies.append(group)

    @property
    def readings(self):
        return [page.reading for page in self.pages.values()]

    @property
    def ties(self):
        return Ties(tuple(self.links), tuple(self.copies))

    def ask(self, *claims, ignore=(), fold="organisation", **how):
        """The dossier of ``claims`` (by default P)."""
        wanted = [claim_id(claim) for claim in claims or ("P",)]
        ignored = frozenset(agent_id(name) for name in ignore)
        policy = Policy(fold=Folding(fold), ignore=ignored, **how)
        return dossier(self.readings, wanted, self.relations, policy, self.ties)

    def bounds(self, *claims, **how):
        interval = self.ask(*claims, **how).origins.interval
        return interval.lower, interval.upper

    def bottlenecks(self, *claims, **how):
        found = self.ask(*claims, **how)
        return [self.agents[s].name for s in found.transmission.bottlenecks]


DISTANCED = WriterCertainty.DISTANCED


@pytest.fixture
def story():
    """An empty story."""
    return Story()


@pytest.fixture(scope="session")
def new_story():
    """Makes empty stories, for tests that need many."""
    return Story
