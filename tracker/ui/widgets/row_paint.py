"""What the rows of all lists have in common: their ground, and their two ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tracker.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


def paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what shows focus, choice and the mouse behind a row.

    What is painted on it afterwards reads in the direction of its own letters, so that
    "5 / 7" stays so in a window that runs from right to left.
    """
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    state = option.state
    area = QRectF(option.rect).adjusted(1, 1, -1, -1)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    active = bool(state & QStyle.StateFlag.State_Active) and focused
    if selected and active:
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(theme.color("done_soft"))
        painter.drawRoundedRect(area, 7, 7)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("background"))
        painter.drawRoundedRect(area, 7, 7)


def sides(
    direction: Qt.LayoutDirection,
) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Return the alignments of the start and the end of a line."""
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    absolute = Qt.AlignmentFlag.AlignAbsolute
    return (
        (right | absolute, left | absolute)
        if mirrored
        else (
            left | absolute,
            right | absolute,
        )
    )
