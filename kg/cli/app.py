"""The command line: wires the commands together and turns errors into exit codes.

0 done · 1 a check failed · 2 bad input or usage · 3 set-up or store · 4 a service. Errors go to
stderr as one line that names the culprit and the remedy, never as a traceback.
"""

import sys
from collections.abc import Sequence

import typer

from kg import __version__
from kg.cli import across, ask, demo, history, ingest, keep, measure, publish, review
from kg.cli.output import errors
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who really said this, through whom, and how many distinct origins stand behind it.",
)
for commands in (demo, ingest, ask, across, history, publish, keep, measure):
    app.registered_commands += commands.commands.registered_commands


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sourcetrace {__version__}")
        raise typer.Exit


app.add_typer(review.review, name="review")


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version and leave."
    ),
) -> None:
    """Options of every command; each command has its own under `kg COMMAND --help`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    try:
        app(args=None if arguments is None else list(arguments), standalone_mode=True)
    except KgError as error:
        errors.print(f"kg: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output (`head`) has what it wanted.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        errors.print("kg: stopped; what was kept stays kept", markup=False)
        sys.exit(130)
