"""Commands that ask across documents: derive, circular, drift, reprints, contradictions."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.console import Group
from rich.text import Text

from kg.answers import across
from kg.answers.ask import corpus_of
from kg.cli.options import Json, StorePath, opened
from kg.cli.output import results, write_json
from kg.jobs import Derived, derive

commands = typer.Typer()

_LONGEST_QUOTE = 120
_SHAPES = {
    ("cycle", True): "outlets rest on each other, and some chain ends outside",
    ("cycle", False): "outlets only rest on each other: nobody answers for it",
    ("time-inversion", True): "a text rests on a later one, and no earlier one is known",
    ("hidden-copy", True): "a text holds another's words and does not say so",
}
_CHANGES = {
    "certainty-raised": "the writer stands behind it more than the source text did",
    "certainty-lowered": "the writer stands behind it less than the source text did",
    "hedge-lost": "a hedge is gone: what may be has become what is",
    "source-relabelled": "another source is named",
    "source-dropped": "the source is gone: what was reported is now stated",
    "stance-changed": "the source now takes another stance",
    "number-changed": "another number",
    "date-changed": "another date",
    "claim-changed": "something else is said",
}
_COPIES = {
    "reprint": "mostly the same words",
    "credited": "the same agency copy",
    "translation": "the same text in two languages",
    "excerpt": "some of the same passages",
    "revision": "versions of one page",
}
_AGAINST = {
    "contradicts": "cannot both be true",
    "disputes": "the first, denied, puts the second in doubt",
    "denied": "some assert it, others deny it",
}


@commands.command(name="derive")
def derive_command(
    anew: Annotated[bool, typer.Option("--anew", help="Forget the notes, compare all.")] = False,
    store: StorePath = None,
    as_json: Json = False,
) -> None:
    """Find what holds across documents: same claims, copies, names that are one.

    `kg ingest` does this at its end; the findings can be deleted and derived again.
    """
    with opened(store) as kept:
        done = derive(kept, anew=anew)
    if as_json:
        write_json(_counts(done))
        return
    found = done.derivation
    state = "changed" if done.changed else "as before"
    results().print(
        f"{done.fresh} documents compared, {done.compared} pairs of claims decided; "
        f"{len(found.relations)} relations, {len(found.copies)} groups of copies, "
        f"{len(found.resolutions)} names resolved ({state})"
    )


def _counts(done: Derived) -> dict[str, Any]:
    found = done.derivation
    return {
        "documents": done.fresh,
        "pairs": done.compared,
        "relations": len(found.relations),
        "copies": len(found.copies),
        "resolutions": len(found.resolutions),
        "changed": done.changed,
    }


@commands.command()
def circular(store: StorePath = None, as_json: Json = False) -> None:
    """Circular reporting: outlets that rest a claim on each other, with the words."""
    with opened(store) as kept:
        found = across.circular(corpus_of(kept))
    if as_json:
        write_json(found)
        return
    shown: list[Any] = []
    for entry in found["findings"]:
        told = _SHAPES.get((entry["shape"], entry["open"]), entry["shape"])
        shown.append(_heading(entry["shape"], f"{told} ({entry['certainty']})"))
        shown += [_line(document["doc_id"], "") for document in entry["documents"]]
        shown += [_evidence(span) for span in entry["evidence"] if span["part"] != "content"]
    _print(shown, "no circular reporting found")


@commands.command()
def drift(store: StorePath = None, as_json: Json = False) -> None:
    """What changed on the way from one text to the next, both places shown."""
    with opened(store) as kept:
        found = across.drift(corpus_of(kept))
    if as_json:
        write_json(found)
        return
    shown: list[Any] = []
    for entry in found["findings"]:
        order = "" if entry["direction"] == "known" else " (which came first is unknown)"
        shown.append(_heading(entry["type"], _CHANGES[entry["type"]] + order))
        shown += [_evidence(entry["from"], "from"), _evidence(entry["to"], "to")]
    _print(shown, "nothing changed on the way, as far as the texts show")


@commands.command()
def reprints(store: StorePath = None, as_json: Json = False) -> None:
    """Documents that share passages: reprints, agency copy, translations, excerpts, versions."""
    with opened(store) as kept:
        found = across.reprints(corpus_of(kept))
    if as_json:
        write_json(found)
        return
    shown: list[Any] = []
    for group in found["groups"]:
        first = group["original"]
        whose = f"first in {first['doc_id']}" if first else "which came first is unknown"
        shown.append(_heading(group["type"], f"{_COPIES[group['type']]}; {whose}"))
        for document in group["documents"]:
            known = (document["publisher"], document["published"])
            shown.append(_line(document["doc_id"], " · ".join(str(k) for k in known if k)))
    _print(shown, "no copies found")


@commands.command()
def contradictions(store: StorePath = None, as_json: Json = False) -> None:
    """Claims that stand against each other, and claims that somebody denies."""
    with opened(store) as kept:
        found = across.contradictions(corpus_of(kept))
    if as_json:
        write_json(found)
        return
    shown: list[Any] = []
    for entry in found["findings"]:
        sure = f" ({entry['confidence']:.2f})" if entry["kind"] != "denied" else ""
        shown.append(_heading(entry["kind"], _AGAINST[entry["kind"]] + sure))
        for claim in entry["claims"]:
            where = ", ".join(document["doc_id"] for document in claim["documents"])
            shown.append(_line(f"“{_short(claim['text'])}”", where))
    _print(shown, "no contradictions found")


def _print(shown: list[Any], nothing: str) -> None:
    results().print(Group(*shown) if shown else nothing)


def _heading(name: str, told: str) -> Text:
    return Text.assemble((name, "bold yellow"), f"  {told}")


def _line(what: str, beside: str) -> Text:
    return Text.assemble("  ", (what, "bold"), f"  {beside}" if beside else "")


def _evidence(span: Mapping[str, Any], label: str | None = None) -> Text:
    place = f"{span['doc_id']} [{span['start']}, {span['end']})"
    part = label or span["part"]
    return Text.assemble(
        "    ", (f"{part:8}", "dim"), f"“{_short(span['quote'])}”  ", (place, "dim")
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1].rstrip() + "…"
