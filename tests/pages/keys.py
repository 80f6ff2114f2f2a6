"""Press keys and click as a person does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def press(keys: str, widget: QWidget | None = None) -> None:
    """Press a key such as ``Ctrl+Z`` or ``Space`` where the keyboard is."""
    target = widget or QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "nothing has the keyboard"
    sequence = QKeySequence(keys)
    for number in range(sequence.count()):
        pressed = sequence[number]
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())


def write(text: str) -> None:
    """Type a text where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    for char in text:
        if char.isascii():
            QTest.keyClick(target, char)
        else:  # which QTest's keys cannot be; an input method sends it so
            pressed = QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char
            QApplication.sendEvent(target, QKeyEvent(*pressed))


def click(widget: QWidget, at: QPoint | QRectF | None = None) -> None:
    """Click a widget that can be seen, in its middle or at a place."""
    assert widget.isVisible(), f"{widget} cannot be seen"
    point = at.center().toPoint() if isinstance(at, QRectF) else at
    point = widget.rect().center() if point is None else point
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
    )
