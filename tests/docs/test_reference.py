"""The reference is complete and current: commands, settings, queries, errors, formats."""

import re
import runpy
import shlex
from pathlib import Path

import pytest
import typer

from kg import errors, plugins, queries, settings
from kg.cli.app import app
from kg.model import Document, Names
from kg.store import open_store
from kg.text import FORMAT_OF_SUFFIX, Reader

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
COMMANDS = typer.main.get_command(app).commands


def page(name):
    return (REFERENCE / f"{name}.md").read_text("utf-8")


def first_cells(text):
    return [
        name
        for line in text.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`([^`]+)`", line.split("|")[1])
    ]


def section(name, heading):
    _, _, after = page(name).partition(f"\n{heading}\n")
    return re.split(r"^#{1,3} ", after, flags=re.MULTILINE)[0]


def test_the_generated_parts_are_current():
    script = runpy.run_path(str(ROOT / "scripts" / "write_reference.py"))

    stale = [path.name for path, _ in script["pages_to_change"]()]

    assert stale == [], "run scripts/write_reference.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_is_explained(name):
    command, written = COMMANDS[name], section("command-line", f"### kg {name}")

    assert command.help
    for parameter in command.params:
        assert parameter.help, f"kg {name}: {parameter.name} has no help"
        assert any(option in written or option.upper() in written for option in parameter.opts)


def test_every_command_line_on_the_pages_uses_commands_and_options_that_exist(pages, blocks_of):
    wrong = []
    for path in pages:
        lines = [
            line.removeprefix("$ ")
            for block in blocks_of(path)
            if block.language in {"console", "sh"}
            for line in block.text.splitlines()
        ]
        for line in lines:
            wrong += [f"{path.name}: {fault}" for fault in _unknown_words(line)]

    assert wrong == []


def _unknown_words(line):
    for part in re.findall(r"(?:^|\| |\$\()(kg [^|)#]*)", line):
        words = shlex.split(part)
        if words[1].startswith("-"):
            continue
        command = COMMANDS.get(words[1])
        if command is None:
            yield f"no command: {part}"
            continue
        if (inner := getattr(command, "commands", None)) and words[2] in inner:
            command = inner[words[2]]
        known = {option for p in command.params for option in p.opts} | {"--help", "-h"}
        yield from (
            f"no option {w}: {part}" for w in words if w.startswith("-") and w not in known | {"-"}
        )


def test_every_setting_is_explained_with_its_default():
    source = Path(settings.__file__).read_text("utf-8")
    read = set(re.findall(r'"(KG_[A-Z_]+)"', source))
    rows = {name: line for line in page("settings").splitlines() for name in first_cells(line)[:1]}
    default = settings.Settings()

    assert read == {name for name in rows if name.startswith("KG_")}
    assert f"`{default.store}`" in rows["KG_STORE"]
    assert f"`{Names().base}`" in rows["KG_BASE"]
    assert f"`{','.join(default.languages)}`" in rows["KG_LANGUAGES"]
    assert f"`{default.max_document_bytes // 1_000_000}`" in rows["KG_MAX_DOCUMENT_MB"]
    assert f"`{default.patience:g}`" in rows["KG_PATIENCE"]


def test_every_shipped_query_is_explained_with_its_columns():
    for query in queries.shipped():
        written = section("queries", f"### {query.name}")
        assert query.question in written
        assert [c.name for c in query.columns if f"`{c.name}`" not in written] == []


def test_every_error_is_in_the_table_with_its_exit_code():
    known = {
        name: kind.exit_code
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.KgError)
    }
    rows = re.findall(r"^\| (?:&emsp;)*`(\w+)` \| (\d) \|", page("errors"), re.MULTILINE)

    assert {name: int(code) for name, code in rows} == known


def test_the_docstring_of_the_errors_shows_the_same_tree():
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__)

    rows = re.findall(r"^\| &emsp;[^`]*`(\w+)`", page("errors"), re.MULTILINE)
    assert drawn == rows


def test_every_suffix_that_is_read_is_listed():
    assert set(first_cells(section("file-formats", "## What can be read"))) == set(FORMAT_OF_SUFFIX)


def test_every_field_of_a_json_line_arrives_where_the_page_says(tmp_path):
    fields = first_cells(section("file-formats", "### JSON Lines"))
    assert set(fields) == {
        "text", "doc_id", "id", "title", "lang", "url", "outlet", "published", "author",
        "credited_to", "links",
    }  # fmt: skip
    record = '{"text": "Reuters reports P.", "links": ["https://example.org/"], "desk": "x", %s}'
    named = [name for name in fields if name not in {"text", "links", "id", "lang"}]
    given = {name: f"the {name}" for name in named} | {"published": "2024-10-03"}
    values = ", ".join(f'"{name}": "{value}"' for name, value in given.items())
    (tmp_path / "a.jsonl").write_text(record % values, "utf-8")

    (document,) = Reader(Names(), ("en",)).read([tmp_path / "a.jsonl"])

    assert isinstance(document, Document)
    kept = {"outlet": document.publisher} | {
        name: getattr(document, name) for name in named if name != "outlet"
    }
    assert kept == given
    assert document.links == ("https://example.org/",)
    assert document.metadata == (("desk", '"x"'),)


def test_the_folder_of_a_store_holds_what_the_page_lists(tmp_path):
    listed = {name.rstrip("/") for name in first_cells(section("file-formats", "## The store"))}
    with open_store(tmp_path / "kg-store", create=True) as store:
        store.put(_reading(tmp_path, store.names))

    made = {path.name for path in (tmp_path / "kg-store").iterdir()}

    only_if_needed = {"dead-letters.jsonl", "matching.sqlite"}
    assert made - {"texts.sqlite-wal", "texts.sqlite-shm"} == listed - only_if_needed


def _reading(folder, names):
    (folder / "a.txt").write_text("The road is open.", "utf-8")
    (document,) = Reader(names, ("en",)).read([folder / "a.txt"])
    return plugins.find("linker", "default")().link(document, (), names)
