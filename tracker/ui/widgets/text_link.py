"""A link of its own line or lines: underlined, wrapped, never cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.row_paint import sides

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class TextLink(QAbstractButton):
    """A button that looks and reads like a link; asks with ``clicked``."""

    def __init__(self, text: str) -> None:
        """Show ``text`` in as many lines as it needs."""
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, a0: int) -> int:
        return self._area(a0).height() + self._gap() * 2

    @override
    def sizeHint(self) -> QSize:
        whole = QFontMetrics(self.font()).horizontalAdvance(self.text())
        wide = min(whole, round(theme.unit(self) * 30)) + self._gap() * 2 + 2
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        unit = round(theme.unit(self))
        return QSize(unit * 4, unit + self._gap() * 2)

    def _gap(self) -> int:
        return max(round(theme.unit(self) * 0.2), 3)

    def _area(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - self._gap() * 2, 1), 100_000)
        metrics = QFontMetrics(self.font())
        return metrics.boundingRect(room, int(_WRAP), breakable(self.text()))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        return super().event(event)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._gap()
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        font = QFont(self.font())
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.color("text" if self.underMouse() else "done"))
        text = QRectF(self.rect()).adjusted(gap, gap, -gap, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = sides(self.layoutDirection())[0]
        painter.drawText(
            text, int(side | Qt.TextFlag.TextWordWrap), breakable(self.text())
        )
