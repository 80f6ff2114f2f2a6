"""Paint a row: box, title, and at its end a date, a state or the hours."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from tracker.domain.edit import State
from tracker.domain.work import Grade
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey.rows import HeadingRow, graded
from tracker.ui.widgets.fields import draw_icon
from tracker.ui.widgets.grade_mark import draw_grade
from tracker.ui.widgets.row_paint import (
    RowDelegate,
    draw_words,
    paint_background,
    sides,
    without,
)
from tracker.ui.widgets.state_box import draw_state

if TYPE_CHECKING:
    from PySide6.QtCore import (
        QAbstractItemModel,
        QEvent,
        QModelIndex,
        QPersistentModelIndex,
    )
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tracker.domain.progress import Progress
    from tracker.ui.journey.rows import ItemRow

ITEM = Qt.ItemDataRole.UserRole  # a tuple of the row and the progress


class Marks(IntEnum):
    """What a row knows besides."""

    GRADE = Qt.ItemDataRole.UserRole + 1  # how well it is proved
    PLANNED = Qt.ItemDataRole.UserRole + 2  # whether it is on the plan


def box_area(row: QRect, unit: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return where the box of a row is."""
    side = unit * 1.05
    left = row.left() + unit * 0.45
    if direction == Qt.LayoutDirection.RightToLeft:
        left = row.right() - unit * 0.45 - side
    return QRectF(left, row.center().y() - side / 2, side, side)


class ItemDelegate(RowDelegate):
    """Paints headings and items."""

    height = 2.3

    @override
    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found = index.data(ITEM)
        if found is None:
            return
        row, progress = found
        if isinstance(row, HeadingRow):
            _paint_heading(painter, option, row, progress)
        else:
            paint_background(painter, option)
            marks = index.data(Marks.GRADE), bool(index.data(Marks.PLANNED))
            _paint_item(painter, option, row, progress, marks)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return False  # the view answers clicks; Qt would check off a second time


def _paint_heading(
    painter: QPainter,
    option: QStyleOptionViewItem,
    row: HeadingRow,
    progress: Progress,
) -> None:
    font = theme.scaled(option.font, theme.SMALL, 680)
    unit = QFontMetricsF(option.font).height()
    area = QRectF(option.rect).adjusted(unit * 0.45, 0, -unit * 0.45, -unit * 0.25)
    small = theme.scaled(option.font, theme.SMALL)
    count = row.count(progress)
    room = area.width() - QFontMetricsF(small).horizontalAdvance(count) - unit
    elide = Qt.TextElideMode.ElideRight
    title = QFontMetricsF(font).elidedText(row.title, elide, room)
    start, end = sides(option.direction)
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(area, int(start | bottom), title)
    painter.setFont(small)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # digits have none
    painter.drawText(area, int(end | bottom), count)


def _paint_item(
    painter: QPainter,
    option: QStyleOptionViewItem,
    row: ItemRow,
    progress: Progress,
    marks: tuple[Grade, bool],
) -> None:
    grade, planned = marks
    state = progress.state(row.subject)
    unit = QFontMetricsF(option.font).height()
    draw_state(painter, box_area(option.rect, unit, option.direction), state)
    detail = graded(row, progress, grade)
    small = theme.scaled(option.font, theme.SMALL)
    words = QFontMetricsF(small).horizontalAdvance(detail)
    mark = unit * 1.1 if grade > Grade.CLAIMED else 0.0
    flag = unit * 1.1 if planned else 0.0
    text, tail = _places(option, unit, words + mark + flag + unit)
    start, end = sides(option.direction)
    font = theme.scaled(option.font, 1.0, 600 if state is State.LEARNING else 400)
    painter.setFont(font)
    quiet = state in {State.DONE, State.ASIDE}
    painter.setPen(theme.color("muted" if quiet else "text"))
    draw_words(painter, text, row.title, start)
    painter.setFont(small)
    painter.setPen(theme.color("here_text" if state is State.LEARNING else "muted"))
    painter.drawText(tail, int(end | Qt.AlignmentFlag.AlignVCenter), detail)
    if mark:
        size = QSizeF(unit * 0.8, unit * 0.62)
        area = _beside(tail, words + unit * 0.35, size, option.direction)
        draw_grade(painter, area, grade)
    if planned:
        size = QSizeF(unit * 0.85, unit * 0.85)
        area = _beside(tail, words + mark + unit * 0.35, size, option.direction)
        draw_icon(painter, "flag", "here", area)


def _places(
    option: QStyleOptionViewItem, unit: float, needed: float
) -> tuple[QRectF, QRectF]:
    """Return where the title and the words at the end of a row are."""
    whole = QRectF(option.rect)
    start, end = unit * 2.1, unit * 0.45
    return (
        without(whole, start, needed + end, option.direction),
        without(whole, start, end, option.direction),
    )


def _beside(
    tail: QRectF, room: float, size: QSizeF, direction: Qt.LayoutDirection
) -> QRectF:
    """Return where a mark is that stands before the words at the end of a row."""
    area = QRectF(QPointF(0, tail.center().y() - size.height() / 2), size)
    if direction == Qt.LayoutDirection.RightToLeft:
        area.moveLeft(tail.left() + room)
    else:
        area.moveRight(tail.right() - room)
    return area
