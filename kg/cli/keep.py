"""Commands that look after a store: validate, backup, restore, doctor."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Json, StorePath, opened
from kg.cli.output import results, table, write_json
from kg.errors import CheckFailed
from kg.rdf.validate import Violation, validate
from kg.store import OxigraphStore, examine
from kg.store import backup as copy_store
from kg.store import restore as restore_store

commands = typer.Typer()

_SHOWN = 50


@commands.command(name="validate")
def validate_command(store: StorePath = None, as_json: Json = False) -> None:
    """Check every statement against the shapes and every quote against its text."""
    with opened(store) as kept:
        faults = checked(kept)
    if as_json:
        write_json({"conforms": not faults, "findings": [_shown(fault) for fault in faults]})
    else:
        for fault in faults[:_SHOWN]:
            results().print(str(fault), markup=False, soft_wrap=True)
        if not faults:
            results().print("conforms: every statement is complete, every quote stands")
    if faults:
        raise CheckFailed(f"{len(faults)} faults found")


def checked(store: OxigraphStore) -> list[Violation]:
    """All faults of a store."""
    texts = {d.id: d.text for d in store.documents()}
    return validate(store.quads(), texts)


def _shown(fault: Violation) -> dict[str, object]:
    span = fault.span
    return {
        "document": fault.document,
        "doc_id": fault.doc_id,
        "attribution": fault.attribution,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "node": fault.node,
        "path": fault.path,
        "message": fault.message,
        "value": fault.value,
        "evidence": [],
    }


@commands.command()
def backup(
    target: Annotated[Path, typer.Argument(help="Folder that does not exist yet.")],
    store: StorePath = None,
) -> None:
    """Copy the store, also while others read it, and check the copy."""
    with opened(store) as kept:
        digest = copy_store(kept, target)
    results().print(f"wrote {target} ({digest[:16]})", markup=False, soft_wrap=True)


@commands.command()
def restore(
    source: Annotated[Path, typer.Argument(help="Folder of a backup.")],
    target: Annotated[Path, typer.Argument(help="Folder that does not exist yet.")],
) -> None:
    """Make a store of a backup and check that it equals it."""
    digest = restore_store(source, target)
    results().print(f"wrote {target} ({digest[:16]})", markup=False, soft_wrap=True)


@commands.command()
def doctor(store: StorePath = None, as_json: Json = False) -> None:
    """Look the store over: is everything there, does it fit, is there room to write."""
    with opened(store) as kept:
        found = examine(kept)
    if as_json:
        findings = [
            {"check": f.check, "fine": f.fine, "told": f.told, "evidence": []} for f in found
        ]
        write_json({"findings": findings})
    else:
        shown = table("", "check", "")
        for f in found:
            shown.add_row("ok" if f.fine else "!!", f.check, f.told)
        results().print(shown)
    if not all(f.fine for f in found):
        raise CheckFailed("the store needs attention")
