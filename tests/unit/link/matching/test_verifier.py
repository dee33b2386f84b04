"""Verdicts on pairs of contents."""

from itertools import combinations, islice

import pytest

from kg import corpus
from kg.link.matching import AUTHOR, Verdict
from kg.model import ClaimId, RelationKind

HELD = "the depot at Toropets held 300 tonnes of shells"
ONE, OTHER = ClaimId("urn:claim/1"), ClaimId("urn:claim/2")


@pytest.fixture
def verdict(taken, verifier):
    """The verdict on two texts."""

    def decide(one, other):
        return verifier.decide([tuple(taken(one, other))])[0]

    return decide


def likeliest(verdict):
    sure = {name: getattr(verdict, name) for name in Verdict.__dataclass_fields__}
    best = max(sure, key=sure.__getitem__)
    return best if sure[best] >= 0.5 else "other"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (HELD, HELD, "same"),
        (HELD, "the Toropets depot held 300 tonnes of shells", "same"),
        (HELD, "the depot at Toropets held 500 tonnes of shells", "contradicts"),
        ("the dyke at Chenois gave way", "the dyke at Chenois did not give way", "contradicts"),
        (
            "300 soldiers were killed near Toropets in the attack on Monday",
            "soldiers were killed near Toropets",
            "entails",
        ),
        (
            "soldiers were killed near Toropets",
            "300 soldiers were killed near Toropets in the attack on Monday",
            "entailed",
        ),
        (HELD, "the mayor of Lorme bought a horse in Belgium", "other"),
        (
            ("la digue de Chenois a cédé lundi", "fr"),
            ("the dyke at Chenois gave way on Monday", "en"),
            "same",
        ),
    ],
)
def test_the_plain_cases_are_decided_plainly(verdict, one, other, found):
    assert likeliest(verdict(one, other)) == found


def test_confidences_are_shares(verdict):
    decided = verdict(HELD, "the depot burned")

    assert all(0 <= getattr(decided, n) <= 1 for n in Verdict.__dataclass_fields__)


@pytest.fixture(scope="module")
def sample(taken):
    """Pairs of the corpus, taken apart."""
    found = list(islice(corpus.pairs("dev"), 0, 300, 10))
    texts = list(dict.fromkeys(side for p in found for side in (p.one, p.other)))
    known = dict(zip(texts, taken(*texts), strict=True))
    return [(known[p.one], known[p.other]) for p in found]


def test_neither_order_nor_company_shows_in_a_verdict(verifier, sample):
    together = verifier.decide(sample)
    turned = verifier.decide([(b, a) for a, b in reversed(sample)])[::-1]

    assert verifier.decide(sample[7:8]) == together[7:8]
    for there, back in zip(together, turned, strict=True):
        assert there.same == pytest.approx(back.same, abs=1e-9)
        assert there.contradicts == pytest.approx(back.contradicts, abs=1e-9)
        assert there.entails == pytest.approx(back.entailed, abs=1e-9)
        assert there.entailed == pytest.approx(back.entails, abs=1e-9)


def test_no_pairs_have_no_verdicts(verifier):
    assert verifier.decide([]) == []


def test_what_says_the_same_is_told_from_its_contrary(verifier, taken):
    """On pairs that taught it: a broken feature or table of weights shows, not its quality."""
    told = [p for p in corpus.pairs("dev") if p.run in {"01", "02"}]
    told = [p for p in told if p.relation in {"same", "contradicts"}][::3][:60]
    texts = list(dict.fromkeys(side for p in told for side in (p.one, p.other)))
    known = dict(zip(texts, taken(*texts), strict=True))
    verdicts = verifier.decide([(known[p.one], known[p.other]) for p in told])

    right = [
        (v.same > v.contradicts) == (p.relation == "same")
        for p, v in zip(told, verdicts, strict=True)
    ]
    assert sum(right) / len(right) > 0.85
    assert {p.relation for p in told} == {"same", "contradicts"}


# ---- relations


@pytest.mark.parametrize(
    ("verdict", "kind", "ends"),
    [
        (Verdict(0.9, 0.3, 0.1, 0.1), RelationKind.EQUIVALENT, (ONE, OTHER)),
        (Verdict(0.3, 0.9, 0.1, 0.1), RelationKind.CONTRADICTS, (ONE, OTHER)),
        (Verdict(0.3, 0.1, 0.9, 0.1), RelationKind.ENTAILS, (ONE, OTHER)),
        (Verdict(0.3, 0.1, 0.1, 0.9), RelationKind.ENTAILS, (OTHER, ONE)),
    ],
)
def test_the_likeliest_relation_is_stated(verdict, kind, ends):
    (relation,) = verdict.relations(ONE, OTHER)

    assert (relation.kind, (relation.subject, relation.object)) == (kind, ends)
    assert (relation.confidence, relation.author) == (0.9, AUTHOR)


@pytest.mark.parametrize(("sure", "shown"), [(0.19, 0), (0.2, 1)])
@pytest.mark.parametrize("place", [1, 2, 3])
def test_what_is_too_unlikely_is_not_stated(sure, shown, place):
    shares = [0.1] * 4
    shares[place] = sure

    assert len(Verdict(*shares).relations(ONE, OTHER)) == shown


@pytest.mark.parametrize(("sure", "shown"), [(0.49, 0), (0.5, 1)])
def test_sameness_must_be_likelier_than_not(sure, shown):
    assert len(Verdict(sure, 0.1, 0.1, 0.1).relations(ONE, OTHER)) == shown


def test_confidences_are_stated_to_the_thousandth():
    (relation,) = Verdict(0.123456, 0.98765, 0, 0).relations(ONE, OTHER)

    assert relation.confidence == 0.988


def test_there_is_one_relation_a_pair_at_most(verifier, sample):
    names = [ClaimId(f"urn:claim/{n}") for n in range(3)]

    for decided in verifier.decide(sample):
        for one, other in combinations(names, 2):
            assert len(decided.relations(one, other)) <= 1
