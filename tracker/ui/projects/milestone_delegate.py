"""Paint a milestone or step: a box, a title that wraps, and when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from tracker.domain.edit import State
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.projects.title_editing import TitleEditing
from tracker.ui.widgets.clamped_label import wrapped
from tracker.ui.widgets.row_paint import paint_background, sides
from tracker.ui.widgets.state_box import draw_state

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent

SUBJECT = Qt.ItemDataRole.UserRole
DONE, TAIL, LATE = SUBJECT + 1, SUBJECT + 2, SUBJECT + 3
Index = QModelIndex | QPersistentModelIndex
_MOST = 12  # lines of a title; none that fits its limit needs more
# In lines of text: a row of one line, each further line, what is before the title, and
# the gap at the end.
_ROW, _LINE, _START, _GAP = 2.0, 1.2, 1.9, 0.4


class MilestoneDelegate(TitleEditing):
    """What is due stands at the end of the line, below a title that needs it whole."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        unit = QFontMetricsF(option.font).height()
        lines = _lines(index, option.font, _width(option, index))
        return QSize(round(unit * 8), round(unit * _height(lines)))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(
            Qt.LayoutDirection.LayoutDirectionAuto
        )  # a text's own
        paint_background(painter, option)
        unit, row = QFontMetricsF(option.font).height(), QRectF(option.rect)
        box = check_area(row, unit, option.direction)
        done = bool(index.data(DONE))
        draw_state(painter, box, State.DONE if done else State.TODO)
        lines = _lines(index, option.font, row.width())
        start, end = sides(option.direction)
        middle = Qt.AlignmentFlag.AlignVCenter
        line = _room(row, unit, option.direction)
        line.setHeight(unit * _LINE)
        line.translate(0, unit * (_ROW - _LINE) / 2)
        painter.setPen(theme.color("muted" if done else "text"))
        for text in lines.title:
            painter.drawText(line, int(start | middle), text)
            line.translate(0, line.height())
        painter.setFont(theme.scaled(option.font, theme.SMALL))
        painter.setPen(theme.color("danger" if index.data(LATE) else "muted"))
        if lines.beside:
            line.translate(0, -line.height())
        side = end if lines.beside else start
        for text in lines.tail:
            painter.drawText(line, int(side | middle), text)
            line.translate(0, line.height())
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        return False  # the view answers clicks


def check_area(row: QRectF, unit: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return where the box of a row is: at its first line."""
    side = unit * 1.05
    left = row.left() + unit * 0.4
    if direction == Qt.LayoutDirection.RightToLeft:
        left = row.right() - unit * 0.4 - side
    return QRectF(left, row.top() + unit * _ROW / 2 - side / 2, side, side)


class _Lines(NamedTuple):
    title: list[str]
    tail: list[str]
    beside: bool  # the tail ends the line of the title


def _lines(index: Index, font: QFont, width: float) -> _Lines:
    """Return what a row of a width says, line by line."""
    unit, small = QFontMetricsF(font).height(), theme.scaled(font, theme.SMALL)
    title, tail = str(index.data() or ""), str(index.data(TAIL) or "")
    room = width - unit * (_START + _GAP)
    end = QFontMetricsF(small).horizontalAdvance(tail) + unit * _GAP if tail else 0.0
    if QFontMetricsF(font).horizontalAdvance(title) + end <= room:
        return _Lines([title], [tail] if tail else [], beside=True)
    below = wrapped(tail, small, room, 3) if tail else []
    return _Lines(wrapped(title, font, room, _MOST), below, beside=False)


def _height(lines: _Lines) -> float:
    """Return how high a row is, in lines of text."""
    more = len(lines.title) - 1 + (0 if lines.beside else len(lines.tail))
    return _ROW + _LINE * more


def _width(option: QStyleOptionViewItem, index: Index) -> float:
    """Return how wide a row is in its tree: the option does not say it yet."""
    tree = option.widget
    if not isinstance(tree, QTreeView):
        return float(option.rect.width())
    depth = int(index.parent().isValid()) + int(tree.rootIsDecorated())
    return float(tree.viewport().width() - tree.indentation() * depth)


def _room(row: QRectF, unit: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return where the words of a row are."""
    start, end = unit * _START, unit * _GAP
    if direction == Qt.LayoutDirection.RightToLeft:
        start, end = end, start
    return row.adjusted(start, 0, -end, 0)
