"""Columns beside each other that are scrolled sideways where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from tracker.ui.widgets.label import frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SidewaysScroll(QScrollArea):
    """Each column scrolls its own cards; here only columns come into view."""

    def __init__(self, inside: QWidget) -> None:
        """Scroll what is inside."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = frame("page")
        around = QVBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inside)
        self.setWidget(ground)

    def go_to(self, column: QWidget) -> None:
        """Bring a column into view; Qt's own way mistakes it from right to left."""
        left = column.mapTo(self.viewport(), QPoint(0, 0)).x()
        right = left + column.width() - self.viewport().width()
        shift = left if left < 0 else max(right, 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + (-shift if mirrored else shift))
