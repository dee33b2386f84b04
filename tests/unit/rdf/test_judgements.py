"""What reviewers decided survives the way into their graphs and back."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import InputError, InvalidGraph
from kg.model import Judgement, JudgementId, JudgementKind, Names, Reading, Span, judgement_key
from kg.rdf import vocabulary as kg
from kg.rdf.graphs import reviewer_graph
from kg.rdf.mapping import judgement_quads, read_judgements, reading_from, to_quads
from kg.rdf.validate import validate

often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Build = Callable[..., Reading]
TEXT = "Newsweek rapporte que la pluie tombe."
PLACES = (Span(0, 8), Span(9, 17), Span(22, 36))

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TIMES = st.sampled_from(["2024-10-03", "2024-10-03T08:00+02:00", "2024-10-03T06:00:00.50Z"])
TARGETS = st.integers(1, 5).map(lambda n: f"urn:target/{n}")


def judged(
    kind: JudgementKind = JudgementKind.MERGE,
    reviewer: str = "Zoé",
    made: str = "2024-10-03T08:00+02:00",
    targets: tuple[str, ...] = ("urn:claim/2", "urn:claim/1"),
    values: tuple[tuple[str, str], ...] = (),
) -> Judgement:
    """A judgement under the name that its content gives it."""
    key = judgement_key(kind, reviewer, made, targets, values)
    return Judgement(JudgementId(f"urn:judgement/{key}"), kind, reviewer, made, targets, values)


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """Any judgement that is about something."""
    made = judged(
        draw(st.sampled_from(JudgementKind)),
        draw(WORDS),
        draw(TIMES),
        tuple(draw(st.lists(TARGETS, min_size=1, max_size=4))),
        tuple(sorted(draw(st.lists(st.tuples(WORDS, WORDS), max_size=3)))),
    )
    return replace(made, rationale=draw(st.none() | WORDS))


LOGS = st.lists(judgements(), max_size=5, unique_by=lambda judgement: judgement.id)


def written(log: list[Judgement], names: Names) -> list[Quad]:
    """The quads of all judgements of a log."""
    return [quad for judgement in log for quad in judgement_quads(judgement, names)]


def by_time(log: list[Judgement]) -> tuple[Judgement, ...]:
    """A log as it is read back."""
    return tuple(sorted(log, key=lambda judgement: (judgement.made, judgement.id)))


@often
@given(log=LOGS, seed=st.integers())
def test_judgements_come_back_by_time_whatever_the_order_of_their_quads(
    log: list[Judgement], seed: int, names: Names
) -> None:
    quads = written(log, names)
    random.Random(seed).shuffle(quads)

    assert read_judgements(quads) == by_time(log)


@often
@given(log=LOGS)
def test_judgements_come_back_from_a_store_and_from_n_quads(
    log: list[Judgement], names: Names
) -> None:
    quads = written(log, names)
    store = Store()
    store.extend(quads)
    lines = serialize(quads, format=RdfFormat.N_QUADS)

    assert read_judgements(store) == by_time(log)
    assert read_judgements(parse(lines, format=RdfFormat.N_QUADS)) == by_time(log)


@often
@given(log=LOGS)
def test_judgements_conform_to_the_shapes(log: list[Judgement], names: Names) -> None:
    assert validate(written(log, names), {}) == []


@often
@given(judgement=judgements())
def test_quads_of_a_judgement_are_sorted_and_stand_in_its_reviewers_graph(
    judgement: Judgement, names: Names
) -> None:
    quads = judgement_quads(judgement, names)

    assert quads == sorted(set(quads), key=str)
    assert {q.graph_name for q in quads} == {reviewer_graph(names, judgement.reviewer)}
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))


def test_the_word_of_one_reviewer_can_be_put_aside(names: Names) -> None:
    mine, theirs = judged(reviewer="Zoé"), judged(reviewer="zoe")
    store = Store()
    store.extend(written([mine, theirs], names))

    store.remove_graph(reviewer_graph(names, "Zoé"))

    assert read_judgements(store) == (theirs,)


def test_what_is_judged_can_be_walked_to_and_keeps_its_order(names: Names) -> None:
    merge = judged()

    quads = judgement_quads(merge, names)

    concerned = {q.object.value for q in quads if q.predicate == kg.CONCERNS}
    assert concerned == set(merge.targets)
    assert read_judgements(quads)[0].targets == ("urn:claim/2", "urn:claim/1")


def test_values_and_time_are_kept_to_the_letter(names: Names) -> None:
    fix = judged(
        JudgementKind.FIX,
        made="2024-10-03T08:00:00.500+02:00",
        targets=("urn:attribution/1",),
        values=(("content", "10-42,50-61"), ("stance", "denies")),
    )

    (back,) = read_judgements(judgement_quads(fix, names))

    assert back == fix
    assert back.value("stance") == "denies"


def test_judgements_and_readings_do_not_meet(reading_of: Build, names: Names) -> None:
    reading = reading_of(TEXT, *PLACES)
    document, claim = reading.document.id, reading.conveyances[0].claim
    reject = judged(JudgementKind.REJECT, targets=(reading.attributions[0].id, claim, document))
    quads = [*to_quads(reading, names), *judgement_quads(reject, names)]

    assert read_judgements(quads) == (reject,)
    assert reading_from(quads, TEXT, document) == reading
    assert validate(quads, {document: TEXT}) == []


def test_without_judgements_there_are_none() -> None:
    assert read_judgements([]) == ()


def test_half_a_surrogate_pair_is_refused_by_name(names: Names) -> None:
    broken = replace(judged(), rationale="a\ud800")

    with pytest.raises(InputError, match=r"urn:judgement/.*: cannot be written as RDF"):
        judgement_quads(broken, names)


@pytest.mark.parametrize("lost", [kg.HAS_JUDGEMENT_KIND, kg.REVIEWER, kg.DATE_CREATED, kg.ITEM])
def test_a_quad_that_a_judgement_needs_is_missed_by_name(lost: NamedNode, names: Names) -> None:
    quads = [quad for quad in judgement_quads(judged(), names) if quad.predicate != lost]

    with pytest.raises(InvalidGraph, match=lost.value):
        read_judgements(quads)
    assert validate(quads, {})
