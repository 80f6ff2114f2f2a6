"""``python -m tracker …`` as a process of its own, with the real content."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker import __version__

ROOT = Path(__file__).parents[2]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracker", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def loaded_after(words: list[str]) -> set[str]:
    """Return the top-level modules that a command imports."""
    program = (
        "import sys\n"
        "from tracker.__main__ import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> str:
    """Return a data folder that has the bundled roadmaps already."""
    folder = str(tmp_path_factory.mktemp("process") / "data")
    done = run("--data", folder, "done", "git-basics")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_the_version_needs_no_database():
    modules = loaded_after(["--version"])
    assert not {"PySide6", "shiboken6", "sqlalchemy", "alembic", "yaml"} & modules
    assert run("--version").stdout == f"{__version__}\n"


def test_reading_needs_neither_qt_nor_sqlalchemy(prepared):
    modules = loaded_after(["--data", prepared, "status"])
    assert not {"PySide6", "shiboken6", "sqlalchemy", "alembic", "yaml"} & modules


@pytest.mark.parametrize(
    "words",
    [
        ["set", "learning", "git-basics"],
        ["undo"],
        ["doctor"],
        ["backup"],
        ["check", "x"],
    ],
)
def test_nothing_on_the_terminal_needs_qt(prepared, words):
    assert "PySide6" not in loaded_after(["--data", prepared, *words])


def test_the_json_is_json_also_for_a_terminal_without_letters(prepared):
    for environment in ({}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}):
        done = run("--data", prepared, "status", "--json", **environment)
        assert (done.returncode, done.stderr) == (0, "")
        assert len(json.loads(done.stdout)["stages"]) == 7


@pytest.mark.parametrize("environment", [{"LANG": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_plain_terminals_get_every_line(prepared, environment):
    done = run("--data", prepared, "status", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "(git-basics)" in done.stdout


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs bash")
def test_a_reader_that_has_seen_enough_ends_it_quietly(prepared):
    shell = 'set -o pipefail; "$0" -m tracker --data "$1" status | head -1'
    done = subprocess.run(
        ["/bin/bash", "-c", shell, sys.executable, prepared],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode in {0, 1}


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX pipes")
@pytest.mark.parametrize("words", [["status"], ["status", "--json"], ["roadmaps"]])
def test_a_pipe_closed_before_the_first_line_is_no_crash(prepared, words):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "--data", prepared, *words],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("status <&-", 0, ""),
        ("status >&-", 0, ""),
        ("status <&- >&-", 0, ""),
        ("interview junior <&-", 0, ""),
        (
            "note git-basics - <&-",
            1,
            "milepost: The input is closed; nothing was changed.\n",
        ),
    ],
)
def test_a_stream_that_was_closed_before_is_no_crash(prepared, words, code, said):
    done = subprocess.run(
        [
            "/bin/bash",
            "-c",
            f'"$0" -m tracker --data "$1" {words}',
            sys.executable,
            prepared,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_folder_whose_name_is_no_text_works(tmp_path):
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    words = [sys.executable, "-m", "tracker", "--data", folder, "backup"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert Path(os.fsdecode(folder), "milepost.db").is_file()
