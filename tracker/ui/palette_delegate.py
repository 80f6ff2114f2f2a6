"""Paint a row of the palette: icon, title with what matched, keys or state, kind."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.services.search import matched
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.palette_model import ENTRY, PaletteModel
from tracker.ui.widgets.fields import draw_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from tracker.ui.palette_model import Entry

ROW = 2.3  # lines
_LONGEST = 300  # characters of a title that are laid out
_BLANKS = {ord(c): " " for c in "\n\r\t\u2028\u2029"}


class PaletteDelegate(QStyledItemDelegate):
    """Paints entries; ``kinds`` are all there are, so that they stand in one column."""

    def __init__(self, kinds: Sequence[str], parent: QObject | None = None) -> None:
        """Make room for the widest kind."""
        super().__init__(parent)
        self._kinds = kinds

    def _kind_width(self, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        widest = max((metrics.horizontalAdvance(k) for k in self._kinds), default=0.0)
        return min(widest, metrics.height() * 8)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry, model = index.data(ENTRY), index.model()
        if entry is None or not isinstance(model, PaletteModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        unit = QFontMetricsF(option.font).height()
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = _Room(QRectF(option.rect).adjusted(unit * 0.6, 0, -unit * 0.6, 0))
        room.mirrored = mirrored
        icon = room.from_start(unit * 1.05, unit * 0.7)
        icon.setTop(icon.center().y() - unit * 0.52)
        icon.setHeight(unit * 1.05)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_icon(painter, entry.icon, "done" if chosen else "muted", icon)
        self._paint_end(painter, option.font, entry, room)
        _paint_title(painter, option, entry.title, model.query, room.area)
        painter.restore()

    def _paint_end(
        self, painter: QPainter, font: QFont, entry: Entry, room: _Room
    ) -> None:
        """Paint the kind, and before it the keys or the state."""
        small = theme.scaled(font, theme.SMALL)
        metrics = QFontMetricsF(small)
        gap = metrics.height() * 0.8
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        width = self._kind_width(small)
        elide = Qt.TextElideMode.ElideRight
        kind = room.from_end(width, gap)
        _draw(painter, kind, metrics.elidedText(entry.kind, elide, width), at_end=True)
        if entry.shortcut:
            width = metrics.horizontalAdvance(entry.shortcut) + gap
            _paint_keys(painter, room.from_end(width, gap), entry.shortcut)
        elif entry.detail:
            most = room.area.width() * 0.4
            text = metrics.elidedText(entry.detail[:_LONGEST], elide, most)
            width = metrics.horizontalAdvance(text) + 1
            _draw(painter, room.from_end(width, gap), text, at_end=True)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        return QSize(round(unit * 10), round(unit * ROW))


class _Room:
    """A row from which parts are taken, at its start and at its end."""

    mirrored = False

    def __init__(self, area: QRectF) -> None:
        self.area = area

    def from_start(self, width: float, gap: float) -> QRectF:
        return self._take(width, gap, left=not self.mirrored)

    def from_end(self, width: float, gap: float) -> QRectF:
        return self._take(width, gap, left=self.mirrored)

    def _take(self, width: float, gap: float, *, left: bool) -> QRectF:
        part = QRectF(self.area)
        part.setWidth(width)
        if left:
            self.area.setLeft(self.area.left() + width + gap)
        else:
            part.moveRight(self.area.right())
            self.area.setRight(self.area.right() - width - gap)
        return part


def _draw(painter: QPainter, area: QRectF, text: str, *, at_end: bool) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignHCenter
    painter.drawText(area, int(side | middle), text)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    area = QRectF(option.rect).adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.color("done_soft"))
        painter.drawRoundedRect(area, 9, 9)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.color("background"))
        painter.drawRoundedRect(area, 9, 9)


def _paint_keys(painter: QPainter, area: QRectF, keys: str) -> None:
    height = QFontMetricsF(painter.font()).height() * 1.35
    cap = QRectF(area.left(), area.center().y() - height / 2, area.width(), height)
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawRoundedRect(cap, 5, 5)
    painter.setPen(theme.color("muted"))
    _draw(painter, cap, keys, at_end=False)


def _paint_title(
    painter: QPainter,
    option: QStyleOptionViewItem,
    title: str,
    query: str,
    area: QRectF,
) -> None:
    text = title[:_LONGEST].translate(_BLANKS)
    bold = QFontMetricsF(theme.scaled(option.font, 1.0, 680))
    hits = _matched(query, text) if query else frozenset()
    metrics = bold if hits else QFontMetricsF(option.font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    layout = QTextLayout(shown, option.font)
    choice = QTextOption()
    choice.setWrapMode(QTextOption.WrapMode.NoWrap)
    choice.setTextDirection(option.direction)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        choice.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(choice)
    whole = len(text) if shown == text else len(shown) - 1
    layout.setFormats(_formats(frozenset(h for h in hits if h < whole), shown))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    painter.setPen(theme.color("text"))
    top = area.center().y() - line.height() / 2
    layout.draw(painter, QPointF(area.left(), top))


def _formats(hits: frozenset[int], shown: str) -> list[QTextLayout.FormatRange]:
    """Return one range a run of hits: Qt shapes each range by itself."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(theme.color("done"))
    ranges: list[QTextLayout.FormatRange] = []
    start = 0  # Qt counts in UTF-16, in which an emoji takes two
    for place, char in enumerate(shown):
        length = 2 if ord(char) > 0xFFFF else 1
        if place in hits:
            if ranges and ranges[-1].start + ranges[-1].length == start:
                ranges[-1].length += length
            else:
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = start, length, form
                ranges.append(part)
        start += length
    return ranges


@lru_cache(maxsize=256)
def _matched(query: str, title: str) -> frozenset[int]:
    return matched(query, title)
