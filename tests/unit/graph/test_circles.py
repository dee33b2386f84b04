"""Outlets that rest a claim on each other."""


def rest(story, *pairs):
    """Pages by outlet and day, each of which cites the outlet of the next, in a ring."""
    pages = [story.page(f"{outlet}{n}", outlet, day) for n, (outlet, day) in enumerate(pairs)]
    for n, page in enumerate(pages):
        cited = pages[(n + 1) % len(pages)]
        (hop,) = page.tells("P", cited.facts["publisher"])
        days = page.facts["published"], cited.facts["published"]
        kind = "inferred" if days[1] < days[0] else "late"
        story.link(hop, cited, "possible" if days[0] == days[1] else kind)
    return pages


def test_a_source_outside_opens_the_circle(story):
    story.outlets("A", "B")
    pages = rest(story, ("A", "2024-10-01"), ("B", "2024-10-02"))
    pages[0].tells("P", "Army")
    (circle,) = story.ask().graph.circles

    assert circle.open
    assert circle.members == ("urn:agent/A", "urn:agent/B")
    assert circle.documents == (pages[0].id, pages[1].id)
    assert story.bounds()[0] == 1


def test_a_circle_is_of_one_claim_only(story):
    story.outlets("A", "B")
    one, two = story.page("one", "A", "2024-10-01"), story.page("two", "B", "2024-10-02")
    one.says("P")
    two.says("Q")
    story.link(two.tells("P", "A")[0], one)
    story.link(one.tells("Q", "B")[0], two, "late")

    assert story.ask("P").graph.circles == ()
    assert story.ask("Q").graph.circles == ()


def test_outlets_that_share_a_source_are_no_circle(story):
    story.outlets("A", "B", "AFP")
    dispatch = story.page("dispatch", "AFP", "2024-10-01")
    dispatch.tells("P", "Army")
    for outlet in ("A", "B"):
        (hop,) = story.page(outlet, outlet, "2024-10-02").tells("P", "AFP")
        story.link(hop, dispatch)
    found = story.ask()

    assert found.graph.circles == ()
    assert story.bounds() == (1, 1)


def test_who_only_cites_a_closed_circle_has_no_origin_either(story):
    story.outlets("A", "B")
    days = ("2024-10-01", "2024-10-02")
    pages = rest(story, ("A", days[0]), ("B", days[1]))
    (hop,) = story.page("outside", "Ledger", "2024-10-03").tells("P", "B")
    story.link(hop, pages[1])

    assert {chain.status for chain in story.ask().chains} == {"circular"}
    assert story.bounds() == (0, 0)


def test_without_what_opened_it_the_circle_is_closed(story):
    story.outlets("A", "B")
    pages = rest(story, ("A", "2024-10-01"), ("B", "2024-10-02"))
    pages[0].tells("P", "Army")

    assert story.bounds(ignore=["Army"]) == (0, 0)
