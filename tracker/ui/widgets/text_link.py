"""A link of its own line or lines: underlined, wrapped, never cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.painted_button import PaintedButton
from tracker.ui.widgets.row_paint import sides

INSET = 0.2  # lines that the text stands within its frame
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class TextLink(PaintedButton):
    """A button that looks and reads like a link; asks with ``clicked``."""

    def __init__(self, text: str) -> None:
        """Show ``text`` in as many lines as it needs."""
        super().__init__(text)
        self.setAccessibleName(text)
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
        return QSize(min(unit * 4, self.sizeHint().width()), unit + self._gap() * 2)

    def _gap(self) -> int:
        return max(round(theme.unit(self) * INSET), 3)

    def _area(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - self._gap() * 2, 1), 100_000)
        metrics = QFontMetrics(self.font())
        return metrics.boundingRect(room, int(_WRAP), breakable(self.text()))

    def _is_underlined(self) -> bool:
        return True

    def _role(self) -> str:
        """Return the role of the theme that it is written in now."""
        return "text" if self.underMouse() else "done"

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._gap()
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        font = QFont(self.font())
        font.setUnderline(self._is_underlined())
        painter.setFont(font)
        painter.setPen(theme.color(self._role()))
        text = QRectF(self.rect()).adjusted(gap, gap, -gap, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = sides(self.layoutDirection())[0]
        painter.drawText(
            text, int(side | Qt.TextFlag.TextWordWrap), breakable(self.text())
        )
