"""From start to the road painted, and to the first check-off, against a bare window.

Each run is a whole process of its own, the two kinds in turn; the figure is the median
of the ratios of neighbours. Off screen, so that no display server is measured with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.table import Row, render
from tracker.domain.edit import State
from tracker.workspace import Workspace, bundled_content

ROOT = Path(__file__).resolve().parents[1]
PEAK = """
def peak():
    # Of this program alone: what getrusage says includes the one that started it.
    try:
        with open("/proc/self/status") as status:
            return next(line.split()[1] for line in status if line.startswith("VmHWM"))
    except OSError:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    now = time.monotonic()
    print(now, peak())
    application.quit()
application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
OURS = """
import gc, sys, time
gc.disable()  # as tracker.__main__ does, before it imports what is imported here
from tracker.__main__ import main
from tracker.app import load_qt
load_qt()  # as tracker.app does
from pathlib import Path
from PySide6.QtCore import QTimer
from tracker.app import running, session
from tracker.ui.journey.road_view import RoadView
folder, until = Path(sys.argv[1]), sys.argv[2]
paint, start = RoadView.paintEvent, session.Session.start
state = {}
def painted(self, event):
    paint(self, event)
    if "painted" not in state:
        state["painted"] = True
        QTimer.singleShot(0, next_step)
def started(self):
    state["session"] = self
    start(self)
def end():
    now = time.monotonic()
    from PySide6.QtWidgets import QApplication
    print(now, peak())
    QApplication.quit()
def next_step():
    from PySide6.QtWidgets import QApplication
    if until == "painted":
        end()
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    journeying = state["session"].journeying
    journeying.current.changed.connect(lambda *_: end())
    QTest.keyClick(journeying.page.panel.skills, Qt.Key.Key_Space)
RoadView.paintEvent = painted
session.Session.start = started
main(["--data", str(folder)])
"""


def measure(rounds: int = 15) -> list[Row]:
    """Return start to painted, start to the first check-off, and peak memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder)
        runs: dict[str, list[tuple[float, float]]] = {
            "bare": [],
            "painted": [],
            "done": [],
        }
        for number in range(rounds + 1):
            for kind, figures in runs.items():
                each = _run(kind, folder)
                if number:  # the first round warms the caches up
                    figures.append(each)
    rows = []
    for kind, text, limit in (
        ("painted", "start to the road painted, wall", 1.5),
        ("done", "start to the first accepted check-off, wall", 3.2),
    ):
        ratios = [a[0] / b[0] for a, b in zip(runs[kind], runs["bare"], strict=True)]
        rows.append(
            Row(text, limit, median(ratios), min(ratios), max(ratios), "× bare")
        )
    ratios = [a[1] / b[1] for a, b in zip(runs["done"], runs["bare"], strict=True)]
    text = "peak memory after the first check-off"
    rows.append(Row(text, 2.2, median(ratios), min(ratios), max(ratios), "× bare"))
    return rows


def _prepare(folder: Path) -> None:
    workspace = Workspace(folder, _nobody_listens)
    workspace.install_bundled(bundled_content())
    workspace.roadmaps.choose("backend-career")
    first = workspace.store.reader.outline("backend-career").stages[0]
    workspace.learning.set_states(list(first.skills)[:6], State.DONE)
    workspace.close()


def _nobody_listens(_stored: object) -> None:
    """Take an announcement."""


def _run(kind: str, folder: Path) -> tuple[float, float]:
    """Run one process; return its wall time in seconds and its peak memory."""
    script, words = (BARE, []) if kind == "bare" else (OURS, [str(folder), kind])
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # would make every start slow
    begin = time.monotonic()  # the same clock in both processes
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", PEAK + script, *words],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process.stdout as output:
        end, peak = map(float, output.read().split())
    if process.wait():
        message = f"{kind} ended with {process.returncode}"
        raise RuntimeError(message)
    return end - begin, peak


if __name__ == "__main__":
    print(render(measure()))
