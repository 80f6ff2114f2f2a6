"""Cards and milestones dragged with a mouse, on a screen that can drag.

Qt's offscreen platform drags nothing. So the first test runs this file once more on a
screen in memory, where there is one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.pages.projects import MINE, with_own_project
from tracker.domain.edit import State

SCREEN = shutil.which("xvfb-run")
OFFSCREEN = os.environ.get("QT_QPA_PLATFORM", "") == "offscreen"
by_mouse = pytest.mark.skipif(OFFSCREEN, reason="this platform drags nothing")


@pytest.fixture
def board(running):
    """Return the page with a project of one's own that has three milestones."""
    found = with_own_project(running)
    QApplication.processEvents()  # the rows have their places
    return found


def drag(qtbot, source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
    """Press, pull and let go as a hand does; the drag runs a loop of its own."""
    window = source.window()
    screen = window.windowHandle()
    begin, goal = source.mapTo(window, start), target.mapTo(window, end)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for moment, point in ((200, goal - QPoint(6, 6)), (300, goal)):
        QTimer.singleShot(moment, partial(QTest.mouseMove, screen, point))
    done: list[bool] = []

    def let_go() -> None:
        QTest.mouseRelease(screen, left, none, goal)
        done.append(True)

    QTimer.singleShot(400, let_go)
    QTest.mousePress(screen, left, none, begin)
    away = QApplication.startDragDistance()
    for step in (1, 2, 3):
        QTest.mouseMove(screen, begin + QPoint(0, step * away))
    qtbot.waitUntil(lambda: bool(done))
    QApplication.processEvents()


@pytest.mark.skipif(not OFFSCREEN or SCREEN is None, reason="no screen in memory")
def test_all_of_this_passes_on_a_screen():
    command = [str(SCREEN), "-a", "-s", "-screen 0 1600x1000x24", sys.executable]
    command += ["-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", __file__]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    run = subprocess.run(
        command,
        check=False,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    if "Could not load the Qt platform plugin" in run.stdout + run.stderr:
        pytest.skip("Qt lacks a library of that screen")
    assert run.returncode == 0, run.stdout
    assert "3 passed" in run.stdout


@by_mouse
def test_a_card_goes_to_the_column_in_which_it_is_let_go(board, qtbot):
    source = board.page.board.columns[State.TODO]
    target = board.page.board.columns[State.LEARNING]
    index = source.cards.index(source.cards.row_of(MINE), 0)
    at = source.visualRect(index).center()
    drag(qtbot, source.viewport(), at, target.viewport(), QPoint(60, 60))
    assert board.column_of("Recipe finder") == "Active"
    assert board.running.stored_state(MINE) == "learning"
    board.running.press("Ctrl+Z")
    assert board.column_of("Recipe finder") == "Planned"


@by_mouse
def test_a_card_that_is_let_go_elsewhere_stays(board, qtbot):
    source = board.page.board.columns[State.TODO]
    index = source.cards.index(source.cards.row_of(MINE), 0)
    at = source.visualRect(index).center()
    drag(qtbot, source.viewport(), at, board.running.window.header, QPoint(20, 20))
    assert board.column_of("Recipe finder") == "Planned"
    assert board.running.stored_state(MINE) == "todo"


@by_mouse
def test_a_milestone_goes_between_others(board, qtbot):
    tree = board.tree
    rows = list(tree._items().values())
    start = tree.visualItemRect(rows[0])
    end = tree.visualItemRect(rows[2])
    below = QPoint(end.center().x(), end.bottom() - 1)
    drag(qtbot, tree.viewport(), start.center(), tree.viewport(), below)
    assert board.milestones == ["Search", "Deploy", "Import"]
    board.running.press("Ctrl+Z")
    assert board.milestones == ["Import", "Search", "Deploy"]
