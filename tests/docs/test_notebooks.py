"""The notebooks run from top to bottom, leave nothing behind, and are kept without outputs."""

import json
import os
import shutil
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS_PER_CELL = 60


def name_of(path):
    return path.stem


def test_there_are_notebooks_to_begin_with_and_to_go_on_with():
    assert [path.stem for path in NOTEBOOKS][:3] == [
        "01-quickstart",
        "02-provenance-of-a-story",
        "03-bring-your-own-corpus",
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_it_runs_in_a_folder_of_its_own(path, tmp_path):
    shutil.copy(path, tmp_path)
    notebook = nbformat.read(tmp_path / path.name, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
    )

    client.execute()

    outputs = [o for c in notebook.cells for o in c.get("outputs", ())]
    assert outputs
    assert [o for o in outputs if o.get("name") == "stderr"] == []
    shown = json.dumps(outputs, ensure_ascii=False)
    places = (str(ROOT), str(tmp_path), tempfile.gettempdir() + os.sep, str(Path.home()) + os.sep)
    assert [place for place in places if place in shown] == []
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_it_is_kept_without_outputs_and_counts(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]

    kept = [c for c in cells if c.get("outputs") or c.get("execution_count")]
    assert kept == []
