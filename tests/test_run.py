"""``run.py`` is the first thing that anybody meets, on whatever machine they have."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN_PY = ROOT / "run.py"

PROGRAM = """
import json, os, sys
print(json.dumps([sys.argv[1:], os.getcwd(), sys.flags.utf8_mode]))
sys.exit(7 if "fail" in sys.argv else 0)
"""

# Starts run.py with an environment that is empty, and packages that only take time.
START = """
import importlib.util, pathlib, sys, time, venv
folder, seconds, *arguments = sys.argv[1:]
spec = importlib.util.spec_from_file_location("run", pathlib.Path(folder, "run.py"))
run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(run)

def install():
    with (run.ROOT / "installs.log").open("a") as log:
        log.write("packages\\n")
    time.sleep(float(seconds))

run.make_environment = lambda: venv.create(run.VENV, symlinks=sys.platform != "win32")
run.install_packages = install
run.missing_library = lambda plugins: ""
sys.exit(run.main(arguments))
"""


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Lay out a checkout with an awkward name and a program that echoes its call."""
    monkeypatch.delenv("MILEPOST_VENV", raising=False)
    folder = tmp_path / "my road ö #1 50%25"
    for name, text in {
        "tools/lock.txt": "one==1\n",
        "tracker/__init__.py": "",
        "tracker/__main__.py": PROGRAM,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(RUN_PY, folder)
    return folder


def load(folder):
    """Import the ``run.py`` of a folder under no name that could be imported again."""
    spec = importlib.util.spec_from_file_location("run_under_test", folder / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(checkout):
    """Load ``run.py`` so that setting up is quick and keeps count of itself."""
    return stand_in(load(checkout))


def stand_in(module):
    module.installs = []
    module.make_environment = lambda: venv.create(module.VENV, symlinks=os.name != "nt")
    module.install_packages = lambda: module.installs.append("packages")
    module.missing_library = lambda plugins: ""
    return module


def start(folder, *arguments, seconds=0.0):
    return subprocess.Popen(
        [sys.executable, "-c", START, str(folder), str(seconds), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=folder.parent,
    )


def installs(folder):
    log = folder / "installs.log"
    return log.read_text(encoding="utf-8").count("packages") if log.exists() else 0


# --- What the reader is told ---


@pytest.mark.parametrize("command", ["python3 run.py", "python3 run.py test"])
def test_readme_shows_the_two_commands(command):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line.strip().split("  ")[0] for line in readme.splitlines()]
    assert command in lines


# --- Python itself ---


def test_an_old_python_can_read_the_file():
    ast.parse(RUN_PY.read_text(encoding="utf-8"), feature_version=(3, 6))


def start_as_old_python(checkout, path):
    pretend = (
        "import runpy, sys; sys.version_info = (3, 6, 15, 'final', 0); "
        "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", pretend, str(checkout / "run.py"), "status", "--json"],
        env={**os.environ, "PATH": str(path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_an_old_python_says_in_one_line_what_is_needed(checkout, tmp_path):
    ended = start_as_old_python(checkout, tmp_path / "no programs")
    assert ended.returncode == 1
    assert ended.stderr.startswith("Milepost needs Python 3.11 or newer; this is 3.6")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="shell scripts stand in for Pythons")
def test_an_old_python_hands_over_to_a_newer_one_that_works(checkout, tmp_path):
    scripts = {
        "python3.13": "exit 127",  # a version manager's stand-in with nothing behind
        "python3.12": 'if [ "$1" != -c ]; then printf "%s\\n" "$@"; fi',
    }
    for name, script in scripts.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    ended = start_as_old_python(checkout, tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [str(checkout / "run.py"), "status", "--json"]


def test_without_venv_the_line_to_type_is_named(run, checkout, monkeypatch):
    real = load(checkout)
    monkeypatch.setattr(real.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(real, "apt_install", lambda _packages: False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install -y python3\S*-venv"):
        real.make_environment()
    assert not real.VENV.exists()


def test_system_packages_are_never_worth_a_password_prompt(run, monkeypatch):
    called = []
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        run.subprocess, "call", lambda command, **_streams: called.append(command) or 1
    )
    assert not run.apt_install("libgl1")
    assert called == [["sudo", "-n", "true"]]


# --- The environment ---


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONDONTWRITEBYTECODE",
        "VIRTUAL_ENV",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_DRY_RUN",
        "QT_PLUGIN_PATH",
    ],
)
def test_settings_that_would_break_the_set_up_are_dropped(run, monkeypatch, name):
    monkeypatch.setenv(name, "1")
    assert name not in run.clean_env()


@pytest.mark.parametrize(
    "name", ["PIP_INDEX_URL", "PIP_FIND_LINKS", "PIP_CERT", "HTTPS_PROXY", "DISPLAY"]
)
def test_mirrors_proxies_certificates_and_the_screen_are_kept(run, monkeypatch, name):
    monkeypatch.setenv(name, "mine")
    assert run.clean_env()[name] == "mine"


def test_the_second_start_installs_nothing(run):
    run.prepare([])
    run.prepare([])
    assert run.installs == ["packages"]


def test_a_changed_lock_is_installed_anew(run):
    run.prepare([])
    (run.VENV / "left over").touch()
    run.LOCK.write_text("one==2\n", encoding="utf-8")
    run.prepare([])
    assert len(run.installs) == 2
    assert not (run.VENV / "left over").exists()


def test_another_kind_of_python_gets_its_own_environment(run, monkeypatch):
    run.prepare([])
    monkeypatch.setattr(run.sysconfig, "get_platform", lambda: "another")
    run.prepare([])
    assert len(run.installs) == 2


def test_a_moved_folder_is_set_up_again(run, checkout):
    run.prepare([])
    moved = stand_in(load(checkout.rename(checkout.with_name("moved"))))
    moved.prepare([])
    assert moved.installs == ["packages"]


def test_a_start_that_was_killed_half_way_is_repaired_by_the_next(checkout):
    with start(checkout, seconds=60) as killed:
        deadline = time.monotonic() + 30
        while not installs(checkout) and time.monotonic() < deadline:
            time.sleep(0.05)
        killed.kill()
    with start(checkout, "status") as after:
        assert after.wait(60) == 0, after.stderr.read()
    assert installs(checkout) == 2


def test_two_starts_at_once_both_succeed_with_one_set_up(checkout):
    with (
        start(checkout, "first", seconds=1) as one,
        start(checkout, "second", seconds=1) as two,
    ):
        assert [one.wait(60), two.wait(60)] == [0, 0]
    assert installs(checkout) == 1


def test_a_folder_of_somebody_elses_is_never_emptied(checkout, tmp_path, monkeypatch):
    precious = tmp_path / "mine" / "thesis.odt"
    precious.parent.mkdir()
    precious.touch()
    monkeypatch.setenv("MILEPOST_VENV", str(precious.parent))
    run = stand_in(load(checkout))
    with pytest.raises(SystemExit, match="new or empty folder"):
        run.prepare([])
    assert list(precious.parent.iterdir()) == [precious]


def test_where_nothing_can_be_written_the_way_out_is_named(
    checkout, tmp_path, monkeypatch
):
    (tmp_path / "file").touch()
    monkeypatch.setenv("MILEPOST_VENV", str(tmp_path / "file" / "venv"))
    run = stand_in(load(checkout))
    with pytest.raises(SystemExit, match="set MILEPOST_VENV"):
        run.prepare([])


@pytest.mark.parametrize(
    ("told", "meaning"),
    [
        ("WARNING: Retrying (Retry(total=4)) after connection broken", "network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "refused"),
        ("ERROR: No matching distribution found for pyyaml==6.0.3", "no ready-made"),
        ("ERROR: [Errno 28] No space left on device", "see above"),
    ],
)
def test_the_reason_why_packages_are_missing_is_said_in_words(run, told, meaning):
    assert meaning in run.why_not_installed(told)


# --- Qt's libraries ---


def without_a_library(run, monkeypatch, *, cured):
    asked = []

    def missing_library(_plugins):
        return "" if asked and cured else "libEGL.so.1: cannot open shared object file"

    monkeypatch.setattr(run, "missing_library", missing_library)
    monkeypatch.setattr(run, "apt_install", lambda names: asked.append(names) or cured)
    run.VENV.mkdir(exist_ok=True)
    return asked


def test_a_missing_library_of_qt_is_installed_where_that_is_allowed(run, monkeypatch):
    asked = without_a_library(run, monkeypatch, cured=True)
    run.prepare_qt(["libqoffscreen"], must=True)
    assert ["libegl1" in names.split() for names in asked] == [True]
    assert run.QT_STAMP.read_text(encoding="utf-8") == "libqoffscreen"


def test_else_the_line_to_type_is_named_and_no_window_is_tried(
    run, monkeypatch, capsys
):
    without_a_library(run, monkeypatch, cured=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: name == "apt-get")
    with pytest.raises(SystemExit):
        run.prepare_qt(["libqoffscreen"], must=True)
    told = capsys.readouterr().err
    assert "libEGL.so.1" in told
    assert "sudo apt-get install -y libgl1" in told


def test_one_of_two_kinds_of_screen_is_enough_for_a_window(run, monkeypatch):
    monkeypatch.setattr(run, "apt_install", lambda _packages: False)
    monkeypatch.setattr(
        run, "missing_library", lambda p: "libxcb-cursor.so.0" if "libqxcb" in p else ""
    )
    run.prepare_qt(["libqoffscreen", "libqxcb", "libqwayland*"], must=True)
    with pytest.raises(SystemExit):
        run.prepare_qt(["libqoffscreen", "libqxcb"], must=True)


def test_a_command_that_needs_no_window_goes_on_without_the_library(run, monkeypatch):
    without_a_library(run, monkeypatch, cured=False)
    run.prepare_qt(["libqoffscreen"], must=False)
    assert not run.QT_STAMP.exists()


def test_a_screen_that_appears_later_is_looked_at_then(run, monkeypatch):
    looked = []
    monkeypatch.setattr(run, "missing_library", lambda p: looked.append(p) or "")
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    run.prepare([])
    monkeypatch.setenv("DISPLAY", ":0")
    run.prepare(["test"])
    run.prepare([])
    run.prepare([])
    assert looked == [["libqoffscreen"], ["libqoffscreen", "libqxcb"]]


# --- The two commands ---


def test_arguments_folder_and_exit_code_pass_through(checkout):
    # A module of the same name where the user happens to be must not be started.
    (checkout.parent / "tracker.py").write_text("1/0", encoding="utf-8")
    with start(checkout, "status", "--json", "fail") as ended:
        told, complaints = ended.communicate(timeout=60)
    assert ended.returncode == 7, complaints
    assert json.loads(told) == [["status", "--json", "fail"], str(checkout.parent), 1]


@pytest.fixture
def tools(run, monkeypatch):
    """Note which tools are called, and let those fail that a test names."""
    monkeypatch.setattr(run, "prepare", lambda _arguments: None)
    tools = {"called": [], "fail": ()}

    def call(command, cwd, env):
        arguments = " ".join(command[4:]).removeprefix("-m ")
        tools["called"].append(arguments)
        tools["env"], tools["cwd"] = env, cwd
        return 3 if arguments.startswith(tools["fail"]) else 0

    monkeypatch.setattr(run.subprocess, "call", call)
    return tools


def test_the_whole_check_ends_with_the_tests(run, tools, capsys):
    assert run.main(["test"]) == 0
    words = [called.split()[0] for called in tools["called"]]
    assert words == ["ruff", "ruff", "mypy", "-c", "pytest"]
    assert "lint_imports" in tools["called"][3]
    told = capsys.readouterr().out
    assert "-- Format ok, Lint ok, Types ok, Layers ok" in told
    assert told.endswith("== Tests\n")


@pytest.mark.parametrize("failing", ["ruff format", "ruff check", "mypy", "pytest"])
def test_one_failure_fails_the_check_and_stops_nothing(run, tools, failing):
    tools["fail"] = (failing,)
    assert run.main(["test"]) == 1
    assert len(tools["called"]) == 5


def test_arguments_after_test_are_for_pytest_alone(run, tools):
    tools["fail"] = ("pytest",)
    assert run.main(["test", "-k", "road"]) == 3
    assert tools["called"] == ["pytest -k road"]


def test_tests_need_no_screen_and_see_no_settings_of_the_users(run, tools, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("MILEPOST_DATA", "my own road")
    run.main(["test"])
    ours = {k: v for k, v in tools["env"].items() if k[:3] in {"QT_", "MIL"}}
    assert ours == {"QT_QPA_PLATFORM": "offscreen"}
    assert tools["env"]["PYTHONPATH"] == tools["cwd"] == str(run.ROOT)
