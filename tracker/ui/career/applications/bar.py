"""The row above the board: a filter, what is hidden, and what begins one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import button
from tracker.ui.widgets.tick import Tick
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class ApplicationBar(QWidget):
    """One row."""

    new_requested = Signal()

    def __init__(self) -> None:
        """Show all applications."""
        super().__init__()
        self.search = LineField()
        self.search.setPlaceholderText(tr("Filter applications…"))
        self.search.setAccessibleName(tr("Filter applications"))
        self.search.setClearButtonEnabled(True)
        self.closed = Tick(tr("Closed"))
        self.closed.setChecked(True)
        self.closed.setAccessibleName(tr("Show closed applications, too"))
        self.new = button(tr("New application"), self.new_requested.emit, "primary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.search, 1)
        self._row.addWidget(self.closed)
        self._row.addWidget(self.new)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        unit = round(theme.unit(self))
        self._row.setSpacing(unit // 2)
        self.search.setMinimumWidth(unit * 5)
