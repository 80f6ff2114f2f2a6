"""The Qt binding must survive as many calls as an evening with Milepost makes.

On Python before 3.12, PySide6 6.12 loses one reference to ``True`` with each emitted
signal and one to ``None`` with each void call, and aborts after some hundreds or
thousands of them. Short tests do not notice; this one is long enough.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

MANY_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

app = QCoreApplication([])
heard = []
bell = Bell()
bell.rung.connect(heard.append)
for _ in range(20_000):
    bell.rung.emit(True)
for _ in range(20_000):
    app.processEvents()
print("heard", len(heard))
"""


def test_qt_survives_twenty_thousand_signals_and_void_calls():
    ended = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "heard 20000\n"), ended.stderr


def test_python_without_immortal_objects_gets_a_binding_that_counts_right():
    binding = tuple(map(int, version("PySide6-Essentials").split(".")[:2]))
    assert sys.version_info >= (3, 12) or binding < (6, 12)
