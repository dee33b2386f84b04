"""Writes the parts of the reference pages that the code says better than a person could.

A generated part stands between two comments; what stands around it is written by hand::

    <!-- generated: commands -->
    ...
    <!-- end of commands -->

Run it after a change to a command, a shipped query, an error or an extension point::

    python scripts/write_reference.py            # writes
    python scripts/write_reference.py --check    # writes nothing; exits with 1 if a page is stale
"""

import argparse
import enum
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import typer

from kg import errors, plugins, queries
from kg.cli.app import app
from kg.export.tables import FORMATS

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs"
_PART = re.compile(
    r"(?P<open><!-- generated: (?P<name>[a-z-]+) -->\n).*?(?P<close><!-- end of (?P=name) -->)",
    re.DOTALL,
)
_LINE_BREAK = re.compile(r"\s*\n\s*")


def main() -> int:
    """Write the pages, or only say which are stale."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check = asked.parse_args().check
    stale = list(pages_to_change())
    for path, text in stale:
        if not check:
            path.write_text(text, "utf-8")
        print(f"{'stale' if check else 'wrote'}: {path.relative_to(ROOT)}")
    return 1 if check and stale else 0


def pages_to_change() -> Iterator[tuple[Path, str]]:
    """The pages whose generated parts differ from what the code says, with their new text."""
    for path in sorted(PAGES.rglob("*.md")):
        before = path.read_text("utf-8")
        after = _PART.sub(_filled, before)
        if after != before:
            yield path, after


def _filled(part: re.Match[str]) -> str:
    return f"{part['open']}\n{WRITERS[part['name']]().strip()}\n\n{part['close']}"


def commands() -> str:
    """Every command with its arguments and options."""
    known = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    rows = [f"| [`kg {name}`](#kg-{name}) | {_summary(c)} |" for name, c in known.items()]
    overview = ["| command | what it does |", "|---|---|", *rows]
    return "\n".join(overview) + "\n\n" + "\n\n".join(_command(n, c) for n, c in known.items())


def _summary(command: Any) -> str:  # noqa: ANN401 - typer's command, which it does not export
    return _LINE_BREAK.sub(" ", command.help.strip().split("\n\n")[0])


def _command(name: str, command: Any) -> str:  # noqa: ANN401
    paragraphs = command.help.strip().split("\n\n")
    told = "\n\n".join(_LINE_BREAK.sub(" ", each) for each in paragraphs)
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join(
        [f"kg {name}", *(_usage(a) for a in arguments), *(["[OPTIONS]"] * bool(options))]
    )
    lines = [f"### kg {name}", "", told, "", "```text", usage, "```", ""]
    lines += ["| argument or option | what it is | default |", "|---|---|---|"]
    lines += [_row(p) for p in (*arguments, *options)]
    return "\n".join(lines)


def _usage(argument: Any) -> str:  # noqa: ANN401
    shown = (argument.metavar or argument.name).upper()
    return shown + ("…" if argument.nargs == -1 else "")


def _row(parameter: Any) -> str:  # noqa: ANN401
    is_argument = parameter.param_type_name == "argument"
    names = [_usage(parameter)] if is_argument else list(parameter.opts)
    value = "" if is_argument or parameter.is_flag else f" {_value(parameter)}"
    shown = ", ".join(f"`{name}{value}`" for name in names)
    told = parameter.help.replace("|", "\\|") + (" Can be repeated." if parameter.multiple else "")
    return f"| {shown} | {told} | {_default(parameter)} |"


def _value(option: Any) -> str:  # noqa: ANN401
    kind = option.type_descriptor.annotation
    if get_origin(kind) is Literal:
        return "\\|".join(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return "\\|".join(str(choice.value) for choice in kind)
    return str(max(option.opts, key=len)).lstrip("-").replace("-", "_").upper()


def _default(parameter: Any) -> str:  # noqa: ANN401
    if parameter.required:
        return "needed"
    if parameter.is_flag:
        return "off"
    value = parameter.default
    if value is None:
        return "–"
    return f"`{value.value if isinstance(value, enum.Enum) else value}`"


def answer_formats() -> str:
    """The formats of ``kg query``."""
    return ", ".join(f"`{form}`" for form in FORMATS)


def shipped_queries() -> str:
    """Every shipped question, by folder."""
    lines: list[str] = []
    folder = ""
    for query in queries.shipped():
        if (own := query.name.rpartition("/")[0]) != folder:
            folder = own
            lines += [f"## {folder}", ""]
        lines += [*_query(query), ""]
    return "\n".join(lines)


def _query(query: queries.Query) -> Iterator[str]:
    yield f"### {query.name}"
    yield ""
    yield f"**{query.question}** {query.question_fr}".rstrip()
    yield ""
    given = "".join(f" -p {p.name}=…" for p in query.parameters)
    yield f"`kg query {query.name}{given}` · [the SPARQL](../../queries/{query.name}.rq)"
    for parameter in query.parameters:
        yield ""
        yield f"Parameter `{parameter.name}` ({parameter.kind}): {parameter.told}."
    asked = {parameter.name for parameter in query.parameters}
    columns = [column for column in query.columns if column.name not in asked]
    if columns:
        yield ""
        yield "| column | what it holds |"
        yield "|---|---|"
        for column in columns:
            yield f"| `{column.name}` | {column.told} |"


def error_tree() -> str:
    """The tree of errors with exit codes."""
    lines = ["| error | exit code | when |", "|---|---|---|"]
    lines += list(_errors(errors.KgError, 0))
    return "\n".join(lines)


def _errors(kind: type[errors.KgError], depth: int) -> Iterator[str]:
    told = (kind.__doc__ or "").strip().partition("\n")[0]
    yield f"| {'&emsp;' * depth}`{kind.__name__}` | {kind.exit_code} | {told} |"
    children = [c for c in vars(errors).values() if isinstance(c, type) and c.__base__ is kind]
    for child in children:
        yield from _errors(child, depth + 1)


def extension_points() -> str:
    """The kinds of part that others can add, with the names that ship."""
    lines = ["| kind | entry-point group | what ships |", "|---|---|---|"]
    for kind, group in plugins.GROUPS.items():
        shipped = ", ".join(f"`{name}`" for name in plugins.names(kind))
        lines.append(f"| {kind} | `{group}` | {shipped} |")
    return "\n".join(lines)


WRITERS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "answer-formats": answer_formats,
    "queries": shipped_queries,
    "errors": error_tree,
    "extension-points": extension_points,
}
"""What fills a generated part, by its name."""


if __name__ == "__main__":
    sys.exit(main())
