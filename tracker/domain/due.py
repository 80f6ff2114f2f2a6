"""What is due: overdue, today, and in the days that follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.edit import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tracker.domain.application import Application
    from tracker.domain.work import ProjectWork

WEEK = 7  # days, today included


class When(StrEnum):
    """How soon something is due."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


@dataclass(frozen=True, slots=True, order=True)
class DueItem:
    """A milestone, a project or a next step with the day on which it is due."""

    day: date
    title: str
    subject: str
    project: str  # what a milestone or a next step belongs to, else empty
    when: When


def when_due(day: date, today: date) -> When:
    """Return how soon a day is."""
    if day < today:
        return When.OVERDUE
    if day == today:
        return When.TODAY
    return When.WEEK if day < today + timedelta(days=WEEK) else When.LATER


def is_open(project: ProjectWork) -> bool:
    """Return whether anything of a project can be due at all."""
    return project.status not in {State.DONE, State.ASIDE} and not project.archived


def due_items(
    projects: Iterable[ProjectWork],
    today: date,
    applications: Iterable[Application] = (),
) -> tuple[DueItem, ...]:
    """Return what is overdue or due within a week, the earliest first."""
    everything = all_due(projects, today, applications)
    return tuple(each for each in everything if each.when is not When.LATER)


def all_due(
    projects: Iterable[ProjectWork],
    today: date,
    applications: Iterable[Application] = (),
) -> tuple[DueItem, ...]:
    """Return everything that has a day and is not done, the earliest first."""
    found = [each for project in projects for each in _of(project, today)]
    found += [
        _step(each, each.due, today)
        for each in applications
        if each.due is not None and each.is_open
    ]
    return tuple(sorted(found))


def _step(application: Application, day: date, today: date) -> DueItem:
    """Return the next step of an application, or the application without one."""
    step, name = application.next_step, application.name
    title, whose = (step, name) if step else (name, "")
    return DueItem(day, title, application.subject, whose, when_due(day, today))


def _of(project: ProjectWork, today: date) -> Iterator[DueItem]:
    if not is_open(project):
        return
    if project.due is not None:
        when = when_due(project.due, today)
        yield DueItem(project.due, project.title, project.subject, "", when)
    for each in project.milestones:
        if each.due is not None and not each.done:
            when = when_due(each.due, today)
            yield DueItem(each.due, each.title, each.subject, project.title, when)
