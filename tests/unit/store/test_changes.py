"""Whatever was put, replaced, renamed and removed: what is left is what a new store would hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SetupError
from kg.model import Agent, Kept, SourceKind
from kg.store import MEMORY, examine, open_store

# A document's number, the version of its reading, and the name under which it comes in; version
# None takes the document out.
STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([None, 1, 2]), st.sampled_from("abc")),
    max_size=8,
)


def version(reading, which, doc_id):
    """A reading that differs by version in what it says of its agent and of its rule."""
    (agent,) = reading.agents
    language = "en" if which == 1 else "fr"
    known = Agent(agent.id, SourceKind.PERSON, f"mayor {which}", names=((language, "mayor"),))
    attributions = tuple(replace(a, rule=f"rule {which}") for a in reading.attributions)
    document = replace(reading.document, doc_id=doc_id)
    return replace(reading, document=document, attributions=attributions, agents=(known,))


def follow(store, steps, numbered):
    """Take the steps; what ought to be held then: version and names by number."""
    held = {}
    for number, which, doc_id in steps:
        reading = numbered(number)
        if which is None:
            assert store.remove(reading.document.id) == (number in held)
            held.pop(number, None)
            continue
        became = store.put(version(reading, which, doc_id))
        former, names = held.get(number, (None, []))
        if former is None:
            expected, kept = Kept.NEW, which
        elif doc_id not in names:
            expected, kept = Kept.ALIAS, former
        else:
            expected, kept = (Kept.KNOWN if which == former else Kept.REPLACED), which
        assert became is expected
        held[number] = (kept, [*names, *([doc_id] if doc_id not in names else [])])
    return held


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_what_is_left_is_what_a_new_store_would_hold(numbered, steps):
    with open_store(MEMORY) as store, open_store(MEMORY) as fresh:
        held = follow(store, steps, numbered)
        for number, (which, names) in sorted(held.items(), reverse=True):
            fresh.put(version(numbered(number), which, min(names)))

        assert list(store.statements()) == list(fresh.statements())
        assert list(store.readings()) == list(fresh.readings())
        for number, (_, names) in held.items():
            assert store.doc_ids(numbered(number).document.id) == tuple(names)
        assert [finding for finding in examine(store) if not finding.fine] == []


@settings(max_examples=3, deadline=None)
@given(STEPS.filter(lambda steps: len(steps) > 3))
def test_a_folder_keeps_the_same_as_memory(numbered, tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("changes") / "store"
    with open_store(MEMORY) as memory, open_store(folder, create=True) as store:
        follow(memory, steps, numbered)
        with store.writing():
            follow(store, steps, numbered)

        assert list(store.statements()) == list(memory.statements())
        assert [finding for finding in examine(store) if not finding.fine] == []


def test_a_change_that_fails_half_way_is_finished_by_the_next(folder, numbered):
    former, newer = (version(numbered(1), which, "a") for which in (1, 2))
    with open_store(folder) as store, open_store(MEMORY, base=store.names.base) as fresh:
        store.put(former)
        ledger = store.ledger._base
        ledger.execute(
            "CREATE TRIGGER t BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        with pytest.raises(SetupError) as failure:
            store.put(newer)
        ledger.execute("DROP TRIGGER t")

        # The error is still held, with all that led to it, and keeps nobody out.
        store.patient(0).put(numbered(2))
        assert failure.value
        for reading in (newer, numbered(2)):
            fresh.put(reading)
        assert list(store.statements()) == list(fresh.statements())
        assert store.put(newer) is Kept.KNOWN
