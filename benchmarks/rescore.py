"""500 kept adverts are scored again after a check-off: does the window miss a frame?

A timer of the window's own thread notes how long it had to wait for its turn, from when
a check-off is stored until every score is current and painted. Storing it is a figure
of its own, with or without adverts: ``python -m benchmarks window``.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer  # after the platform
from PySide6.QtWidgets import QApplication

from benchmarks.table import Row
from benchmarks.window import Window
from tracker.app.career.page import show_career
from tracker.app.running import make_application
from tracker.domain.edit import State
from tracker.interchange.posting_files import read_posting_file
from tracker.services.postings import NewPosting
from tracker.workspace import DEFAULT_ROADMAP, Workspace, bundled_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_APPLICATIONS: list[QApplication] = []  # kept, or Qt would end with it
ADVERTS = Path(__file__).parent / "postings"
POSTINGS = 500
SKILL = "skill:python"  # most adverts name it
FRAME = 16  # milliseconds
_PATIENCE = 120  # seconds


class Watching:
    """Notes the longest wait of the window's thread, and its longest work meanwhile."""

    def __init__(self) -> None:
        """Begin at once."""
        self.longest = self.busiest = 0.0
        self._worked = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._last = time.perf_counter()

    def stop(self) -> float:
        """Return the longest wait in seconds."""
        self._timer.stop()
        return self.longest

    def _on_tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, worked - self._worked)
        self._last, self._worked = now, worked


def measure(rounds: int = 20) -> list[Row]:
    """Return the longest waits after a check-off, with 500 adverts and without."""
    if QApplication.instance() is None:
        _APPLICATIONS.append(make_application())
    waits, works, times, checks, reading, turns = _waits(POSTINGS, rounds)
    alone, *_ = _waits(1, rounds)
    many = f"{POSTINGS} adverts"
    return [
        _row(f"{many} scored again after a check-off, the longest wait", FRAME, waits),
        _row("the processor's time of the longest turn among these", FRAME, works),
        _row("the longest wait with one advert, which is shown", None, alone),
        _row(f"until all {many} have their scores, from the check-off", None, times),
        _row("the check-off itself, as it is without adverts", None, checks),
        _row(f"{many} read for the first time, the longest wait", None, reading),
        _row("the processor's time of the longest turn while they are", None, turns),
    ]


def _row(name: str, limit: float | None, seconds: list[float]) -> Row:
    values = [1000 * each for each in seconds]
    return Row(name, limit, median(values), min(values), max(values), "ms")


def _waits(number: int, rounds: int) -> tuple[list[float], ...]:
    """Return waits, work, times until all is current, check-offs; then a first reading.

    Of the first reading: the longest wait, and the longest turn's processor time.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder, number)
        window = Window(folder)
        _wait(lambda: False, seconds=2)  # what a window does after its first picture
        gc.freeze()  # as `Session.settle` does in a program that `__main__` started
        section = window.journeying.career.section("postings")
        _wait(lambda: False, seconds=0.5)
        watching = Watching()
        show_career(window.journeying, "postings")
        scores = section.scoring.scores

        def current() -> bool:
            return not scores.unread() and scores.is_current

        _wait(current)
        reading, turn = watching.stop(), watching.busiest
        _wait(lambda: False, seconds=0.5)
        waits, works, times, checks = [], [], [], []
        for each in range(rounds):
            state = State.TODO if each % 2 else State.DONE
            begin = time.perf_counter()
            window.journeying.commands.set_state(SKILL, state)
            stored = time.perf_counter()
            watching = Watching()
            _wait(current)
            times.append(time.perf_counter() - begin)
            checks.append(stored - begin)
            _wait(lambda: False, seconds=0.05)  # and what is painted after it
            waits.append(watching.stop())
            works.append(watching.busiest)
        window.close()
    return waits, works, times, checks, [reading], [turn]


def _wait(until: Callable[[], bool], seconds: float = _PATIENCE) -> None:
    """Let the window do what is due."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and not until():
        QApplication.processEvents()


def _fill(folder: Path, number: int) -> None:
    """Make a data folder with so many adverts."""
    workspace = Workspace(folder, lambda _stored: None)
    workspace.install_bundled(bundled_content())
    workspace.roadmaps.choose(DEFAULT_ROADMAP)
    workspace.use_cases.postings.add_all(list(_adverts(number)))
    workspace.close()


def _adverts(number: int) -> Iterator[NewPosting]:
    """Return so many adverts, each with a text of its own."""
    texts = [
        read_posting_file(path)[0].text
        for path in sorted(ADVERTS.glob("tuning/*"))
        if path.suffix != ".yaml"
    ]
    for n in range(number):
        text = texts[n % len(texts)]
        yield NewPosting(f"{text}\n\nPython, reference {n}", f"Advert {n}")
