"""The quick log tells of a day with more hours than a day, and refuses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tracker.ui.quick_log import QuickLogDialog


@pytest.fixture
def dialog(running):
    """Return the quick log on a day with 23 hours."""
    journal = running.journeying.workspace.journal
    journal.add(journal.today(), 23 * 60, "sorted it")
    running.press("Ctrl+L")
    running.qtbot.waitUntil(
        lambda: running.window.findChild(QuickLogDialog) is not None
    )
    dialog = running.window.findChild(QuickLogDialog)
    running.qtbot.waitUntil(dialog.line.hasFocus)
    return dialog


def test_the_hint_follows_day_and_time_and_the_line_is_logged(running, dialog):
    hint = dialog.findChild(QLabel, "full-day")
    running.write("1h more")
    assert not hint.isVisible()
    running.write(" and 30m of it")
    assert hint.isVisible()
    assert "24 h 30 in all" in hint.text()
    running.write(" yesterday")
    assert not hint.isVisible()
    dialog.minutes.setValue(24 * 60)
    assert not hint.isVisible()
    dialog.day.setDate(dialog.day.maximumDate())
    assert "47 h in all" in hint.text()
    dialog.line.setFocus()
    running.press("Return")
    assert running.toast.startswith("Logged")
