"""A switch between a few ways of seeing the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segment(QAbstractButton):
    """One of the ways; painted as a raised tab when it is chosen."""

    def __init__(self, text: str) -> None:
        """Show ``text``."""
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def minimumSizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 1.5), round(unit * 1.75))

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        unit = theme.unit(self)
        width = metrics.horizontalAdvance(self.text()) + unit * 1.7
        return QSize(round(width), round(unit * 1.75))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.color("done_soft"))
            painter.drawRoundedRect(area, 7, 7)
        elif self.underMouse():
            painter.setBrush(theme.color("background"))
            painter.drawRoundedRect(area, 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(area, 7, 7)
        painter.setPen(theme.color("done" if self.isChecked() else "muted"))
        if self.isChecked():
            painter.setFont(theme.scaled(self.font(), 1.0, 600))
        room = self.width() - theme.unit(self) * 0.4
        elide = Qt.TextElideMode.ElideRight
        text = QFontMetricsF(painter.font()).elidedText(self.text(), elide, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Segmented(QWidget):
    """A row of segments, of which exactly one is chosen."""

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str], name: str) -> None:
        """Offer ``texts``; ``name`` says to a screen reader what is chosen here."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for number, text in enumerate(texts):
            segment = Segment(text)
            segment.setAccessibleName(text)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self._chosen = 0
        self.choose(0)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def number(self) -> int:
        """Return the number of the one that is chosen."""
        return self._chosen

    def choose(self, number: int) -> None:
        """Show one as chosen, without asking for it."""
        self._chosen = number
        self._group.button(number).setChecked(True)

    def _on_toggled(self, number: int, checked: bool) -> None:  # noqa: FBT001  # Qt
        # By the signal of a change, since a screen reader changes without a click.
        if checked and number != self._chosen:
            self._chosen = number
            self.chosen.emit(number)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("line"), 1.2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
