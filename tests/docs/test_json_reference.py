"""What the reference says of JSON is what is printed: every field, its type, nothing else."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer

from kg.answers import to_json
from kg.cli.app import app, main
from kg.rdf.validate import Violation

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json.md"
COMMANDS = ("claims", "sources", "outlets", "documents", "unsourced", "queries", "doctor")
CLAIMS = (
    "l'armée russe s'est servie d'obus nord-coréens",
    "fabriques à plein régime",
    "l'Ukraine a retrouvé des missiles produits en Corée du Nord parmi les décombres",
)
_LINK = re.compile(r"\]\(#([a-z-]+)\)")
_PLAIN = {"text": str, "number": (int, float), "true or false": bool}


@dataclass(frozen=True)
class Field:
    name: str
    type: str

    @property
    def shape(self):
        found = _LINK.search(self.type)
        return found[1] if found else None


def read_shapes():
    """The fields of every table, by the anchor of its heading, included shapes resolved."""
    rows, anchor = {}, None
    for line in PAGE.read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"#+ (.*)", line):
            anchor = heading[1].lower().replace(" ", "-")
        elif line.startswith(("| `", "| [")):
            rows.setdefault(anchor, []).append([cell.strip() for cell in line.split("|")[1:3]])
    return {anchor: dict(_fields(anchor, rows)) for anchor in rows}


def _fields(anchor, rows):
    for name, kind in rows[anchor]:
        if included := _LINK.search(name):
            yield from _fields(included[1], rows)
        else:
            yield name.strip("`"), Field(name.strip("`"), kind)


@pytest.fixture(scope="module")
def shapes():
    return read_shapes()


def faults_of(value, shape, shapes, path="$"):
    """What in ``value`` is not as ``shape`` says, as readable lines."""
    if not isinstance(value, dict):
        return [f"{path}: no object"]
    fields = shapes[shape]
    found = [f"{path}.{key}: not in the reference" for key in value.keys() - fields.keys()]
    found += [f"{path}.{key}: not printed" for key in fields.keys() - value.keys()]
    for key in value.keys() & fields.keys():
        found += _faults_of_field(value[key], fields[key], shapes, f"{path}.{key}")
    return found


def _faults_of_field(value, field, shapes, path):
    if value is None:
        return [] if "null" in field.type else [f"{path}: null, which it cannot be"]
    if field.type.startswith("list of"):
        if not isinstance(value, list):
            return [f"{path}: no list"]
        inner = Field(field.name, field.type.removeprefix("list of "))
        return [
            f
            for n, v in enumerate(value)
            for f in _faults_of_field(v, inner, shapes, f"{path}[{n}]")
        ]
    return _one(value, field, shapes, path)


def _one(value, field, shapes, path):
    if field.shape:
        return faults_of(value, field.shape, shapes, path)
    if " by " in field.type:
        fine = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    else:
        fine = isinstance(value, _PLAIN[field.type.removesuffix(" or null")])
    return [] if fine else [f"{path}: {value!r} is no {field.type}"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A store of the seeds, and what the first ingest printed is thrown away."""
    made = tmp_path_factory.mktemp("json")
    seeds = Path(__file__).parents[2] / "seeds"
    texts = [*sorted(seeds.glob("*.jsonl")), seeds / "stories" / "mine-open-circle"]
    with pytest.raises(SystemExit):
        main(["ingest", *map(str, texts), "--store", str(made / "kg-store")])
    return made


@pytest.fixture
def printed(folder, capfd, monkeypatch):
    """The JSON that a command prints on the store of the seeds."""

    monkeypatch.setenv("KG_STORE", str(folder / "kg-store"))

    def run(*arguments):
        capfd.readouterr()
        with pytest.raises(SystemExit):
            main([*arguments, "--json"])
        return json.loads(capfd.readouterr().out)

    return run


def test_every_command_that_speaks_json_has_its_section():
    commands = typer.main.get_command(app).commands
    headings = set(re.findall(r"^## kg (\w+)$", PAGE.read_text("utf-8"), re.MULTILINE))

    speaking = {n for n, c in commands.items() if any("--json" in p.opts for p in c.params)}

    assert headings - {"extract", "query"} == speaking


@pytest.mark.parametrize("command", COMMANDS)
def test_a_listing_prints_what_the_reference_says(printed, shapes, command):
    assert faults_of(printed(command), f"kg-{command}", shapes) == []


@pytest.mark.parametrize(
    "asked",
    [
        ("derive",),
        ("drift",),
        ("reprints",),
        ("contradictions",),
        ("timeline", CLAIMS[0]),
        ("compare", "The Basalt Herald", "Le Courrier des Mines"),
        ("path", "The Basalt Herald", "Le Courrier des Mines"),
        ("measures",),
        ("review", "list"),
    ],
)
def test_an_answer_across_documents_is_as_the_reference_says(printed, shapes, asked):
    words = asked[:2] if asked[0] == "review" else asked[:1]

    assert faults_of(printed(*asked), "-".join(("kg", *words)), shapes) == []


def test_circular_reporting_is_as_the_reference_says(printed, shapes):
    """Hidden copies have a field more and say more of their documents."""
    found = printed("circular")["findings"]
    hidden = [f for f in found if f["shape"] == "hidden-copy"]
    others = [f for f in found if f not in hidden]

    assert hidden
    assert others
    assert [fault for f in others for fault in faults_of(f, "circular-finding", shapes)] == []
    assert {k for f in hidden for k in f} == {*shapes["circular-finding"], "claims"}


@pytest.mark.parametrize("claims", [CLAIMS[:1], CLAIMS[1:2], CLAIMS])
def test_a_trace_prints_what_the_reference_says(printed, shapes, claims):
    assert faults_of(printed("trace", *claims), "dossier", shapes) == []


def test_a_trace_under_a_policy_prints_what_the_reference_says(printed, shapes):
    how = ("--ignore", "CNN", "--side", "--as-of", "2024-12-01", "--fold", "side")

    assert faults_of(printed("trace", CLAIMS[1], *how), "dossier", shapes) == []


def test_circles_copies_and_own_voice_are_as_the_reference_says(story, shapes):
    one, other = story.page("one", "One", "2024-01-01"), story.page("other", "Other", "2024-01-02")
    (cites,), (cites_back,) = one.tells("P", "Other"), other.tells("P", "One")
    story.link(cites, other)
    story.link(cites_back, one)
    story.page("alone").says("P")
    story.page("doubt", "Doubt").tells("P", "Relay", "Minister", stances=("denies", "asserts"))
    denied = story.page("denied", "Denied").tells(
        "P", "Relay", "Other", stances=("asserts", "denies")
    )
    story.copy("reprint", one, other, rows=[(cites, cites_back)], original=one)

    answer = to_json(story.ask())

    assert denied
    assert all(answer[key] for key in ("circular", "copies", "denials", "not_conveyed", "chains"))
    assert faults_of(answer, "dossier", shapes) == []


def test_an_ingest_prints_what_the_reference_says(printed, shapes, tmp_path):
    text = "The BBC reports that the road is open."
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, "utf-8")

    report = printed("ingest", str(tmp_path), str(tmp_path / "missing.txt"))

    assert report["aliases"]
    assert report["rejects"]
    assert faults_of(report, "kg-ingest", shapes) == []


def test_a_validation_prints_what_the_reference_says(printed, shapes):
    fields = {name.split("`")[0] for name in shapes["fault"]} - {"start", "end", "evidence"}

    assert faults_of(printed("validate"), "kg-validate", shapes) == []
    assert fields == {f for f in Violation.__dataclass_fields__ if f != "span"}


def test_the_comparison_sees_a_field_too_many_too_few_and_of_another_type(shapes):
    right = {"part": "cue", "start": 1, "end": 2, "quote": "x"}

    assert faults_of(right, "evidence", shapes) == []
    assert faults_of(right | {"more": 1}, "evidence", shapes)
    assert faults_of({k: v for k, v in right.items() if k != "end"}, "evidence", shapes)
    assert faults_of(right | {"start": "1"}, "evidence", shapes)
    assert faults_of(right | {"quote": None}, "evidence", shapes)


def test_the_normal_form_has_no_field_that_the_rules_do_not_explain(folder, capfd):
    rules = (PAGE.parent / "annotation.md").read_text("utf-8")
    shutil.copy(Path(__file__).parents[2] / "seeds" / "presse.fr.jsonl", folder)
    capfd.readouterr()
    with pytest.raises(SystemExit):
        main(["extract", str(folder / "presse.fr.jsonl"), "--format", "jsonl"])

    record = json.loads(capfd.readouterr().out)

    fields = {field for entry in record["attributions"] for field in entry}
    assert {field for field in fields if f"`{field}`" not in rules} == set()
