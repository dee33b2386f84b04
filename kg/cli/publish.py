"""Commands that show and hand on: render, export."""

import sys
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Annotated, Any

import typer

from kg import plugins
from kg.answers import to_json
from kg.answers.ask import trace
from kg.cli.options import StorePath, Tongue, opened
from kg.cli.output import results
from kg.errors import DiskFull, KgError, UnknownFormat, UnwritableFile
from kg.render.dossier import diagram_of
from kg.render.explore import page
from kg.render.figure import figure

commands = typer.Typer()

_WRITERS = {".svg": figure, ".html": page}

Interface = Annotated[Tongue, typer.Option("--ui", help="Language of the labels.")]


@commands.command()
def render(
    claims: Annotated[list[str], typer.Argument(help="Claims: IRI, short id, or words.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="A .svg or .html file.")],
    ui: Interface = "en",
    store: StorePath = None,
) -> None:
    """Draw where a claim comes from, as a diagram or as one offline page."""
    _writer_of(out)
    with opened(store) as kept:
        answer = to_json(trace(kept, claims))
    draw(answer, out, ui)
    results().print(f"wrote {out}", markup=False, soft_wrap=True)


def draw(answer: dict[str, Any], out: Path, ui: str) -> None:
    """Write the diagram of a dossier into a file; the suffix says how.

    Raises:
        UnknownFormat: No view has this suffix.
        UnwritableFile: The file cannot be written.
        DiskFull: There is no room for it.
    """
    write = _writer_of(out)
    text = write(diagram_of(answer, answer["verdict"].get(ui, answer["verdict"]["en"]), ui))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise unwritable(out, error) from error


def unwritable(out: Path, error: OSError) -> KgError:
    """Why a file could not be written, in the words of the system."""
    kind = DiskFull if error.errno in {ENOSPC, EDQUOT} else UnwritableFile
    return kind(f"{out} cannot be written: {error.strerror}")


def _writer_of(out: Path) -> Any:  # noqa: ANN401 - a function of a diagram
    try:
        return _WRITERS[out.suffix.lower()]
    except KeyError:
        known = ", ".join(sorted(_WRITERS))
        raise UnknownFormat(f"no view writes {out.name!r}; known: {known}") from None


@commands.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="nquads, trig, turtle, jsonld.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File; default stdout.")] = None,
    store: StorePath = None,
) -> None:
    """Write all quads of the store, sorted: equal stores give equal bytes."""
    exporter: plugins.Exporter = plugins.find("exporter", form)()
    with opened(store) as kept:
        if out is None:
            sys.stdout.flush()
            exporter.export(kept, sys.stdout.buffer)
            return
        try:
            with out.open("wb") as file:
                exporter.export(kept, file)
        except OSError as error:
            raise unwritable(out, error) from error
