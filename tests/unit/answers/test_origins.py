"""How many distinct origins stand behind a claim."""

import pytest


def classes(found):
    return {o.source.rsplit("/", 1)[1]: o.status.value for o in found}


def test_a_dead_end_and_the_own_voice_of_one_outlet_are_one(story):
    story.page("one", "CNN").says("P")
    story.page("two", "Ledger").tells("P", "CNN")

    assert story.bounds() == (1, 1)


def test_unnamed_sources_of_two_texts_are_two_and_of_one_text_may_be_one(story):
    page = story.page("one", "Ledger")
    page.tells("P", "'officials'")
    page.tells("P", "'officials'")
    story.page("two", "Courier").tells("P", "'officials'")

    assert story.bounds() == (1, 2)


def test_unnamed_sources_without_an_identity_are_told_apart_by_their_place(story):
    page = story.page("one", "Ledger")
    page.tells("P", "'officials'")
    page.tells("P", "'experts'")

    assert story.bounds() == (1, 2)


def test_an_implied_actor_who_is_cited_elsewhere_is_resolved(story):
    story.states("Ukraine")
    page = story.page("one", "Ledger")
    page.implies("P", "Ukraine")
    page.tells("P", "Ukraine")
    found = story.ask().origins

    assert classes(found.resolved) == {"Ukraine": "named"}
    assert found.unresolved == ()


def test_a_doubtful_source_counts_above_only(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Army")
    page.tells("P", "Navy", confidence=0.4)
    found = story.ask()

    assert story.bounds() == (1, 2)
    assert [(o.source, o.doubtful) for o in found.origins.resolved] == [
        ("urn:agent/Army", False),
        ("urn:agent/Navy", True),
    ]
    assert story.bottlenecks() == ["Army"]


def test_where_everything_is_doubtful_the_support_still_counts(story):
    story.page("one", "Ledger").tells("P", "Army", confidence=0.4)

    assert story.bounds() == (1, 1)
    assert story.bottlenecks() == ["Army"]


def test_a_side_unites_what_the_text_qualifies_and_not_what_is_based_there(story):
    story.states("North")
    story.agent("Ministry", "body", side="North")
    story.qualified["'northern reports'"] = "North"
    page = story.page("one", "Ledger")
    for source in ("North", "Ministry", "'northern reports'", "Independent Institute"):
        page.tells("P", source)

    assert story.bounds(fold="side") == (2, 2)
    assert story.bounds() == (2, 4)


def test_a_state_owned_outlet_is_a_dead_end_and_no_body_of_its_state(story):
    story.states("North")
    story.outlets("Northern Radio", side="North")
    page = story.page("one", "Ledger")
    page.tells("P", "North")
    page.tells("P", "Northern Radio")

    assert story.bounds() == (1, 2)


def test_a_spokesman_of_a_state_is_not_folded_into_it(story):
    story.states("North")
    story.spokespeople["President"] = "North"
    story.agent("President", "person", side="North")
    page = story.page("one", "Ledger")
    page.tells("P", "President")
    page.tells("P", "North")

    assert story.bounds() == (1, 2)
    assert story.bounds(fold="side") == (1, 1)


def test_two_joint_acts_without_a_common_member_are_two(story):
    page = story.page("one", "Ledger")
    page.jointly("P", "Army", "Navy")
    page.jointly("P", "Senate", "Palace")

    assert story.bounds() == (2, 4)


def test_a_joint_act_told_by_two_papers_is_one(story):
    for outlet in ("Ledger", "Courier"):
        story.page(outlet, outlet).jointly("P", "Army", "Navy")

    assert story.bounds() == (1, 2)


@pytest.mark.parametrize("dated", [True, False])
def test_undated_copies_are_one_class_with_their_variants(story, dated):
    days = ("2024-10-01", "2024-10-02") if dated else (None, None)
    pages = [story.page(n, n.title(), day) for n, day in zip(("a", "b"), days, strict=True)]
    row = [pages[0].tells("P", "Army")[0], pages[1].tells("P", "Navy")[0]]
    story.copy("translation", *pages, rows=[row], original=pages[0] if dated else None)
    found = story.ask().origins

    assert story.bounds() == ((1, 2) if dated else (1, 1))
    if not dated:
        assert found.resolved[0].members == ("urn:agent/Army", "urn:agent/Navy")


def test_what_a_copy_adds_of_its_own_counts(story):
    original, copy = story.page("one", "AFP", "2024-10-01"), story.page("two", "Ledger")
    row = [original.tells("P", "Army")[0], copy.tells("P", "Army")[0]]
    copy.tells("P", "Navy")
    story.copy("excerpt", original, copy, rows=[row], original=original)

    assert story.bounds() == (2, 2)


def test_a_copy_of_what_was_set_aside_stands_for_itself(story):
    original, copy = story.page("one", "AFP", "2024-10-01"), story.page("two", "Ledger")
    row = [original.tells("P", "Army")[0], copy.tells("P", "Army")[0]]
    story.copy("reprint", original, copy, rows=[row], original=original)

    assert story.bounds(ignore=["AFP"]) == (1, 1)


def test_nothing_is_between_nothing(story):
    story.page("one", "Ledger").tells("P", "Army", stances=["declines"])

    assert story.bounds() == (0, 0)
    assert story.ask().transmission.separate == 0


def test_outlets_of_a_circle_of_unknown_order_are_dead_ends_above(story):
    story.outlets("A", "B", "C")
    days = ("2024-10-01", "2024-10-02", "2024-10-02")
    pages = [story.page(o, o, day) for o, day in zip(("A", "B", "C"), days, strict=True)]
    for n, kind in enumerate(("late", "possible", "inferred")):
        cited = pages[(n + 1) % 3]
        (hop,) = pages[n].tells("P", cited.facts["publisher"])
        story.link(hop, cited, kind)

    assert story.bounds() == (0, 3)
