"""Rows of the journal: headings of days or weeks, lines, and what a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from tracker.domain.work import Entry
from tracker.services.found import Hit, place_text
from tracker.services.wording import minutes_text
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A heading: a day or a week, and the time spent in it."""

    title: str
    minutes: int


JournalRow = Entry | PeriodRow | Hit


def rows_of(
    entries: Iterable[Entry], minutes: Mapping[date, int], *, by_week: bool
) -> list[JournalRow]:
    """Return lines under headings, in the order in which they come.

    Args:
        entries: The newest first.
        minutes: The time spent on each day, of all lines and not only of these.
        by_week: Whether a heading stands for a week that begins on Monday.
    """
    rows: list[JournalRow] = []
    shown: date | None = None
    weeks: dict[date, int] = {}
    for day, spent in minutes.items():
        weeks[monday(day)] = weeks.get(monday(day), 0) + spent
    for entry in entries:
        period = monday(entry.day) if by_week else entry.day
        if period != shown:
            shown = period
            title = week_title(period) if by_week else day_title(period)
            spent = (weeks if by_week else minutes).get(period, 0)
            rows.append(PeriodRow(title, spent))
        rows.append(entry)
    return rows


def monday(day: date) -> date:
    """Return the Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def day_title(day: date) -> str:
    """Return a day in words, such as "Tuesday, 24 November 2026"."""
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, "dddd, d MMMM yyyy")


def week_title(day: date) -> str:
    """Return a week in words, named by its Monday."""
    shown = QDate(day.year, day.month, day.day)
    text = QLocale().toString(shown, "d MMMM yyyy")
    number = day.isocalendar().week
    return tr("Week {n}, from {day}", n=number, day=text)


def month_title(month: str) -> str:
    """Return a month such as "2026-11" in words."""
    year, number = (int(part) for part in month.split("-"))
    return QLocale().toString(QDate(year, number, 1), "MMMM yyyy")


def end_of_month(month: str) -> str:
    """Return a day that no day of a month such as "2026-11" comes after."""
    return f"{month}-31"


def first_line(text: str) -> str:
    """Return the first line that says something, for a list."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line), "")


def spoken(row: JournalRow, titles: Mapping[str, str]) -> str:
    """Return what a screen reader says for a row."""
    if isinstance(row, PeriodRow):
        return ", ".join(filter(None, (row.title, minutes_text(row.minutes))))
    if isinstance(row, Hit):
        return tr("{place}: {text}", place=place_text(row), text=first_line(row.text))
    about = ", ".join(titles.get(link, link) for link in row.links)
    day = day_title(row.day)
    parts = (first_line(row.text), minutes_text(row.minutes), about, day)
    return ", ".join(filter(None, parts))
