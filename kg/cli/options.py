"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.model import Names
from kg.settings import Settings, from_environment
from kg.store import OxigraphStore, open_store
from kg.text import Metadata, Reader

StorePath = Annotated[
    Path | None,
    typer.Option("--store", "-s", help="Folder of the store (KG_STORE; default ./kg-store)."),
]
Tongue = Literal["en", "fr"]
"""Languages that answers are given in."""
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Language = Annotated[str | None, typer.Option("--lang", help="Language of the texts: en or fr.")]
Inputs = Annotated[
    list[Path],
    typer.Argument(help="Files (.txt, .jsonl, .html), folders, or - for standard input."),
]


def settings() -> Settings:
    """The settings of this process."""
    return from_environment()


def opened(path: Path | None, *, create: bool = False) -> OxigraphStore:
    """The store that the options and the environment name."""
    chosen = settings()
    made = open_store(path or chosen.store, create=create, base=chosen.base)
    return made.patient(chosen.patience)


def reader(names: Names, given: Metadata, chosen_format: str | None) -> Reader:
    """A reader under the settings and the given metadata."""
    chosen = settings()
    return Reader(names, chosen.languages, given, chosen_format, chosen.max_document_bytes)
