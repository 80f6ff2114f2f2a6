"""The row above the projects: ways to show them, filters, and what makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import turn
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import button
from tracker.ui.widgets.segmented import Segmented
from tracker.ui.widgets.tick import Tick
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ProjectBar(QWidget):
    """One row, or two where that has no room."""

    new_requested = Signal()
    removed_requested = Signal()

    def __init__(self) -> None:
        """Show all projects as a board, without filters."""
        super().__init__()
        self.ways = Segmented((tr("Board"), tr("List")), tr("How projects are shown"))
        self.search = LineField()
        self.search.setPlaceholderText(tr("Filter projects…"))
        self.search.setAccessibleName(tr("Filter projects"))
        self.search.setClearButtonEnabled(True)
        self.archived, self.aside = Tick(tr("Archived")), Tick(tr("Set aside"))
        self.archived.setAccessibleName(tr("Show archived projects, too"))
        self.aside.setAccessibleName(tr("Show what is set aside, too"))
        self.removed = button("", self.removed_requested.emit, "quiet")
        self.new = button(tr("New project"), self.new_requested.emit, "primary")
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.ways)
        self._first.addWidget(self.search, 1)
        for each in (self.aside, self.archived, self.removed, self.new):
            self._second.addWidget(each)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._first, 1)
        self._box.addLayout(self._second)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(self._needed(self._first), self._needed(self._second))
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # such as by larger text
            self._fit()
        return super().event(event)

    def _needed(self, row: QHBoxLayout) -> int:
        return row.minimumSize().width()

    def _fit(self) -> None:
        unit = round(theme.unit(self))
        self.search.setMinimumWidth(unit * 5)
        for box in (self._box, self._first, self._second):
            if box.spacing() != unit // 2:  # else each layout would ask for another
                box.setSpacing(unit // 2)
        needed = self._needed(self._first) + self._needed(self._second) + unit // 2
        turn(self._box, wide=self.width() >= needed)
