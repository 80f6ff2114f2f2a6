"""One check-off in the running window: against raw sqlite3, and at scale.

Everything here runs in one process, variant after variant in turn, so that the
machine's moods fall on all of them alike.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # after the platform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.data import big_roadmap, fill_log
from benchmarks.table import Row, render
from tracker.app.running import make_application
from tracker.app.session import Session
from tracker.db.connection import FOREIGN_KEYS, PRAGMAS
from tracker.db.data_file import NAME
from tracker.paths import log_folder, preferences_file
from tracker.ui.preferences import Preferences
from tracker.ui.single_instance import SingleInstance
from tracker.workspace import Workspace, bundled_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.edit import StoredEdit

ROOT = Path(__file__).resolve().parents[1]
_APPLICATIONS: list[QApplication] = []  # kept, or Qt would end with it


class Window:
    """A window on a data folder of its own, driven by keys."""

    def __init__(self, folder: Path) -> None:
        """Open the window and show the stage where the learner stands."""
        self.folder = folder
        self.instance = SingleInstance(folder)
        self.instance.acquire()
        preferences = Preferences(preferences_file(folder))
        self.session = Session(
            folder, preferences, log_folder(folder), instance=self.instance
        )
        self.session.start()
        self.session.window.resize(1440, 900)
        self.session.window.show()
        settle()
        self.journeying = self.session.journeying
        self.table = self.journeying.page.panel.skills
        self.table.setFocus()
        self.last: StoredEdit | None = None
        self.journeying.current.changed.connect(self._on_changed)
        settle()

    def _on_changed(self, stored: StoredEdit, _stages: frozenset[int]) -> None:
        self.last = stored

    def check_off(self) -> float:
        """Press Space once; return the seconds until committed and repainted."""
        begin = time.perf_counter()
        QTest.keyClick(self.table, Qt.Key.Key_Space)
        settle()
        return time.perf_counter() - begin

    def cpu_of_check_offs(self, number: int) -> float:
        """Press Space so many times; return the processor seconds of each."""
        begin = time.process_time()
        for _ in range(number):
            self.check_off()
        return (time.process_time() - begin) / number

    def close(self) -> None:
        """Close the window."""
        self.session.window.close()
        self.session.end()
        self.instance.release()


class RawWindow:
    """The same window, whose Space key runs the same statements through raw sqlite3."""

    def __init__(self, window: Window, folder: Path) -> None:
        """Take the statements of one check-off from the window's own connection."""
        self._window = window
        self._statements = traced(window)
        self.connection = sqlite3.connect(folder / NAME, isolation_level=None)
        window.journeying.workspace.store.connection.backup(self.connection)
        for pragma in (*PRAGMAS, FOREIGN_KEYS):
            self.connection.execute(pragma)
        self._number = 0
        self._seq = 0 if window.last is None else window.last.seq

    def check_off(self) -> float:
        """Do what Space does, from key press to committed and repainted."""
        self._number += 1
        mine = [_fresh(each, self._seq, self._number) for each in self._statements]
        begin = time.perf_counter()
        for statement in mine:
            self.connection.execute(statement).fetchall()
        window = self._window
        window.journeying.current.changed.emit(window.last, frozenset({0}))
        settle()
        return time.perf_counter() - begin


def settle() -> None:
    """Let everything that is due be painted."""
    for _ in range(3):
        QApplication.processEvents()


def traced(window: Window) -> list[str]:
    """Return the statements of one check-off, with their values."""
    connection = window.journeying.workspace.store.connection
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    window.check_off()
    connection.set_trace_callback(None)
    begin, end = statements.index("BEGIN IMMEDIATE"), statements.index("COMMIT")
    return statements[begin : end + 1]


def _fresh(statement: str, seq: int, number: int) -> str:
    """Return a statement of check-off ``seq`` as the one ``number`` later has it.

    The numbers of an edit, its step and the oldest step grow by one each time; its
    identifier ends in the number, so that a row of its own is written.
    """
    statement = re.sub(
        r"'([0-9a-f]{8}-[0-9a-f-]{14}-)[0-9a-f]{12}'",
        lambda found: f"'{found.group(1)}{number:012d}'",
        statement,
    )
    statement = re.sub(rf"\b{seq}\b", str(seq + number), statement)
    return re.sub(
        r"position <= (-?\d+)",
        lambda found: f"position <= {int(found.group(1)) + number}",
        statement,
    )


@contextmanager
def folder_with(roadmap: str, edits: int = 0) -> Iterator[Path]:
    """Return a data folder that follows a roadmap, with a log of so many edits."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = Workspace(folder, _nobody_listens)
        workspace.install_bundled(bundled_content())
        if roadmap != "backend-career":
            workspace.roadmaps.add(big_roadmap(), "-")
        workspace.roadmaps.choose(roadmap)
        workspace.close()
        if edits:
            fill_log(folder / NAME, edits)
        yield folder


def measure(rounds: int = 150, log: int = 1_000_000) -> list[Row]:
    """Return every ratio of a check-off in the window."""
    if QApplication.instance() is None:
        _APPLICATIONS.append(make_application())
    return [
        *against_raw(rounds),
        *with_a_long_log(rounds, log),
        *in_a_large_roadmap(rounds),
    ]


def against_raw(rounds: int) -> list[Row]:
    """Return a check-off against the same statements through raw sqlite3."""
    with folder_with("backend-career") as folder, tempfile.TemporaryDirectory() as raw:
        window = Window(folder)
        other = RawWindow(window, Path(raw))
        pairs = []
        for number in range(rounds + 10):
            pair = window.check_off(), other.check_off()
            if number >= 10:  # the first ones warm up
                pairs.append(pair)
        other.connection.close()
        window.close()
    ours, theirs = zip(*pairs, strict=True)
    ratios = sorted(a / b for a, b in pairs)
    tenth = len(ratios) // 10
    row = Row(
        "one check-off, key to committed and repainted, p50",
        1.5,
        median(ours) / median(theirs),
        ratios[tenth],
        ratios[-tenth],
        "× raw sqlite3 (spread: 10th to 90th)",
    )
    return [row, *syncs()]


def with_a_long_log(rounds: int, log: int) -> list[Row]:
    """Return a check-off with a log of ``log`` changes against one of 10,000."""
    with (
        folder_with("backend-career", 10_000) as short,
        folder_with("backend-career", log) as long,
    ):
        ratios = _cpu_ratios(Window(long), Window(short), rounds)
    name = f"one check-off with {log:,} changes in the log against 10,000, CPU"
    return [Row(name, 1.4, median(ratios), min(ratios), max(ratios), "× small log")]


def in_a_large_roadmap(rounds: int) -> list[Row]:
    """Return a check-off among 10,000 skills, and opening the largest stage."""
    with folder_with("backend-career") as usual, folder_with("big") as large:
        small, big = Window(usual), Window(large)
        ratios = _cpu_ratios(big, small, rounds)
    name = "one check-off in 10,000 skills and 30 stages against the bundled, CPU"
    return [Row(name, 1.3, median(ratios), min(ratios), max(ratios), "× bundled")]


def _cpu_ratios(first: Window, second: Window, rounds: int) -> list[float]:
    ratios = []
    for number in range(7):
        a = first.cpu_of_check_offs(rounds // 5)
        b = second.cpu_of_check_offs(rounds // 5)
        if number:
            ratios.append(a / b)
    first.close()
    second.close()
    return ratios


def syncs() -> list[Row]:
    """Return the file syncs of a check-off and of raw sqlite3, if strace is there."""
    if shutil.which("strace") is None:
        return []
    ours, raw = (_syncs_of_one(kind) for kind in ("ours", "raw"))
    name = "file syncs of one check-off, counted with strace"
    return [Row(name, raw, ours, ours, ours, "syncs (limit: those of raw sqlite3)")]


def _syncs_of_one(kind: str) -> float:
    """Return the syncs of forty check-offs less those of twenty, by twenty."""
    with folder_with("backend-career") as folder:
        counts = [_count_syncs(kind, number, folder) for number in (20, 40)]
    return (counts[1] - counts[0]) / 20


def _count_syncs(kind: str, number: int, folder: Path) -> int:
    trace = folder / "trace"
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(trace)]
    script = [sys.executable, "-m", "benchmarks.window", kind, str(number), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([*command, *script], check=True, env=environment, cwd=ROOT)
    lines = trace.read_text(errors="replace").splitlines()
    return sum("sync(" in line for line in lines)


def _run_alone(kind: str, number: int, folder: Path) -> None:
    """Do so many check-offs of one kind, for whoever counts their syncs."""
    with tempfile.TemporaryDirectory() as other:
        make_application()
        window = Window(folder)
        raw = RawWindow(window, Path(other)) if kind == "raw" else window
        for _ in range(number):
            raw.check_off()
        window.close()


def _nobody_listens(_stored: object) -> None:
    """Take an announcement."""


if __name__ == "__main__":
    if len(sys.argv) == 4:
        _run_alone(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(render(measure()))
