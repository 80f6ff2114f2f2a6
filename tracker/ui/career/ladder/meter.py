"""A thin bar that shows a percentage; the number always stands beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.bar import draw_bar
from tracker.words import tr


class Meter(QWidget):
    """How much of something is there."""

    def __init__(self, name: str) -> None:
        """Show nothing; ``name`` is what a screen reader calls it."""
        super().__init__()
        self._percent, self._role = 0, "done"
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_percent(self, percent: int, role: str = "done") -> None:
        """Show whole percent in the colour of a role."""
        self._percent, self._role = percent, role
        self.setAccessibleDescription(tr("{n}%", n=percent))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 6), max(round(unit * 0.42), 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.unit(self) * 2), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, part = QRectF(self.contentsRect()), self._percent / 100
        draw_bar(painter, area, part, self.layoutDirection(), self._role)
