"""Days in words: when something is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from tracker.domain.due import When, when_due
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

_NEAR = 100  # days for which a weekday says more than it costs


def due_text(day: date, today: date) -> str:
    """Return when something is due, such as "Due Fri 28 Nov"."""
    when = when_due(day, today)
    if when is When.OVERDUE:
        return tr("Overdue since {day}", day=day_text(day, today, weekday=False))
    if when is When.TODAY:
        return tr("Due today")
    return tr("Due {day}", day=day_text(day, today))


def day_text(day: date, today: date, *, weekday: bool = True) -> str:
    """Return a day, with its weekday when near and its year when it is another one."""
    near = weekday and abs((day - today).days) < _NEAR
    form = "ddd d MMM" if near else "d MMM"
    form = form if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
