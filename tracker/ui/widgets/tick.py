"""A check box with the box of the lists: seen in both looks, at every text size."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from tracker.domain.edit import State
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.state_box import draw_state

_MNEMONIC = re.compile(r"&(.)")


class Tick(QCheckBox):
    """Checked or not; the whole of it can be clicked."""

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        shown = _MNEMONIC.sub(r"\1", self.text())
        words = self.fontMetrics().horizontalAdvance(shown)
        return QSize(round(words + unit * 2), round(unit * 1.7))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(whole, 5, 5)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(0, 0, unit * 0.95, unit * 0.95)
        box.moveCenter(whole.center())
        text = whole.adjusted(unit * 1.5, 0, 0, 0)
        if mirrored:
            box.moveRight(whole.right() - unit * 0.25)
            text = whole.adjusted(0, 0, -unit * 1.5, 0)
        else:
            box.moveLeft(whole.left() + unit * 0.25)
        draw_state(painter, box, State.DONE if self.isChecked() else State.TODO)
        painter.setPen(theme.color("text"))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter
        flags = int(side | middle | Qt.TextFlag.TextShowMnemonic)
        painter.drawText(text, flags, self.text())
