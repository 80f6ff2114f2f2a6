"""What layouts share whose height follows from their width: their items, in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QLayoutItem

from tracker.typing_tools import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ListedLayout(QLayout):
    """Keeps its items in order; who derives from it says where they go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the children of ``parent``."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True
