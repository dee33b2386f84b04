"""Commands by which people judge: accept, reject, fix, merge, split, rate, undo, and the record.

A judgement is kept and nothing is computed again: answers apply judgements when they are asked.
"""

import getpass
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.answers import in_words
from kg.answers import review as reviewing
from kg.answers.consequences import consequential
from kg.answers.desk import Desk, desk_of
from kg.answers.judgement_lines import read, written
from kg.answers.judgement_log import log
from kg.answers.review import Signature
from kg.cli.options import Json, StorePath, opened, settings
from kg.cli.output import errors, results, table, write_json, write_text
from kg.cli.publish import unwritable
from kg.errors import InputError
from kg.model import Judgement, JudgementKind

review = typer.Typer(
    no_args_is_help=True,
    help="Judge what was read: every answer follows, and every judgement can be taken back.",
)

By = Annotated[
    str | None,
    typer.Option("--by", help="Who decides (KG_REVIEWER; default the name of your login)."),
]
Why = Annotated[str | None, typer.Option("--why", help="The reason, in your words.")]
Things = Annotated[
    list[str],
    typer.Argument(help="Sources (name or IRI), or claims (short id or IRI); two or more."),
]
Verdict = Annotated[
    list[str],
    typer.Argument(
        help="An attribution (DOC:START or IRI), or the two claims whose relation is meant."
    ),
]
Spans = "Its places in the text, as 10-42 or 10-42,50-61."


@review.command()
def accept(asked: Verdict, by: By = None, why: Why = None, store: StorePath = None) -> None:
    """Say that an attribution, or the relation between two claims, stands.

    DOC:START is the place in the text where the content or the cue of the attribution begins. An
    implied source that is accepted counts by its name.
    """
    _judge(store, lambda desk, signed: reviewing.accept(desk, asked, signed), (by, why))


@review.command()
def reject(asked: Verdict, by: By = None, why: Why = None, store: StorePath = None) -> None:
    """Say that an attribution, or the relation between two claims, is wrong: it counts no more."""
    _judge(store, lambda desk, signed: reviewing.reject(desk, asked, signed), (by, why))


@review.command()
def fix(
    asked: Annotated[str, typer.Argument(help="An attribution (DOC:START), or a document.")],
    stance: Annotated[str | None, typer.Option("--stance", help="asserts, denies, …")] = None,
    source: Annotated[str | None, typer.Option("--source", help=Spans)] = None,
    cue: Annotated[str | None, typer.Option("--cue", help=Spans)] = None,
    content: Annotated[str | None, typer.Option("--content", help=Spans)] = None,
    published: Annotated[
        str | None, typer.Option("--published", help="Date of the document, ISO 8601.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Who published the document.")
    ] = None,
    by: By = None,
    why: Why = None,
    store: StorePath = None,
) -> None:
    """Put an attribution right (stance, places), or a document (date, publisher)."""
    given = {
        "stance": stance,
        "source": source,
        "cue": cue,
        "content": content,
        "published": published,
        "outlet": outlet,
    }
    values = {name: value for name, value in given.items() if value is not None}
    _judge(store, lambda desk, signed: reviewing.fix(desk, asked, values, signed), (by, why))


@review.command()
def merge(asked: Things, by: By = None, why: Why = None, store: StorePath = None) -> None:
    """Say that sources are one, or that claims say the same."""
    _judge(store, lambda desk, signed: reviewing.merge(desk, asked, signed), (by, why))


@review.command()
def split(asked: Things, by: By = None, why: Why = None, store: StorePath = None) -> None:
    """Say that the first source is none of the others, or that the first claim says otherwise."""
    _judge(store, lambda desk, signed: reviewing.split(desk, asked, signed), (by, why))


@review.command()
def rate(
    asked: Annotated[str, typer.Argument(help="A source, or a claim.")],
    grade: Annotated[str, typer.Argument(help="A to F for a source, 1 to 6 for a claim.")],
    by: By = None,
    why: Why = None,
    store: StorePath = None,
) -> None:
    """Rate a source or a claim by the Admiralty code; F and 6: it cannot be judged."""
    _judge(store, lambda desk, signed: reviewing.rate(desk, asked, grade, signed), (by, why))


@review.command()
def independent(
    claims: Annotated[list[str], typer.Argument(help="Claims: IRI, short id, or words.")],
    by: By = None,
    why: Why = None,
    store: StorePath = None,
) -> None:
    """Say that the origins of a claim know it independently of each other.

    Several claims are one proposition, as they are for kg trace.
    """
    _judge(store, lambda desk, signed: reviewing.independent(desk, claims, signed), (by, why))


@review.command()
def undo(
    asked: Annotated[str, typer.Argument(help="A judgement: IRI or short id.")],
    by: By = None,
    why: Why = None,
    store: StorePath = None,
) -> None:
    """Take a judgement back: every answer is what it was before. Undo the undo to restore it."""
    _judge(store, lambda desk, signed: reviewing.undo(desk, asked, signed), (by, why))


@review.command(name="log")
def log_command(store: StorePath = None, as_json: Json = False) -> None:
    """All judgements by time: who decided what and why, what was taken back, who disagrees."""
    with opened(store) as kept:
        found = log(desk_of(kept))
    if as_json:
        write_json(found)
        return
    shown = table("id", "when", "who", "what", "why")
    for entry in found["items"]:
        what = f"{'(taken back) ' if entry['undone'] else ''}{entry['text']}"
        shown.add_row(
            entry["short_id"], entry["made"], entry["reviewer"], what, entry["rationale"] or "–"
        )
    results().print(shown)
    for entry in found["disagreements"]:
        holds = "the later one holds" if entry["holds"] else "both stand"
        results().print(f"disagreement ({holds}): {entry['text']}", markup=False)


@review.command(name="list")
def list_command(
    store: StorePath = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show also what would change no answer.")
    ] = False,
    as_json: Json = False,
) -> None:
    """What to look at first: open questions whose answer would move a claim's origins or status."""
    with opened(store) as kept:
        found = consequential(desk_of(kept))
    if as_json:
        write_json(found)
        return
    console = results()
    listed = [e for e in found["items"] if e["moves"] or everything]
    for entry in listed:
        console.print(_question(entry), markup=False, soft_wrap=True)
    silent = len(found["items"]) - len(listed)
    console.print(
        f"{len(listed)} open questions shown; {silent} more would change no answer"
        + (f"; {found['untried']} not tried" if found["untried"] else ""),
        markup=False,
    )


@review.command()
def export(
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File; default stdout.")] = None,
    store: StorePath = None,
) -> None:
    """Write all judgements as JSON Lines, those taken back included."""
    with opened(store) as kept:
        text = "".join(written(kept.judgements()))
    if out is None:
        write_text(text)
        return
    try:
        out.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise unwritable(out, error) from error
    results().print(f"wrote {out}", markup=False, soft_wrap=True)


@review.command(name="import")
def import_command(
    file: Annotated[Path, typer.Argument(help="JSON Lines, as kg review export writes; or -.")],
    store: StorePath = None,
) -> None:
    """Take judgements in; those that are on record already change nothing."""
    lines = _lines(file)
    with opened(store) as kept:
        taken = read(lines, desk_of(kept))
        new = kept.judge(taken.judgements)
    for number, reason in taken.refused:
        _tell(f"{file}, line {number}: refused: {reason}")
    for number, target in taken.unknown:
        _tell(f"{file}, line {number}: kept, but nothing here is {target}")
    known = len(taken.judgements) - new
    results().print(f"{new} judgements taken in, {known} were on record already", markup=False)
    if taken.refused and not taken.judgements:
        raise typer.Exit(InputError.exit_code)


def _judge(
    store: Path | None,
    decide: Callable[[Desk, Signature], Judgement],
    signed: tuple[str | None, str | None],
) -> None:
    """Make one judgement, keep it, and say in a sentence what it does and how to undo it."""
    by, why = signed
    signature = Signature(by if by is not None else _reviewer(), _now(), why)
    with opened(store) as kept:
        desk = desk_of(kept)
        judgement = decide(desk, signature)
        sentence = reviewing.told(desk, judgement)
        kept.judge([judgement])
    verb = "restore it" if judgement.kind is JudgementKind.UNDO else "take it back"
    how = f"To {verb}: kg review undo {in_words.short(judgement.id)}"
    results().print(f"{sentence} {how}", markup=False, soft_wrap=True)


def _reviewer() -> str:
    name = settings().reviewer
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise InputError("say who decides: --by NAME, or KG_REVIEWER") from None


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _question(entry: dict[str, Any]) -> str:
    names = "; ".join(target["name"] for target in entry["targets"])
    claim = f"claim {entry['short_id']} “{in_words.brief(entry['text'])}”"
    now = _figures(entry["now"])
    effects = [
        f"  {then['command']}: {now} → {_figures(then)}"
        if _figures(then) != now
        else f"  {then['command']}: stays {now}"
        for then in entry["then"]
    ]
    return "\n".join([f"{entry['what']}: {names}", f"  {entry['why']}", f"  {claim}", *effects, ""])


def _figures(standing: dict[str, Any]) -> str:
    return f"[{standing['lower']}, {standing['upper']}] {standing['status']}"


def _tell(message: str) -> None:
    errors.print(f"kg: {message}", markup=False, soft_wrap=True)


def _lines(file: Path) -> list[str]:
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return raw.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8: {error.reason} at byte {error.start}") from error
