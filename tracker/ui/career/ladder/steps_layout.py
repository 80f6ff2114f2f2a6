"""Steps that rise from the left to the right, or stack where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.listed_layout import ListedLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NARROWEST = 14.5  # lines of text that a step needs
_RISE = 1.5  # lines from one step to the next


class StepsLayout(ListedLayout):
    """As many columns as have room; in each row the tops rise and the bottoms align."""

    def __init__(self, parent: QWidget) -> None:
        """Lay out the children of ``parent``."""
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def columns(self, width: int) -> int:
        """Return how many steps stand beside each other: 1, 2 or all."""
        gap, needed = self._gap(), self._unit() * _NARROWEST
        for number in (len(self._items), 2):
            if number and width >= number * needed + (number - 1) * gap:
                return number
        return 1

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._place(QRect(0, 0, arg__1, 0), moving=False)

    @override
    def sizeHint(self) -> QSize:
        width = round(self._unit() * _NARROWEST * max(len(self._items), 1))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        return QSize(round(self._unit() * 8), 0)

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, moving=True)

    def _place(self, area: QRect, *, moving: bool) -> int:
        """Place every step, or only count; return the height of all."""
        columns, gap, top = self.columns(area.width()), self._gap(), area.top()
        width = (area.width() - gap * (columns - 1)) // columns
        spare = (area.width() - gap * (columns - 1)) % columns  # pixels between steps
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            offsets = [self._rise() * (len(row) - 1 - n) for n in range(len(row))]
            heights = [item.heightForWidth(width) for item in row]
            bottom = top + max(o + h for o, h in zip(offsets, heights, strict=True))
            for number, item in enumerate(row):
                along = number * (width + gap) + min(number, spare)
                left = area.left() + along
                if self._mirrored():
                    left = area.right() + 1 - width - along
                if moving:
                    above = top + offsets[number]
                    item.setGeometry(QRect(left, above, width, bottom - above))
            top = bottom + gap
        return max(top - gap - area.top(), 0)

    def _unit(self) -> float:
        parent = self.parentWidget()
        return theme.unit(parent) if parent is not None else 16.0

    def _rise(self) -> int:
        return round(self._unit() * _RISE)

    def _gap(self) -> int:
        return round(self._unit() * 0.9)

    def _mirrored(self) -> bool:
        parent = self.parentWidget()
        rtl = Qt.LayoutDirection.RightToLeft
        return parent is not None and parent.layoutDirection() == rtl
