"""A list with a menu at its current row: by the menu key as by a right click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from tracker.typing_tools import override
from tracker.ui.widgets.card_menu import ActMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class MenuList(QListView):
    """Rows that are painted by a delegate."""

    menu_requested = Signal(QPoint)  # on the screen; the list stands on the row

    def __init__(self, name: str) -> None:
        """Show nothing yet; ``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "board")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def contextMenuEvent(self, a0: QContextMenuEvent) -> None:
        by_keys = a0.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(a0.pos())
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_requested.emit(place if by_keys else a0.globalPos())

    def pop_up(
        self, acts: Iterable[tuple[str, Callable[[], object]]], at: QPoint
    ) -> None:
        """Offer what can be done; an empty text makes a line between."""
        menu = ActMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in acts:
            if text:
                menu.add(text.replace("&", "&&"), act)
            else:
                menu.addSeparator()
        menu.popup(at)
