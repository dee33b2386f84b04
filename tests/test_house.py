"""What no linter holds: sizes of files and functions, a docstring on every module, one place
for the environment, no path of a machine in what we publish."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 40
BANNED_NAMES = {"utils", "helpers", "common", "core", "base", "manager"}
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def name_of(path):
    return str(path.relative_to(ROOT))


def body_lines(function):
    """Lines of a function without its signature and docstring."""
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_fits_the_house(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTION)]
    long = [f.name for f in functions if body_lines(f) > MOST_LINES_OF_A_FUNCTION]

    assert ast.get_docstring(tree), "a module says in its first line what it is for"
    assert source.count("\n") <= MOST_LINES_OF_A_FILE
    assert not long, f"functions over {MOST_LINES_OF_A_FUNCTION} lines: {long}"
    assert not set(path.relative_to(ROOT).with_suffix("").parts) & BANNED_NAMES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_settings_read_the_environment(path):
    if path == ROOT / "kg" / "settings.py":
        return
    assert not re.search(r"\bos\.(environ|getenv)\b", path.read_text(encoding="utf-8"))


def test_type_ignores_stay_rare_and_name_their_code():
    lines = [line for path in MODULES for line in path.read_text(encoding="utf-8").splitlines()]
    ignored = [line for line in lines if "type: ignore" in line]

    assert all("type: ignore[" in line for line in ignored)
    assert len(ignored) <= 1 + len(lines) // 1000
