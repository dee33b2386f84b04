"""The pairs of contents that ship, from which the verifier is learnt (`kg.corpus.pairs`)."""

import csv
import json
from math import comb

import pytest

from kg.corpus import pairs
from kg.resources import folder

HOME = folder("seeds") / "corpus" / "pairs"
RUNS = {path.stem for path in HOME.iterdir() if path.suffix in {".json", ".tsv"}}


@pytest.fixture(scope="module")
def parts():
    return {part: list(pairs(part)) for part in ("dev", "test")}


def test_no_author_run_is_in_two_parts(parts):
    runs = {part: {p.run for p in found} for part, found in parts.items()}

    assert runs["dev"].isdisjoint(runs["test"])
    assert runs["dev"] | runs["test"] == RUNS


def test_every_two_contents_of_a_cluster_make_a_pair(parts):
    for found in parts.values():
        for run in {p.run for p in found}:
            made = sum(p.run == run for p in found)
            if (HOME / f"{run}.json").is_file():
                clusters = json.loads((HOME / f"{run}.json").read_text("utf-8"))
                assert made == sum(comb(len(c["contents"]), 2) for c in clusters)
            else:
                assert made == len((HOME / f"{run}.tsv").read_text("utf-8").splitlines()) - 1


def test_pairs_have_names_of_their_own_and_known_relations(parts):
    found = [p for part in parts.values() for p in part]

    assert len({(p.run, p.id) for p in found}) == len(found)
    assert {p.relation for p in found} == {
        *("same", "entails", "contradicts", "disputes", "different")
    }
    for each in found:
        assert each.one[0].strip()
        assert each.other[0].strip()
        assert {each.one[1], each.other[1]} <= {"en", "fr"}


def test_relations_are_those_of_the_claims_in_their_direction(parts):
    (cluster, *_) = json.loads((HOME / "05.json").read_text("utf-8"))
    texts = {c["text"]: c["claim"] for c in cluster["contents"]}
    told = {(r["from"], r["to"]): r["kind"] for r in cluster["relations"]}
    here = [p for p in parts["dev"] if p.run == "05" and p.id.startswith(cluster["cluster"])]
    here = [p for p in here if p.one[0] in texts]

    assert len(here) == comb(len(texts), 2)
    for each in here:
        claims = texts[each.one[0]], texts[each.other[0]]
        if claims[0] == claims[1]:
            assert each.relation == "same"
        elif each.relation in {"entails", "contradicts", "disputes"}:
            assert told[claims] == each.relation
        else:
            assert claims not in told
            assert claims[::-1] not in told
    assert {p.relation for p in here} >= {"same", "entails", "contradicts", "different"}


def test_pairs_written_one_by_one_are_as_in_their_table(parts):
    lines = (HOME / "01.tsv").read_text("utf-8").splitlines()
    row = next(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    first = next(p for p in parts["dev"] if p.run == "01")

    assert (first.id, first.relation) == (row["id"], row["relation"])
    assert first.one == (row["text_a"], row["lang_a"])
    assert first.other == (row["text_b"], row["lang_b"])


def test_a_pair_across_languages_knows_it(parts):
    across = [p for p in parts["dev"] if p.is_across]

    assert 0 < len(across) < len(parts["dev"])
    assert all({p.one[1], p.other[1]} == {"en", "fr"} for p in across)


def test_a_part_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="'train'"):
        next(pairs("train"))
