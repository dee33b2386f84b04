"""Judgements: undoing any of them gives back the former answers, to the byte."""

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kg.answers import review, to_json
from kg.answers.ask import traced
from kg.answers.consequences import consequential
from kg.answers.desk import Desk
from kg.answers.judgement_lines import read, written
from kg.answers.review import Signature
from kg.errors import InputError
from kg.graph import judged, standing
from kg.model import Derivation, Judgement, Names, Resolution, ResolutionMethod, Stance

thorough = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def desk_of(story, judgements=()):
    agents = sorted(story.agents)
    unsure = [Resolution(agents[1], agents[0], ResolutionMethod.NAME, 0.4)]
    derivation = Derivation(tuple(story.relations), tuple(story.copies), tuple(unsure))
    readings = tuple(story.readings)
    return Desk(
        names=Names("urn:"),
        readings=readings,
        corpus=judged(readings, derivation, (), judgements),
        derivation=derivation,
        judgements=tuple(judgements),
        doc_ids={name: (page.id,) for name, page in story.pages.items()},
    )


def answers(desk) -> str:
    """Everything that is answered on every claim, as text."""
    return json.dumps([to_json(traced(desk.corpus, [claim])) for claim in desk.wordings])


@pytest.fixture(scope="module")
def stories(drawn):
    """Stories on two claims, of which one may dispute the other."""

    @st.composite
    def made(draw):
        story = draw(drawn.stories(drawn))
        page = story.page("more", "A", "2024-10-02")
        page.tells("Q", "Army", confidence=draw(st.sampled_from([0.3, 1.0])))
        page.tells("Q", "North", stances=[draw(st.sampled_from(["asserts", "denies"]))])
        page.tells("P", "Ministry")
        story.relate(
            draw(st.sampled_from(["disputes", "equivalent", "contradicts"])),
            "Q",
            "P",
            draw(st.sampled_from([0.3, 0.6, 0.9])),
        )
        return story

    return made()


def decided(draw, desk) -> Judgement:
    """Any judgement that can be made."""
    attribution = st.sampled_from(sorted(desk.attributions))
    claims = st.permutations(sorted(desk.wordings))
    sources = st.lists(st.sampled_from(sorted(desk.agents)), min_size=2, max_size=3, unique=True)
    signed = Signature(draw(st.sampled_from(["Ada", "Zoé"])), "2024-10-05T08:00:00Z")
    verb = draw(
        st.sampled_from(["accept", "reject", "merge", "split", "rate", "fix", "independent"])
    )
    if verb in {"accept", "reject"}:
        asked = draw(attribution.map(lambda id_: [id_]) | claims)
    elif verb in {"merge", "split"}:
        asked = draw(sources | claims)
    elif verb == "independent":
        asked = draw(claims)
    elif verb == "rate":
        graded = [(a, "B") for a in sorted(desk.agents)] + [(c, "6") for c in desk.wordings]
        return review.rate(desk, *draw(st.sampled_from(graded)), signed)
    else:
        return fixed(draw, desk, attribution, signed)
    return getattr(review, verb)(desk, list(asked), signed)


def fixed(draw, desk, attribution, signed):
    of_document = [
        {"published": "2024-09"},
        {"outlet": "B"},
        {"outlet": "Quay Gazette", "published": "2025"},
    ]
    if draw(st.booleans()):
        document = draw(st.sampled_from(sorted(desk.doc_ids)))
        return review.fix(desk, document, draw(st.sampled_from(of_document)), signed)
    id_ = draw(attribution)
    start = desk.attributions[id_][1].content[0].start
    values = {"stance": draw(st.sampled_from(Stance)), "content": f"{start}-{start + 1}"}
    return review.fix(desk, id_, values, signed)


def some(draw, story, most=4):
    """A log of judgements, each made under the former ones."""
    log = []
    for _ in range(draw(st.integers(0, most))):
        try:
            log.append(decided(draw, desk_of(story, log)))
        except InputError:
            # Nothing relates two claims, or the names are one already.
            continue
    return log


@thorough
@given(data=st.data())
def test_undoing_any_judgement_restores_every_answer_to_the_byte(stories, data):
    story = data.draw(stories)
    log = some(data.draw, story)
    before = answers(desk_of(story, log))
    try:
        made = decided(data.draw, desk_of(story, log))
    except InputError:
        assume(False)
    log.append(made)
    signed = Signature("Max", data.draw(st.sampled_from(["2024-10-05T08:00:00Z", "1999-01-01"])))

    undone = review.undo(desk_of(story, log), made.id, signed)

    assert answers(desk_of(story, [*log, undone])) == before
    redone = review.undo(desk_of(story, [*log, undone]), undone.id, signed)
    assert answers(desk_of(story, [*log, undone, redone])) == answers(desk_of(story, log))


@thorough
@given(data=st.data())
def test_answers_under_judgements_depend_on_nothing_but_the_judgements(stories, data):
    story = data.draw(stories)
    log = some(data.draw, story)
    shuffled = data.draw(st.permutations(log))

    assert answers(desk_of(story, shuffled)) == answers(desk_of(story, log))
    assert standing(shuffled) == standing(log)


@few
@given(data=st.data())
def test_a_log_that_is_written_and_read_gives_the_same_answers(stories, data):
    story = data.draw(stories)
    log = some(data.draw, story)

    taken = read(written(log), desk_of(story))

    assert list(taken.judgements) == log
    assert (taken.refused, taken.unknown) == ((), ())


@few
@given(data=st.data())
def test_a_trial_tells_what_the_judgement_then_does(stories, data):
    story = data.draw(stories)
    log = some(data.draw, story, most=2)
    desk = desk_of(story, log)

    for entry in consequential(desk)["items"]:
        for then in entry["then"]:
            asked = [target["target"] for target in entry["targets"]]
            signed = Signature("Max", "2030-01-01T00:00:00Z")
            made = getattr(review, then["verdict"])(desk, asked, signed)
            after = desk_of(story, [*log, made])
            if "--entailed" not in entry["why"]:
                found = to_json(traced(after.corpus, [entry["claim"]]))
                real = found["origins"]["lower"], found["origins"]["upper"], found["status"]
                assert real == (then["lower"], then["upper"], then["status"]), entry
