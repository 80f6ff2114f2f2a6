"""Things and one of them, beside each other or, in a narrow window, in turn."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.fitted import Fitted

_LEFT, _RIGHT = 16, 15  # lines of text that the two need at least
_SIZED = Qt.WidgetAttribute.WA_Resized  # somebody gave it a size
_WIDE = 46  # from here on both are shown, with three columns of cards


class Panes(Fitted, QSplitter):
    """Shows both panes, or the one that was asked for last."""

    narrowed = Signal(bool)

    def __init__(
        self, left: QWidget, right: QWidget, *, on_demand: bool = False
    ) -> None:
        """Begin with the left one where there is room for one alone.

        Args:
            left: The things.
            right: One of them.
            on_demand: Whether the right pane is there only after it was asked for.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right, self._on_demand = left, right, on_demand
        self._shows_right = self._was_sized = self.narrow = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._fit()

    @property
    def shows_right(self) -> bool:
        """Return whether the right pane was asked for last."""
        return self._shows_right

    def show_left(self) -> None:
        """Show the left pane, at least; alone, where the right is there on demand."""
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
    def _fit(self) -> None:
        unit = round(theme.unit(self))
        self._left.setMinimumWidth(unit * _LEFT)
        self._right.setMinimumWidth(unit * _RIGHT)
        was, self.narrow = self.narrow, self.width() < unit * _WIDE
        self._left.setVisible(not (self.narrow and self._shows_right))
        always = not self.narrow and not self._on_demand
        self._right.setVisible(always or self._shows_right)
        self._part()
        if was != self.narrow:
            self.narrowed.emit(self.narrow)

    def _part(self) -> None:
        """Part the room once, when both are to be seen for the first time."""
        both = not self._right.isHidden() and not self._left.isHidden()
        if self._was_sized or not both or not self.testAttribute(_SIZED):
            return
        self._was_sized = True
        unit = theme.unit(self)
        wanted = min(max(self.width() * 0.34, unit * 19), unit * 26)
        self.setSizes([round(self.width() - wanted), round(wanted)])
