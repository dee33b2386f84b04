"""The installed command as a user or a script meets it: output, exit codes, bad input."""

import fcntl
import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pyoxigraph
import pytest

from kg.cli.app import main

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
SENTENCE = "Le préfet affirme que la route est ouverte depuis lundi."


def environment(extra=None):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("KG_")}
    return kept | {"KG_PATIENCE": "0.3"} | (extra or {})


def kg_process(*arguments, cwd, env=None):
    """The command as a process of its own: what a shell starts."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@contextmanager
def streams(typed):
    """Standard streams as a pipe would give them."""
    made = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    former = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8")
    sys.stdout, sys.stderr = made
    try:
        yield made
    finally:
        sys.stdin, sys.stdout, sys.stderr = former


def kg(*arguments, cwd, typed=""):
    """The command in this process, so that the parsers are loaded once for all tests."""
    before, here = dict(os.environ), Path.cwd()
    os.environ.clear()
    os.environ.update(environment())
    os.chdir(cwd)
    code = 0
    try:
        with streams(typed) as (out, err):
            try:
                main([str(argument) for argument in arguments])
            except SystemExit as left:
                code = left.code or 0
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)
    shown, told = (made.buffer.getvalue().decode("utf-8") for made in (out, err))
    return SimpleNamespace(returncode=code, stdout=shown, stderr=told)


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A store of the three seed articles, and the report of its ingest."""
    folder = tmp_path_factory.mktemp("stored")
    ran = kg("ingest", *sorted(SEEDS.glob("*.jsonl")), "--json", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return folder, json.loads(ran.stdout)


def failed_with(ran, code):
    """One clear line on stderr, the right code, no traceback."""
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stderr.strip()
    return ran.stderr


def dead_letters(folder):
    path = folder / "kg-store" / "dead-letters.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_ingest_twice_changes_nothing(stored):
    folder, first = stored
    before = kg("export", "nquads", cwd=folder).stdout

    again = json.loads(kg("ingest", *sorted(SEEDS.glob("*.jsonl")), "--json", cwd=folder).stdout)

    assert (first["new"], again["new"], again["known"]) == (3, 0, 3)
    assert kg("export", "nquads", cwd=folder).stdout == before
    assert before.count("\n") > 500


def test_the_dump_is_the_same_on_another_day_and_in_another_order(stored, tmp_path):
    folder, _ = stored
    late = sorted(SEEDS.glob("*.jsonl"), reverse=True)

    kg_process("ingest", *late, cwd=tmp_path, env={"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"})

    dump = kg("export", "nquads", cwd=tmp_path).stdout
    assert dump == kg("export", "nquads", cwd=folder).stdout


def test_a_trace_names_origins_words_and_offsets(stored):
    folder, _ = stored
    ran = kg(
        "trace", "fabriques d'armes de Corée du Nord tournent à plein régime", "--json", cwd=folder
    )

    answer = json.loads(ran.stdout)

    # The intelligence service in two papers, in two languages, and the minister in a third.
    assert (answer["origins"]["lower"], answer["origins"]["upper"]) == (2, 2)
    assert answer["depth"] == {"min": 2, "max": 2}
    assert len(answer["chains"]) == 3
    for hop in (hop for chain in answer["chains"] for hop in chain["hops"]):
        text = json.loads((SEEDS / f"{hop['doc_id']}.jsonl").read_text("utf-8"))["text"]
        for evidence in hop["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    "command", ["claims", "sources", "outlets", "documents", "unsourced", "queries", "doctor"]
)
def test_every_listing_speaks_json(stored, command):
    arguments = [command, "--json"]

    found = json.loads(kg(*arguments, cwd=stored[0]).stdout)

    entries = next(v for k, v in found.items() if k in {"claims", "items", "findings"})
    assert entries
    if command != "claims":
        assert all("evidence" in entry for entry in entries)


@pytest.mark.parametrize(
    ("claim", "code", "told"),
    [
        ("les licornes de Patagonie", 2, "no claim answers"),
        ("missiles", 2, "answer"),
        ("https://example.org/claim/1", 2, "no claim answers"),
    ],
)
def test_a_claim_that_is_unknown_or_ambiguous_is_a_usage_error(stored, claim, code, told):
    assert told in failed_with(kg("trace", claim, cwd=stored[0]), code)


def test_an_unknown_source_and_a_wrong_date_are_usage_errors(stored):
    claim = "obus nord-coréens en Ukraine armée russe s'est servie"

    assert "Narnia" in failed_with(kg("trace", claim, "--ignore", "Narnia", cwd=stored[0]), 2)
    assert "date" in failed_with(kg("trace", claim, "--as-of", "hier", cwd=stored[0]), 2)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x00\x01\x02", "binary"),
        ("latin1.txt", b"caf\xe9 noir", "UTF-8"),
        ("list.jsonl", b"[1, 2]\n", "no JSON object"),
        ("deep.jsonl", b"[" * 200_000 + b"\n", "nested too deeply"),
        ("klingon.jsonl", b'{"text": "nuqneH", "lang": "tlh"}\n', "not enabled"),
    ],
)
def test_one_bad_input_is_told_kept_and_costs_nothing_else(tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(SENTENCE, "utf-8")

    ran = kg("ingest", name, "good.txt", "--json", cwd=tmp_path)

    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert reason in ran.stderr
    report = json.loads(ran.stdout)
    assert (report["new"], report["rejected"]) == (1, 1)
    (letter,) = dead_letters(tmp_path)
    assert reason in letter["reason"]
    assert name in letter["origin"]


def test_a_batch_of_which_nothing_is_accepted_fails(tmp_path):
    failed_with(kg("ingest", "missing.txt", cwd=tmp_path), 2)


def test_the_process_leaves_with_the_code_and_one_line(tmp_path):
    ran = kg_process("ingest", "missing.txt", cwd=tmp_path)

    assert "missing.txt" in failed_with(ran, 2)
    assert kg_process("--version", cwd=tmp_path).stdout.startswith("sourcetrace ")


def test_strict_fails_for_one_refusal(tmp_path):
    (tmp_path / "good.txt").write_text(SENTENCE, "utf-8")

    failed_with(kg("ingest", "missing.txt", "good.txt", "--strict", cwd=tmp_path), 2)


def test_a_line_of_fifty_megabytes_is_passed_over(tmp_path):
    with (tmp_path / "huge.jsonl").open("w") as out:
        out.write('{"text": "' + "a " * 25_000_000 + '"}\n')
        out.write(json.dumps({"text": SENTENCE}) + "\n")

    ran = kg("ingest", "huge.jsonl", "--json", cwd=tmp_path)

    report = json.loads(ran.stdout)
    assert (report["new"], report["rejected"]) == (1, 1)
    assert "larger than" in ran.stderr


def test_a_locked_store_says_who_holds_it(stored, tmp_path):
    folder, _ = stored
    kg("backup", tmp_path / "copy", cwd=folder)
    (tmp_path / "new.txt").write_text(SENTENCE, "utf-8")
    with (tmp_path / "copy" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(json.dumps({"pid": 4711, "command": "kg ingest", "since": "now"}))
        lock.flush()

        ran = kg("ingest", "new.txt", "--store", "copy", cwd=tmp_path)

    assert "4711" in failed_with(ran, 3)
    assert kg("ingest", "new.txt", "--store", "copy", cwd=tmp_path).returncode == 0


def test_a_store_of_another_format_is_refused(tmp_path):
    (tmp_path / "kg-store").mkdir()
    (tmp_path / "kg-store" / "store.toml").write_text(
        'format = 99\nbase = "urn:x/"\nbackend = "oxigraph"\n'
    )

    assert "99" in failed_with(kg("claims", cwd=tmp_path), 3)


def test_a_folder_that_is_no_store_is_refused(tmp_path):
    assert "no store" in failed_with(kg("claims", cwd=tmp_path), 3)


def test_extract_writes_the_normal_form_without_a_store(tmp_path):
    ran = kg("extract", "-", "--format", "jsonl", "--lang", "fr", cwd=tmp_path, typed=SENTENCE)

    record = json.loads(ran.stdout)

    (attribution,) = [a for a in record["attributions"] if a["source_kind"] != "own-voice"]
    (start, end) = attribution["cue"][0]
    assert record["text"][start:end] == "affirme"
    assert not (tmp_path / "kg-store").exists()


def test_sparql_answers_in_every_format(stored):
    ask = "SELECT ?d WHERE { ?d a <https://w3id.org/sourcetrace/ns#Document> } ORDER BY ?d"
    for form in ("table", "json", "csv", "tsv"):
        ran = kg("query", "-", "--format", form, cwd=stored[0], typed=ask)
        assert ran.returncode == 0, ran.stderr
        assert "document/" in ran.stdout


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE {",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "DROP ALL",
        "SELECT * WHERE " + "{" * 5_000 + "}" * 5_000,
        "ASK { ?s ?p 1" + " " * 70_000 + "}",
    ],
)
def test_a_query_that_is_broken_or_reaches_outside_is_refused(stored, text):
    failed_with(kg("query", "-", cwd=stored[0], typed=text), 2)


def test_validate_conforms_and_backup_restores_alike(stored, tmp_path):
    folder, _ = stored

    assert kg("validate", cwd=folder).returncode == 0
    assert kg("backup", tmp_path / "copy", cwd=folder).returncode == 0
    assert kg("restore", tmp_path / "copy", tmp_path / "again", cwd=folder).returncode == 0

    dump = kg("export", "nquads", cwd=folder).stdout
    assert kg("export", "nquads", "--store", tmp_path / "again", cwd=folder).stdout == dump


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld"])
def test_every_export_is_the_same_twice(stored, form):
    one, other = (kg("export", form, cwd=stored[0]).stdout for _ in range(2))

    assert one == other
    assert len(one) > 10_000


def test_unknown_formats_are_refused_with_the_known_ones(stored):
    assert "nquads" in failed_with(kg("export", "docx", cwd=stored[0]), 2)
    assert ".svg" in failed_with(kg("render", "obus", "-o", "x.docx", cwd=stored[0]), 2)


def test_render_writes_a_diagram_and_a_page(stored, tmp_path):
    claim = "fabriques d'armes de Corée du Nord tournent à plein régime"
    for name in ("trace.svg", "trace.html"):
        ran = kg("render", claim, "-o", tmp_path / name, cwd=stored[0])
        assert ran.returncode == 0, ran.stderr
        assert "CNN" in (tmp_path / name).read_text("utf-8")


def test_remove_takes_a_document_out_and_ingest_brings_it_back(stored, tmp_path):
    kg("backup", tmp_path / "kg-store", cwd=stored[0])
    before = kg("export", "nquads", cwd=tmp_path).stdout

    assert kg("remove", "presse.fr", cwd=tmp_path).returncode == 0
    assert "presse.fr" not in kg("export", "nquads", cwd=tmp_path).stdout
    failed_with(kg("remove", "presse.fr", cwd=tmp_path), 2)
    kg("ingest", SEEDS / "presse.fr.jsonl", cwd=tmp_path)

    assert kg("export", "nquads", cwd=tmp_path).stdout == before


PLANTED = {
    "a wrong offset": (
        "http://www.w3.org/ns/oa#start",
        lambda value: pyoxigraph.Literal(int(value.value) + 1),
        "toropets",
    ),
    "an unknown stance": (
        "https://w3id.org/sourcetrace/ns#hasStance",
        lambda _: pyoxigraph.NamedNode("https://w3id.org/sourcetrace/voc#stance-shrugs"),
        "stance",
    ),
    "a missing cue": ("https://w3id.org/sourcetrace/ns#hasCueSpan", lambda _: None, "cue"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_validate_reports_a_planted_fault_with_document_and_place(stored, tmp_path, fault):
    predicate, changed, word = PLANTED[fault]
    kg("backup", tmp_path / "kg-store", cwd=stored[0])
    quads = pyoxigraph.Store(str(tmp_path / "kg-store" / "quads"))
    quad = min(quads.quads_for_pattern(None, pyoxigraph.NamedNode(predicate), None, None), key=str)
    quads.remove(quad)
    if (value := changed(quad.object)) is not None:
        quads.add(pyoxigraph.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    quads.flush()
    del quads
    shutil.rmtree(tmp_path / "kg-store" / "snapshots")

    ran = kg("validate", "--json", cwd=tmp_path)

    failed_with(ran, 1)
    report = json.loads(ran.stdout)
    assert not report["conforms"]
    assert any(word in f["message"].casefold() + f["doc_id"] for f in report["findings"])
    assert all(f["doc_id"] and f["start"] is not None for f in report["findings"])
