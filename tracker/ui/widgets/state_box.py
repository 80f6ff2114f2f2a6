"""The box before every skill, outcome, project and milestone.

Each state has a shape of its own, so that colour only repeats it: empty, a dot, a check
mark, a dash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.domain.edit import State
from tracker.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHECK = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.32))
_DASH = ((0.28, 0.5), (0.72, 0.5))


def draw_state(painter: QPainter, box: QRectF, state: State) -> None:
    """Draw the box of a state into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = box.width()
    area = box.adjusted(1, 1, -1, -1)
    corner = side * 0.27
    if state is State.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("done"))
        painter.drawRoundedRect(box, corner, corner)
        _draw_line(painter, box, _CHECK, theme.color("on_done"))
    else:
        role = "here" if state is State.LEARNING else "muted"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(role), max(side * 0.085, 1.2)))
        painter.drawRoundedRect(area, corner, corner)
        if state is State.LEARNING:
            inner = QRectF(0, 0, side * 0.44, side * 0.44)
            inner.moveCenter(box.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("here"))
            painter.drawRoundedRect(inner, side * 0.1, side * 0.1)
        elif state is State.ASIDE:
            _draw_line(painter, box, _DASH, theme.color("muted"))
    painter.restore()


def _draw_line(
    painter: QPainter, box: QRectF, points: Sequence[tuple[float, float]], color: QColor
) -> None:
    pen = QPen(color, box.width() * 0.12)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        [
            QPointF(box.x() + x * box.width(), box.y() + y * box.width())
            for x, y in points
        ]
    )
