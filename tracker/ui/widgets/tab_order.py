"""The order of the Tab key: that in which things stand, not that of their making."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def follow_layout(root: QWidget, known: list[QWidget]) -> list[QWidget]:
    """Let Tab go through everything below a widget as its layouts have it.

    Args:
        root: Where to begin.
        known: What this returned before; nothing is done where it is still so.
    """
    found = list(_stops(root))
    if [id(each) for each in found] != [id(each) for each in known]:
        for before, after in pairwise(found):
            QWidget.setTabOrder(before, after)
    return found


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at, from above."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if takes and widget.focusProxy() is None:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _stops(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
