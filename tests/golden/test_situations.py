"""The situations of docs/explanation/provenance.md and their answers."""

import pytest


def test_an_official_in_three_interviews_is_one_origin_and_the_bottleneck(story):
    for outlet in ("Ledger", "Courier", "Herald"):
        story.page(outlet, outlet).tells("P", "Official")

    assert story.bounds() == (1, 1)
    assert story.ask().transmission.separate == 1
    assert story.bottlenecks() == ["Official"]


def test_a_leak_to_two_papers_may_be_one_origin_or_two(story):
    story.page("one", "Ledger").tells("P", "'people familiar with it'")
    story.page("two", "Courier").tells("P", "'people familiar with it'")

    assert story.bounds() == (1, 2)


@pytest.mark.parametrize("source", [None, "Minister", "'officials'"])
def test_a_dispatch_in_two_papers_and_a_third_that_cites_the_agency_is_one_origin(story, source):
    story.outlets("AFP")
    printed = [story.page(p, p, "2024-10-01", credited_to="AFP") for p in ("Ledger", "Courier")]
    row = [page.tells("P", source)[0] if source else page.says("P") for page in printed]
    (cited,) = story.page("third", "Herald", "2024-10-02").tells("P", "AFP")
    for page in printed:
        story.link(cited, page)
    story.copy("credited", *printed, rows=[row])

    assert story.bounds() == (1, 1)


def test_an_outlet_on_its_own_earlier_story_raises_no_alarm(story):
    first = story.page("first", "CNN", "2024-10-01")
    first.tells("P", "Minister")
    (again,) = story.page("second", "CNN", "2024-10-02").tells("P", "CNN")
    story.link(again, first)
    found = story.ask()

    assert found.graph.circles == ()
    assert story.bounds() == (1, 1)


def test_an_outlet_that_speaks_of_itself_is_own_voice(story):
    story.page("scoop", "CNN").tells("P", "CNN")
    (chain,) = story.ask().chains

    assert (chain.status, chain.depth, chain.origin) == ("unsourced", 0, "urn:agent/CNN")


def test_a_spokesman_and_his_ministry_are_one_origin(story):
    story.spokespeople["Spokesman"] = "Ministry"
    page = story.page("one", "Ledger")
    page.tells("P", "Spokesman")
    page.tells("P", "Ministry")

    assert story.bounds() == (1, 1)
    assert story.bounds(fold="none") == (2, 2)


def test_a_state_beside_its_ministry_counts_in_the_upper_bound_alone(story):
    story.states("Russia")
    story.agent("Ministry", "body", side="Russia")
    story.spokespeople["Spokesman"] = "Ministry"
    page = story.page("one", "Ledger")
    for source in ("Spokesman", "Ministry", "Russia"):
        page.tells("P", source)

    assert story.bounds() == (1, 2)
    assert story.bounds(fold="side") == (1, 1)


def test_a_joint_statement_of_two_governments_is_one_act(story):
    story.states("Russia", "Iran")
    story.page("one", "Ledger").jointly("P", "Russia", "Iran")

    assert story.bounds() == (1, 2)


def test_a_joint_statement_adds_nothing_to_a_member_already_counted(story):
    story.states("Russia", "Iran")
    page = story.page("one", "Ledger")
    page.jointly("P", "Russia", "Iran")
    page.tells("P", "Iran")

    assert story.bounds() == (1, 2)


def test_an_agency_of_the_un_and_its_report_are_one_origin(story):
    story.agent("IAEA report", "document", part_of="IAEA")
    page = story.page("one", "Ledger")
    page.tells("P", "IAEA")
    page.tells("P", "IAEA report")

    assert story.bounds() == (1, 1)


def test_a_report_that_cites_a_report_rests_on_the_second(story):
    story.agent("UN report", "document", part_of="UN")
    story.agent("SIPRI report", "document", part_of="SIPRI")
    story.agent("SIPRI", "organization")
    story.page("one", "Ledger").tells("P", "UN report", "SIPRI report")
    found = story.ask()

    assert story.bounds() == (1, 1)
    assert [o.source for o in found.origins.resolved] == ["urn:agent/SIPRI"]
    assert found.depths == (2, 2)


@pytest.mark.parametrize("outer", ["denies", "declines", "demands", "questions"])
def test_what_an_outer_source_does_not_vouch_for_is_not_conveyed(story, outer):
    story.page("one", "Ledger").tells("P", "X", "Y", stances=[outer, "asserts"])
    found = story.ask()

    assert story.bounds() == (0, 0)
    assert found.status == "unaddressed"
    assert found.denials == ()
    assert len(found.graph.not_conveyed) == 1


def test_who_denies_having_said_it_is_disowned_and_denies_nothing(story):
    story.page("one", "Ledger").tells("P", "X")
    story.page("two", "Courier").tells("P", "X", "X", stances=["denies", "asserts"])
    found = story.ask()

    assert story.bounds() == (1, 1)
    assert [o.status for o in found.origins.unresolved] == ["disowned"]
    assert found.status == "supported"
    assert found.denials == ()


def test_a_retraction_takes_the_support_away_from_its_date(story):
    story.page("one", "Ledger", "2024-10-01").tells("P", "Minister")
    later = story.page("two", "Courier", "2024-10-05")
    later.tells("P", "Minister", stances=["denies"], retracts=True)

    assert story.bounds() == (0, 0)
    assert len(story.ask().graph.withdrawn) == 1
    assert story.bounds(as_of="2024-10-04") == (1, 1)


def test_an_outlet_that_retracts_takes_its_sources_along(story):
    story.outlets("CNN")
    own = story.page("one", "CNN", "2024-10-01")
    own.tells("P", "Minister")
    (cited,) = story.page("two", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(cited, own)
    later = story.page("three", "Courier", "2024-10-05")
    later.tells("P", "CNN", stances=["denies"], retracts=True)

    assert story.bounds() == (0, 0)
    assert story.bounds(as_of="2024-10-02") == (1, 1)


def test_the_own_voice_of_two_outlets_may_be_one_origin_or_two(story):
    story.page("one", "Ledger").says("P")
    story.page("two", "Courier").says("P")

    assert story.bounds() == (1, 2)


@pytest.mark.parametrize("with_text", [False, True])
def test_three_officials_in_one_story_are_three_origins_through_one_relay(story, with_text):
    story.outlets("CNN")
    officials = ("General", "Minister", "Inspector")
    told = []
    for outlet in ("Ledger", "Courier"):
        page = story.page(outlet, outlet, "2024-10-02")
        told += [page.tells("P", "CNN", official)[0] for official in officials]
    if with_text:
        own = story.page("own", "CNN", "2024-10-01")
        for official in officials:
            own.tells("P", official)
        for hop in told:
            story.link(hop, own)

    assert story.bounds() == (3, 3)
    assert story.ask().transmission.separate == 1
    assert story.bottlenecks() == ["CNN"]


def cite_each_other(story, days, kinds):
    outlets = ("A", "B", "C")[: len(days)]
    story.outlets(*outlets)
    pages = [
        story.page(f"{o}{n}", o, day) for n, (o, day) in enumerate(zip(outlets, days, strict=True))
    ]
    for n, page in enumerate(pages):
        following = (n + 1) % len(pages)
        (hop,) = page.tells("P", outlets[following])
        story.link(hop, pages[following], kinds[n])
    return pages


def test_a_mutual_citation_of_one_day_is_a_possible_closed_cycle(story):
    cite_each_other(story, ["2024-10-01"] * 2, ["possible"] * 2)
    (circle,) = story.ask().graph.circles

    assert (circle.open, circle.certain) == (False, False)
    assert story.bounds() == (0, 2)


def test_three_outlets_that_rest_on_each_other_are_a_closed_cycle_and_no_origin(story):
    days = ["2024-10-01", "2024-10-02", "2024-10-03"]
    cite_each_other(story, days, ["late", "late", "inferred"])
    found = story.ask()
    (circle,) = found.graph.circles

    assert (circle.open, circle.certain) == (False, True)
    assert story.bounds() == (0, 0)
    assert {chain.status for chain in found.chains} == {"circular"}
    assert found.ceiling.max == 6


def test_an_outlet_confirmed_by_who_cites_it_is_an_open_cycle_of_one_origin(story):
    story.outlets("A", "B")
    first = story.page("a1", "A", "2024-10-01")
    first.says("P")
    second = story.page("b", "B", "2024-10-02")
    third = story.page("a2", "A", "2024-10-03")
    (cites_a,) = second.tells("P", "A")
    (cites_b,) = third.tells("P", "B")
    story.link(cites_a, first)
    story.link(cites_a, third, "late")
    story.link(cites_b, second)
    (circle,) = story.ask().graph.circles

    assert (circle.open, circle.certain) == (True, True)
    assert story.bounds() == (1, 1)


@pytest.mark.parametrize(
    ("translated", "bounds"), [("Secret service", (1, 2)), ("Minister", (1, 1))]
)
def test_a_translation_that_relabels_the_source_is_one_origin_once_judged(
    story, translated, bounds
):
    original = story.page("en", "CNN", "2024-10-01")
    copy = story.page("fr", "Ledger", "2024-10-02")
    row = [original.tells("P", "Minister")[0], copy.tells("P", translated)[0]]
    story.copy("translation", original, copy, rows=[row], original=original)

    assert story.bounds() == bounds


def test_a_relay_that_relabels_the_source_counts_once_below_and_twice_above(story):
    story.outlets("CNN")
    original = story.page("en", "CNN", "2024-10-01")
    original.tells("P", "Minister")
    told = story.page("fr", "Ledger", "2024-10-02").tells("P", "CNN", "Secret service")
    story.link(told[0], original)
    found = story.ask()

    assert story.bounds() == (1, 2)
    assert [r.told.origin for r in found.graph.relabelled] == ["urn:agent/Secret service"]


def test_declining_is_no_denial(story):
    page = story.page("one", "Ledger")
    page.tells("P", "Minister")
    page.tells("P", "Palace", stances=["declines"])
    found = story.ask()

    assert (found.status, found.denials) == ("supported", ())
    assert [chain.origin for chain in found.graph.undecided] == ["urn:agent/Palace"]


@pytest.mark.parametrize(
    ("relation", "support", "status"),
    [
        ("disputes", True, "contested"),
        ("disputes", False, "unaddressed"),
        (None, True, "contested"),
        (None, False, "denied"),
    ],
)
def test_a_denial_contests_what_is_supported_and_only_a_direct_one_denies(
    story, relation, support, status
):
    page = story.page("one", "Ledger")
    if support:
        page.tells("P", "Minister")
    page.tells("Q" if relation else "P", "Moscow", stances=["denies"])
    if relation:
        story.relate(relation, "Q", "P")
    found = story.ask()

    assert found.status == status
    assert [d.relation for d in found.denials] == [relation or "direct"]


def test_who_says_what_contradicts_a_claim_denies_it(story):
    story.page("one", "Ledger").tells("Q", "Moscow")
    story.relate("contradicts", "Q", "P")
    story.page("two", "Courier").tells("R", "Nobody else")

    assert story.ask().status == "denied"
