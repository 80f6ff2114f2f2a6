"""A wrapped label that never takes more than some lines, however long its text is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from tracker.typing_tools import override
from tracker.ui.widgets.row_paint import sides

_ENOUGH = 200  # characters a line that are looked at; the rest cannot be seen


class ClampedLabel(QLabel):
    """Shows the beginning of a plain text; its accessible text is whole."""

    def __init__(self, kind: str, lines: int) -> None:
        """Show nothing yet.

        Args:
            kind: A rule of the style sheet.
            lines: How many there are at most.
        """
        super().__init__()
        self._most = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, a0: int) -> int:
        return len(self._wrapped(a0)) * self._line_height()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).averageCharWidth() * 30
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 8, 0)

    @override
    def paintEvent(self, a0: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = sides(self.layoutDirection())[0]
        height = self._line_height()
        for number, line in enumerate(self._wrapped(self.width())):
            row = self.rect().adjusted(0, number * height, 0, 0)
            painter.drawText(row, int(side | Qt.AlignmentFlag.AlignTop), line)

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).lineSpacing()

    def _wrapped(self, width: int) -> list[str]:
        """Return the lines that are shown."""
        return wrapped(self.text(), self.font(), width, self._most)


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return a text as at most so many lines; the last says if more was there."""
    seen = text[: most * _ENOUGH]
    layout = QTextLayout(seen, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    start = 0
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        lines.append(seen[start : start + line.textLength()].rstrip())
    layout.endLayout()
    if not lines or start + len(lines[-1]) >= len(text.rstrip()):
        return lines
    rest = f"{seen[start:]}…"
    elide = Qt.TextElideMode.ElideRight
    lines[-1] = QFontMetricsF(font).elidedText(rest, elide, width)
    return lines
