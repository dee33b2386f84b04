"""The dossier in its public form."""

import json

import pytest

from kg.answers import to_json
from kg.model import WriterCertainty

DOSSIER = {
    "claim": str,
    "text": str,
    "status": str,
    "origins": dict,
    "transmission": int,
    "policy": dict,
    "chains": list,
    "depth": dict,
    "bottlenecks": list,
    "denials": list,
    "circular": list,
    "copies": list,
    "not_conveyed": list,
    "restates": list,
    "alternatives": list,
    "polynomial": str,
    "tokens": dict,
    "ceiling": dict,
    "documents": int,
    "notes": list,
}
CHAIN = {
    "document": str,
    "doc_id": str,
    "stance": str,
    "writer_certainty": str,
    "tokens": list,
    "status": str,
    "hops": list,
    "depth": int,
    "origin": str,
}
HOP = {
    "source": str,
    "name": str,
    "kind": str,
    "attribution": str,
    "document": str,
    "doc_id": str,
    "link": (str, type(None)),
    "published": (str, type(None)),
    "evidence": list,
}
ORIGIN = {
    "source": str,
    "name": str,
    "kind": str,
    "status": str,
    "members": list,
    "notes": list,
}
DENIAL = {
    "source": str,
    "name": str,
    "relation": str,
    "attribution": str,
    "document": str,
    "doc_id": str,
    "evidence": list,
}
PIECE = {"part": str, "start": int, "end": int, "quote": str}


def fits(shown, shape):
    return all(key in shown and isinstance(shown[key], kind) for key, kind in shape.items())


@pytest.fixture
def shown(arms, union):
    return to_json(arms.ask(*union))


def every_document(value):
    if isinstance(value, dict):
        if "document" in value:
            yield value
        value = value.values()
    if not isinstance(value, str | int | float | None):
        for inner in value:
            yield from every_document(inner)


def test_every_key_of_the_contract_is_there(shown):
    assert fits(shown, DOSSIER)
    assert all(fits(chain, CHAIN) for chain in shown["chains"])
    assert all(fits(hop, HOP) for chain in shown["chains"] for hop in chain["hops"])
    both = shown["origins"]["resolved"] + shown["origins"]["unresolved"]
    assert all(fits(origin, ORIGIN) for origin in both)
    assert all(fits(denial, DENIAL) for denial in shown["denials"])
    assert (
        shown["policy"].items()
        >= {
            "fold": "organisation",
            "ignore": [],
            "side": False,
            "as_of": None,
        }.items()
    )


def test_an_unheard_claim_has_the_same_keys(shown, story):
    story.page("one").says("P")

    assert to_json(story.ask("unheard")).keys() == shown.keys()


def test_every_hop_and_denial_quotes_source_cue_and_content(shown):
    stated = [hop for chain in shown["chains"] for hop in chain["hops"] if not hop["implied"]]

    for entry in stated + shown["denials"]:
        assert all(fits(piece, PIECE) for piece in entry["evidence"])
        assert [piece["part"] for piece in entry["evidence"]] == ["source", "cue", "content"]


def test_an_implied_hop_has_no_cue_to_quote(shown):
    hop = shown["chains"][0]["hops"][1]

    assert hop["implied"]
    assert [piece["part"] for piece in hop["evidence"]] == ["source", "content"]


def test_wherever_a_document_is_named_its_given_name_stands_beside_it(shown):
    named = list(every_document(shown))

    assert len(named) > 10
    assert all(entry["doc_id"] == "article" for entry in named)


def test_tokens_name_the_attributions_of_chains_and_denials(shown):
    assert list(shown["tokens"]) == [f"a{n}" for n in range(1, 10)]
    assert shown["polynomial"] == "a1·a2 + a3 + a4 + a5 + a6·a7"
    assert shown["denial_polynomial"] == "a8 + a9"


def test_own_voice_is_quoted_though_it_is_no_hop(story):
    story.page("one", "Ledger").says("P")
    (chain,) = to_json(story.ask())["chains"]

    assert (chain["hops"], chain["depth"], chain["status"]) == ([], 0, "unsourced")
    assert chain["voice"]["evidence"][0]["quote"] == "P (told 0)"


def test_a_step_into_another_text_says_how_sure_it_is(story):
    story.outlets("CNN")
    own = story.page("own", "CNN", "2024-10-01")
    own.tells("P", "Army")
    (hop,) = story.page("one", "Ledger", "2024-10-02").tells("P", "CNN")
    story.link(hop, own, "stated")
    (chain,) = [c for c in to_json(story.ask())["chains"] if c["depth"] == 2]

    assert [(hop["doc_id"], hop["link"]) for hop in chain["hops"]] == [
        ("one", "stated"),
        ("own", None),
    ]


def test_what_is_set_aside_is_told_in_the_policy(arms):
    shown = to_json(arms.ask("C1", ignore=["Ukraine"], side=True, as_of=None, fold="side"))

    assert shown["policy"]["ignore"] == ["urn:agent/Ukraine"]
    assert (shown["policy"]["side"], shown["policy"]["fold"]) == (True, "side")


def test_a_source_without_a_name_is_called_what_the_text_calls_it(arms):
    (reports,) = to_json(arms.ask("C2"))["origins"]["unresolved"]

    assert reports["name"] == "Ukrainian reports"


def test_the_same_question_gives_the_same_bytes(arms, union):
    first, again = (json.dumps(to_json(arms.ask(*claims))) for claims in (union, union[::-1]))

    assert first == again


@pytest.mark.parametrize(
    ("certainty", "expected"), [("neutral", "committed"), ("distanced", "distanced")]
)
def test_what_a_writer_says_unasked_is_meant_unless_hedged(story, certainty, expected):
    story.page("one", "Ledger").says("P", writer_certainty=WriterCertainty(certainty))
    (chain,) = to_json(story.ask())["chains"]

    assert chain["writer_certainty"] == expected
