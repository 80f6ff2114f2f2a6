"""A field for a day: what its words mean follows from what it asks for."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tracker.ui.widgets.day_field import DayField

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("ahead", "asked"), [(True, "2026-11-27"), (False, "2026-11-20")]
)
def test_a_weekday_is_the_next_one_or_of_what_was_the_last(qtbot, ahead, asked):
    field = DayField("Day", TODAY, ahead=ahead)
    qtbot.addWidget(field)
    wanted = []
    field.day_requested.connect(wanted.append)
    qtbot.keyClicks(field.line, "friday")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert wanted == [asked]
    assert field.line.text() == asked
