"""A button that paints itself: used like any other, by mouse, Space and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton

from tracker.typing_tools import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PaintedButton(QAbstractButton):
    """Asks with ``clicked``; a subclass paints it and says how large it is."""

    def __init__(self, text: str = "") -> None:
        """Take the keyboard, and show under the mouse that it can be clicked."""
        super().__init__()
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(e)
