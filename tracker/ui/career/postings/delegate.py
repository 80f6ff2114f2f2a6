"""Paint an advert in the list: title and score, and below where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.model import ROW
from tracker.ui.widgets.row_paint import paint_background, sides

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tracker.ui.career.postings.rows import AdvertRow


class PostingDelegate(QStyledItemDelegate):
    """Two lines for each advert."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        return QSize(round(unit * 10), round(unit * 3.1))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, option)
        paint_background(painter, option)
        _paint_row(painter, option, row)
        painter.restore()


def paint_choice(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint that a row is chosen, wherever the keyboard is."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.color("done"), 1))
        painter.setBrush(theme.color("done_soft"))
        area = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(area, 7, 7)


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, row: AdvertRow) -> None:
    unit = QFontMetricsF(option.font).height()
    area = QRectF(option.rect).adjusted(
        unit * 0.7, unit * 0.3, -unit * 0.7, -unit * 0.3
    )
    start, end = sides(option.direction)
    middle = Qt.AlignmentFlag.AlignVCenter
    figure = theme.scaled(option.font, 1.0, 680)
    painter.setFont(figure)
    known = row.percent is not None
    painter.setPen(theme.color("here_text" if known else "muted"))
    painter.drawText(area, int(end | middle), row.fit)
    tail = QFontMetricsF(figure).horizontalAdvance(row.fit) + unit * 0.8
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    room = area.adjusted(tail if mirrored else 0, 0, 0 if mirrored else -tail, 0)
    first, second = QRectF(room), QRectF(room)
    first.setHeight(room.height() * 0.52)
    second.setTop(room.top() + room.height() * 0.52)
    strong = theme.scaled(option.font, 1.0, 600)
    small = theme.scaled(option.font, theme.SMALL)
    for part, text, font, role in (
        (first, row.posting.title, strong, "text"),
        (second, row.detail, small, "muted"),
    ):
        painter.setFont(font)
        painter.setPen(theme.color(role))
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(font).elidedText(text, elide, part.width())
        painter.drawText(part, int(start | middle), shown)
