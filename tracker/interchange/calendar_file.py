"""What is due in a learner's projects, as iCalendar (RFC 5545).

Each due milestone and project stands there twice: as a to-do, and as an all-day event,
because some calendars ignore to-dos. A project without a day of its own is a to-do as
well when one of its milestones has one, so that the milestone's parent is in the file.

A file is a copy. It is taken in again without doubles, because identifiers follow from
subjects, and what changed since is newer, because of its ``SEQUENCE``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.texts import cleaned
from tracker.interchange.csv_file import all_projects
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icalendar import Component

    from tracker.domain.work import MilestoneWork, ProjectWork, Record

PRODUCER = "-//Milepost//Milepost//EN"

# A day becomes a moment that lies on this day from Honolulu to Auckland.
_DONE_AT = time(10, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A milestone or a project, ready to be written twice."""

    uid: str
    event_uid: str
    title: str
    event_title: str
    status: str
    percent: int
    sequence: int
    stamp: datetime
    start: date | None = None
    due: date | None = None
    done_on: date | None = None
    parent: str = ""


def calendar_ics(
    record: Record, now: datetime, last_change: Mapping[str, int], owner: str = ""
) -> bytes:
    """Return a calendar file of everything in projects that has a due day.

    What is set aside or archived unfinished is marked as cancelled, so that a copy
    that a calendar has taken in before goes away. Without anything due the calendar is
    empty, which some programs refuse: tell the learner instead.

    Args:
        record: What to tell.
        now: The moment of the export, with a time zone.
        last_change: For each subject, the ``seq`` of the last edit that is about it; 0
            without one. The highest of a project and all below it is the ``SEQUENCE``
            of them all: the log only grows, so a change always makes it higher, and
            the same log always gives the same.
        owner: An opaque name of the learner. With it, the files of two learners on one
            roadmap fit into one calendar.
    """
    from icalendar import Calendar  # noqa: PLC0415  # heavy; only an export needs it

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", tr("Milepost: what is due"))
    stamp = now.astimezone(UTC).replace(microsecond=0)
    for project in all_projects(record):
        for item in _items(project, stamp, last_change, owner):
            calendar.add_component(_todo(item))
            if item.due:
                calendar.add_component(_event(item, item.due))
    written: bytes = calendar.to_ical()
    return written


def _items(
    project: ProjectWork, stamp: datetime, last_change: Mapping[str, int], owner: str
) -> Iterator[_Item]:
    milestones = [each for each in project.milestones if each.due]
    if not project.due and not milestones:
        return
    sequence = max(last_change.get(each, 0) for each in _subjects(project))
    parent = _project(project, stamp, sequence, owner)
    yield parent
    for each in milestones:
        yield _milestone(each, project, parent, owner)


def _project(project: ProjectWork, stamp: datetime, sequence: int, owner: str) -> _Item:
    done = project.status is State.DONE
    title = cleaned(project.title)
    many = len(project.milestones)
    percent = 100 if done else 100 * project.milestones_done // (many or 1)
    return _Item(
        uid=_uid("todo", project.subject, owner),
        event_uid=_uid("event", project.subject, owner),
        title=title,
        event_title=title,
        status=_status(project, done=done, begun=project.status is State.LEARNING),
        percent=percent,
        sequence=sequence,
        stamp=stamp,
        start=project.start,
        due=project.due,
        done_on=project.finish if done else None,
    )


def _milestone(
    each: MilestoneWork, project: ProjectWork, parent: _Item, owner: str
) -> _Item:
    steps = sum(step.done for step in each.steps)
    title = cleaned(each.title)
    return _Item(
        uid=_uid("todo", each.subject, owner),
        event_uid=_uid("event", each.subject, owner),
        title=title,
        event_title=tr("{project}: {title}", project=parent.title, title=title),
        status=_status(project, done=each.done, begun=bool(steps)),
        percent=100 if each.done else 100 * steps // (len(each.steps) or 1),
        sequence=parent.sequence,
        stamp=parent.stamp,
        due=each.due,
        done_on=each.done_on if each.done else None,
        parent=parent.uid,
    )


def _status(project: ProjectWork, *, done: bool, begun: bool) -> str:
    if done:
        return "COMPLETED"
    if project.archived or project.status is State.ASIDE:
        return "CANCELLED"
    return "IN-PROCESS" if begun else "NEEDS-ACTION"


def _todo(item: _Item) -> Component:
    from icalendar import Todo  # noqa: PLC0415  # see `calendar_ics`

    todo = Todo()
    todo.add("uid", item.uid)
    _add_common(todo, item, item.title)
    todo.add("status", item.status)
    todo.add("percent-complete", item.percent)
    if item.due:
        todo.add("due", item.due)
    if item.start and item.due and item.start < item.due:  # the RFC wants it earlier
        todo.add("dtstart", item.start)
    if item.done_on:
        todo.add("completed", datetime.combine(item.done_on, _DONE_AT))
    if item.parent:
        todo.add("related-to", item.parent, parameters={"RELTYPE": "PARENT"})
    return todo


def _event(item: _Item, due: date) -> Component:
    from icalendar import Event  # noqa: PLC0415  # see `calendar_ics`

    event = Event()
    event.add("uid", item.event_uid)
    _add_common(event, item, item.event_title)
    event.add("dtstart", due)
    if due < date.max:  # without an end it is that one day as well
        event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if item.status == "CANCELLED" else "CONFIRMED")
    return event


def _add_common(component: Component, item: _Item, title: str) -> None:
    component.add("dtstamp", item.stamp)
    component.add("sequence", item.sequence)
    component.add("summary", title)


def _subjects(project: ProjectWork) -> Iterator[str]:
    yield project.subject
    for each in project.milestones:
        yield each.subject
        yield from (step.subject for step in each.steps)


def _uid(kind: str, subject: str, owner: str) -> str:
    """Return an identifier; a to-do and an event must not share one."""
    digest = sha256(f"{kind}\n{owner}\n{subject}".encode())
    return f"{digest.hexdigest()[:32]}@milepost"
