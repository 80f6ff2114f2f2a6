"""Draw a line of text in which the words that were looked for are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from tracker.domain.word_marks import word_marks
from tracker.ui import theme
from tracker.ui.widgets.text_units import units

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

_NO_END = 1e6  # more room than a line takes


def draw_marked(
    painter: QPainter, area: QRectF, text: str, words: str, start: Qt.AlignmentFlag
) -> None:
    """Draw text in the painter's font and colour; a mark is bold as well as coloured.

    Args:
        painter: Where to draw.
        area: What the line is in the middle of; text that is longer ends in "…".
        text: One line.
        words: What was looked for; empty marks nothing.
        start: The side on which the text begins.
    """
    font, elide = painter.font(), Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(font).elidedText(text, elide, area.width())
    marks = word_marks(shown, words)
    if not marks:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(start | middle), shown)
        return
    layout = _laid_out(shown, marks, font, painter)
    if layout.lineAt(0).naturalTextWidth() > area.width():  # bold is wider
        room = area.width() * 0.94
        shown = QFontMetricsF(font).elidedText(text, elide, room)
        layout = _laid_out(shown, word_marks(shown, words), font, painter)
    line = layout.lineAt(0)
    left = area.left()
    if start & Qt.AlignmentFlag.AlignRight:
        left = area.right() - line.naturalTextWidth()
    top = area.center().y() - line.height() / 2
    layout.draw(painter, QPointF(left, top))


def _laid_out(
    text: str, marks: list[tuple[int, int]], font: QFont, painter: QPainter
) -> QTextLayout:
    layout = QTextLayout(text, font, painter.device())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setBackground(theme.color("done_soft"))
    look.setForeground(theme.color("done"))
    ranges = []
    for begin, end in marks:
        each = QTextLayout.FormatRange()
        each.start = units(text[:begin])
        each.length = units(text[begin:end])
        each.format = look
        ranges.append(each)
    layout.setFormats(ranges)
    layout.beginLayout()
    layout.createLine().setLineWidth(_NO_END)
    layout.endLayout()
    return layout
