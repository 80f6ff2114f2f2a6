"""A check box in the look of all others: the box says by its shape what is on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from tracker.domain.edit import State
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.state_box import draw_state


class Toggle(QCheckBox):
    """Shows or hides something at once."""

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(width + unit * 2.1), round(unit * 1.8))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = unit * 1.0
        left = self.width() - side - unit * 0.3 if mirrored else unit * 0.3
        box = QRectF(left, (self.height() - side) / 2, side, side)
        draw_state(painter, box, State.DONE if self.isChecked() else State.TODO)
        text = QRectF(self.rect()).adjusted(unit * 1.6, 0, -unit * 0.2, 0)
        if mirrored:
            text = QRectF(self.rect()).adjusted(unit * 0.2, 0, -unit * 1.6, 0)
        painter.setPen(theme.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(text, int(middle), self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, 5, 5)
        painter.end()
