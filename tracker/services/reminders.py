"""What is due: overdue, today and within a week. It only says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.due import When, when_due
from tracker.domain.edit import ARCHIVED, DUE, PHASE, REMOVED, State
from tracker.domain.ids import APPLICATION, MILESTONE, PROJECT, kind_of, parent_of
from tracker.domain.stored_days import day_of
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.services.ports import Reader

MOST_LINES = 4  # of a notice; a desktop shows no more
_CLOSED = frozenset({State.DONE, State.ASIDE})


class Due(NamedTuple):
    """A project, milestone or next step that is due; the earliest comes first."""

    day: date
    subject: str


def due_this_week(reader: Reader, today: date) -> list[Due]:
    """Return what is due within a week and not done, also what is overdue.

    Reads days and states only, not the projects: the first picture waits for it. Of an
    application its next step is due, until it is closed.
    """
    due = reader.all_values(DUE)
    if not due:
        return []
    gone = reader.all_values(REMOVED).keys() | reader.all_values(ARCHIVED).keys()
    progress = reader.progress()
    if any(kind_of(subject) == APPLICATION for subject in due):
        gone |= _closed_applications(reader)
    found = []
    for subject, text in due.items():
        if kind_of(subject) not in {PROJECT, MILESTONE, APPLICATION}:
            continue
        parent = parent_of(subject) if kind_of(subject) == MILESTONE else None
        whole = {subject, parent or subject}
        day = day_of(text)
        if day is None:
            continue  # the doctor tells of it; no reminder can
        closed = any(progress.state(each) in _CLOSED for each in whole)
        soon = when_due(day, today) is not When.LATER
        if soon and not closed and gone.isdisjoint(whole):
            found.append(Due(day, subject))
    return sorted(found)


def _closed_applications(reader: Reader) -> set[str]:
    from tracker.domain.application import Phase  # noqa: PLC0415  # not at every start

    phases = reader.all_values(PHASE)
    return {subject for subject, phase in phases.items() if phase == Phase.CLOSED}


def notice(reader: Reader, today: date) -> list[str]:
    """Return a line for each thing that is overdue or due today, the earliest first."""
    found = [each for each in due_this_week(reader, today) if each.day <= today]
    lines = [_line(reader, each, today) for each in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(tr_n("1 more", "{n} more", len(found) - MOST_LINES))
    return lines


def _line(reader: Reader, item: Due, today: date) -> str:
    title = thing_title(reader, item.subject)
    day = item.day.isoformat()
    if item.day < today:
        return tr("Overdue since {day}: {title}", day=day, title=title)
    if item.day == today:
        return tr("Due today: {title}", title=title)
    return tr("Due on {day}: {title}", day=day, title=title)


def thing_title(reader: Reader, subject: str) -> str:
    """Return how what is due is called: of an application, its next step."""
    if kind_of(subject) == APPLICATION:
        from tracker.services.applications import (  # noqa: PLC0415  # as above
            step_title,
        )

        return step_title(reader, subject)
    return reader.title(subject) or subject


def due_text(reader: Reader, items: Sequence[Due], today: date) -> str:
    """Return one calm line on what is due this week, empty if nothing is."""
    if not items:
        return ""
    text = _line(reader, items[0], today)
    if len(items) > 1:
        more = tr_n("1 more this week", "{n} more this week", len(items) - 1)
        text = f"{text} · {more}"
    return text
