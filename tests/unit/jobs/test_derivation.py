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
KALDNES = """\
Odile Frémont, head of the Vardane basin agency, says that the dyke at Chenois held 300 tonnes.
First came the rain over the hills."""
CHENOIS = """\
Odile Frémont, who runs the basin agency in Vardane, said that the dyke at Chenois held 500 tonnes.
The Kaldnes Herald says that the rain was to blame for all of it."""


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
    """A text, its translation and a revision of that; a namesake, a contrary and a citation."""
    home = folder("seeds") / "stories" / "toropets-siblings"
    documents = Reader(NAMES, ("en", "fr"), Metadata()).read([home / "documents.jsonl"])
    copies = [d for d in documents if d.doc_id.partition(".")[2][:4] in {"tide", "echo"}]
    return [
        *map(read, copies),
        text("Kaldnes Herald", "2024-10-01", KALDNES),
        text("Chenois Courier", "2024-10-02", CHENOIS),
    ]


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
    named = {r.document.id: r.document.doc_id.split(".")[1] for r in readings}
    groups = {
        (g.kind.value, tuple(named[d] for d in g.documents), named[g.original])
        for g in found.copies
    }

    assert groups == {
        ("translation", ("tideway-ledger", "echo-de-l-estuaire"), "tideway-ledger"),
        ("revision", ("echo-de-l-estuaire", "echo-de-l-estuaire-2"), "echo-de-l-estuaire"),
    }
    assert {r.kind for r in found.relations} >= {
        *(RelationKind.EQUIVALENT, RelationKind.CONTRADICTS)
    }
    assert {r.method for r in found.resolutions} == {
        *(ResolutionMethod.NAME, ResolutionMethod.PUBLISHER, ResolutionMethod.ROLE)
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


def test_deriving_anew_finds_the_same(store, readings):
    put(store, readings[-2:])
    before = derive(store)

    again = derive(store, anew=True)

    assert (again.fresh, again.compared) == (2, before.compared)
    assert again.derivation == before.derivation


def test_a_store_in_memory_derives_the_same_again(readings):
    with OxigraphStore(NAMES) as store:
        put(store, readings[-2:])
        first = derive(store)
        second = derive(store)

    assert first.derivation == second.derivation
    assert (first.changed, second.changed) == (True, False)


# ---- order


def test_neither_another_order_nor_notes_that_are_gone_make_a_difference(store, readings, found):
    put(store, readings[::-1])

    assert derive(store).derivation == store.derivation() == found

    digest = dump_digest(store)
    for path in store.folder.glob("matching.sqlite*"):
        path.unlink()
    again = derive(store)

    assert (again.fresh, again.changed) == (len(readings), False)
    assert again.derivation == found
    assert dump_digest(store) == digest


def test_one_after_the_other_gives_the_same_as_all_at_once(store, readings, found):
    for places in ((4, 1), (2,), (0, 3)):
        put(store, [readings[place] for place in places])
        last = derive(store)
        assert last.fresh == len(places)

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
    ledger = next(r for r in readings if "tideway" in r.document.doc_id)

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


def test_a_document_that_says_nothing_new_leaves_what_was_found(store, readings):
    put(store, readings[-2:])
    before = derive(store).derivation
    put(store, [text("Vire Post", "2024-10-09", "Goats ate the kites.")])

    after = derive(store)

    assert (after.fresh, after.changed, after.derivation) == (1, False, before)


# ---- what goes wrong

VIRE = """\
French engineers met in the town hall.
The old bridge over the river was closed for safety reasons."""
LORME = "The old bridge across the river has been closed for reasons of safety."
MARLE = f"""\
French engineers ate lunch.
{LORME}"""


@pytest.fixture
def posts():
    """Two texts on one bridge, and one that says what the second says on the topic of the first."""
    return [
        text("Vire Post", "2024-10-01", VIRE),
        text("Lorme Post", "2024-10-02", LORME),
        text("Marle Post", "2024-10-03", MARLE),
    ]


def at_once(readings):
    with OxigraphStore(NAMES) as store:
        put(store, readings)
        return derive(store).derivation


def test_a_text_that_repeats_a_claim_on_another_topic_is_compared_alike_in_any_order(store, posts):
    put(store, posts[:2])
    derive(store)
    put(store, posts[2:])

    assert derive(store).derivation == at_once(posts)


def test_what_was_found_by_the_topic_of_a_removed_text_is_found_no_more(store, posts):
    put(store, posts)
    derive(store)
    store.remove(posts[2].document.id)

    assert derive(store).derivation == at_once(posts[:2])


def test_a_derivation_that_was_cut_short_is_finished_by_the_next(store, readings):
    def stop(_):
        raise KeyboardInterrupt

    versions = readings[1:3]
    put(store, versions)
    with pytest.raises(KeyboardInterrupt):
        derive(store, progress=stop)

    assert derive(store).derivation.copies == at_once(versions).copies
