"""Classes of claims: equivalence chains cut where two members cannot be one."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.classes import LARGEST, cut
from kg.model import ClaimId, ClaimRelation, RelationKind

ORDER = {ClaimId(name): place for place, name in enumerate("abcdef")}
ONE, TWO, THREE = list(ORDER)[:3]


def relation(kind, ends, confidence=0.9, author="test"):
    return ClaimRelation(RelationKind(kind), ClaimId(ends[0]), ClaimId(ends[1]), confidence, author)


def same(ends, confidence=0.9):
    return relation("equivalent", ends, confidence)


def reviewed(ends, confidence=1.0):
    return relation("equivalent", ends, confidence, "reviewer/Ann")


def kept(*relations, parted=(), order=ORDER):
    """The equivalences that are left, by their ends."""
    left = cut(relations, order, [frozenset(pair) for pair in parted])
    return {r.subject + r.object for r in left if r.kind is RelationKind.EQUIVALENT}


def test_what_nothing_speaks_against_is_left_as_it_is():
    given = (same("ab"), same("bc"), relation("entails", "ad"), relation("disputes", "ec"))

    assert cut(given, ORDER) == given


@pytest.mark.parametrize(
    ("first", "second", "left"), [(0.9, 0.6, {"ab"}), (0.6, 0.9, {"bc"}), (0.9, 0.9, {"ab"})]
)
def test_a_chain_between_contraries_is_cut_at_its_weakest_step(first, second, left):
    chain = [same("ab", first), same("bc", second), relation("contradicts", "ca", 0.7)]

    assert kept(*chain) == kept(*chain[::-1]) == left


def test_of_steps_that_are_equally_sure_the_first_in_canonical_order_holds():
    chain = [same("ab"), same("bc"), relation("contradicts", "ac")]
    other_way = {ClaimId("c"): 0, ClaimId("b"): 1, ClaimId("a"): 2}

    assert kept(*chain) == {"ab"}
    assert kept(*chain, order=other_way) == {"bc"}


def test_a_split_of_a_reviewer_cuts_like_a_contradiction():
    chain = [same("ab", 0.9), same("bc", 0.6)]

    assert kept(*chain, parted=["ac"]) == {"ab"}
    assert kept(*chain, parted=["ab"]) == {"bc"}
    assert kept(*chain, parted=["ad"]) == {"ab", "bc"}


def test_a_contrary_far_along_the_chain_is_seen():
    chain = [same("ab"), same("bc", 0.5), same("cd"), same("de"), relation("contradicts", "ea")]

    assert kept(*chain) == {"ab", "cd", "de"}


def test_what_a_person_united_is_parted_by_persons_alone():
    chain = [reviewed("ab"), reviewed("bc"), relation("contradicts", "ac")]

    assert kept(*chain) == {"ab", "bc"}
    assert kept(*chain, parted=["ac"]) == {"ab"}


def test_the_word_of_a_person_is_taken_before_what_was_found():
    chain = [same("ab", 0.99), reviewed("bc", 0.5), relation("contradicts", "ac")]

    assert kept(*chain) == kept(*chain[::-1]) == {"bc"}


def test_a_step_inside_a_class_is_never_cut():
    given = [same("ab"), same("bc"), same("ac", 0.2)]

    assert kept(*given) == {"ab", "bc", "ac"}


def test_a_pair_that_is_both_is_not_one():
    assert kept(same("ab", 1.0), relation("contradicts", "ba", 0.3)) == set()


def test_entailment_and_dispute_part_nobody():
    assert kept(same("ab"), relation("entails", "ab"), relation("disputes", "ba")) == {"ab"}


def test_claims_that_no_text_says_any_more_are_cut_as_well():
    assert kept(same("xy"), same("yz", 0.5), relation("contradicts", "xz")) == {"xy"}


def test_a_claim_is_not_parted_from_itself():
    assert kept(same("ab"), relation("contradicts", "aa"), parted=["a"]) == {"ab"}


def test_a_class_grows_to_its_limit_and_no_further():
    claims = [ClaimId(f"{n:04}") for n in range(LARGEST + 2)]
    order = {claim: n for n, claim in enumerate(claims)}
    chain = [
        ClaimRelation(RelationKind.EQUIVALENT, one, other, 0.9, "test")
        for one, other in pairwise(claims)
    ]

    left = cut(chain, order)

    # The step that would make it too large is cut, and a new class begins behind it.
    assert [r for r in chain if r not in left] == [chain[LARGEST - 1]]


# ---- by chance


ENDS = st.sampled_from([a + b for a in "abcdef" for b in "abcdef" if a != b])
RELATIONS = st.lists(
    st.builds(
        relation,
        st.sampled_from(["equivalent"] * 4 + ["contradicts", "entails", "disputes"]),
        ENDS,
        st.sampled_from([0.2, 0.5, 0.9, 1.0]),
        st.sampled_from(["test", "other", "reviewer/Ann"]),
    ),
    max_size=14,
    unique=True,
)
PARTED = st.lists(ENDS.map(frozenset), max_size=2)


def class_of(claim, relations):
    """All that is one with ``claim``."""
    found = {claim}
    for _ in relations:
        for r in relations:
            if r.kind is RelationKind.EQUIVALENT and {r.subject, r.object} & found:
                found |= {r.subject, r.object}
    return found


def conflicts(claims, relations, parted):
    """The pairs of ``claims`` that are known to differ."""
    apart = {frozenset((r.subject, r.object)) for r in relations if r.kind == "contradicts"}
    pairs = map(frozenset, combinations(sorted(claims), 2))
    return {pair for pair in pairs if pair in apart | set(parted)}


@settings(max_examples=80, deadline=None)
@given(RELATIONS, PARTED)
def test_nothing_but_equivalences_is_lost_and_nothing_is_invented(relations, parted):
    left = cut(relations, ORDER, parted)

    places = [relations.index(r) for r in left]
    assert places == sorted(places)
    lost = [r for r in relations if r not in left]
    assert all(r.kind is RelationKind.EQUIVALENT for r in lost)
    assert len(left) + len(lost) == len(relations)


@settings(max_examples=80, deadline=None)
@given(RELATIONS, PARTED)
def test_no_class_holds_two_that_differ_and_no_step_is_cut_in_vain(relations, parted):
    left = cut(relations, ORDER, parted)
    by_persons = [r for r in left if r.author.startswith("reviewer/")]

    for claim in ORDER:
        for pair in conflicts(class_of(claim, left), relations, parted):
            assert pair not in parted
            assert pair <= class_of(min(pair), by_persons)
    for lost in set(relations) - set(left):
        together = class_of(lost.subject, left) | class_of(lost.object, left)
        assert lost.object not in class_of(lost.subject, left)
        assert conflicts(together, relations, parted)


@settings(max_examples=80, deadline=None)
@given(RELATIONS, PARTED, st.randoms())
def test_the_order_in_which_relations_come_in_makes_no_difference(relations, parted, random):
    shuffled, turned = list(relations), parted[::-1]
    random.shuffle(shuffled)

    assert set(cut(shuffled, ORDER, turned)) == set(cut(relations, ORDER, parted))


@settings(max_examples=40, deadline=None)
@given(RELATIONS, PARTED)
def test_cutting_again_cuts_nothing(relations, parted):
    left = cut(relations, ORDER, parted)

    assert cut(left, ORDER, parted) == left
