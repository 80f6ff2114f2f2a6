"""The rules of `docs/architecture.md` that no other tool checks."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "tracker").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Ways to the data file past SQLite, which would drop its locks without a word.
PAST_SQLITE = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "copy_file",
    "truncate",
}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{a.name}" for a in node.names}
    return names


def calls_past_sqlite(tree: ast.Module) -> list[int]:
    """Return the lines that open, read or write a file other than through SQLite."""
    lines = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = getattr(called, "id", getattr(called, "attr", ""))
        owner = getattr(getattr(called, "value", None), "id", "")
        if name in PAST_SQLITE and owner != "os":
            lines.append(node.lineno)
    return lines


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_is_something_to_look_at():
    assert len(SOURCES) > 40


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_and_functions_stay_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    long = [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(parsed(path))
        if isinstance(node, FUNCTIONS)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if "db" in p.relative_to(ROOT).parts], ids=name_of
)
def test_the_data_file_is_touched_by_sqlite_alone(path):
    tree = parsed(path)
    assert calls_past_sqlite(tree) == []
    assert not {"shutil", "io", "mmap"} & imported(tree)


@pytest.mark.parametrize(
    "line",
    [
        "open(path)",
        "path.open('rb')",
        "io.open(p)",
        "path.read_bytes()",
        "p.write_text('')",
    ],
)
def test_the_lint_of_the_data_file_bites(line):
    assert calls_past_sqlite(ast.parse(line)) == [1]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_there_is_one_sqlite_in_the_process(path):
    banned = ("PySide6.QtSql", "pysqlite3", "apsw")
    assert not [name for name in imported(parsed(path)) if name.startswith(banned)]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_only_the_room_of_the_database_speaks_sqlite(path):
    if "db" in path.relative_to(ROOT).parts:
        return
    names = imported(parsed(path))
    assert not {"sqlalchemy", "alembic"} & {name.partition(".")[0] for name in names}
    assert "sqlite3.connect" not in names | {
        ast.unparse(node)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
    }


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_the_rules_know_no_clock_and_no_file(path):
    if "domain" not in path.relative_to(ROOT).parts:
        return
    tree = parsed(path)
    asked = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert asked == []
    assert not {"os", "pathlib", "time", "random", "sys"} & imported(tree)


def test_imports_only_point_down():
    """Run the contracts of `pyproject.toml`, without their cache."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "No module named 'importlinter'" in done.stderr:
        pytest.skip("import-linter is not installed")
    assert done.returncode == 0, done.stdout + done.stderr
