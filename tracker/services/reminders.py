"""What is due: overdue, today and within a week. It only says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.due import When, when_due
from tracker.domain.edit import ARCHIVED, DUE, REMOVED, State
from tracker.domain.ids import MILESTONE, PROJECT, kind_of, parent_of
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from tracker.services.ports import Reader

_CLOSED = frozenset({State.DONE, State.ASIDE})


class Due(NamedTuple):
    """A project or milestone that is due; the earliest comes first."""

    day: date
    subject: str


def due_this_week(reader: Reader, today: date) -> list[Due]:
    """Return what is due within a week and not done, also what is overdue.

    Reads days and states only, not the projects: the first picture waits for it.
    """
    due = reader.all_values(DUE)
    if not due:
        return []
    gone = reader.all_values(REMOVED).keys() | reader.all_values(ARCHIVED).keys()
    progress = reader.progress()
    found = []
    for subject, text in due.items():
        if kind_of(subject) not in {PROJECT, MILESTONE}:
            continue
        parent = parent_of(subject) if kind_of(subject) == MILESTONE else None
        whole = {subject, parent or subject}
        try:
            day = date.fromisoformat(text)
        except ValueError:
            continue  # the doctor tells of it; no reminder can
        closed = any(progress.state(each) in _CLOSED for each in whole)
        soon = when_due(day, today) is not When.LATER
        if soon and not closed and gone.isdisjoint(whole):
            found.append(Due(day, subject))
    return sorted(found)


def due_text(reader: Reader, today: date) -> str:
    """Return one calm line on what is due, empty if nothing is."""
    items = due_this_week(reader, today)
    if not items:
        return ""
    first = items[0]
    title = reader.title(first.subject) or first.subject
    late = (today - first.day).days
    if late > 0:
        text = tr(
            "Overdue since {day}: {title}", day=first.day.isoformat(), title=title
        )
    elif late == 0:
        text = tr("Due today: {title}", title=title)
    else:
        text = tr("Due on {day}: {title}", day=first.day.isoformat(), title=title)
    if len(items) > 1:
        more = tr_n("1 more this week", "{n} more this week", len(items) - 1)
        text = f"{text} · {more}"
    return text
