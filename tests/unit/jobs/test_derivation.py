"""Deriving what holds across documents: order-free, incremental, and rebuildable."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from kg.jobs import derive
from kg.link import DefaultLinker
from kg.link.background import sentence_starts
from kg.model import (
    NOTHING_DERIVED,
    SEEDS_BASE,
    Attribution,
    CopyKind,
    Document,
    Names,
    RelationKind,
    ResolutionMethod,
    Source,
    SourceKind,
    Span,
    attribution_id,
)
from kg.resources import folder
from kg.store import OxigraphStore, dump_digest, open_store
from kg.text import Metadata, Reader

NAMES = Names(SEEDS_BASE)
LINKER = DefaultLinker()
SAYS = re.compile(r"(?P<source>[A-Z][\w', -]+?),? (?P<cue>says|said) that (?P<content>.+?)\.?\s*$")
HALVES = [
    (
        "Kaldnes Herald",
        "2024-10-01",
        "Odile Frémont, head of the Vardane basin agency, says that the dyke at Chenois held 300 "
        "tonnes of water.\nFirst came the rain over the hills.",
    ),
    (
        "Chenois Courier",
        "2024-10-02",
        "Odile Frémont, who runs the basin agency in Vardane, said that the dyke at Chenois held "
        "500 tonnes of water.\nThe Kaldnes Herald says that the rain was to blame for all of it.",
    ),
]


def read(document):
    """A reading by the plainest of rules: "X says that P", and own voice for all the rest."""
    found = []
    text = document.text
    for start, end in pairwise([*sentence_starts(text), len(text)]):
        sentence = text[start:end].rstrip()
        said = SAYS.fullmatch(sentence)
        if said:
            source, cue, content = (
                (Span(start + said.start(name), start + said.end(name)),)
                for name in ("source", "cue", "content")
            )
            who = Source(SourceKind.UNNAMED, source)
        elif sentence:
            source, cue, content = (), (), (Span(start, start + len(sentence)),)
            who = Source(SourceKind.OWN_VOICE)
        else:
            continue
        found.append(
            Attribution(attribution_id(document.id, source, cue, content), who, cue, content)
        )
    return LINKER.link(document, found, NAMES)


def text(publisher, published, words, lang="en"):
    id_ = NAMES.document(words, None, publisher, published)
    facts = {"publisher": publisher, "published": published}
    return read(Document(id_, f"{publisher}.txt", words, lang, **facts))


@pytest.fixture(scope="module")
def readings():
    """Two stories with planted copies, and two texts with a namesake, a contrary and a citation."""
    home = folder("seeds") / "stories"
    paths = [home / name / "documents.jsonl" for name in ("toropets-siblings", "flood-agency")]
    documents = Reader(NAMES, ("en", "fr"), Metadata()).read(paths)
    return [*map(read, documents), *(text(*half) for half in HALVES)]


@pytest.fixture(scope="module")
def found(readings):
    """What is found in all of them at once."""
    with OxigraphStore(NAMES) as store:
        for reading in readings:
            store.put(reading)
        return derive(store).derivation


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", create=True, base=SEEDS_BASE) as opened:
        yield opened


def put(store, readings):
    with store.writing():
        for reading in readings:
            store.put(reading)


def notes_of(store):
    with store.workbook() as notes:
        return {
            (kind, key) for kind in ("sketch", "claims", "copies") for key, _ in notes.all(kind)
        }


# ---- what is found


def test_everything_that_there_is_to_find_is_found(readings, found):
    named = {r.document.id: r.document.doc_id for r in readings}
    groups = {
        (g.kind, frozenset(named[d] for d in g.documents), named.get(g.original))
        for g in found.copies
    }
    kinds = {r.kind for r in found.relations}

    assert {kind for kind, *_ in groups} == {
        *(CopyKind.TRANSLATION, CopyKind.REVISION, CopyKind.CREDITED)
    }
    assert (
        CopyKind.TRANSLATION,
        frozenset(
            {"toropets-siblings.tideway-ledger.en", "toropets-siblings.echo-de-l-estuaire.fr"}
        ),
        "toropets-siblings.tideway-ledger.en",
    ) in groups
    assert kinds >= {RelationKind.EQUIVALENT, RelationKind.CONTRADICTS, RelationKind.ENTAILS}
    assert {r.method for r in found.resolutions} >= {
        *(ResolutionMethod.PUBLISHER, ResolutionMethod.ROLE)
    }


def test_findings_are_sorted_and_about_what_is_held(readings, found):
    claims = {c.claim for r in readings for c in r.conveyances}
    agents = {a.id for r in readings for a in r.agents}
    attributions = {a.id: r.document.id for r in readings for a in r.attributions}

    ends = [(r.subject, r.object, r.kind) for r in found.relations]
    assert ends == sorted(set(ends))
    assert {end for r in found.relations for end in (r.subject, r.object)} <= claims
    assert {end for r in found.resolutions for end in (r.agent, r.same_as)} <= agents
    for group in found.copies:
        assert group.aligned
        for row in group.aligned:
            assert {attributions[a] for a in row} <= set(group.documents)


def test_no_store_without_documents_has_findings(store):
    derived = derive(store)

    assert (derived.fresh, derived.compared, derived.changed) == (0, 0, False)
    assert derived.derivation == store.derivation() == NOTHING_DERIVED


# ---- deriving again


def test_deriving_twice_changes_nothing(store, readings, found):
    put(store, readings)

    first = derive(store)
    digest, notes = dump_digest(store), notes_of(store)
    second = derive(store)

    assert (first.fresh, first.changed) == (len(readings), True)
    assert (second.fresh, second.compared, second.changed) == (0, 0, False)
    assert first.derivation == second.derivation == store.derivation() == found
    assert (dump_digest(store), notes_of(store)) == (digest, notes)


def test_deleting_the_notes_and_deriving_anew_finds_the_same(store, readings, found):
    put(store, readings)
    derive(store)
    digest = dump_digest(store)
    for path in store.folder.glob("matching.sqlite*"):
        path.unlink()

    again = derive(store)

    assert (again.fresh, again.changed) == (len(readings), False)
    assert again.derivation == found
    assert dump_digest(store) == digest


@pytest.mark.xfail(reason="the notes of wordings are not forgotten, so no claim looks new")
def test_deriving_anew_finds_the_same(store, readings, found):
    put(store, readings)
    derive(store)

    again = derive(store, anew=True)

    assert again.fresh == len(readings)
    assert again.derivation == found


def test_a_store_in_memory_derives_the_same_again(readings, found):
    with OxigraphStore(NAMES) as store:
        put(store, readings[:6])
        first = derive(store)
        second = derive(store)

    assert first.derivation == second.derivation
    assert (first.changed, second.changed) == (True, False)


# ---- order


def test_documents_in_another_order_give_the_identical_derivation(store, readings, found):
    put(store, readings[::-1])

    assert derive(store).derivation == found
    assert store.derivation() == found


def test_one_after_the_other_gives_the_same_as_all_at_once(store, readings, found):
    put(store, readings[:4])
    derive(store)
    for place in (13, 4, 12):
        put(store, readings[place : place + 1])
        assert derive(store).fresh == 1
    put(store, readings)

    last = derive(store)

    assert last.fresh == len(readings) - 7
    assert last.derivation == found


def test_progress_is_told_in_documents(store, readings):
    told = []
    put(store, readings[-2:])

    derive(store, progress=told.append)
    derive(store, progress=told.append)

    assert sum(told) == 2


# ---- change


def test_removing_a_document_takes_its_findings_away(store, readings, found):
    put(store, readings)
    derive(store)
    ledger = next(r for r in readings if r.document.doc_id.endswith("tideway-ledger.en"))

    store.remove(ledger.document.id)
    left = derive(store)

    assert (left.fresh, left.changed) == (0, True)
    gone = {c.claim for c in ledger.conveyances} - {
        c.claim for r in readings if r is not ledger for c in r.conveyances
    }
    assert any({r.subject, r.object} & gone for r in found.relations)
    assert not any({r.subject, r.object} & gone for r in left.derivation.relations)
    assert not any(ledger.document.id in g.documents for g in left.derivation.copies)
    assert CopyKind.REVISION in {g.kind for g in left.derivation.copies}
    assert ledger.document.id not in " ".join(key for _, key in notes_of(store))
    put(store, [ledger])
    assert derive(store).derivation == found


def test_without_documents_nothing_is_left(store, readings):
    put(store, readings[-2:])
    assert derive(store).derivation != NOTHING_DERIVED
    for reading in readings[-2:]:
        store.remove(reading.document.id)

    assert derive(store).derivation == store.derivation() == NOTHING_DERIVED
    assert notes_of(store) == set()


def test_a_document_that_is_read_anew_is_compared_anew(store, readings):
    one, other = readings[-2:]
    put(store, [one, other])
    before = derive(store)
    contrary = next(r for r in before.derivation.relations if r.kind == "contradicts")
    said = [c for c in other.conveyances if c.claim in {contrary.subject, contrary.object}]
    assert said

    put(store, [replace(other, conveyances=tuple(c for c in other.conveyances if c not in said))])
    after = derive(store)

    assert after.fresh == 1
    assert contrary not in after.derivation.relations
    put(store, [other])
    assert derive(store).derivation == before.derivation


def test_a_document_that_says_nothing_new_leaves_what_was_found(store, readings, found):
    put(store, [*readings, text("Vire Post", "2024-10-09", "Goats ate the kites.")])

    derived = derive(store).derivation

    assert derived.copies == found.copies
    assert set(found.relations) <= set(derived.relations)


# ---- what goes wrong

BRIDGE = [
    (
        "Vire Post",
        "2024-10-01",
        "French engineers met in the town hall.\nThe old bridge over the river was closed for "
        "safety reasons.",
    ),
    (
        "Lorme Post",
        "2024-10-02",
        "The old bridge across the river has been closed for reasons of safety.",
    ),
    (
        "Marle Post",
        "2024-10-03",
        "French engineers ate lunch.\nThe old bridge across the river has been closed for reasons "
        "of safety.",
    ),
]


@pytest.mark.xfail(reason="claims are compared again when their wording changes, not their topics")
def test_a_text_that_repeats_a_claim_on_another_topic_is_compared_alike_in_any_order(store):
    posts = [text(*post) for post in BRIDGE]
    with OxigraphStore(NAMES) as other:
        put(other, posts)
        whole = derive(other).derivation
    assert whole.relations

    put(store, posts[:2])
    derive(store)
    put(store, posts[2:])

    assert derive(store).derivation == whole


@pytest.mark.xfail(reason="claims are compared again when their wording changes, not their topics")
def test_what_a_removed_text_alone_had_on_one_topic_is_found_no_more(store):
    posts = [text(*post) for post in BRIDGE]
    put(store, posts[:2])
    before = derive(store).derivation
    put(store, posts[2:])
    derive(store, anew=False)
    with OxigraphStore(NAMES) as other:
        put(other, posts)
        derive(other)
    for path in store.folder.glob("matching.sqlite*"):
        path.unlink()
    derive(store)

    store.remove(posts[2].document.id)

    assert derive(store).derivation == before


@pytest.mark.xfail(reason="sketches are kept before copies are looked for, and none is new then")
def test_a_derivation_that_was_cut_short_is_finished_by_the_next(store, readings, found):
    def stop(_):
        raise KeyboardInterrupt

    put(store, readings)
    with pytest.raises(KeyboardInterrupt):
        derive(store, progress=stop)

    assert derive(store).derivation == found
