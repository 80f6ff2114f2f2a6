"""How much of something is there, as a bar; words beside it always say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from tracker.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


def draw_bar(
    painter: QPainter,
    area: QRectF,
    part: float,
    direction: Qt.LayoutDirection,
    role: str = "done",
) -> None:
    """Draw a part from 0 to 1 in the colour of a role; 0 leaves the track empty."""
    corner = area.height() / 2
    draw_track(painter, area)
    if part <= 0:
        return
    done = QRectF(area)
    done.setWidth(max(area.width() * part, area.height()))
    if direction == Qt.LayoutDirection.RightToLeft:
        done.moveRight(area.right())
    painter.setBrush(theme.color(role))
    painter.drawRoundedRect(done, corner, corner)


def draw_track(painter: QPainter, area: QRectF) -> None:
    """Draw a bar with nothing in it; what follows is painted without a line around."""
    corner = area.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ahead"))
    painter.drawRoundedRect(area, corner, corner)
