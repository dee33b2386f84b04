"""The main job in one command, on the articles that ship."""

import tomllib
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from kg.answers import to_json
from kg.answers.ask import trace
from kg.cli.ingest import shown_batch, take_in
from kg.cli.keep import checked
from kg.cli.options import Tongue
from kg.cli.output import results
from kg.cli.publish import draw
from kg.errors import CheckFailed
from kg.model import SEEDS_BASE
from kg.render.terminal import dossier_tree
from kg.resources import on_disk
from kg.store import OxigraphStore, open_store

commands = typer.Typer()

_NEXT = (
    ("kg claims --store {store}", "what is said, and by whom"),
    ("kg unsourced --store {store}", "what is said on nobody's word"),
    ('kg trace "fabriques à plein régime" --store {store}', "one claim, two steps back"),
    ("kg query provenance/denials --store {store}", "the same store in SPARQL"),
    ("kg extract your-article.txt", "your own text, no store needed"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the demo asks.

    Attributes:
        title: In English and in French.
        claims: In words.
        drawn: Whether its answer is drawn.
    """

    title: tuple[str, str]
    claims: tuple[str, ...]
    drawn: bool


def questions(seeds: Traversable) -> list[Question]:
    """The questions in ``demo.toml`` of the seeds."""
    said = tomllib.loads((seeds / "demo.toml").read_text("utf-8"))
    return [
        Question((q["title"], q["title_fr"]), tuple(q["claims"]), q.get("drawn", False))
        for q in said["question"]
    ]


@commands.command()
def demo(
    folder: Annotated[
        Path, typer.Option("--folder", help="Where the store and the pages go.")
    ] = Path("demo"),
    ui: Annotated[Tongue, typer.Option("--ui", help="Language of the answers.")] = "en",
) -> None:
    """The main job on the articles that ship: ingest, trace, validate, draw."""
    where = folder / "kg-store"
    with on_disk("seeds") as seeds, open_store(where, create=True, base=SEEDS_BASE) as kept:
        _ingest(kept, seeds)
        for question in questions(seeds):
            _answer(kept, question, folder, ui)
        _validate(kept)
    _goodbye(folder)


def _ingest(kept: OxigraphStore, seeds: Path) -> None:
    results().rule("[bold]kg ingest seeds/", align="left", style="dim")
    articles = sorted(p for p in seeds.iterdir() if p.suffix in {".txt", ".jsonl"})
    results().print(shown_batch(take_in(kept, articles)))


def _answer(kept: OxigraphStore, question: Question, folder: Path, ui: str) -> None:
    out = results()
    title = question.title[ui == "fr"]
    out.print()
    out.rule(f"[bold]kg trace[/]  {title}", align="left", style="dim")
    answer = to_json(trace(kept, question.claims))
    out.print(dossier_tree(answer, answer["verdict"].get(ui, ""), ui))
    if question.drawn:
        for name in ("trace.html", "trace.svg"):
            draw(answer, folder / name, ui)


def _validate(kept: OxigraphStore) -> None:
    results().print()
    results().rule("[bold]kg validate", align="left", style="dim")
    faults = checked(kept)
    for fault in faults:
        results().print(str(fault), markup=False)
    if faults:
        raise CheckFailed(f"{len(faults)} faults found")
    results().print("conforms: every statement is complete, every quote stands")


def _goodbye(folder: Path) -> None:
    out = results()
    out.print()
    out.rule("[bold]wrote", align="left", style="dim")
    for name, told in (
        ("trace.html", "the answer with its evidence; open it in any browser, it needs no network"),
        ("trace.svg", "the diagram alone"),
    ):
        out.print(f"{folder / name!s:<24}{told}", markup=False)
    out.print()
    out.rule("[bold]what next", align="left", style="dim")
    for command, told in _NEXT:
        out.print(f"{command.format(store=folder / 'kg-store'):<60}{told}", markup=False)
