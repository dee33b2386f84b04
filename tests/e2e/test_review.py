"""Reviewing on the command line: one sentence, an id to undo it by, and answers that follow."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.cli.review import review
from kg.errors import InputError, KgError

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ENGLISH = "toropets.en:95.x.95.239"
FACTORIES = "fabriques d'armes de Corée du Nord tournent à plein régime"
_UNDO = re.compile(r"kg review undo ([0-9a-f]{8})\s*$")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    """A store of the three seed articles; tests work on copies."""
    folder = tmp_path_factory.mktemp("seeded") / "kg-store"
    articles = [str(path) for path in sorted(SEEDS.glob("*.jsonl"))]
    ran = CliRunner().invoke(app, ["ingest", *articles, "--store", str(folder)])
    assert ran.exit_code == 0, ran.output
    return folder


@pytest.fixture
def store(seeded, tmp_path):
    return shutil.copytree(seeded, tmp_path / "kg-store")


@pytest.fixture
def run(store):
    """A command of `kg review` on the store, as Zoé."""

    def ran(*arguments, env=None, stdin=None):
        env = {"KG_STORE": str(store), "KG_REVIEWER": "Zoé"} | (env or {})
        return CliRunner().invoke(review, list(map(str, arguments)), env=env, input=stdin)

    return ran


@pytest.fixture
def done(run):
    """A command that goes well: its sentence and the id to undo it by."""

    def ran(*arguments, **how):
        result = run(*arguments, **how)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.stdout, _UNDO.search(result.stdout)[1]

    return ran


@pytest.fixture
def asked(store):
    """The JSON of a command of `kg` itself."""

    def ran(*arguments):
        result = CliRunner().invoke(app, [*arguments, "--json", "--store", str(store)])
        return json.loads(result.stdout)

    return ran


def effect(shown):
    return shown["lower"], shown["upper"], shown["status"]


def refused(result):
    """What `kg` would print: one line, exit code 2."""
    assert isinstance(result.exception, KgError), result.output
    assert result.exception.exit_code == InputError.exit_code
    return str(result.exception)


def test_a_rejection_moves_the_answer_and_its_undo_gives_the_former_one_back(run, done, asked):
    before = asked("trace", FACTORIES)
    hop = before["chains"][0]["hops"][-1]
    place = f"{hop['doc_id']}:{hop['evidence'][1]['start']}"

    sentence, undo = done("reject", place, "--why", "not what the paper says")

    assert sentence.startswith("Rejected: ")
    assert "counts for nothing" in sentence
    after = asked("trace", FACTORIES)
    assert len(after["chains"]) < len(before["chains"])
    done("undo", undo)
    assert json.dumps(asked("trace", FACTORIES)) == json.dumps(before)


def test_every_command_says_one_sentence_and_keeps_a_valid_store(done, asked, run):
    (one, other) = [c["short_id"] for c in asked("claims")["claims"][:2]]
    commands = [
        ("accept", ENGLISH),
        ("fix", ENGLISH, "--stance", "confirms"),
        ("fix", "presse.fr", "--outlet", "The Quay Gazette", "--published", "2024-11-02"),
        ("merge", "Ukraine", "CNN"),
        ("split", "Ukraine", "CNN"),
        ("merge", one, other),
        ("rate", "CNN", "B"),
        ("rate", one, "6"),
        ("independent", one),
    ]

    sentences = [done(*command)[0] for command in commands]

    assert all(sentence.count("\n") == 1 for sentence in sentences)
    assert asked("validate")["conforms"]
    entries = json.loads(run("log", "--json").stdout)["items"]
    assert sorted(e["kind"] for e in entries) == sorted(command[0] for command in commands)
    assert {entry["reviewer"] for entry in entries} == {"Zoé"}


def test_the_active_list_names_commands_that_do_what_it_says(run, done, asked):
    found = json.loads(run("list", "--json").stdout)
    moving = [e for e in found["items"] if e["moves"] and "--entailed" not in e["why"]]
    assert moving
    assert found["trials"] <= 200
    for entry in moving:
        assert entry["evidence"]
        then = next(t for t in entry["then"] if effect(t) != effect(entry["now"]))
        _, undo = done(*shlex.split(then["command"])[2:])
        answer = asked("trace", entry["claim"])
        assert effect(answer["origins"] | {"status": answer["status"]}) == effect(then)
        done("undo", undo)


def test_the_active_list_is_readable_and_shrinks(run, done):
    before = run("list").stdout
    assert "toropets.en" in before
    assert "→" in before
    command = next(line for line in before.splitlines() if "review reject toropets.en" in line)

    done(*shlex.split(command.split(": ")[0])[2:])

    assert "review reject toropets.en" not in run("list").stdout
    assert "change no answer" in run("list").stdout
    assert len(run("list", "--all").stdout) > len(run("list").stdout)


def test_the_record_shows_who_disagrees_and_what_was_taken_back(run, done):
    done("accept", ENGLISH, "--by", "Ada")
    _, undo = done("reject", ENGLISH, "--why", "no words say so")
    assert "the later one holds" in run("log").stdout

    done("undo", undo, "--by", "Max")

    shown = run("log").stdout
    assert "(taken back)" in shown
    assert "disagreement" not in shown
    assert all(name in shown for name in ("Ada", "Zoé", "Max"))


def test_without_a_name_the_login_signs(run):
    run("accept", ENGLISH, env={"KG_REVIEWER": "", "LOGNAME": "newsdesk"})

    (entry,) = json.loads(run("log", "--json").stdout)["items"]

    assert entry["reviewer"] == "newsdesk"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["made"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("accept", "nowhere:12"), "kg documents"),
        (("accept", "toropets.en:1"), "nearest"),
        (("merge", "Ukraine", "Narnia"), "no source is called 'Narnia'"),
        (("merge", "Ukraine"), "at least two"),
        (("fix", "presse.fr", "--published", "hier"), "no date"),
        (("fix", "presse.fr"), "say what to set"),
        (("rate", "CNN", "9"), "A to F"),
        (("rate", "CNN", "3"), "is a source"),
        (("undo", "0123abcd"), "on record"),
        (("accept", ENGLISH, "--by", " "), "--by"),
        (("independent", "licornes de Patagonie"), "no claim answers"),
        (("import", "missing.jsonl"), "cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error_with_the_remedy(run, arguments, words):
    assert words in refused(run(*arguments))
    assert json.loads(run("log", "--json").stdout)["items"] == []


def test_judgements_are_handed_on_and_taken_in_once(run, done, asked, seeded, tmp_path):
    done("accept", ENGLISH, "--why", "« vu »")
    _, undo = done("rate", "CNN", "B")
    done("undo", undo)
    file = tmp_path / "judgements.jsonl"
    assert run("export", "-o", file).exit_code == 0
    here = {"KG_STORE": str(shutil.copytree(seeded, tmp_path / "other"))}

    first = run("import", file, env=here)
    again = run("import", "-", env=here, stdin=file.read_text("utf-8"))

    assert first.stdout.startswith("3 judgements taken in, 0 were")
    assert again.stdout.startswith("0 judgements taken in, 3 were")
    assert run("export", env=here).stdout == file.read_text("utf-8") == run("export").stdout


def test_lines_that_are_no_judgement_are_refused_by_number(run, done, tmp_path):
    done("accept", ENGLISH)
    good = run("export").stdout
    mixed, bad = tmp_path / "mixed.jsonl", tmp_path / "bad.jsonl"
    away = {"kind": "rate", "reviewer": "Ada", "made": "2024-10-03", "values": {"rating": "C"}}
    away["targets"] = ["urn:agent/away"]
    mixed.write_text(f"{good}\n[1]\n{json.dumps(away)}\n", "utf-8")
    bad.write_text('{"kind": "praise"}\n', "utf-8")

    ran, failed = run("import", mixed), run("import", bad)

    assert (ran.exit_code, failed.exit_code) == (0, 2)
    assert ran.stdout.startswith("1 judgements taken in, 1 were")
    assert "line 3: refused" in ran.stderr
    assert "line 4: kept, but nothing here is urn:agent/away" in ran.stderr
    assert "line 1: refused" in failed.stderr


def test_an_export_that_cannot_be_written_is_told(run, done, tmp_path):
    done("accept", ENGLISH)

    assert "cannot be written" in refused(run("export", "-o", tmp_path / "no" / "where.jsonl"))
