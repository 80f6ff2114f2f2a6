"""What is left behind by a run, and what tells that one is under way."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tracker.logs import RunMarker, is_running, log_file, running_window
from tracker.paths import log_folder

DEAD = 4_194_303  # above what Linux gives out by default


@pytest.fixture
def logs(tmp_path):
    folder = log_folder(tmp_path)
    folder.mkdir()
    return folder


@pytest.fixture
def started():
    """Start a process that sleeps, with words of its own."""
    children = []

    def start(*words):
        script = "import time; print(flush=True); time.sleep(60)"
        command = [sys.executable, "-c", script, *words]
        child = subprocess.Popen(command, stdout=subprocess.PIPE)
        children.append(child)
        child.stdout.readline()
        return child.pid

    yield start
    for child in children:
        child.kill()
        child.communicate()


@pytest.fixture
def marked(logs):
    """Run a marker, and end it."""
    markers = []

    def mark():
        markers.append(RunMarker(logs))
        return markers[-1]

    yield mark
    for marker in markers:
        marker.end()


ODD = ["9" * 20, "9" * 200, "0", "-1", "", "x", "\N{ARABIC-INDIC DIGIT THREE}" * 20]


class TestMarker:
    def test_a_clean_end_leaves_nothing(self, logs, marked):
        marker = marked()
        assert [path.name for path in logs.iterdir()] == [f"running-{os.getpid()}.txt"]
        marker.end()
        assert list(logs.iterdir()) == []

    def test_what_a_dead_run_left_becomes_a_report_with_the_log(self, logs, marked):
        (logs / f"running-{DEAD}.txt").write_text("It was so.\n", encoding="utf-8")
        log_file(logs).write_text("the last line", encoding="utf-8")
        report = marked().report
        assert report.name.startswith("crash-")
        text = report.read_text(encoding="utf-8")
        assert text.startswith("It was so.")
        assert text.endswith("the last line")

    @pytest.mark.parametrize("number", ODD)
    def test_an_odd_number_is_of_no_living_run(self, logs, marked, number):
        (logs / f"running-{number}.txt").touch()
        marker = marked()
        assert marker.report.exists()
        assert (logs / f"running-{os.getpid()}.txt").exists()

    @pytest.mark.skipif(os.name == "nt", reason="not asked there")
    def test_a_living_run_keeps_its_marker(self, logs, marked, started):
        path = logs / f"running-{started('milepost')}.txt"
        path.touch()
        assert marked().report is None
        assert path.exists()

    def test_a_report_that_cannot_be_renamed_is_no_obstacle(
        self, logs, marked, monkeypatch
    ):
        left = logs / f"running-{DEAD}.txt"
        left.touch()
        monkeypatch.setattr(Path, "replace", _refused)
        assert marked().report is None
        assert left.exists()
        assert (logs / f"running-{os.getpid()}.txt").exists()

    def test_a_report_that_cannot_be_written_is_no_obstacle(self, logs, marked):
        left = logs / f"running-{DEAD}.txt"
        left.mkdir()
        log_file(logs).touch()
        assert marked().report.is_dir()
        assert (logs / f"running-{os.getpid()}.txt").exists()

    def test_a_moment_that_is_none_is_no_obstacle(self, logs, marked, monkeypatch):
        left = logs / f"running-{DEAD}.txt"
        left.touch()
        monkeypatch.setattr("tracker.logs.datetime", Timeless)
        assert marked().report is None
        assert (logs / f"running-{os.getpid()}.txt").exists()

    def test_old_reports_go_and_one_that_cannot_go_stays(self, logs, marked):
        for day in range(10, 25):
            (logs / f"crash-202601{day}-120000-7.txt").touch()
        stuck = logs / "crash-20250101-120000-7.txt"
        stuck.mkdir()
        marked()
        assert len(list(logs.glob("crash-*.txt"))) == 11
        assert stuck.exists()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_marker_on_a_full_disk_is_no_obstacle(self, logs, marked, monkeypatch):
        own = logs / f"running-{os.getpid()}.txt"
        monkeypatch.setattr("tracker.logs._report_left_over", lambda _: None)
        own.symlink_to("/dev/full")
        marker = marked()
        marker.end()
        assert not own.is_symlink()

    def test_a_log_folder_that_is_a_file_is_no_obstacle(self, tmp_path):
        folder = log_folder(tmp_path)
        folder.touch()
        RunMarker(folder).end()
        assert folder.is_file()


class Timeless(datetime):
    @classmethod
    def fromtimestamp(cls, *_):
        raise OverflowError("no such year")


def _refused(*_):
    raise PermissionError("no")


@pytest.mark.skipif(os.name == "nt", reason="the system itself refuses there")
class TestRunningWindow:
    def test_nobody_in_a_folder_that_is_not_there(self, tmp_path):
        assert running_window(tmp_path / "none") is None

    @pytest.mark.parametrize("place", ["logs/running-{}.txt", "window.lock"])
    def test_a_living_window_is_found(self, tmp_path, logs, started, place):
        pid = started("milepost")
        (tmp_path / place.format(pid)).write_text(f"{pid}\npython\nhost\n")
        assert running_window(tmp_path) == pid

    @pytest.mark.parametrize("place", ["logs/running-{}.txt", "window.lock"])
    @pytest.mark.parametrize("number", [*ODD, DEAD, "our own"])
    def test_what_is_no_living_window_is_not(self, tmp_path, logs, place, number):
        number = os.getpid() if number == "our own" else number
        (tmp_path / place.format(number)).write_text(f"{number}\n", encoding="utf-8")
        assert running_window(tmp_path) is None

    def test_damaged_places_name_nobody(self, tmp_path):
        log_folder(tmp_path).touch()
        (tmp_path / "window.lock").mkdir()
        assert running_window(tmp_path) is None

    @pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
    def test_a_number_that_another_program_has_now_is_no_window(self, started):
        assert not is_running(started("something else"))
        assert is_running(started("/usr/bin/milepost"))
        assert is_running(started("-m", "tracker"))
