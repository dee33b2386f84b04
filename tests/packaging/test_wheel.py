"""The wheel carries everything that a user without a checkout needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("ontology", "queries", "seeds")
READS_FROM_ZIP = """
import sys
sys.path.insert(0, sys.argv[1])
from kg import resources
folder = resources.folder("queries")
names = sorted(str(p.name) for sub in folder.iterdir() if sub.is_dir() for p in sub.iterdir())
assert sys.argv[1] in str(folder), folder
print("\\n".join(names))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (built,) = target.glob("sourcetrace-*.whl")
    return built


def tracked(folder):
    listed = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {name for name in listed.stdout.splitlines() if not name.startswith(".")}


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_every_file_of_the_shipped_folders(wheel, folder):
    held = set(zipfile.ZipFile(wheel).namelist())

    missing = {name for name in tracked(folder) if f"kg/_data/{name}" not in held}

    assert tracked(folder)
    assert not missing


def test_the_wheel_holds_the_data_files_beside_the_modules(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())

    assert tracked("kg") - held == set()
    assert "kg/py.typed" in held


def test_the_wheel_holds_no_tests_and_no_foreign_texts(wheel):
    held = zipfile.ZipFile(wheel).namelist()

    assert not [name for name in held if name.startswith(("tests/", "benchmarks/"))]


def test_queries_are_read_from_the_zip_outside_a_checkout(wheel, tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", READS_FROM_ZIP, str(wheel)],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 0, ran.stderr
    expected = {Path(name).name for name in tracked("queries") if name.endswith(".rq")}
    assert expected <= set(ran.stdout.split())
