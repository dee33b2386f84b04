"""Answers under judgements: what stands, what was taken back, what is decided twice."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph import disagreements, judged, spans_from, standing, taken_back
from kg.model import (
    NOTHING_DERIVED,
    CopyGroup,
    CopyKind,
    Derivation,
    Judgement,
    JudgementId,
    JudgementKind,
    Resolution,
    ResolutionMethod,
    SourceId,
    Span,
)


def judgement(kind, *targets, by="Ann", at=1, rationale=None, **values):
    """A judgement made on the ``at``-th of October."""
    made = f"2024-10-{at:02}T08:00:00Z"
    id_ = JudgementId(f"urn:judgement/{kind}/{by}/{at}/{'+'.join(targets)}")
    set_ = tuple(sorted(values.items()))
    return Judgement(id_, JudgementKind(kind), by, made, tuple(targets), set_, rationale)


def undo(target, at=9, by="Ann"):
    return judgement("undo", target.id, by=by, at=at)


# ---- what stands


REJECT = judgement("reject", "urn:a")


def test_what_nobody_took_back_stands_by_time():
    later, earlier = judgement("accept", "urn:b", at=3), judgement("accept", "urn:c", at=2)

    assert standing([later, REJECT, earlier]) == (REJECT, earlier, later)


def test_what_was_taken_back_does_not_stand():
    back = undo(REJECT)

    assert standing([REJECT, back]) == ()
    assert taken_back([REJECT, back]) == {REJECT.id: back}


def test_taking_back_the_taking_back_restores_it():
    back = undo(REJECT, at=2)
    again = undo(back, at=3)
    once_more = undo(again, at=4)

    assert standing([REJECT, back, again]) == (REJECT,)
    assert taken_back([REJECT, back, again]) == {back.id: again}
    assert standing([REJECT, back, again, once_more]) == ()


def test_of_two_who_take_it_back_both_must_give_in():
    mine, theirs = undo(REJECT, at=2), undo(REJECT, at=3, by="Bob")

    assert standing([REJECT, mine, theirs, undo(mine, at=4)]) == ()
    assert standing([REJECT, mine, theirs, undo(mine, at=4), undo(theirs, at=5)]) == (REJECT,)


def test_clocks_play_no_part_in_taking_back():
    early = undo(REJECT, at=1)

    assert standing([replace(REJECT, made="2030"), early]) == ()


def test_several_are_taken_back_in_one_step():
    other = judgement("accept", "urn:b")
    both = judgement("undo", REJECT.id, other.id, at=5)

    assert standing([REJECT, other, both]) == ()


def test_taking_back_what_is_not_held_harms_nobody():
    assert standing([REJECT, judgement("undo", "urn:gone", at=2)]) == (REJECT,)


def test_takings_back_in_a_ring_come_to_an_end():
    one, other = judgement("undo", "urn:2"), judgement("undo", "urn:1", at=2)
    ring = [replace(one, id="urn:1"), replace(other, id="urn:2")]

    assert standing([REJECT, *ring]) == (REJECT,)


def test_a_very_long_quarrel_is_followed_to_its_end():
    log = [REJECT]
    for _ in range(3000):
        log.append(replace(undo(log[-1]), id=JudgementId(f"urn:undo/{len(log)}")))

    assert standing(log) == (REJECT,)
    assert standing(log[:-1]) == ()


@st.composite
def logs(draw):
    """Judgements of which each undoing one takes back earlier ones of the list."""
    found = []
    for n in range(draw(st.integers(1, 9))):
        undoes = found and draw(st.booleans())
        targets = (
            draw(st.lists(st.sampled_from([j.id for j in found]), min_size=1, max_size=2))
            if undoes
            else ["urn:a"]
        )
        kind = "undo" if undoes else draw(st.sampled_from(["accept", "reject"]))
        made = judgement(kind, *targets, at=draw(st.integers(1, 9)))
        found.append(replace(made, id=JudgementId(f"urn:judgement/{n}")))
    return found


@given(logs(), st.randoms())
def test_what_stands_is_what_no_standing_judgement_takes_back(log, random):
    def stands(judgement_):
        against = (j for j in log if j.kind == "undo" and judgement_.id in j.targets)
        return not any(stands(j) for j in against)

    expected = {j.id for j in log if j.kind != "undo" and stands(j)}
    shuffled = list(log)
    random.shuffle(shuffled)

    assert {j.id for j in standing(log)} == expected
    assert standing(shuffled) == standing(log)
    assert taken_back(shuffled) == taken_back(log)
    for target, by in taken_back(log).items():
        assert target in by.targets
        assert stands(by)


# ---- disagreement


@pytest.mark.parametrize(
    ("one", "other"), [("accept", "reject"), ("reject", "accept"), ("merge", "split")]
)
def test_two_reviewers_who_decide_otherwise_disagree(one, other):
    first = judgement(one, "urn:a", "urn:b", at=1)
    second = judgement(other, "urn:b", "urn:a", at=2, by="Bob")

    assert disagreements([second, first]) == [(first, second)]


@pytest.mark.parametrize(
    "second",
    [
        judgement("accept", "urn:a", at=2),
        judgement("reject", "urn:a", at=2, by="Bob"),
        judgement("accept", "urn:b", at=2, by="Bob"),
        judgement("fix", "urn:a", at=2, by="Bob", stance="denies"),
        judgement("split", "urn:a", at=2, by="Bob"),
    ],
)
def test_oneself_agreement_and_other_matters_are_no_disagreement(second):
    assert disagreements([REJECT, second]) == []


def test_a_disagreement_ends_when_one_of_them_takes_it_back():
    theirs = judgement("accept", "urn:a", at=2, by="Bob")

    assert disagreements([REJECT, theirs]) == [(REJECT, theirs)]
    assert disagreements([REJECT, theirs, undo(theirs)]) == []


@pytest.mark.xfail(reason="matters are compared by all of their targets, not pair by pair")
def test_a_split_of_two_that_were_merged_with_a_third_is_a_disagreement():
    merge = judgement("merge", "urn:a", "urn:b", "urn:c")
    split = judgement("split", "urn:a", "urn:b", at=2, by="Bob")

    assert disagreements([merge, split]) == [(merge, split)]


# ---- attributions


@pytest.fixture
def page(story):
    """Ledger: CNN says that the agency says that the minister says P."""
    made = story.page("one", "Ledger", "2024-10-01")
    made.tells("P", "CNN", "Agency", "Minister", confidence=0.4)
    return made


def corpus(story, *judgements, derivation=NOTHING_DERIVED):
    return judged(story.readings, derivation, story.relations, judgements)


def test_without_judgements_readings_are_as_they_were(story, page):
    found = corpus(story)

    assert found.readings[0].attributions == page.reading.attributions
    assert found.readings[0].conveyances == page.reading.conveyances
    assert found.judgements == ()


def test_a_rejected_source_is_gone_with_what_it_says(story, page):
    minister = page.attributions[-1]

    (reading,) = corpus(story, judgement("reject", minister.id)).readings

    assert [a.source.name for a in reading.attributions] == ["CNN", "Agency"]
    assert reading.conveyances == ()


@pytest.mark.parametrize(
    ("rejected", "hung"), [((1,), [None, 0]), ((0, 1), [None]), ((0,), [None, 1])]
)
def test_what_a_rejected_relay_told_hangs_on_the_one_outside(story, page, rejected, hung):
    ids = [a.id for a in page.attributions]

    (reading,) = corpus(story, *(judgement("reject", ids[n]) for n in rejected)).readings

    expected = [None if n is None else ids[n] for n in hung]
    assert [a.nested_in for a in reading.attributions] == expected
    assert len(reading.conveyances) == 1


def test_what_is_accepted_is_certain_and_stated(story):
    page = story.page("one", "Ledger")
    (said,) = page.implies("P", "Minister")
    page.conveyances = [replace(c, confidence=0.3) for c in page.conveyances]

    (reading,) = corpus(story, judgement("accept", said.id)).readings

    (now,) = reading.attributions
    assert (now.confidence, now.implied) == (1.0, False)
    assert [c.confidence for c in reading.conveyances] == [1.0]
    assert (said.confidence, said.implied) == (0.3, True)


def test_the_others_stay_as_they_are(story, page):
    (reading,) = corpus(story, judgement("accept", page.attributions[0].id)).readings

    assert [a.confidence for a in reading.attributions] == [1.0, 1.0, 0.4]


@pytest.mark.parametrize(("first", "left"), [("accept", 2), ("reject", 3)])
def test_of_two_verdicts_the_later_one_holds_whoever_gives_it(story, page, first, left):
    second = "reject" if first == "accept" else "accept"
    minister = page.attributions[-1].id
    log = [judgement(second, minister, at=2, by="Bob"), judgement(first, minister, at=1)]

    found = corpus(story, *log)

    assert len(found.readings[0].attributions) == left
    assert {j.id for j in found.judgements} == {j.id for j in log}


def test_what_is_taken_back_counts_for_nothing(story, page):
    reject = judgement("reject", page.attributions[0].id)

    assert corpus(story, reject, undo(reject)) == corpus(story)
    assert corpus(story, reject) != corpus(story)


def test_stance_and_spans_are_fixed(story, page):
    minister = page.attributions[-1]
    fix = judgement(
        "fix", minister.id, stance="denies", source="0-3", cue="4-8", content="9-12,15-20"
    )

    now = corpus(story, fix).readings[0].attributions[-1]

    assert now.stance == "denies"
    assert now.source == replace(minister.source, spans=(Span(0, 3),))
    assert (now.cue, now.content) == ((Span(4, 8),), (Span(9, 12), Span(15, 20)))
    assert now.id == minister.id


def test_fixes_add_up_and_the_later_of_two_holds(story, page):
    minister = page.attributions[-1].id
    log = [
        judgement("fix", minister, at=3, stance="confirms"),
        judgement("fix", minister, at=1, stance="denies", cue="0-3"),
    ]

    now = corpus(story, *log).readings[0].attributions[-1]

    assert (now.stance, now.cue) == ("confirms", (Span(0, 3),))


@pytest.mark.parametrize("text", ["", "a-b", "3", "5-3", "3-3", "-1-3", "1-2,"])
def test_spans_that_are_none_are_refused(text):
    with pytest.raises(ValueError, match=r"."):
        spans_from(text)


def test_spans_are_read_in_their_order():
    assert spans_from("10-42,50-61") == (Span(10, 42), Span(50, 61))


# ---- documents


def test_a_date_that_is_fixed_puts_a_document_in_its_place(story):
    story.page("a", "Ledger", "2024-10-02").says("P")
    story.page("b", "Courier").says("P")
    fix = judgement("fix", "urn:document/b", published="2024-10-01")

    order = [r.document.doc_id for r in corpus(story, fix).readings]

    assert [r.document.doc_id for r in corpus(story).readings] == ["a", "b"]
    assert order == ["b", "a"]


def test_a_publisher_that_is_fixed_speaks_in_its_own_texts(story):
    page = story.page("a", "Ledger")
    page.says("P")
    page.tells("Q", "Minister")
    story.page("b", "Courier").says("P")
    fix = judgement("fix", page.id, outlet="Courier", outlet_id="urn:agent/Courier")

    reading = corpus(story, fix).by_document[page.id]

    assert reading.document.publisher == "Courier"
    own, said = reading.attributions
    assert (own.source.id, own.source.name) == ("urn:agent/Courier", "Courier")
    assert said.source.id == "urn:agent/Minister"
    assert "urn:agent/Courier" in {a.id for a in reading.agents}


def test_credited_text_still_speaks_for_the_agency(story):
    story.agent("Reuters", "agency")
    page = story.page("a", "Ledger", credited_to="Reuters")
    page.says("P")
    fix = judgement("fix", page.id, outlet="Courier", outlet_id="urn:agent/Courier")

    reading = corpus(story, fix).by_document[page.id]

    assert reading.document.publisher == "Courier"
    assert reading.attributions[0].source.id == "urn:agent/Reuters"


def test_a_publisher_that_is_fixed_has_one_name_in_any_order(story):
    first = story.page("a", "The Ledger", "2024-10-01").reading
    second = story.page("b", "Ledger", "2024-10-02").reading
    third = story.page("c", "Courier", "2024-10-03").reading
    one = SourceId("urn:agent/Ledger")
    first, second = (
        replace(r, agents=tuple(replace(a, id=one) for a in r.agents if a.name == name))
        for r, name in ((first, "The Ledger"), (second, "Ledger"))
    )
    fix = judgement("fix", third.document.id, outlet="Ledger", outlet_id=one)

    found = {
        judged(order, NOTHING_DERIVED, (), [fix]).readings[2].document.publisher
        for order in permutations([first, second, third])
    }

    assert len(found) == 1


# ---- agents


def resolved(one, other, confidence=0.8):
    ends = SourceId(f"urn:agent/{one}"), SourceId(f"urn:agent/{other}")
    return Resolution(*ends, ResolutionMethod.NAME, confidence)


def agents(*names):
    return tuple(f"urn:agent/{name}" for name in names)


@pytest.fixture
def bodies(story):
    """Texts that cite A to E, one each."""
    for n, name in enumerate("ABCDE", 1):
        story.page(name.lower(), f"Paper {name}", f"2024-10-0{n}").tells("P", name)

    def who(*judgements, resolutions=()):
        found = corpus(story, *judgements, derivation=Derivation(resolutions=tuple(resolutions)))
        return "".join(r.attributions[0].source.name for r in found.readings)

    return who


def test_agents_that_are_one_go_by_one_name(bodies):
    assert bodies() == "ABCDE"
    assert bodies(resolutions=[resolved("B", "A"), resolved("D", "C")]) == "AACCE"


def test_a_candidate_unites_nothing(bodies):
    assert bodies(resolutions=[resolved("B", "A", 0.49), resolved("D", "C", 0.5)]) == "ABCCE"


def test_a_cycle_of_merges_is_one_agent(bodies):
    ring = [("A", "B"), ("B", "C"), ("C", "D"), ("D", "A")]
    log = [judgement("merge", *agents(*pair), at=n) for n, pair in enumerate(ring, 1)]

    assert {bodies(*order) for order in permutations(log)} == {"AAAAE"}
    assert bodies(resolutions=[resolved(*pair) for pair in ring]) == "AAAAE"


def test_merging_with_oneself_changes_nothing(bodies):
    assert bodies(judgement("merge", *agents("B", "B"))) == "ABCDE"


def test_several_are_merged_in_one_judgement(bodies):
    assert bodies(judgement("merge", *agents("D", "B", "E"))) == "ABCBB"


def test_a_split_parts_what_was_found_to_be_one(bodies):
    found = [resolved("B", "A"), resolved("C", "B")]

    assert bodies(judgement("split", *agents("A", "B")), resolutions=found) == "ABBDE"
    assert bodies(judgement("split", *agents("A", "C")), resolutions=found) == "AACDE"


def test_the_surer_finding_holds_where_not_all_can(bodies):
    split = judgement("split", *agents("A", "C"))
    found = [resolved("B", "A", 0.6), resolved("C", "B", 0.9)]

    assert {bodies(split, resolutions=order) for order in permutations(found)} == {"ABBDE"}


@pytest.mark.parametrize(
    ("first", "second", "names"), [("merge", "split", "ABCDE"), ("split", "merge", "AACDE")]
)
def test_of_merge_and_split_the_later_one_holds(bodies, first, second, names):
    log = [
        judgement(second, *agents("B", "A"), at=2, by="Bob"),
        judgement(first, *agents("A", "B"), at=1),
    ]

    assert bodies(*log) == names


def test_a_merge_outweighs_whatever_was_found(bodies):
    log = [judgement("merge", *agents("A", "C")), judgement("split", *agents("B", "C"), at=2)]

    assert bodies(*log, resolutions=[resolved("B", "A", 0.99)]) == "ABADE"


def test_judgements_go_by_the_names_of_the_united(story, bodies):
    rate = judgement("rate", *agents("B"), rating="B")
    merge = judgement("merge", *agents("A", "B"), at=2)

    found = corpus(story, rate, merge)

    assert [j.targets for j in found.judgements] == [agents("A"), agents("A", "A")]


def test_who_is_not_there_is_not_merged(bodies):
    assert bodies(judgement("merge", *agents("A", "B", "Z"))) == "ABCDE"


def test_a_known_agent_outranks_the_one_of_a_text(story):
    story.page("a", "Ledger", "2024-10-01").tells("P", "A")
    page = story.page("b", "Courier", "2024-10-02")
    page.tells("P", "Wikidata")
    known = SourceId("http://www.wikidata.org/entity/Q1")
    reading = page.reading
    (said,) = reading.attributions
    reading = replace(
        reading,
        attributions=(replace(said, source=replace(said.source, id=known)),),
        agents=(replace(story.agents["urn:agent/Wikidata"], id=known),),
    )
    merge = judgement("merge", "urn:agent/A", known)

    found = judged([story.pages["a"].reading, reading], NOTHING_DERIVED, (), [merge])

    assert {r.attributions[0].source.id for r in found.readings} == {known}


def test_what_is_known_of_any_is_known_of_the_one(story):
    story.states("North")
    story.agent("B", "body", side="North")
    for name in "AB":
        story.page(name, f"Paper {name}").tells("P", name)

    found = corpus(story, judgement("merge", *agents("A", "B")))

    (left,) = {r.attributions[0].source.id for r in found.readings}
    assert found.agents[left].side == "urn:agent/North"


# ---- claims


def claims(*names):
    return tuple(f"urn:claim/{name}" for name in names)


@pytest.fixture
def classes(story):
    """Texts that say P to T, one each; which of them are one."""
    for n, name in enumerate("PQRST", 1):
        story.page(name.lower(), f"Paper {name}", f"2024-10-0{n}").tells(name, "Minister")

    def one(*judgements):
        found = corpus(story, *judgements)
        return [
            "".join(c.removeprefix("urn:claim/") for c in members)
            for members in found.claims.values()
            if len(members) > 1
        ]

    return one


def test_claims_are_merged_and_split(story, classes):
    story.relate("equivalent", "P", "Q")

    assert classes() == ["PQ"]
    assert classes(judgement("split", *claims("Q", "P"))) == []
    assert classes(judgement("merge", *claims("P", "R", "T"))) == ["PQRT"]


def test_a_merge_takes_the_place_of_a_contradiction(story, classes):
    story.relate("contradicts", "P", "Q")
    merge = judgement("merge", *claims("P", "Q"))

    assert classes(merge) == ["PQ"]
    (left,) = corpus(story, merge).relations
    assert (left.kind, left.confidence, left.author) == ("equivalent", 1.0, "reviewer/Ann")


@pytest.mark.parametrize("pairs", [[("P", "Q", "R")], [("P", "Q"), ("P", "R")]])
def test_what_a_reviewer_merges_is_one_whatever_was_found(story, classes, pairs):
    story.relate("contradicts", "Q", "R", confidence=0.21)

    assert classes(*(judgement("merge", *claims(*pair)) for pair in pairs)) == ["PQR"]


def test_a_chain_is_cut_at_the_contradiction_and_at_the_split(story, classes):
    story.relate("equivalent", "P", "Q", confidence=0.9)
    story.relate("equivalent", "Q", "R", confidence=0.6)

    assert classes() == ["PQR"]
    assert classes(judgement("split", *claims("P", "R"))) == ["PQ"]
    story.relate("contradicts", "R", "P", confidence=0.8)
    assert classes() == ["PQ"]


def test_a_split_by_one_reviewer_and_a_merge_by_another_leave_the_later(story, classes):
    story.relate("equivalent", "P", "Q")
    split, merge = (
        judgement("split", *claims("P", "Q"), at=1),
        judgement("merge", *claims("Q", "P"), at=2, by="Bob"),
    )

    assert classes(merge, split) == ["PQ"]
    assert classes(split, merge, undo(merge)) == []
    assert classes(replace(split, made="2024-10-03"), merge) == []


@pytest.mark.parametrize(
    ("kind", "confidence", "left"), [("reject", None, 0), ("accept", 1.0, 1), ("fix", 0.3, 1)]
)
def test_a_relation_is_accepted_or_rejected(story, classes, kind, confidence, left):
    story.relate("entails", "P", "Q", confidence=0.3)

    found = corpus(story, judgement(kind, *claims("Q", "P"))).relations

    assert [r.confidence for r in found] == [confidence] * left
    assert all(r.kind == "entails" for r in found)


def test_a_judgement_on_a_claim_that_nobody_says_changes_nothing(story, classes):
    story.relate("equivalent", "P", "Q")

    assert classes(judgement("split", *claims("P", "Q", "Z"))) == ["PQ"]


def test_relations_of_claims_that_nobody_says_are_left_out(story, classes):
    story.relate("equivalent", "P", "Z")

    assert corpus(story).relations == ()


def test_relations_of_single_texts_and_across_them_are_taken_together(story, classes):
    story.relate("equivalent", "P", "Q")
    story.relate("contradicts", "R", "S")
    across, inside = story.relations

    found = judged(story.readings, Derivation((across,)), (inside, across), ())

    assert found.relations == (across, inside)


def test_copies_are_passed_on(story, classes):
    copies = (CopyGroup(CopyKind.REPRINT, ("urn:document/p", "urn:document/q")),)

    assert corpus(story, derivation=Derivation(copies=copies)).ties.copies == copies


# ---- order


# Of what is found, no two differ in their confidence alone.
PAIRS = st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")).filter(lambda p: p[0] != p[1])
FOUND = st.lists(PAIRS, max_size=4, unique_by=frozenset)


@st.composite
def decisions(draw):
    """Judgements on sources, claims and attributions of five texts, some taken back."""
    found = []
    for n in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(["merge", "split", "accept", "reject", "fix", "undo"]))
        pair = draw(PAIRS)
        about = draw(st.sampled_from([agents, claims]))
        if kind == "undo":
            targets = [draw(st.sampled_from(found)).id] if found else ["urn:gone"]
        else:
            targets = about(*pair)
        values = {"stance": "denies"} if kind == "fix" else {}
        by, at = draw(st.sampled_from(["Ann", "Bob"])), draw(st.integers(1, 3))
        made = judgement(kind, *targets, by=by, at=at, **values)
        found.append(replace(made, id=JudgementId(f"urn:judgement/{n}")))
    return found


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(decisions(), FOUND, FOUND, st.randoms())
def test_the_order_of_what_is_given_makes_no_difference(new_story, log, found, related, random):
    story = new_story()
    for n, name in enumerate("ABCDE"):
        story.page(name, f"Paper {name}", f"2024-10-0{1 + n % 3}").tells(name, name)
    for n, pair in enumerate(related):
        story.relate(["equivalent", "contradicts"][n % 2], *pair, confidence=0.5 + n / 10)
    derivation = Derivation(
        tuple(story.relations),
        (),
        tuple(resolved(*pair, 0.4 + n / 5) for n, pair in enumerate(found)),
    )
    given_ = [list(story.readings), list(derivation.relations), list(derivation.resolutions), log]

    expected = judged(given_[0], derivation, (), log)
    for each in given_:
        random.shuffle(each)
    turned = Derivation(tuple(given_[1]), (), tuple(given_[2]))

    assert judged(given_[0], turned, (), given_[3]) == expected
