"""Kill the real application while it checks off: what it showed as saved is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.domain.edit import State
from tracker.logs import RunMarker
from tracker.paths import log_folder
from tracker.ui.single_instance import SingleInstance
from tracker.workspace import Workspace

CHECKOUT = Path(__file__).parents[2]
KILLS = int(os.environ.get("MILEPOST_KILLS", "10"))
# The whole start of `tracker.app.running.run`, with a learner who checks off for ever.
LEARNER = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import tracker.app.running as running
from pathlib import Path

class Learner:
    def __init__(self):
        self.timer = QTimer()
        self.timer.timeout.connect(self.act)
        self.timer.start(0)
        self.n = int(sys.argv[2])
    def act(self):
        tops = QApplication.topLevelWidgets()
        windows = [w for w in tops if hasattr(w, "navigation")]
        page = windows[0].pages.currentWidget() if windows else None
        if page is None or page._panel is None or not windows[0].isVisible():
            return
        panel, window = page.panel, windows[0]
        stage = self.n // 7 % 7
        if page.position != stage:
            page.show_stage(stage)
        table = panel.skills
        items = [s for s in table.items._places]
        subject = items[self.n % len(items)]
        table.go_to(subject)
        row = table.items.index(table.items.row_of(subject), 0)
        before = row.data(Qt.CheckStateRole)
        QTest.keyClick(table, Qt.Key.Key_Space)
        after = row.data(Qt.CheckStateRole)
        if before != after and window.navigation.saved._text == "All changes saved":
            state = "done" if after == Qt.CheckState.Checked else "todo"
            print(subject, state, flush=True)
        self.n += 1

learner = Learner.__new__(Learner)
original = running.make_application
def make():
    application = original()
    learner.__init__()
    return application
running.make_application = make
folder = Path(sys.argv[1])
sys.exit(running.run(folder, folder / "window.ini", folder / "logs", None))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_nothing_that_was_shown_as_saved_is_lost(data, milepost):  # noqa: PLR0915
    chance = random.Random(7)  # noqa: S311  # no secret
    truth: dict[str, str] = {}
    number = 0
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", LEARNER, str(data), str(number)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
        wanted = chance.randint(1, 40)
        for _, line in zip(range(wanted), child.stdout, strict=False):
            subject, state = line.split()
            truth[subject] = state
            number += 1
        child.kill()
        rest, errors = child.communicate()
        assert "Traceback" not in errors, errors
        for line in rest.splitlines(keepends=True):
            if line.endswith("\n"):
                subject, state = line.split()
                truth[subject] = state
                number += 1
        number += 1  # the one under way may be there or not
        last = _act(data, number - 1)
        workspace = Workspace(data, lambda _: None)
        progress = workspace.store.reader.progress()
        wrong = {
            subject: state
            for subject, state in truth.items()
            if progress.state(subject).value != state and subject != last
        }
        workspace.close()
        assert not wrong
        truth[last] = progress.state(last).value
    assert number >= KILLS
    lock = SingleInstance(data)
    assert lock.acquire(), "the lock of the killed window is stale"
    lock.release()
    marker = RunMarker(log_folder(data))
    assert marker.report is not None
    window = milepost(data, report=marker.report)
    assert "did not end as it should" in window.message
    assert str(marker.report) in window.message
    assert marker.report.exists()
    marker.end()
    assert window.journeying.current.journey.progress.in_state(State.DONE)


def _act(data, number: int) -> str:
    """Return what the learner was about when the kill came."""
    workspace = Workspace(data, lambda _: None)
    stages = workspace.journey().outline.stages
    stage = stages[number // 7 % 7]
    skills = [s for s in stage.every_subject if s.startswith("skill:")]
    workspace.close()
    return skills[number % len(skills)]
