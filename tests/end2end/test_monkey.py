"""Clicks and keys at random: nothing breaks, and the data file stays true.

The seed is printed; ``MILEPOST_MONKEY=20000 MILEPOST_SEED=5`` plays longer, or again.
"""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from tests.pages.keys import press
from tracker.services.doctor import examine

EVENTS = int(os.environ.get("MILEPOST_MONKEY", "200"))
KEYS = [
    "Tab",
    "Backtab",
    "Return",
    "Space",
    "Escape",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "L",
    "A",
    "0",
    "+",
    "-",
    "Delete",
    "Backspace",
    "F1",
    "F6",
    "F10",
    "Menu",
    "x",
]
SHORTCUTS = [
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+K",
    "Ctrl+D",
    "Ctrl+1",
    "Ctrl+2",
    "Ctrl+0",
    "Ctrl++",
    "Ctrl+-",
    "Ctrl+,",
    "Ctrl+J",
    "Ctrl+N",
    "Ctrl+Home",
    "Alt+1",
    "Alt+2",
    "Alt+3",
    "Alt+4",
    "Alt+Up",
    "Alt+Down",
    "Ctrl+Shift+L",
    "Ctrl+Shift+A",
    "Ctrl+Shift+T",
    "Ctrl+O",
    "Ctrl+F",
    "Ctrl+A",
    "Ctrl+V",
    "F11",
]


class Monkey:
    def __init__(self, running, seed: int) -> None:
        self.running, self.chance = running, random.Random(seed)  # noqa: S311  # no secret
        self.trail: list[str] = []

    def act(self) -> None:
        acts = (self.click, self.click, self.key, self.key, self.shortcut, self.action)
        rare = (self.resize, self.watch, self.write, self.drag, self.double, self.wheel)
        self.chance.choice(acts * 3 + rare)()

    def widgets(self) -> list[QWidget]:
        top = QApplication.activeModalWidget() or self.running.window
        dialogs = [d for d in top.findChildren(QDialog) if d.isVisible()]
        top = dialogs[-1] if dialogs else top
        return [w for w in top.findChildren(QWidget) if w.isVisible() and w.isEnabled()]

    def place(self) -> tuple[QWidget, QPoint]:
        widget = self.chance.choice(self.widgets() or [self.running.window])
        x = self.chance.randrange(max(widget.width(), 1))
        return widget, QPoint(x, self.chance.randrange(max(widget.height(), 1)))

    def note(self, *what: object) -> None:
        self.trail.append(" ".join(map(str, what)))

    def click(self) -> None:
        widget, point = self.place()
        button = self.chance.choice(
            [Qt.MouseButton.LeftButton] * 9 + [Qt.MouseButton.RightButton]
        )
        self.note("click", type(widget).__name__, widget.accessibleName(), point)
        QTest.mouseClick(widget, button, Qt.KeyboardModifier.NoModifier, point)

    def double(self) -> None:
        widget, point = self.place()
        self.note("double", type(widget).__name__, point)
        QTest.mouseDClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )

    def drag(self) -> None:
        widget, point = self.place()
        self.note("drag", type(widget).__name__, point)
        none = Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, none, point)
        _, other = self.place()
        QTest.mouseMove(widget, other)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, none, other)

    def wheel(self) -> None:
        widget, point = self.place()
        self.note("wheel", type(widget).__name__)
        control = self.chance.choice(
            [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier]
        )
        event = QWheelEvent(
            QPointF(point),
            QPointF(widget.mapToGlobal(point)),
            QPoint(),
            QPoint(0, self.chance.choice([-120, 120])),
            Qt.MouseButton.NoButton,
            control,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003  # Qt's own
        )
        QApplication.sendEvent(widget, event)

    def _press(self, keys: str) -> None:
        target = QApplication.focusWidget() or self.running.window
        self.note("key", keys, type(target).__name__)
        press(keys, target)

    def key(self) -> None:
        self._press(self.chance.choice(KEYS))

    def shortcut(self) -> None:
        self._press(self.chance.choice(SHORTCUTS))

    def action(self) -> None:
        actions = self.running.journeying.actions
        name = self.chance.choice([n for n in actions if n != "quit"])
        self.note("action", name)
        actions[name].trigger()

    def write(self) -> None:
        target = QApplication.focusWidget()
        if isinstance(target, QPlainTextEdit):
            self.note("write")
            QTest.keyClicks(target, "# a **note** [x](http://example.org)")

    def resize(self) -> None:
        size = self.chance.choice([(900, 600), (1280, 800), (1920, 1080), (700, 500)])
        self.note("resize", size)
        self.running.window.resize(*size)

    def watch(self) -> None:
        self.note("watch")
        self.running.look_for_changes()


@pytest.fixture
def tame(monkeypatch, mine, choose_file, choose_folder):
    """Answer what would leave the window, or wait for a person."""
    choose_file(mine)
    choose_folder(None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    monkeypatch.setattr(
        QDialog,
        "exec",
        lambda dialog: (
            dialog.open() or dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ),
    )


@pytest.mark.slow
def test_a_monkey_breaks_nothing(running, tame, qtbot):
    seed = int(os.environ.get("MILEPOST_SEED", random.randrange(10**6)))  # noqa: S311
    print(f"MILEPOST_SEED={seed}")
    monkey = Monkey(running, seed)
    # A monkey cannot be told to leave these alone in any other way.
    running.journeying.actions["quit"].setEnabled(False)
    running.journey.check(running.journey.titles()[0])
    for number in range(EVENTS):
        monkey.act()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QApplication.processEvents()  # nothing is waited for: this is the event loop
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if QApplication.activeWindow() is None:  # no window manager does it here
            running.window.activateWindow()
        if os.environ.get("MILEPOST_TRAIL"):
            print(number, monkey.trail[-1:], flush=True)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
    running.wait_for_tasks()
    running.journeying.save()
    journey = running.journeying.current.journey
    fresh = running.journeying.workspace.journey()
    assert journey.progress.states == fresh.progress.states
    assert journey.standing == fresh.standing
    assert examine(running.journeying.workspace.store.reader) == []
    assert running.edits() > 0
