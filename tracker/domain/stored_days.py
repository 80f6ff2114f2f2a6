"""Days as they are stored: 2026-11-28. What nobody can read stops nothing."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from tracker.domain.edit import UNREADABLE


def day_of(text: str | None) -> date | None:
    """Return a stored day; ``None`` for none, or one that nobody can read."""
    with suppress(ValueError, TypeError):
        return date.fromisoformat(text) if text else None
    return None


def certain_day(text: str | None) -> date:
    """Return a stored day; none, or one that nobody can read, is of 1970."""
    return day_of(text) or UNREADABLE.date()
