"""Opening the largest stage of a roadmap of 10,000 skills, against an empty window.

Whole processes in turn: one shows an empty window, the other a window with the list of
that stage (1,260 skills in 32 groups), read from the data file. Both import the same
modules, which a running Milepost has loaded long before a stage is opened.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.table import Row
from benchmarks.window import folder_with

ROOT = Path(__file__).resolve().parents[1]
CHILD = """
import sys, time
begin = time.monotonic()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from pathlib import Path
from tracker.db.data_file import DataFile
from tracker.ui.journey.item_table import ItemTable
from tracker.ui.journey.rows import skill_rows
application = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    print(time.monotonic() - begin)
    application.quit()
window = Window()
window.resize(1440, 900)
if sys.argv[1] == "list":
    reader = DataFile(Path(sys.argv[2])).reader
    table = ItemTable("Skills")
    table.show_rows(tuple(skill_rows(reader.stage("big", 0))), reader.progress())
    window.setCentralWidget(table)
window.show()
application.exec()
"""
"""The child: an empty window, or one with the list."""


def measure(rounds: int = 11) -> list[Row]:
    """Return the ratio of the two, wall time from the first import to painted."""
    with folder_with("big") as folder:
        pairs = []
        for number in range(rounds + 1):
            pair = _run("list", folder), _run("empty", folder)
            if number:
                pairs.append(pair)
    ratios = [a / b for a, b in pairs]
    name = "opening the largest stage list (1,260 of 10,000 skills), wall"
    return [Row(name, 1.4, median(ratios), min(ratios), max(ratios), "× empty window")]


def _run(kind: str, folder: Path) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = str(ROOT)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, kind, str(folder)],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)
