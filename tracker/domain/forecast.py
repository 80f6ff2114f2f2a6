"""When a learner will arrive, at the hours they plan to spend."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

WEEKS_PER_MONTH = 365.25 / 12 / 7
HOURS_A_WEEK = range(1, 81)
USUAL_HOURS_A_WEEK = 8


class TimeLeft(NamedTuple):
    """A rounded time to go: ``unit`` is ``weeks``, ``months`` or ``years``."""

    amount: int
    unit: str


def time_left(hours: float, hours_a_week: int) -> TimeLeft | None:
    """Return how long ``hours`` take, rounded; ``None`` when nothing is left."""
    if hours <= 0:
        return None
    weeks = hours / hours_a_week
    if weeks <= 9:
        return TimeLeft(ceil(weeks), "weeks")
    months = weeks / WEEKS_PER_MONTH
    if months <= 24:
        return TimeLeft(ceil(months), "months")
    return TimeLeft(round(months / 12), "years")
