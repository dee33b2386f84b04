"""Following chains through documents."""

from dataclasses import replace

import pytest


def names(chain):
    return [step.attribution.source.name for step in chain.steps]


def ladder(story, steps):
    """Two papers a day, each of which cites both of the day before: 2 ** steps chains."""
    before = []
    for day in range(1, steps + 1):
        pages = []
        for side in ("left", "right"):
            page = story.page(f"{side}{day}", f"{side} {day}", f"2024-10-{day:02}")
            for cited in before:
                (hop,) = page.tells("P", cited.facts["publisher"])
                story.link(hop, cited)
            if not before:
                page.tells("P", f"Witness {side}")
            pages.append(page)
        before = pages


def test_a_chain_goes_on_in_the_outlets_own_text(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Ministry", "Army")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own)
    chains = story.ask().chains

    assert [names(c) for c in chains] == [["Ministry", "Army"], ["CNN", "Ministry", "Army"]]
    assert [c.depth for c in chains] == [2, 3]


def test_a_chain_may_end_in_the_outlets_own_voice(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    voice = own.says("P")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own)
    (_, chain) = story.ask().chains

    assert (chain.status, chain.origin, chain.depth) == ("unsourced", "urn:agent/CNN", 1)
    assert chain.tokens == (hop.id, voice.id)


def test_an_outlet_without_its_text_is_a_dead_end(story):
    story.outlets("CNN")
    story.page("one", "Ledger").tells("P", "CNN")
    (chain,) = story.ask().chains

    assert chain.status == "dead-end"


def test_a_late_link_is_never_followed(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-03")
    own.tells("P", "Army")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own, "late", identified=True)
    found = story.ask()

    assert [c.status for c in found.chains] == ["dead-end", "named"]
    assert [(i.cited, i.certain) for i in found.graph.inversions] == [(own.id, True)]


def test_behind_a_possible_link_the_outlet_stays_a_dead_end_above(story):
    story.outlets("CNN")
    own = story.page("own", "CNN")
    own.tells("P", "Army")
    (hop,) = story.page("one", "Ledger").tells("P", "CNN")
    story.link(hop, own, "possible")

    assert story.bounds() == (1, 2)
    assert story.bottlenecks() == ["CNN", "Army"]


def test_a_text_that_denies_it_is_no_way_on(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Army", stances=["denies"])
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own)

    assert [c.status for c in story.ask().chains] == ["dead-end"]


def test_a_bodys_own_text_is_noted_and_not_followed(story):
    own = story.page("own", None, "2024-10-01")
    own.tells("P", "Somebody")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "Ministry")
    story.link(hop, own)
    found = story.ask()
    (ministry,) = [o for o in found.origins.resolved if o.source == "urn:agent/Ministry"]

    assert ministry.notes == ("its own text is in the corpus",)
    assert ministry.status == "named"


def test_chains_beyond_the_limit_are_counted_and_change_no_figure(story):
    ladder(story, 14)
    found = story.ask()

    assert len(found.chains) == 1000
    # Each of the two papers of a day has as many chains as the two of the day before together.
    assert found.graph.total == sum(2**day for day in range(1, 15))
    assert story.bounds() == (2, 2)
    assert found.transmission.separate == 2


def test_documents_that_link_in_circles_cannot_be_counted(story):
    story.outlets("A", "B")
    one, two = story.page("one", "A"), story.page("two", "B")
    one.tells("P", "Army")
    story.link(one.tells("P", "B")[0], two, "possible")
    story.link(two.tells("P", "A")[0], one, "possible")
    found = story.ask()

    assert found.graph.total is None
    assert [names(c) for c in found.chains] == [["Army"], ["A", "Army"]]


@pytest.mark.parametrize(
    ("marks", "kind", "status"),
    [
        ({}, "body", "named"),
        ({}, "person", "named"),
        ({}, "document", "named"),
        ({}, "outlet", "dead-end"),
        ({}, "agency", "dead-end"),
        ({"evidential": "witnessed"}, "person", "first-hand"),
        ({"evidential": "witnessed"}, "outlet", "first-hand"),
        ({"implied": True}, "state", "implied"),
    ],
)
def test_how_a_chain_ends(story, marks, kind, status):
    story.agent("X", kind)
    story.page("one", "Ledger").tells("P", "X", **marks)
    (chain,) = story.ask().chains

    assert chain.status == status


def test_sources_told_behind_one_outlet_share_the_way_into_its_text(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Army")
    page = story.page("one", "Ledger", "2024-10-02")
    relay, _ = page.tells("P", "CNN", "Army")
    (second,) = page.tells("P", "Navy")
    page._replace(second, replace(second, nested_in=relay.id))
    story.link(relay, own)
    told = [names(chain) for chain in story.ask().chains if chain.document == page.id]

    assert sorted(told) == [["CNN", "Army"], ["CNN", "Army"], ["CNN", "Navy"]]
