"""What to do next, in one card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.typing_tools import override
from tracker.ui import icons, theme
from tracker.ui.widgets.row_paint import draw_words, sides


class NextCard(QAbstractButton):
    """A button with a title and a line below it."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, detail: str) -> None:
        """Say what is next."""
        self.setText(title)
        self._detail = detail
        self.setAccessibleName(f"{title}, {detail}" if detail else title)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 12), round(unit * 3.7))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        unit = theme.unit(self)
        card = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ring = "focus" if self.hasFocus() else "here"
        framed = self.hasFocus() or self.underMouse()
        pen = QPen(theme.color(ring), 2)
        painter.setPen(pen if framed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("here_soft"))
        painter.drawRoundedRect(card, 12, 12)
        size = round(unit * 1.2)
        ratio = self.devicePixelRatioF()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name = "chevron-left" if mirrored else "chevron-right"
        arrow = icons.pixmap(name, theme.current().here_text, size, ratio)
        x = unit * 0.7 if mirrored else card.right() - size - unit * 0.6
        painter.drawPixmap(round(x), round(card.center().y() - size / 2), arrow)
        text = card.adjusted(unit * 0.95, 0, -size - unit * 1.3, 0)
        if mirrored:
            text = card.adjusted(size + unit * 1.3, 0, -unit * 0.95, 0)
        self._paint_text(painter, text, unit)

    def _paint_text(self, painter: QPainter, area: QRectF, unit: float) -> None:
        side = sides(self.layoutDirection())[0]
        title = theme.scaled(self.font(), 1.0, 600)
        small = theme.scaled(self.font(), theme.SMALL)
        middle = area.center().y() if self._detail else area.center().y() + unit * 0.5
        painter.setFont(title)
        painter.setPen(theme.color("text"))
        first = QRectF(area.left(), middle - unit * 1.15, area.width(), unit * 1.15)
        draw_words(painter, first, self.text(), side)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        second = QRectF(area.left(), middle + unit * 0.05, area.width(), unit * 1.1)
        draw_words(painter, second, self._detail, side)
