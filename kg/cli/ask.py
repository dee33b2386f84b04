"""Commands that ask: trace, the listings, what has no source, SPARQL."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from kg import queries
from kg.answers import ask, listings, to_json
from kg.answers.ask import How
from kg.answers.unsourced import unsourced
from kg.cli.options import Json, StorePath, Tongue, opened
from kg.cli.output import results, table, write_json, write_text
from kg.errors import BadQuery, InputError
from kg.export.tables import FORMATS, formatted, plain
from kg.model import Folding, SourceKind
from kg.render.dossier import offsets, words
from kg.render.terminal import dossier_tree

commands = typer.Typer()

# What a query of the user's own may take: beyond it, its process is ended and we exit with 4.
_QUERY_SECONDS = 120.0

Claims = Annotated[
    list[str], typer.Argument(help="Claims: IRI, short id, or words (the best match is taken).")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", help="Set a source aside (name or IRI).")
]
Side = Annotated[bool, typer.Option("--side", help="With --ignore: and everybody on its side.")]
Fold = Annotated[Folding, typer.Option("--fold", help="Which origins count as one.")]
Entailed = Annotated[bool, typer.Option("--entailed", help="Trace claims that entail it as well.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Only what was published by this date.")]
Interface = Annotated[Tongue, typer.Option("--ui", help="Language of the answer.")]
ListFormat = Annotated[str, typer.Option("--format", help=f"One of {', '.join(FORMATS)}.")]


@commands.command()
def trace(
    claims: Claims,
    ignore: Ignore = None,
    side: Side = False,
    fold: Fold = Folding.ORGANISATION,
    as_of: AsOf = None,
    entailed: Entailed = False,
    ui: Interface = "en",
    store: StorePath = None,
    as_json: Json = False,
) -> None:
    """Where a claim comes from: chains, distinct origins, denials, each with its words.

    Several claims are traced as one proposition (their union).
    """
    how = How(tuple(ignore or ()), side, fold, as_of, entailed)
    with opened(store) as kept:
        answer = to_json(ask.trace(kept, claims, how))
    if as_json:
        write_json(answer)
    else:
        results().print(dossier_tree(answer, answer["verdict"].get(ui, ""), ui))


@commands.command()
def claims(
    about: Annotated[str | None, typer.Option("--about", help="Words to look for.")] = None,
    store: StorePath = None,
    as_json: Json = False,
) -> None:
    """The claims of the store, with who conveys them."""
    with opened(store) as kept:
        found = listings.claims(ask.corpus_of(kept), about)
    if as_json:
        write_json(found)
        return
    shown = table("id", "claim", "said by", "documents")
    for entry in found["claims"]:
        by = [_sayer(a) for a in entry["attributions"] if not a["restates"]]
        who = ", ".join(dict.fromkeys(by))
        shown.add_row(entry["short_id"], entry["text"], who, str(len(entry["documents"])))
    results().print(shown)


def _sayer(attribution: dict[str, Any]) -> str:
    """Who says a claim: by name, else in the words of the text."""
    if attribution["name"]:
        return str(attribution["name"])
    if attribution["kind"] == SourceKind.OWN_VOICE:
        return "the text itself"
    return " … ".join(words(attribution, "source")) or "nobody named"


@commands.command()
def sources(store: StorePath = None, as_json: Json = False) -> None:
    """Who is said to have conveyed something, most cited first."""
    with opened(store) as kept:
        found = listings.sources(ask.corpus_of(kept).readings)
    if as_json:
        write_json(found)
        return
    shown = table("source", "kind", "attributions", "denials", "documents")
    for e in found["items"]:
        counts = (str(e["attributions"]), str(e["denials"]), str(len(e["documents"])))
        shown.add_row(e["name"], e["kind"], *counts)
    results().print(shown)


@commands.command()
def outlets(store: StorePath = None, as_json: Json = False) -> None:
    """Outlets and agencies: how often each is cited, what of its own is in the store."""
    with opened(store) as kept:
        found = listings.outlets(ask.corpus_of(kept).readings)
    if as_json:
        write_json(found)
        return
    shown = table("outlet", "kind", "cited", "own documents")
    for e in found["items"]:
        shown.add_row(e["name"], e["kind"], str(e["attributions"]), str(len(e["published"])))
    results().print(shown)


@commands.command()
def documents(store: StorePath = None, as_json: Json = False) -> None:
    """The documents of the store, with what was read in each."""
    with opened(store) as kept:
        found = listings.documents(kept.readings())
    if as_json:
        write_json(found)
        return
    shown = table("document", "title", "publisher", "published", "lang", "attributions")
    for e in found["items"]:
        facts = (e["title"], e["publisher"], e["published"], e["lang"])
        shown.add_row(e["doc_id"], *(str(f or "–") for f in facts), str(e["attributions"]))
    results().print(shown)


@commands.command(name="unsourced")
def unsourced_command(
    store: StorePath = None,
    as_json: Json = False,
) -> None:
    """What the texts say in their own voice, naming nobody."""
    with opened(store) as kept:
        found = unsourced(kept.readings())
    if as_json:
        write_json(found)
        return
    shown = table("document", "line", "words", "offsets", "")
    for entry in found["findings"]:
        mark = "restates" if entry["restates"] else ""
        _add_sentence(shown, entry, "title" if entry["is_title"] else str(entry["line"]), mark)
    for entry in found["common_knowledge"]:
        _add_sentence(shown, entry, str(entry["line"]), "common knowledge, nobody cited")
    results().print(shown)


def _add_sentence(shown: Table, entry: dict[str, Any], line: str, mark: str) -> None:
    sentence = " ".join(words(entry, "content"))
    shown.add_row(entry["doc_id"], line, sentence, offsets(entry, "content"), mark)


@commands.command(name="queries")
def queries_command(as_json: Json = False) -> None:
    """The questions that ship as SPARQL queries."""
    known = queries.shipped()
    if as_json:
        write_json(
            {
                "items": [
                    {
                        "name": q.name,
                        "title": q.title,
                        "question": q.question,
                        "parameters": [p.name for p in q.parameters],
                        "columns": [c.name for c in q.columns],
                        "evidence": [],
                    }
                    for q in known
                ]
            }
        )
        return
    shown = table("name", "question", "parameters")
    for q in known:
        shown.add_row(q.name, q.question, ", ".join(p.name for p in q.parameters))
    results().print(shown)


@commands.command()
def query(
    what: Annotated[str, typer.Argument(help="Name of a shipped query, a .rq file, or -.")],
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="Parameter as name=value.")
    ] = None,
    form: ListFormat = "table",
    store: StorePath = None,
) -> None:
    """Ask in SPARQL: a shipped question by name, a file, or standard input."""
    if form not in FORMATS:
        raise InputError(f"--format must be one of {', '.join(FORMATS)}, not {form!r}")
    given = dict(_pair(text) for text in parameters or ())
    with opened(store) as kept:
        if what == "-":
            answer = kept.query(sys.stdin.read(), given, seconds=_QUERY_SECONDS)
        elif what.endswith(".rq") and Path(what).is_file():
            answer = kept.query(Path(what).read_text("utf-8"), given, seconds=_QUERY_SECONDS)
        else:
            chosen = queries.named(what)
            answer = kept.query(chosen.text, chosen.bound(given))
    if form == "table" and answer.columns:
        shown = table(*answer.columns)
        for row in answer.rows:
            shown.add_row(*(plain(term) for term in row))
        results().print(shown)
    else:
        write_text(formatted(answer, form))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise BadQuery(f"a parameter is given as name=value, not {text!r}")
    return name, value
