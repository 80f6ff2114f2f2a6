"""A progress ring: how far, as an arc and as a figure."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.words import tr


def draw_arc(
    painter: QPainter, area: QRectF, percent: int, width: float, role: str
) -> None:
    """Draw a track and an arc of ``percent`` on it, clockwise from the top."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("ahead"), width))
    painter.drawEllipse(area)
    if percent > 0:
        pen = QPen(theme.color(role), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(area, 90 * 16, round(-percent * 3.6 * 16))


class Ring(QWidget):
    """Shows whole percent."""

    def __init__(self) -> None:
        """Start at 0."""
        super().__init__()
        self._percent = 0
        self._role = "here"

    def show_percent(self, percent: int, role: str) -> None:
        """Show so many percent, in the colour of a role."""
        self._percent, self._role = percent, role
        self.setAccessibleName(tr("{n} percent", n=percent))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(theme.unit(self) * 3.2)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        width = side * 0.085
        area = QRectF(0, 0, side - width - 1, side - width - 1)
        area.moveCenter(QRectF(self.rect()).center())
        draw_arc(painter, area, self._percent, width, self._role)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.scaled(self.font(), theme.SMALL, 680))
        text = f"{self._percent}%"
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
