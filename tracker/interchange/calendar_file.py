"""What is due in a learner's projects and applications, as iCalendar (RFC 5545).

Each due milestone and project stands there twice: as a to-do, and as an all-day event,
because some calendars ignore to-dos. A project without a day of its own is a to-do as
well when one of its milestones has one, so that the milestone's parent is in the file.
Of an open application its next step stands there; once that changes, so does the item.

A file is a copy. It is taken in again without doubles, because identifiers follow from
subjects, and what changed since is newer, because of its ``SEQUENCE``. A calendar keeps
what a later file does not name, so what is due no longer is named as cancelled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.errors import BadInputError
from tracker.domain.ids import slug_of
from tracker.domain.project_facts import project_of
from tracker.domain.texts import cleaned
from tracker.interchange.calendar_log import CalendarLog
from tracker.interchange.csv_file import all_projects
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from icalendar import Component

    from tracker.domain.application import Application
    from tracker.domain.edit import StoredEdit
    from tracker.domain.work import MilestoneWork, ProjectWork, Record

PRODUCER = "-//Milepost//Milepost//EN"
CANCELLED = "CANCELLED"

# Of a day that was written down by hand no moment is known. At this one it is the same
# day from Honolulu to Auckland.
_DONE_AT = time(10, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A milestone, project or next step, ready to be written twice.

    Attributes:
        day: Where the event stands; without one there is none.
        has_gone: Whether the event is cancelled, whatever the to-do says.
    """

    uid: str
    event_uid: str
    title: str
    status: str
    percent: int
    sequence: int
    stamp: datetime
    start: date | None = None
    due: date | None = None
    day: date | None = None
    has_gone: bool = False
    completed: datetime | None = None
    parent: str = ""


def calendar_ics(
    record: Record,
    now: datetime,
    log: Iterable[StoredEdit] = (),
    title_of: Callable[[str], str | None] = lambda _: None,
    owner: str = "",
) -> bytes:
    """Return a calendar file of everything that has a due day.

    What is set aside or archived unfinished, was removed or lost its day is marked as
    cancelled, so that a copy that a calendar has taken in before goes away.

    Args:
        record: What to tell.
        now: The moment of the export, for what the log does not know.
        log: All edits. The last one about a project or a part of it gives all of them
            their ``SEQUENCE`` and stamp, so the same log always makes the same file.
        title_of: Names what is in the record no longer.
        owner: An opaque name of the learner. With it, the files of two learners on one
            roadmap fit into one calendar.

    Raises:
        BadInputError: Nothing has, or ever had, a due day; a calendar must hold
            something (RFC 5545, 3.6).
    """
    from icalendar import Calendar  # noqa: PLC0415  # heavy; only an export needs it

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", tr("Milepost: what is due"))
    for item in _Items(CalendarLog(log), now, title_of, owner).all(record):
        calendar.add_component(_todo(item))
        if item.day:
            calendar.add_component(_event(item, item.day))
    if not calendar.subcomponents:
        sentence = tr(
            "Nothing in your projects and applications has a due day, so there is "
            "nothing to put into a calendar and no file was written. Give a project, a "
            "milestone or a next step a due day, then export again."
        )
        raise BadInputError(sentence)
    written: bytes = calendar.to_ical()
    return written


class _Items:
    """Makes what a calendar holds, of a record and the log."""

    def __init__(
        self,
        log: CalendarLog,
        now: datetime,
        title_of: Callable[[str], str | None],
        owner: str,
    ) -> None:
        self._log, self._now, self._owner = log, now, owner
        self._title_of = title_of

    def all(self, record: Record) -> Iterator[_Item]:
        """Return the projects of the record, then those that are there no longer."""
        known = all_projects(record)
        for project in known:
            yield from self._of(project)
        there = {project.subject for project in known}
        for subject in self._log.projects_with_gone():
            if subject not in there:
                yield from self._of_gone(subject)
        yield from self._of_applications(record.applications)

    def _of_applications(self, known: tuple[Application, ...]) -> Iterator[_Item]:
        for each in known:
            if each.due or self._log.is_gone(each.subject):
                yield self._step(each)
        there = {each.subject for each in known}
        for subject in self._log.gone_applications():
            if subject not in there:
                yield self._bare(subject, subject, self._log.title(subject))

    def _step(self, each: Application) -> _Item:
        """Return the next step of an application; cancelled where none is due."""
        title = each.name
        if each.next_step:
            title = tr("{step}: {name}", step=each.next_step, name=each.name)
        bare = self._bare(each.subject, each.subject, title)
        day = each.due or bare.day
        if each.due is None or not each.is_open:
            return replace(bare, due=day, day=day)
        status = "NEEDS-ACTION"
        return replace(bare, status=status, due=day, day=day, has_gone=False)

    def _of(self, project: ProjectWork) -> Iterator[_Item]:
        milestones = [each for each in project.milestones if each.due]
        gone = self._log.gone_milestones(project.subject)
        parent = self._project(project)
        if project.due or milestones:
            yield parent
        elif gone or self._log.is_gone(project.subject):
            parent = replace(parent, status=CANCELLED, has_gone=True)
            yield parent
        for each in milestones:
            yield self._milestone(each, project, parent)
        for subject in gone:
            yield self._gone(subject, parent)

    def _of_gone(self, subject: str) -> Iterator[_Item]:
        parent = self._gone(subject)
        if subject in self._log.gone_projects():  # else it is due on another roadmap
            yield parent
        for each in self._log.gone_milestones(subject):
            yield self._gone(each, parent)

    def _project(self, project: ProjectWork) -> _Item:
        done = project.status is State.DONE
        many = len(project.milestones)
        bare = self._bare(project.subject, project.subject, project.title)
        return replace(
            bare,
            status=_status(project, done=done, begun=project.status is State.LEARNING),
            percent=100 if done else 100 * project.milestones_done // (many or 1),
            start=project.start,
            due=project.due,
            day=project.due or bare.day,
            has_gone=project.due is None,
            completed=self._moment(project.subject, project.finish) if done else None,
        )

    def _milestone(
        self, each: MilestoneWork, project: ProjectWork, parent: _Item
    ) -> _Item:
        steps = sum(step.done for step in each.steps)
        title = tr("{project}: {title}", project=parent.title, title=each.title)
        return replace(
            self._bare(each.subject, project.subject, title),
            status=_status(project, done=each.done, begun=bool(steps)),
            percent=100 if each.done else 100 * steps // (len(each.steps) or 1),
            due=each.due,
            day=each.due,
            has_gone=False,
            completed=self._moment(each.subject, each.done_on) if each.done else None,
            parent=parent.uid,
        )

    def _gone(self, subject: str, parent: _Item | None = None) -> _Item:
        """Return what is due no longer, on the day that it had."""
        slug = slug_of(subject).rpartition("/")[2]
        title = self._title_of(subject) or self._log.title(subject) or slug
        if parent is None:
            return self._bare(subject, subject, title)
        title = tr("{project}: {title}", project=parent.title, title=title)
        return replace(
            self._bare(subject, project_of(subject), title), parent=parent.uid
        )

    def _bare(self, subject: str, project: str, title: str) -> _Item:
        """Return something as if it were due no longer."""
        stamp = self._log.stamp(project, self._now)
        return _Item(
            uid=_uid("todo", subject, self._owner),
            event_uid=_uid("event", subject, self._owner),
            title=cleaned(title),
            status=CANCELLED,
            percent=0,
            sequence=self._log.sequence(project),
            stamp=stamp.astimezone(UTC).replace(microsecond=0),
            due=self._log.last_due(subject),
            day=self._log.last_due(subject),
            has_gone=True,
        )

    def _moment(self, subject: str, day: date | None) -> datetime | None:
        """Return when something was done, or some time of the day if nobody knows."""
        if day is None:
            return None
        known = self._log.done_at(subject, day)
        if known is None:
            return datetime.combine(day, _DONE_AT)
        return known.astimezone(UTC).replace(microsecond=0)


def _status(project: ProjectWork, *, done: bool, begun: bool) -> str:
    if done:
        return "COMPLETED"
    if project.archived or project.status is State.ASIDE:
        return CANCELLED
    return "IN-PROCESS" if begun else "NEEDS-ACTION"


def _todo(item: _Item) -> Component:
    from icalendar import Todo  # noqa: PLC0415  # see `calendar_ics`

    todo = Todo()
    todo.add("uid", item.uid)
    _add_common(todo, item)
    todo.add("status", item.status)
    todo.add("percent-complete", item.percent)
    if item.due:
        todo.add("due", item.due)
    if item.start and item.due and item.start < item.due:  # the RFC wants it earlier
        todo.add("dtstart", item.start)
    if item.completed and item.status == "COMPLETED":
        todo.add("completed", item.completed)
    if item.parent:
        todo.add("related-to", item.parent, parameters={"RELTYPE": "PARENT"})
    return todo


def _event(item: _Item, day: date) -> Component:
    from icalendar import Event  # noqa: PLC0415  # see `calendar_ics`

    event = Event()
    event.add("uid", item.event_uid)
    _add_common(event, item)
    event.add("dtstart", day)
    if day < date.max:  # without an end it is that one day as well
        event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    is_off = item.has_gone or item.status == CANCELLED
    event.add("status", CANCELLED if is_off else "CONFIRMED")
    return event


def _add_common(component: Component, item: _Item) -> None:
    component.add("dtstamp", item.stamp)
    component.add("sequence", item.sequence)
    component.add("summary", item.title)


def _uid(kind: str, subject: str, owner: str) -> str:
    """Return an identifier; a to-do and an event must not share one."""
    digest = sha256(f"{kind}\n{owner}\n{subject}".encode())
    return f"{digest.hexdigest()[:32]}@milepost"
