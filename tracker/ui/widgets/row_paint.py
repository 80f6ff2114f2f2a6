"""What the rows of all lists have in common: their ground, their ends, their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.typing_tools import override
from tracker.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; a subclass says what stands in one."""

    height = 2.0  # of a row, in lines of text

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        return QSize(round(unit * 10), round(unit * self.height))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row; whatever is set on the painter is taken back afterwards."""
        raise NotImplementedError


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


def paint_choice(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint that a row is chosen, wherever the keyboard is; before its background."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.color("done"), 1))
        painter.setBrush(theme.color("done_soft"))
        area = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
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


def without(
    area: QRectF, start: float, end: float, direction: Qt.LayoutDirection
) -> QRectF:
    """Return what is left of a row without so much at its start and its end."""
    if direction == Qt.LayoutDirection.RightToLeft:
        return area.adjusted(end, 0, -start, 0)
    return area.adjusted(start, 0, -end, 0)


def draw_words(
    painter: QPainter, area: QRectF, text: str, side: Qt.AlignmentFlag
) -> None:
    """Draw a line in the painter's font and colour, shortened to the room there is.

    Args:
        painter: What draws.
        area: The line stands in the middle of its height.
        text: What it says.
        side: One of `sides`.
    """
    elide = Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(painter.font()).elidedText(text, elide, area.width())
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
