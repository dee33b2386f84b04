"""What the pages tell the reader to type is typed, and what they show is what is printed."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

HOWTOS = [
    "ingest-your-texts",
    "ask-in-sparql",
    "use-from-python",
    "draw-and-share",
    "trace-across-documents",
    "review-judgements",
    "use-an-llm",
]
EXTRACTOR = Path(__file__).parents[2] / "docs" / "howto" / "add-an-extractor.md"


def test_the_tutorial_happens_as_told(follow):
    follow("tutorial/first-trace.md")


# rdflib 7 calls a property of its own that it has deprecated.
@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
@pytest.mark.parametrize("page", HOWTOS)
def test_every_session_of_the_how_to_happens_as_told(follow, page):
    follow(f"howto/{page}.md")


def test_the_extractor_of_the_how_to_is_found_and_reads(follow, blocks_of, workplace, monkeypatch):
    """It is installed as an installer would: a module, and a file that says what it adds."""
    (declared,) = (tomllib.loads(b.text) for b in blocks_of(EXTRACTOR) if b.language == "toml")
    project = declared["project"]
    added = workplace / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    added.mkdir()
    lines = [
        f"[{group}]\n" + "\n".join(f"{name} = {where}" for name, where in points.items())
        for group, points in project["entry-points"].items()
    ]
    (added / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    (added / "METADATA").write_text(f"Name: {project['name']}\nVersion: 1.0\n", "utf-8")
    monkeypatch.syspath_prepend(workplace)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(workplace), *sys.path]))

    follow("howto/add-an-extractor.md")

    sys.modules.pop("house_transcripts")


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [
        ("one\ntwo\nthree", True),
        ("one\n…\nthree", True),
        ("one\nt…\nthree", True),
        ("…\ntwo\n…", True),
        ("one\nthree", False),
        ("one\ntwo", False),
        ("two\nthree", False),
        ("one\n…\nfour", False),
    ],
)
def test_a_shortened_output_must_say_where_it_is_shortened(difference_between, shown, agrees):
    printed = ["one", "two", "", "three"]

    assert (difference_between(shown.splitlines(), printed) is None) == agrees
