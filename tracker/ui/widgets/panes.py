"""Things and one of them, beside each other or, in a narrow window, in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from tracker.typing_tools import override
from tracker.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEFT, _RIGHT = 16, 15  # lines of text that the two need at least
_WIDE = 46  # from here on both are shown, with three columns of cards


class Panes(QSplitter):
    """Shows both panes, or the one that was asked for last."""

    narrowed = Signal(bool)

    def __init__(self, left: QWidget, right: QWidget) -> None:
        """Begin with the left one where there is room for one alone."""
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right = left, right
        self._shows_right = self._was_sized = self.narrow = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._fit()

    def show_left(self) -> None:
        """Show the left pane, at least."""
        self._shows_right = False
        self._fit()

    def show_right(self) -> None:
        """Show the right pane, at least."""
        self._shows_right = True
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(_LEFT, _RIGHT) * theme.unit(self)
        return QSize(round(widest), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if not self._was_sized and not self.narrow:
            self._was_sized = True
            unit = theme.unit(self)
            wanted = min(max(self.width() * 0.34, unit * 19), unit * 26)
            self.setSizes([round(self.width() - wanted), round(wanted)])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        unit = round(theme.unit(self))
        self._left.setMinimumWidth(unit * _LEFT)
        self._right.setMinimumWidth(unit * _RIGHT)
        was, self.narrow = self.narrow, self.width() < unit * _WIDE
        self._left.setVisible(not (self.narrow and self._shows_right))
        self._right.setVisible(not self.narrow or self._shows_right)
        if was != self.narrow:
            self.narrowed.emit(self.narrow)
