"""Pages as they are written, and a shell that does what they tell the reader to do.

A page is followed from top to bottom in one folder that holds ``seeds/``. What counts:

- a block marked ``console``: lines after ``$`` are run, the lines below are what they print;
- a block marked ``python``: is run, all of one page in one namespace;
- ``<!-- file: NAME -->`` before a block: the block is the content of that file;
- ``<!-- prints -->`` before a block: what the ``python`` block above printed.

What is shown may be shortened, honestly: a line ``…`` stands for any number of lines, a line
that ends in ``…`` for the beginning of one. ``# exits with N`` after a command says its exit
code where it is not 0. Blocks marked otherwise (``sh``, ``text``, ``toml``) are not run.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli.app import main

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(
    r"(?:<!-- (?P<mark>[^>]*?) -->\n+)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_EXIT = re.compile(r"\s*# exits with (\d+)$")
_SIMPLE = re.compile(r"kg [^|<>;&$`]*")


@dataclass(frozen=True)
class Block:
    language: str
    text: str
    mark: str


@dataclass(frozen=True)
class Step:
    command: str
    shown: tuple[str, ...]

    @property
    def exit_code(self):
        found = _EXIT.search(self.command)
        return int(found[1]) if found else 0

    @property
    def bare(self):
        return _EXIT.sub("", self.command)


def blocks(page):
    return [
        Block(found["language"], found["text"], found["mark"] or "")
        for found in _BLOCK.finditer(page.read_text("utf-8"))
    ]


def steps(block):
    """The commands of a console block, each with the lines shown below it."""
    found = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], ()))
        elif line.startswith("> ") and not found[-1].shown:
            found[-1] = Step(f"{found[-1].command}\n{line[2:]}", ())
        else:
            found[-1] = Step(found[-1].command, (*found[-1].shown, line))
    return found


def difference(shown, printed):
    """How the shown lines, shortened or not, differ from what was printed; None if they agree."""
    shown = [" ".join(line.split()) for line in shown if line.strip()]
    printed = [" ".join(line.split()) for line in printed if line.strip()]
    place, skipping = 0, False
    for line in shown:
        if line == "…":
            skipping = True
            continue
        left = range(place, len(printed) if skipping else min(place + 1, len(printed)))
        found = next((n for n in left if _agree(line, printed[n])), None)
        if found is None:
            return f"not printed: {line!r}"
        place, skipping = found + 1, False
    if not skipping and place < len(printed):
        return f"not shown: {printed[place]!r}"
    return None


def _agree(shown, printed):
    return printed.startswith(shown[:-1].rstrip()) if shown.endswith("…") else shown == printed


class Follower:
    """Follows a page; raises AssertionError where the page tells something else than happens."""

    def __init__(self, folder, capture):
        self.folder = folder
        self.capture = capture
        self.namespace = {"__name__": "__docs__"}
        self.printed = []

    def follow(self, page):
        for block in blocks(page):
            if block.mark.startswith("file: "):
                (self.folder / block.mark.removeprefix("file: ")).write_text(block.text, "utf-8")
            elif block.mark == "prints":
                self._compare(block.text.splitlines(), self.printed, "the python block")
            elif block.language == "console":
                for step in steps(block):
                    self._take(step)
            elif block.language == "python":
                self._run(block.text)

    def _take(self, step):
        is_simple = _SIMPLE.fullmatch(step.bare)
        code, printed = (self._here if is_simple else self._shell)(step.bare)
        assert code == step.exit_code, f"$ {step.command}\nexited with {code}:\n{printed}"
        if step.shown:
            self._compare(step.shown, printed.splitlines(), f"$ {step.command}")

    def _here(self, command):
        """A `kg` command without a process of its own, which takes a tenth of the time."""
        words = subprocess.run(
            ["bash", "-c", f"printf '%s\\0' {command}"], capture_output=True, text=True, check=True
        ).stdout.split("\0")[1:-1]
        self.capture.readouterr()
        code = 0
        try:
            main(words)
        except SystemExit as left:
            code = left.code or 0
        return code, "".join(self.capture.readouterr())

    def _shell(self, command):
        script = f'kg() {{ "{sys.executable}" -m kg "$@"; }}\n{command}\n'
        ran = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        return ran.returncode, ran.stdout

    def _run(self, text):
        self.capture.readouterr()
        exec(compile(text, "<page>", "exec"), self.namespace)
        self.printed = self.capture.readouterr().out.splitlines()

    def _compare(self, shown, printed, what):
        wrong = difference(shown, printed)
        assert wrong is None, f"{what}: {wrong}\n--- printed:\n" + "\n".join(printed)


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """An empty folder with the seeds in it, and no setting of the caller's."""
    for name in [n for n in os.environ if n.startswith("KG_") or n in {"COLUMNS", "FORCE_COLOR"}]:
        monkeypatch.delenv(name)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def follow(workplace, capfd):
    """Does what a page says, given its path below ``docs``."""

    def done(name):
        Follower(workplace, capfd).follow(ROOT / "docs" / name)

    return done


@pytest.fixture(scope="session")
def blocks_of():
    """The blocks of a page, given its path."""
    return blocks


@pytest.fixture(scope="session")
def difference_between():
    """What tells shown lines from printed ones."""
    return difference


@pytest.fixture(scope="session")
def pages():
    """Every page of the documentation, the ones at the top of the repository included."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return [*top, *sorted((ROOT / "docs").rglob("*.md"))]
