"""Paint a row of the journal: the time, the first line, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from tracker.domain.word_marks import telling_line
from tracker.services.found import Hit, place_text
from tracker.services.wording import minutes_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journal.marked_text import draw_marked
from tracker.ui.journal.model import ROW, JournalModel
from tracker.ui.journal.rows import PeriodRow, day_title, first_line
from tracker.ui.widgets.row_paint import (
    RowDelegate,
    draw_words,
    paint_background,
    paint_choice,
    sides,
    without,
)
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tracker.domain.work import Entry


class JournalDelegate(RowDelegate):
    """Paints headings, lines and notes."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        heading = isinstance(index.data(ROW), PeriodRow)
        return QSize(round(unit * 10), round(unit * (2.4 if heading else 2.9)))

    @override
    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, model = index.data(ROW), index.model()
        if row is None or not isinstance(model, JournalModel):
            return
        if isinstance(row, PeriodRow):
            _paint_heading(painter, option, row)
        else:
            paint_choice(painter, option)
            paint_background(painter, option)
            if isinstance(row, Hit):
                texts = (row.text, place_text(row), "")
                _paint_lines(painter, option, texts, model.words)
            else:
                _paint_entry(painter, option, row, model)


def _paint_heading(
    painter: QPainter, option: QStyleOptionViewItem, row: PeriodRow
) -> None:
    unit = QFontMetricsF(option.font).height()
    area = QRectF(option.rect).adjusted(unit * 0.5, 0, -unit * 0.5, -unit * 0.3)
    start, end = sides(option.direction)
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.setPen(theme.color("muted"))
    painter.setFont(theme.scaled(option.font, theme.SMALL, 680))
    painter.drawText(area, int(start | bottom), row.title)
    painter.setFont(theme.scaled(option.font, theme.SMALL))
    painter.drawText(area, int(end | bottom), minutes_text(row.minutes))


def _paint_entry(
    painter: QPainter, option: QStyleOptionViewItem, entry: Entry, model: JournalModel
) -> None:
    links = [model.titles.get(link, link) for link in entry.links]
    if model.words:  # what is found stands under no heading
        links.insert(0, day_title(entry.day))
    text = entry.text or tr("Time without words")
    texts = (text, " · ".join(links), minutes_text(entry.minutes))
    _paint_lines(painter, option, texts, model.words)


def _paint_lines(
    painter: QPainter,
    option: QStyleOptionViewItem,
    texts: tuple[str, str, str],
    words: str,
) -> None:
    """Paint a text, what it is about below, and a time at the end."""
    text, about, time = texts
    unit = QFontMetricsF(option.font).height()
    small = theme.scaled(option.font, theme.SMALL)
    tail = QFontMetricsF(small).horizontalAdvance(time) + unit
    area = QRectF(option.rect).adjusted(unit * 0.6, 0, -unit * 0.6, 0)
    start, end = sides(option.direction)
    painter.setFont(small)
    painter.setPen(theme.color("muted"))
    draw_words(painter, area, time, end)
    room = without(area, 0, tail, option.direction)
    first = QRectF(room)
    if about:
        first.setHeight(room.height() * 0.56)
        second = QRectF(room)
        second.setTop(room.top() + room.height() * 0.5)
        draw_words(painter, second, about, start)
    fitting = round(room.width() / (unit * 0.5))  # characters, surely
    shown = telling_line(text, words, fitting) if words else first_line(text)
    painter.setPen(theme.color("text"))
    painter.setFont(option.font)
    draw_marked(painter, first, shown, words, start)
