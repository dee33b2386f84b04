"""The README tells the truth: its session is run, its picture is drawn again."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
SESSION = re.compile(
    r"<!-- tested.*?-->\n```console\n\$ (?P<command>[^\n]+)\n(?P<shown>.*?)```", re.DOTALL
)


def kg(*arguments, cwd):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("KG_", "COLUMNS"))}
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout


def without_trailing_spaces(text):
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@pytest.fixture(scope="module")
def shown_demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    return folder, kg("demo", "--folder", "demo", cwd=folder)


def test_the_session_shows_what_the_command_prints(shown_demo):
    folder, _ = shown_demo
    session = SESSION.search(README.read_text("utf-8"))
    words = re.findall(r'"[^"]*"|\S+', session["command"])

    printed = kg(*[word.strip('"') for word in words[1:]], cwd=folder)

    assert without_trailing_spaces(printed) == without_trailing_spaces(session["shown"])


def test_the_picture_is_the_one_that_the_demo_draws(shown_demo):
    folder, _ = shown_demo

    drawn = (folder / "demo" / "trace.svg").read_text("utf-8")

    assert (ROOT / "docs" / "images" / "trace.svg").read_text("utf-8") == drawn


def test_the_demo_prints_chains_quotes_offsets_interval_and_denial(shown_demo):
    _, printed = shown_demo

    for needed in (
        "[1, 2]",
        "[1, 5]",
        "“signale” [109, 116)",
        "disputes it",
        "trace.html",
        "conforms",
    ):
        assert needed in printed
