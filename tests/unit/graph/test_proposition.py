"""Which claims are traced together."""

import pytest

from kg.graph.proposition import opposed, proposition


def named(found):
    return {claim.rsplit("/", 1)[1]: sure for claim, sure in found.items()}


@pytest.fixture
def related(story):
    def relations(*triples):
        for kind, subject, object_, confidence in triples:
            story.relate(kind, subject, object_, confidence)
        return story.relations

    return relations


def test_equivalence_is_followed_both_ways_and_is_as_sure_as_its_least_step(related):
    relations = related(("equivalent", "P", "Q", 0.9), ("equivalent", "R", "Q", 0.6))

    assert named(proposition(["urn:claim/P"], relations)) == {"P": 1.0, "Q": 0.9, "R": 0.6}


def test_the_surer_of_two_ways_counts(related):
    relations = related(
        ("equivalent", "P", "R", 0.3),
        ("equivalent", "P", "Q", 0.9),
        ("equivalent", "Q", "R", 0.8),
    )

    assert named(proposition(["urn:claim/P"], relations))["R"] == 0.8


def test_what_is_hardly_the_same_is_passed_over(related):
    relations = related(("equivalent", "P", "Q", 0.1))

    assert named(proposition(["urn:claim/P"], relations)) == {"P": 1.0}


def test_entailment_is_followed_on_demand_and_from_the_narrower_claim_alone(related):
    relations = related(("entails", "shells", "arms", 0.9), ("entails", "arms", "trade", 0.9))
    asked = ["urn:claim/arms"]

    assert named(proposition(asked, relations)) == {"arms": 1.0}
    assert named(proposition(asked, relations, entailed=True)) == {"arms": 1.0, "shells": 0.9}


def test_a_dispute_has_a_direction_and_a_contradiction_has_none(related):
    relations = related(("disputes", "Q", "P", 0.7), ("contradicts", "P", "R", 0.8))

    against_p = opposed(["urn:claim/P"], relations)
    against_q = opposed(["urn:claim/Q"], relations)

    assert against_p == [("urn:claim/Q", "disputes", 0.7), ("urn:claim/R", "contradicts", 0.8)]
    assert against_q == []
