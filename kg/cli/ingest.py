"""Commands that take texts in: extract, ingest, remove."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.text import Text

from kg import plugins
from kg.cli.options import Inputs, Json, Language, StorePath, opened, reader, settings
from kg.cli.output import errors, results, write_json, write_text
from kg.errors import InputError, UnknownDocument
from kg.jobs import FILE, Batch, DeadLetters, How, Steps, derive, ingest
from kg.model import Document, DocumentId, Kept, Names, Reading, to_normal_form
from kg.render.terminal import reading_tree
from kg.store import OxigraphStore
from kg.text import Metadata, Reject

commands = typer.Typer()

_STDIN = Path("-")

Outlet = Annotated[str | None, typer.Option("--outlet", help="Name of the publisher.")]
Published = Annotated[str | None, typer.Option("--published", help="ISO date or date-time.")]
Url = Annotated[str | None, typer.Option("--url", help="Canonical address.")]
Title = Annotated[str | None, typer.Option("--title", help="Headline.")]
InputFormat = Annotated[
    str | None, typer.Option("--input-format", help="txt, jsonl or html; default by suffix.")
]


@commands.command()
def extract(
    paths: Inputs,
    lang: Language = None,
    extractor: Annotated[str, typer.Option(help="Which extractor reads.")] = "default",
    form: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
    input_format: InputFormat = None,
) -> None:
    """Show the attributions of texts; no store is needed.

    With `--format jsonl` they come in the normal form, one document a line.
    """
    if form not in {"table", "jsonl"}:
        raise InputError(f"--format must be table or jsonl, not {form!r}")
    steps = Steps(Names(settings().base or Names().base), extractor)
    plugins.find("extractor", extractor)
    read = failed = 0
    for item in _inputs(paths, steps.names, Metadata(lang=lang), input_format):
        done = steps.try_read(item) if isinstance(item, Document) else item
        if isinstance(done, Reject):
            failed += 1
            _warn(done)
            continue
        read += 1
        if form == "jsonl":
            write_text(_line(done))
        else:
            results().print(reading_tree(done))
    if failed and not read:
        raise typer.Exit(InputError.exit_code)


@commands.command(name="ingest")
def ingest_command(
    paths: Inputs,
    store: StorePath = None,
    lang: Language = None,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    title: Title = None,
    input_format: InputFormat = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Read held documents anew.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 2 if anything is refused.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Take documents into the store; each is read once, whatever the number of runs.

    What cannot be read goes to the dead letters of the store with the reason, and the rest of
    the batch goes on.
    """
    given = Metadata(lang=lang, publisher=outlet, published=published, url=url, title=title)
    with opened(store, create=True) as kept:
        batch = take_in(kept, paths, given, input_format, (workers, again))
        derive(kept)
        letters = dead_letters_of(kept)
    if as_json:
        write_json(_as_json(batch, letters))
    else:
        results().print(shown_batch(batch))
    if batch.rejects:
        errors.print(
            f"kg: {len(batch.rejects)} refused; see {letters}", markup=False, soft_wrap=True
        )
    if batch.rejects and (strict or not batch.accepted):
        raise typer.Exit(InputError.exit_code)


def take_in(
    kept: OxigraphStore,
    paths: list[Path],
    given: Metadata | None = None,
    input_format: str | None = None,
    how: tuple[int, bool] = (1, False),
) -> Batch:
    """Ingest paths into an open store, showing progress.

    Args:
        kept: The store.
        paths: Files, folders, ``-``.
        given: Metadata that hold for all of them.
        input_format: Format of all of them; None to go by the suffix.
        how: Number of processes that read, and whether held documents are read anew.
    """
    with _progress() as progress:
        task = progress.add_task("reading", total=None)

        def told(item: Reading | Reject) -> None:
            progress.advance(task)
            if isinstance(item, Reject):
                _warn(item)

        inputs = _inputs(paths, kept.names, given or Metadata(), input_format)
        letters = DeadLetters(dead_letters_of(kept))
        return ingest(kept, inputs, Steps(kept.names), letters, How(*how, told))


def dead_letters_of(kept: OxigraphStore) -> Path:
    """Where the dead letters of a store lie."""
    return (kept.folder or Path()) / FILE


@commands.command()
def remove(
    document: Annotated[str, typer.Argument(help="IRI or doc_id of the document.")],
    store: StorePath = None,
) -> None:
    """Take one document, and all that was read in it, out of the store."""
    with opened(store) as kept:
        found = [d.id for d in kept.documents() if document in {d.id, *kept.doc_ids(d.id)}]
        if not found:
            raise UnknownDocument(f"the store holds no document {document!r}; see kg documents")
        if len(found) > 1:
            listed = ", ".join(found)
            raise InputError(f"{document!r} names {len(found)} documents; say which: {listed}")
        kept.remove(DocumentId(found[0]))
        derive(kept)
    results().print(f"removed {document}", markup=False)


def _inputs(
    paths: list[Path], names: Names, given: Metadata, chosen: str | None
) -> Iterator[Document | Reject]:
    reads = reader(names, given, chosen)
    for path in paths:
        if path == _STDIN:
            yield from reads.read_stream(sys.stdin.buffer)
        else:
            yield from reads.read([path])


def _line(reading: Reading) -> str:
    record = to_normal_form(reading.document, reading.attributions)
    return json.dumps(record, ensure_ascii=False) + "\n"


def _progress() -> Progress:
    columns = SpinnerColumn(), TextColumn("{task.description} {task.completed}")
    return Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)


def _warn(reject: Reject) -> None:
    errors.print(f"kg: {reject.origin}: {reject.reason}", markup=False, soft_wrap=True)


def _counts(batch: Batch) -> dict[str, int]:
    return {
        "new": batch.kept[Kept.NEW],
        "known": batch.kept[Kept.KNOWN],
        "duplicates": batch.kept[Kept.ALIAS],
        "replaced": batch.kept[Kept.REPLACED],
        "rejected": len(batch.rejects),
        "attributions": batch.attributions,
    }


def shown_batch(batch: Batch) -> Group:
    """What became of a batch, for people."""
    counts = [f"{n} {name}" for name, n in _counts(batch).items() if n or name == "new"]
    same = [f"{new} is the same document as {first}" for new, first in batch.aliases]
    return Group(Text(" · ".join(counts)), *(Text(line) for line in same))


def _as_json(batch: Batch, letters: Path) -> dict[str, object]:
    return _counts(batch) | {
        "aliases": [{"doc_id": new, "same_as": first} for new, first in batch.aliases],
        "rejects": [
            {"origin": r.origin, "stage": r.stage, "reason": r.reason} for r in batch.rejects
        ],
        "dead_letters": str(letters),
    }
