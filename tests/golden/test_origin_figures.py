"""The figures of the story, told three times: origins, depth, denials, what if."""

import pytest

ORIGINS = {"C1": (1, 1), "C4": (1, 1), "C7": (1, 1), "the find": (1, 2), "arms": (1, 5)}
TELLINGS = ["toropets.fr", "toropets.en", "given"]


@pytest.fixture(scope="module", params=TELLINGS)
def told(request, shipped, read, compare):
    """What was read of one telling, beside its gold."""
    is_given = request.param == "given"
    case = request.getfixturevalue("given") if is_given else shipped(request.param)
    return compare(case, read(case.document))


def bounds(dossier):
    return dossier.origins.interval.lower, dossier.origins.interval.upper


def sources(told, *ids):
    return {told.found[i].source.id for i in ids}


@pytest.mark.parametrize("question", ORIGINS)
def test_distinct_origins_lie_between(told, ask, question):
    assert bounds(ask(told, question)) == ORIGINS[question]


@pytest.mark.parametrize(
    ("question", "left"), [("C1", (0, 0)), ("the find", (0, 0)), ("arms", (1, 3))]
)
def test_without_ukraine_and_its_side(told, ask, question, left):
    assert bounds(ask(told, question, without="a2")) == left


def test_only_the_south_korean_services_answer_under_their_name(told, ask):
    origins = ask(told, "arms").origins

    assert {o.source for o in origins.resolved} == sources(told, "a12")
    assert {o.source for o in origins.unresolved} == sources(told, "a2", "a4", "a7", "a10")


@pytest.mark.parametrize(
    ("question", "statuses"),
    [
        ("C1", {"implied"}),
        ("C4", {"dead-end"}),
        ("C7", {"named"}),
        ("the find", {"implied", "unnamed"}),
    ],
)
def test_how_the_chains_end(told, ask, question, statuses):
    assert {chain.status for chain in ask(told, question).chains} == statuses


def test_the_services_are_two_steps_away_through_cnn(told, ask):
    (chain,) = ask(told, "C7").chains

    assert chain.depth == 2
    assert [hop.attribution.id for hop in chain.hops] == [
        told.found["a11"].id,
        told.found["a12"].id,
    ]


def test_moscow_and_pyongyang_dispute_and_deny_nothing_directly(told, ask):
    denials = ask(told, "C4").denials

    assert {d.chain.origin for d in denials} == sources(told, "a8", "a9")
    assert {d.relation for d in denials} == {"disputes"}


@pytest.mark.parametrize(
    ("question", "status"),
    [("C1", "supported"), ("C7", "supported"), ("C4", "contested"), ("arms", "contested")],
)
def test_what_is_said_of_it(told, ask, question, status):
    assert ask(told, question).status == status


def test_headline_and_second_paragraph_restate_and_add_no_chain(told, ask):
    found = ask(told, "C1")

    lines = {
        line
        for restatement in found.graph.restatements
        for line in told.case.lines(restatement.attribution.content)
    }

    assert lines == {0, 2}
    assert all(chain.hops for chain in found.chains)


@pytest.mark.parametrize(
    ("question", "through"),
    [("C1", ("a1", "a2")), ("C4", ("a7",)), ("C7", ("a11", "a12")), ("arms", ())],
)
def test_single_points_of_failure(told, ask, question, through):
    assert set(ask(told, question).transmission.bottlenecks) == sources(told, *through)
