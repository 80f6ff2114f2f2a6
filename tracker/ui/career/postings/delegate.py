"""Paint an advert in the list: title and score, and below where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.model import ROW
from tracker.ui.widgets.row_paint import (
    RowDelegate,
    draw_words,
    paint_background,
    paint_choice,
    sides,
    without,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tracker.ui.career.postings.rows import AdvertRow


class PostingDelegate(RowDelegate):
    """Two lines for each advert."""

    height = 3.1

    @override
    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if row is None:
            return
        paint_choice(painter, option)
        paint_background(painter, option)
        _paint_row(painter, option, row)


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, row: AdvertRow) -> None:
    unit = QFontMetricsF(option.font).height()
    area = QRectF(option.rect).adjusted(
        unit * 0.7, unit * 0.3, -unit * 0.7, -unit * 0.3
    )
    start, end = sides(option.direction)
    figure = theme.scaled(option.font, 1.0, 680)
    painter.setFont(figure)
    known = row.percent is not None
    painter.setPen(theme.color("here_text" if known else "muted"))
    draw_words(painter, area, row.fit, end)
    tail = QFontMetricsF(figure).horizontalAdvance(row.fit) + unit * 0.8
    room = without(area, 0, tail, option.direction)
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
        draw_words(painter, part, text, start)
