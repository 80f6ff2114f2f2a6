"""The menu bar of the first picture: its titles, which are filled right after it."""

from __future__ import annotations

from PySide6.QtWidgets import QMenuBar, QWidget

from tracker.words import tr


def menu_titles() -> tuple[str, str, str, str, str]:
    """Return the menus, in their order."""
    return tr("&File"), tr("&Edit"), tr("&View"), tr("&Go"), tr("&Help")


def menu_bar(window: QWidget) -> QMenuBar:
    """Return a menu bar with empty menus; `tracker.ui.actions` fills them."""
    bar = QMenuBar(window)
    for title in menu_titles():
        bar.addMenu(title)
    return bar
