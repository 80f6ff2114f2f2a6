"""Widgets in a row that goes on below where there is no more room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.listed_layout import ListedLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(ListedLayout):
    """Lines of widgets, none narrower than it asks for; what grows fills its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the children of ``parent``."""
        super().__init__(parent)
        self._growing: set[QWidget] = set()
        # What was worked out, until something in it changes: heights by width, sizes.
        self._heights: dict[int, int] = {}
        self._sizes: dict[int, QSize] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, *widgets: QWidget) -> None:
        """Show these widgets after the others."""
        for widget in widgets:
            self.addWidget(widget)

    def clear(self) -> None:
        """Take every widget away."""
        while self._items:
            item = self.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)

    def let_grow(self, widget: QWidget) -> None:
        """Let a widget take what its line has left; it may be cut to its minimum."""
        self._growing.add(widget)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        self._sizes.clear()
        super().invalidate()

    @override
    def heightForWidth(self, arg__1: int) -> int:
        if arg__1 not in self._heights:
            self._heights[arg__1] = self._height(arg__1)
        return self._heights[arg__1]

    def _height(self, arg__1: int) -> int:
        gap, height = self._gap(), 0
        for line in self._lines(arg__1):
            height += max(self._wanted(item).height() for item in line) + gap
        return max(height - gap, 0)

    @override
    def sizeHint(self) -> QSize:
        wanted = [self._wanted(item) for item in self._shown()]
        width = sum(w.width() for w in wanted) + self._gap() * max(len(wanted) - 1, 0)
        return QSize(width, max((w.height() for w in wanted), default=0))

    @override
    def minimumSize(self) -> QSize:
        wanted = [self._wanted(item) for item in self._shown()]
        return QSize(
            max((w.width() for w in wanted), default=0),
            max((w.height() for w in wanted), default=0),
        )

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        gap, top = self._gap(), arg__1.top()
        mirrored = self._is_mirrored()
        for line in self._lines(arg__1.width()):
            height = max(self._wanted(item).height() for item in line)
            left = arg__1.left()
            for item, width in zip(
                line, self._widths(line, arg__1.width()), strict=True
            ):
                own = min(self._wanted(item).height(), height)
                at = QPoint(left, top + (height - own) // 2)
                if mirrored:
                    at.setX(arg__1.left() + arg__1.right() - left - width + 1)
                item.setGeometry(QRect(at, QSize(width, own)))
                left += width + gap
            top += height + gap

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        widths = [self._wanted(item).width() for item in line]
        left = room - sum(widths) - self._gap() * (len(line) - 1)
        for place, item in enumerate(line):
            if item.widget() in self._growing:
                widths[place] += max(left, 0)
                break
        return [min(width, max(room, 1)) for width in widths]

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken, gap = 0, self._gap()
        for item in self._shown():
            width = self._wanted(item).width()
            if lines and taken + gap + width <= room:
                lines[-1].append(item)
                taken += gap + width
            else:
                lines.append([item])
                taken = width
        return lines

    def _wanted(self, item: QLayoutItem) -> QSize:
        size = self._sizes.get(id(item))
        if size is None:
            grows = item.widget() in self._growing
            size = item.sizeHint()
            if grows:
                size = QSize(item.minimumSize().width(), size.height())
            self._sizes[id(item)] = size
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gap(self) -> int:
        widget = self.parentWidget()
        if self.spacing() >= 0 or widget is None:
            return max(self.spacing(), 0)
        return round(theme.unit(widget) * 0.5)

    def _is_mirrored(self) -> bool:
        widget = self.parentWidget()
        rtl = Qt.LayoutDirection.RightToLeft
        return widget is not None and widget.layoutDirection() == rtl
