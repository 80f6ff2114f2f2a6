"""A day on which more was logged than it has hours: told, never refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.wording import minutes_text
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from tracker.services.ports import Reader

_DAY = 24 * 60  # minutes


def minutes_on(reader: Reader, day: date) -> int:
    """Return how many minutes all lines of a day have together."""
    found = reader.days(day.isoformat(), day.isoformat())
    return sum(minutes for _, minutes, _ in found)


def full_day_words(day: date, minutes: int) -> str:
    """Return a hint if a day has more minutes than it can; else nothing."""
    if minutes <= _DAY:
        return ""
    return tr(
        "{day} has {time} in all, which is more than a day. Is it the right day?",
        day=day.isoformat(),
        time=minutes_text(minutes),
    )
