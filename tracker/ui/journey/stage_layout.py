"""How the panel of a stage is put together."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.label import frame


def overview(head: QWidget, tabs: QWidget, pages: QWidget) -> QWidget:
    """Return the head, the tabs and their pages, below each other."""
    unit = round(theme.unit(pages))
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(head)
    row = QHBoxLayout()
    row.setContentsMargins(unit, 0, unit, 0)
    row.addWidget(tabs)
    box.addLayout(row)
    box.addWidget(frame("rule"))
    box.addWidget(pages, 1)
    return whole


def one_below_another(*widgets: QWidget) -> QWidget:
    """Return a page of widgets in which a list takes the room that is left."""
    unit = round(theme.unit(widgets[0]))
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(unit, unit, unit // 2, unit * 3 // 4)
    box.setSpacing(unit // 2)
    for each in widgets:
        box.addWidget(each, int(isinstance(each, QAbstractItemView)))
    return page
