"""A check box with the box that Milepost draws everywhere else."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from tracker.domain.edit import State
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.state_box import draw_state


class CheckBox(QCheckBox):
    """A choice of yes or no; a tick says yes, not the colour alone."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        which = QStyle.SubElement.SE_CheckBoxIndicator
        area = QRectF(self.style().subElementRect(which, option, self))
        painter = QPainter(self)
        painter.fillRect(area.adjusted(-1, -1, 1, 1), theme.color("surface"))
        draw_state(painter, area, State.DONE if self.isChecked() else State.TODO)
        painter.end()
