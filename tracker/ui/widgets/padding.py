"""Room around a widget."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme


def padded(widget: QWidget) -> QWidget:
    """Return a page with room around a widget, which takes its keyboard."""
    page = QWidget()
    page.setFocusProxy(widget)
    unit = round(theme.unit(page))
    box = QVBoxLayout(page)
    box.setContentsMargins(unit, unit // 2, unit // 2, unit // 2)
    box.addWidget(widget)
    return page
