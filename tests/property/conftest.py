"""Stories drawn at random, and answers found the slow way."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import strategies as st

DAYS = [None, "2024-10-01", "2024-10-02", "2024-10-03", "2024-10"]
OUTLETS = ["A", "B", "C", "D"]
BODIES = ["Ministry", "Army", "Institute", "Spokesman", "Report"]
STATES = ["North", "South"]
PHRASES = ["'officials'", "'northern reports'"]
STANCES = ["asserts"] * 6 + ["confirms", "denies", "declines", "unclear"]


class Drawn:
    """Draws stories; ``tangled`` ones may link in circles."""

    def __init__(self, new_story):
        self.new_story = new_story

    @st.composite
    @staticmethod
    def stories(draw, self, *, tangled=True, most_pages=5):
        story = self.new_story()
        story.outlets(*OUTLETS[:3])
        story.outlets(OUTLETS[3], side="North")
        story.states(*STATES)
        story.agent("Ministry", "body", side="North")
        story.agent("Report", "document", part_of="Institute")
        story.spokespeople["Spokesman"] = "Ministry"
        story.qualified["'northern reports'"] = "North"
        days = st.sampled_from(DAYS if tangled else DAYS[1:4])
        for n in range(draw(st.integers(1, most_pages))):
            publisher = draw(st.sampled_from([None, *OUTLETS]))
            self.fill(draw, story.page(f"d{n}", publisher, draw(days)))
        self.tie(draw, story, tangled=tangled)
        return story

    def fill(self, draw, page):
        sources = st.sampled_from(OUTLETS + BODIES + STATES + PHRASES)
        for _ in range(draw(st.integers(0, 3))):
            how = draw(st.sampled_from(["tells", "tells", "tells", "says", "joint", "implies"]))
            named = draw(st.lists(sources, min_size=1, max_size=3))
            if how == "says":
                page.says("P")
            elif how == "joint":
                page.jointly("P", *dict.fromkeys(named))
            elif how == "implies":
                page.implies("P", *named)
            else:
                stances = draw(st.lists(st.sampled_from(STANCES), min_size=len(named)))
                confidence = draw(st.sampled_from([1.0, 1.0, 0.3]))
                page.tells("P", *named, stances=stances, confidence=confidence)

    def tie(self, draw, story, *, tangled):
        """Link outlets' hops to their own documents as their dates have it."""
        for page in story.pages.values():
            for attribution in page.attributions:
                for cited in story.pages.values():
                    publisher = cited.facts["publisher"]
                    named = attribution.source.name == publisher and publisher is not None
                    if not named or cited is page or attribution.is_own_voice:
                        continue
                    kind = order(page.facts["published"], cited.facts["published"])
                    if (tangled or kind == "inferred") and draw(st.booleans()):
                        story.link(attribution, cited, kind)


def order(citing, cited):
    if not citing or not cited or "2024-10" in (citing, cited) or citing == cited:
        return "possible"
    return "inferred" if cited < citing else "late"


@pytest.fixture(scope="session")
def drawn(new_story):
    return Drawn(new_story)


class Slowly:
    """Answers by trying everything; for small networks only."""

    def separate_ways(self, network, start, end):
        """The size of the smallest set of nodes that cuts ``end`` off from ``start``."""
        between = sorted(set(network) - {start, end})
        for size in range(len(between) + 1):
            for cut in combinations(between, size):
                if not self.reaches(network, start, end, cut):
                    return size
        raise AssertionError("start and end are neighbours")

    def on_every_way(self, network, start, end):
        """Nodes without any of which ``end`` cannot be reached."""
        between = set(network) - {start, end}
        return {node for node in between if not self.reaches(network, start, end, (node,))}

    @staticmethod
    def reaches(network, start, end, cut=()):
        left = network.subgraph(set(network) - set(cut))
        return end in left and nx.has_path(left, start, end)


@pytest.fixture(scope="session")
def slowly():
    return Slowly()
