"""The notebooks run from top to bottom, and are kept without their outputs."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS_PER_CELL = 60


def name_of(path):
    return path.stem


def test_there_is_a_notebook_to_begin_with():
    assert NOTEBOOKS


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

    printed = [o for c in notebook.cells for o in c.get("outputs", ()) if o.output_type != "error"]
    assert printed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_it_is_kept_without_outputs_and_counts(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]

    kept = [c for c in cells if c.get("outputs") or c.get("execution_count")]
    assert kept == []
