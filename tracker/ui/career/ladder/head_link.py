"""A heading that opens what it names; bold, underlined under the mouse or always."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.row_paint import sides
from tracker.ui.widgets.text_link import TextLink

_BOLD = 640


class HeadLink(TextLink):
    """Looks like a heading, is used like a link."""

    def __init__(self, text: str, *, underlined: bool = False) -> None:
        """Show ``text`` in as many lines as it needs.

        Args:
            text: What it says.
            underlined: Always, since nothing else says that it can be clicked.
        """
        super().__init__(text)
        self._underlined = underlined
        bold = QFont()
        bold.setWeight(QFont.Weight(_BOLD))
        self.setFont(bold)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._gap()
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        font = QFont(self.font())
        font.setUnderline(self._underlined or self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = sides(self.layoutDirection())[0]
        text = QRectF(self.rect()).adjusted(gap, gap, -gap, 0)
        flags = int(side | Qt.TextFlag.TextWordWrap)
        painter.drawText(text, flags, breakable(self.text()))
