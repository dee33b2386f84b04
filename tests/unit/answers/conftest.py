"""The story of the arms, as its article attributes it."""

import pytest

from kg.answers import review, to_json
from kg.answers.ask import traced
from kg.answers.desk import Desk
from kg.answers.review import Signature
from kg.graph import Corpus, judged
from kg.model import ClaimId, Derivation, Names, Resolution, ResolutionMethod, SourceId, Ties


@pytest.fixture
def arms(story):
    """Five supports of one proposition in one article, and a dispute of one of them."""
    story.outlets("Newsweek", "Business Insider", "Washington Post", "CNN")
    story.states("Ukraine", "Russia", "North Korea", "South Korea")
    story.agent("Intelligence", "body", side="South Korea")
    story.qualified["'Ukrainian reports'"] = "Ukraine"
    page = story.page("article", "Digest")
    page.says("C1")
    page.implies("C1", "Newsweek", "Ukraine")
    page.says("C1")
    page.tells("C2", "'Ukrainian reports'")
    page.tells("C4", "Business Insider", stances=["confirms"])
    page.jointly("C5", "Russia", "North Korea", stance="denies")
    page.tells("C6", "Washington Post")
    page.tells("C7", "CNN", "Intelligence")
    story.relate("disputes", "C5", "C4", 0.7)
    return story


@pytest.fixture
def union():
    """The claims that together say that North Korea arms Russia."""
    return ("C1", "C2", "C4", "C6", "C7")


class Reviewed:
    """A story under review: one judgement after the other, as on the command line."""

    def __init__(self, story):
        self.story = story
        self.resolutions = []
        self.judgements = []

    @property
    def desk(self):
        derivation = Derivation(tuple(self.story.relations), (), tuple(self.resolutions))
        readings = tuple(self.story.readings)
        return Desk(
            names=Names("urn:"),
            readings=readings,
            corpus=judged(readings, derivation, (), self.judgements),
            derivation=derivation,
            judgements=tuple(self.judgements),
            doc_ids={name: (page.id,) for name, page in self.story.pages.items()},
        )

    def make(self, verb, *asked, by="Zoé", made="2024-10-03T08:00:00Z", why=None):
        """Make a judgement and keep it."""
        judgement = getattr(review, verb)(self.desk, *asked, Signature(by, made, why))
        self.judgements.append(judgement)
        return judgement

    def resolve(self, agent, same_as, confidence):
        ends = SourceId(f"urn:agent/{agent}"), SourceId(f"urn:agent/{same_as}")
        self.resolutions.append(Resolution(*ends, ResolutionMethod.NAME, confidence))

    def ask(self, *claims):
        """The dossier of claims, by default P, in its public form."""
        wanted = [ClaimId(f"urn:claim/{claim}") for claim in claims or ("P",)]
        return to_json(traced(self.desk.corpus, wanted))

    def bounds(self, *claims):
        origins = self.ask(*claims)["origins"]
        return origins["lower"], origins["upper"]


@pytest.fixture
def reviewed(story):
    """The story of the test, for people to judge."""
    return Reviewed(story)


@pytest.fixture
def corpus_from():
    """Makes the corpus of a story, its documents in canonical order."""

    def made(story):
        in_order = sorted(
            story.readings, key=lambda r: (r.document.published or "~", r.document.id)
        )
        return Corpus(tuple(in_order), tuple(story.relations), Ties(copies=tuple(story.copies)))

    return made
