"""What ships is what the markup says, and holds what the datasheet promises."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from corpus import duplicates, figures, markup

from kg import corpus

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "seeds" / "corpus"
LANGUAGES = corpus.LANGUAGES


@pytest.fixture(scope="module")
def passages():
    """All passages by the part they are in (``fr.train`` …)."""
    import build_corpus  # noqa: PLC0415 - a script, found by the path set in conftest

    return build_corpus.parts()


def test_the_gold_files_are_those_of_the_markup_and_no_passage_breaks_a_rule():
    command = [sys.executable, ROOT / "scripts" / "build_corpus.py", "build", "--check"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_table_of_the_datasheet_is_what_is_counted(passages):
    assert figures.datasheet(passages) in (CORPUS / "README.md").read_text("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_author_run_is_in_two_parts(lang):
    drawn = tomllib.loads((CORPUS / "splits.toml").read_text("utf-8"))[lang]
    runs = [run for part in drawn.values() for run in part]
    written = {path.stem[-2:] for path in (CORPUS / "markup" / lang).iterdir()}

    assert len(runs) == len(set(runs))
    assert set(runs) == written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_what_was_promised(passages, lang):
    whole = figures.figures(
        [p for name, part in passages.items() for p in part if name[:2] == lang]
    )
    share = {name: count / whole["attributions"] for name, count in whole.items()}

    assert whole["passages"] >= 250
    assert whole["attributions"] >= 2_000
    assert share["nested"] >= 0.15
    assert share["depth 2 or more"] >= 0.05
    assert share["denies or declines"] >= 0.08
    assert share["pronoun or short form"] >= 0.20
    assert share["unnamed"] >= 0.10
    assert share["discontinuous content"] >= 0.10
    assert whole["sentences without attribution"] >= 2_000


def test_a_passage_reworded_with_other_names_would_be_seen(passages):
    one = passages["en.train"][0]
    other = markup.Passage("en-99-01", {}, one.text.replace("Alice", "Berta"))

    assert duplicates.across({"en.train": [one], "en.test": [other]})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("part", corpus.PARTS)
def test_every_part_is_loaded_with_its_attributions(lang, part):
    loaded = list(corpus.load(lang, part))

    assert len(loaded) == len(corpus.records(lang, part)) > 50
    for document, attributions in loaded:
        for attribution in attributions:
            assert attribution.content[0].of(document.text)


def test_a_part_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="'de'"):
        corpus.records("de", "train")
