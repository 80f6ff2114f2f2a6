"""A line to type in that ends in "…" where there is no room for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from tracker.typing_tools import override
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_GAP = 2  # pixels that Qt leaves before and behind the text of a line


class ElidedField(LineField):
    """Shows the whole text, to walk through, while the keyboard is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.textChanged.connect(self._tell)

    @property
    def shown(self) -> str:
        """Return the text as far as there is room for it."""
        elide = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), elide, self._room().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text = self.shown
        if self.hasFocus() or text == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        painter.setPen(self.palette().text().color())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self._room(), int(side), text)
        painter.end()

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        whole = QStyle.SubElement.SE_LineEditContents
        area = self.style().subElementRect(whole, option, self)
        around = self.textMargins()
        return area.adjusted(around.left() + _GAP, 0, -around.right() - _GAP, 0)

    def _tell(self) -> None:
        """Let the mouse read what there is no room for."""
        self.setToolTip("" if self.shown == self.text() else plain_tip(self.text()))
