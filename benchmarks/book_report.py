"""The whole journey as a PDF of 200 pages: is its time linear, does the window answer?

The window asks for the book as a learner does, in the background. While it is written,
a timer of the window's own thread notes how long it had to wait for its turn.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer  # after the platform
from PySide6.QtWidgets import QApplication

from benchmarks.table import Row
from benchmarks.window import Window
from tests.sample_season import make_season
from tracker.app.child import run_command
from tracker.app.running import make_application

_APPLICATIONS: list[QApplication] = []  # kept, or Qt would end with it
_PAGE = re.compile(rb"\n/Type /Page\n")
SHORT, LONG = (52, 3), (52, 11)  # weeks, entries a day
_TICK = 5  # milliseconds
_PATIENCE = 300  # seconds


class Writing:
    """Writes a book from a window, and notes the longest wait of its thread."""

    def __init__(self, window: Window, folder: Path) -> None:
        """Write the book of this window's folder into another folder."""
        self._window, self._file = window, folder / "book.pdf"
        self._last = 0.0
        self.longest = 0.0

    def run(self) -> tuple[float, int]:
        """Return the seconds it took and the number of pages."""
        words = ["report", "book", "--as", "pdf", "--force", "--progress"]
        work = partial(run_command, self._window.folder, words, self._file)
        timer = QTimer()
        timer.timeout.connect(self._on_tick)
        timer.start(_TICK)
        begin = self._last = time.perf_counter()
        task = self._window.journeying.run_task(work)
        ended: list[int] = []
        task.finished.connect(lambda: ended.append(1))
        while not ended and time.perf_counter() - begin < _PATIENCE:
            QApplication.processEvents()
            time.sleep(0.001)
        timer.stop()
        seconds = time.perf_counter() - begin
        return seconds, len(_PAGE.findall(self._file.read_bytes()))

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def measure(rounds: int = 3) -> list[Row]:
    """Return the time of a page in a long book, and the waits of the window."""
    if QApplication.instance() is None:
        _APPLICATIONS.append(make_application())
    ratios, waits, seconds, pages = [], [], [], 0
    for _ in range(rounds):
        short, short_pages, _ = _book(*SHORT)
        long, pages, wait = _book(*LONG)
        ratios.append((long / pages) / (short / short_pages))
        waits.append(1000 * wait)
        seconds.append(long)
    return [
        _row(f"a page of a book of {pages} pages, time", 1.5, ratios, "× short book"),
        _row("the longest wait of the window meanwhile", 100, waits, "ms"),
        _row(f"a book of {pages} pages, from asking to the file", None, seconds, "s"),
    ]


def _let_it_settle() -> None:
    """Wait until what a window does after its first picture is over."""
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def _row(name: str, limit: float | None, values: list[float], unit: str) -> Row:
    return Row(name, limit, median(values), min(values), max(values), unit)


def _book(weeks: int, entries_a_day: int) -> tuple[float, int, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        make_season(folder, weeks, entries_a_day)
        window = Window(folder)
        _let_it_settle()
        writing = Writing(window, Path(name))
        seconds, pages = writing.run()
        window.close()
    return seconds, pages, writing.longest
