"""The dialog of the quick log, and the searchable lists over it and the journal."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tracker.ui.palette import Palette
from tracker.ui.quick_log import QuickLogDialog


def asked(running):
    """Return the dialog of the quick log, opened by its keys."""
    running.press("Ctrl+L")
    running.qtbot.waitUntil(
        lambda: running.window.findChild(QuickLogDialog) is not None
    )
    dialog = running.window.findChild(QuickLogDialog)
    running.qtbot.waitUntil(dialog.line.hasFocus)
    return dialog


def offered(running):
    """Return the searchable list that is open over the window or a dialog."""
    open_ones = [p for p in running.window.findChildren(Palette) if p.isVisible()]
    assert len(open_ones) == 1
    palette = open_ones[0]
    running.qtbot.waitUntil(lambda: QApplication.focusWidget() is palette._field)
    return palette
