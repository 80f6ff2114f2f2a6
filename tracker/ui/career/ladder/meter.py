"""A thin bar that shows a percentage; the number always stands beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
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
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.contentsRect())
        corner = whole.height() / 2
        painter.setBrush(theme.color("ahead"))
        painter.drawRoundedRect(whole, corner, corner)
        if self._percent <= 0:
            return
        width = max(whole.width() * self._percent / 100, whole.height())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = whole.right() - width if mirrored else whole.left()
        painter.setBrush(theme.color(self._role))
        painter.drawRoundedRect(
            QRectF(left, whole.top(), width, whole.height()), corner, corner
        )
