"""What was found across documents, and what reviewers decided, is kept and comes back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import (
    NOTHING_DERIVED,
    SEEDS_BASE,
    AttributionId,
    ClaimId,
    ClaimRelation,
    CopyGroup,
    CopyKind,
    Derivation,
    DocumentId,
    Judgement,
    JudgementId,
    JudgementKind,
    Names,
    RelationKind,
    Resolution,
    ResolutionMethod,
    SourceId,
    judgement_key,
)
from kg.store import OxigraphStore, dump_digest, open_store

NAMES = Names(SEEDS_BASE)
DOCUMENTS = [DocumentId(f"{SEEDS_BASE}document/{n}") for n in range(3)]
CLAIMS = [ClaimId(f"{SEEDS_BASE}claim/{n}") for n in range(3)]
AGENTS = [SourceId(f"{SEEDS_BASE}agent/{n}") for n in range(3)]
ROWS = [tuple(AttributionId(f"{d}/attribution/{n}") for d in DOCUMENTS[:2]) for n in range(2)]
FOUND = Derivation(
    (
        ClaimRelation(RelationKind.EQUIVALENT, CLAIMS[0], CLAIMS[1], 0.912, "verifier"),
        ClaimRelation(RelationKind.CONTRADICTS, CLAIMS[1], CLAIMS[2], 0.3, "verifier"),
    ),
    (
        CopyGroup(CopyKind.CREDITED, tuple(DOCUMENTS[:2]), DOCUMENTS[0], tuple(ROWS)),
        CopyGroup(CopyKind.TRANSLATION, (DOCUMENTS[2], DOCUMENTS[0])),
    ),
    (Resolution(AGENTS[0], AGENTS[1], ResolutionMethod.PUBLISHER, 0.9),),
)


def decided(kind, *targets, by="Ann", at="2024-10-03T08:00:00Z", values=(), rationale=None):
    key = judgement_key(kind, by, at, targets, values)
    id_ = JudgementId(f"{SEEDS_BASE}judgement/{key}")
    return Judgement(id_, JudgementKind(kind), by, at, targets, values, rationale)


REJECT = decided("reject", ROWS[0][0], rationale="“Nobody said that.”\n")
FIX = decided(
    "fix", ROWS[1][0], at="2024-10-04", values=(("content", "1-3,5-9"), ("stance", "denies"))
)
MERGE = decided("merge", *CLAIMS[:2][::-1], by="Bob", at="2024-10-02")
LOG = [REJECT, FIX, MERGE]


@pytest.fixture(params=["memory", "disk"])
def reopened(request, tmp_path):
    """The store, opened anew each time it is called if it lies on a disk."""
    opened = [OxigraphStore(NAMES)]
    if request.param == "disk":
        open_store(tmp_path / "store", create=True, base=SEEDS_BASE).close()

    def get():
        if request.param == "disk":
            opened[0].close()
            opened[0] = open_store(tmp_path / "store")
        return opened[0]

    yield get
    opened[0].close()


def test_a_store_that_nobody_derived_or_judged_has_neither(reopened):
    assert reopened().derivation() == NOTHING_DERIVED
    assert reopened().judgements() == ()


def test_a_derivation_comes_back(reopened):
    assert reopened().put_derivation(FOUND) is True

    assert reopened().derivation() == FOUND


def test_the_same_derivation_changes_nothing(reopened):
    reopened().put_derivation(FOUND)
    digest = dump_digest(reopened())

    assert reopened().put_derivation(FOUND) is False
    assert dump_digest(reopened()) == digest


def test_another_derivation_takes_the_place_of_the_one_before(reopened):
    reopened().put_derivation(FOUND)
    fewer = replace(FOUND, copies=FOUND.copies[1:], relations=())

    assert reopened().put_derivation(fewer) is True
    assert reopened().derivation() == fewer


def test_to_have_found_nothing_leaves_nothing(reopened):
    before = dump_digest(reopened())
    reopened().put_derivation(FOUND)

    assert dump_digest(reopened()) != before
    assert reopened().put_derivation(NOTHING_DERIVED) is True
    assert reopened().put_derivation(NOTHING_DERIVED) is False
    assert reopened().derivation() == NOTHING_DERIVED
    assert dump_digest(reopened()) == before


def test_the_order_of_findings_is_kept(reopened):
    turned = Derivation(FOUND.relations[::-1], FOUND.copies[::-1], FOUND.resolutions)

    reopened().put_derivation(turned)

    assert reopened().derivation() == turned


def test_judgements_come_back_by_time(reopened):
    assert reopened().judge(LOG) == 3

    assert reopened().judgements() == (MERGE, REJECT, FIX)


def test_a_judgement_is_kept_once(reopened):
    reopened().judge([REJECT])
    digest = dump_digest(reopened())

    assert reopened().judge([REJECT, REJECT]) == reopened().judge([]) == 0
    assert dump_digest(reopened()) == digest
    assert reopened().judge([REJECT, FIX, FIX]) == 1
    assert reopened().judgements() == (REJECT, FIX)


def test_a_later_judgement_leaves_those_of_the_same_reviewer_and_of_others(reopened):
    for n, each in enumerate(LOG, 1):
        assert reopened().judge([each]) == 1
        assert len(reopened().judgements()) == n

    assert set(reopened().judgements()) == set(LOG)


def test_the_order_in_which_judgements_come_in_shows_nowhere(reopened):
    one, other = OxigraphStore(NAMES), OxigraphStore(NAMES)
    one.judge(LOG)
    for each in reversed(LOG):
        other.judge([each])

    assert dump_digest(one) == dump_digest(other)
    reopened().judge(LOG)
    assert dump_digest(reopened()) == dump_digest(one)


def test_readings_findings_and_judgements_leave_each_other_alone(reopened, numbered):
    reading = numbered(1)
    reopened().put(reading)
    bare = dump_digest(reopened())

    reopened().put_derivation(FOUND)
    reopened().judge(LOG)

    assert list(reopened().readings()) == [reading]
    assert reopened().derivation() == FOUND
    reopened().remove(reading.document.id)
    assert reopened().derivation() == FOUND
    assert set(reopened().judgements()) == set(LOG)
    reopened().put(reading)
    reopened().put_derivation(NOTHING_DERIVED)
    assert dump_digest(reopened()) != bare
    assert set(reopened().judgements()) == set(LOG)


def test_several_changes_in_one_go_are_all_kept(reopened, numbered):
    store = reopened()

    with store.writing():
        store.put(numbered(1))
        store.put_derivation(FOUND)
        store.judge([REJECT])
        store.judge([FIX])
        assert store.judgements() == (REJECT, FIX)

    assert reopened().derivation() == FOUND
    assert reopened().judgements() == (REJECT, FIX)


def test_a_stamp_tells_a_reading_from_another_of_the_same_text(reopened, numbered):
    one, two = numbered(1), numbered(2)
    for reading in (one, two):
        reopened().put(reading)
    stamps = reopened().stamps()

    assert list(stamps) == [r.document.id for r in reopened().readings()]
    reopened().put(replace(one, conveyances=()))

    again = reopened().stamps()
    assert again[one.document.id] != stamps[one.document.id]
    assert again[two.document.id] == stamps[two.document.id]
    reopened().remove(one.document.id)
    assert list(reopened().stamps()) == [two.document.id]


SHARES = st.floats(0, 1)
RELATIONS = st.builds(
    ClaimRelation,
    st.sampled_from(RelationKind),
    st.sampled_from(CLAIMS),
    st.sampled_from(CLAIMS),
    SHARES,
    st.sampled_from(["one", "two"]),
)
RESOLUTIONS = st.builds(
    Resolution,
    st.sampled_from(AGENTS),
    st.sampled_from(AGENTS),
    st.sampled_from(ResolutionMethod),
    SHARES,
)
GROUPS = st.builds(
    CopyGroup,
    st.sampled_from(CopyKind),
    st.permutations(DOCUMENTS).map(tuple),
    st.none() | st.sampled_from(DOCUMENTS),
    st.lists(st.sampled_from(ROWS), unique=True).map(tuple),
)
DERIVATIONS = st.builds(
    Derivation,
    st.lists(
        RELATIONS, max_size=4, unique_by=lambda r: (r.kind, r.subject, r.object, r.author)
    ).map(tuple),
    st.lists(GROUPS, max_size=3, unique_by=lambda g: (g.kind, g.documents)).map(tuple),
    st.lists(RESOLUTIONS, max_size=3, unique_by=lambda r: (r.agent, r.same_as, r.method)).map(
        tuple
    ),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DERIVATIONS, DERIVATIONS)
def test_whatever_was_found_comes_back_in_place_of_what_was_there(first, second):
    store = OxigraphStore(NAMES)
    store.put_derivation(first)

    assert store.derivation() == first
    assert store.put_derivation(second) is (first != second)
    assert store.derivation() == second
