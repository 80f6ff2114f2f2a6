"""Rows of things to check off: what a list shows, made from the journey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from tracker.domain.edit import State
from tracker.domain.ids import (
    PROJECT,
    SKILL,
    kind_of,
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
)
from tracker.domain.stored_days import day_of
from tracker.domain.work import Grade
from tracker.services.wording import hours_text, state_name
from tracker.services.wording_proof import grade_word
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracker.domain.progress import Progress
    from tracker.domain.project import Project
    from tracker.domain.roadmap import Group, Stage
    from tracker.domain.skill import Hours, Skill


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A skill or a project in a list."""

    subject: str
    title: str
    hours: Hours
    parts: tuple[str, ...]  # subjects of its outcomes or milestones


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading above some rows."""

    title: str
    subjects: tuple[str, ...]
    least: int = 0  # how many are enough; 0 for all
    proved: frozenset[str] | None = None  # if only these count as done

    def count(self, progress: Progress) -> str:
        """Return how many of those that count are done, such as "1 / 3"."""
        subjects = set(self.subjects)
        finished = progress.in_state(State.DONE) & subjects
        if self.proved is not None:
            finished &= self.proved
        done = len(finished)
        counted = len(subjects) - len(progress.in_state(State.ASIDE) & subjects)
        if self.least:
            needed = max(min(self.least, counted), done)
            return tr("{done} of {all} needed", done=done, all=needed)
        return tr("{done} / {all}", done=done, all=counted)


ListRow = ItemRow | HeadingRow


def skill_rows(stage: Stage) -> Iterator[ListRow]:
    """Return the skills of a stage under the headings of their groups."""
    for group in stage.groups:
        subjects = tuple(skill_subject(skill.slug) for skill in group.skills)
        yield HeadingRow(group_title(group), subjects, group.least)
        for skill in group.skills:
            yield _skill_row(skill)


def group_title(group: Group) -> str:
    """Return the title of a group with its lane, and its rule if not all is asked."""
    title = group.title
    if group.lane:
        title = tr("{lane}: {title}", lane=group.lane, title=title)
    if group.least == 1:
        return tr("{title} · choose one or more", title=title)
    if group.least:
        return tr("{title} · at least {n}", title=title, n=group.least)
    return title


def project_rows(stage: Stage) -> Iterator[ListRow]:
    """Return the projects of a stage."""
    for project in stage.projects:
        yield _project_row(project)


def _skill_row(skill: Skill) -> ItemRow:
    parts = tuple(outcome_subject(skill.slug, o.slug) for o in skill.outcomes)
    return ItemRow(skill_subject(skill.slug), skill.title, skill.hours, parts)


def _project_row(project: Project) -> ItemRow:
    parts = tuple(milestone_subject(project.slug, m.slug) for m in project.milestones)
    return ItemRow(project_subject(project.slug), project.title, project.hours, parts)


def detail_of(row: ItemRow, progress: Progress) -> str:
    """Return the short text at the end of a row: a date, a state or the hours."""
    state = progress.state(row.subject)
    kind = kind_of(row.subject)
    if state is State.DONE:
        return done_text(progress.done_on(row.subject))
    parts = part_text(row, progress)
    if state is State.LEARNING:
        return f"{state_name(state, kind)} · {parts}"
    if state is State.ASIDE:
        return state_name(state, kind)
    return parts if kind == PROJECT else hours_text(row.hours)


def part_text(row: ItemRow, progress: Progress) -> str:
    """Return how many outcomes or milestones are done, such as "1 / 3"."""
    done = len(progress.in_state(State.DONE) & set(row.parts))
    return tr("{done} / {all}", done=done, all=len(row.parts))


def done_text(done_on: str) -> str:
    """Return "Done 3 Nov", with the year when it is another one."""
    day = day_text(done_on)
    return tr("Done {day}", day=day) if day else tr("Done")


def day_text(done_on: str) -> str:
    """Return a stored day, such as "3 Nov"; empty when nobody can read it."""
    day = day_of(done_on)
    if day is None:
        return ""
    form = "d MMM" if day.year == date.today().year else "d MMM yyyy"  # noqa: DTZ011
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def graded(row: ItemRow, progress: Progress, grade: Grade) -> str:
    """Return the text at the end of a row, with the word of a grade beyond the tick."""
    if grade <= Grade.CLAIMED:
        return detail_of(row, progress)
    day = day_text(progress.done_on(row.subject))
    return " · ".join(filter(None, (grade_word(grade), day)))


def only_proved(
    rows: Iterable[ListRow], proved: Callable[[str], bool]
) -> Iterator[ListRow]:
    """Return the rows of what is proved, under headings that count no more than it."""
    for row in rows:
        if isinstance(row, HeadingRow):
            kept = frozenset(filter(proved, row.subjects))
            yield replace(row, proved=kept)
        elif proved(row.subject):
            yield row


def spoken(row: ItemRow, progress: Progress, grade: Grade = Grade.NONE) -> str:
    """Return what a screen reader says for a row."""
    state = state_name(progress.state(row.subject), kind_of(row.subject))
    kind = tr("skill") if kind_of(row.subject) == SKILL else tr("project")
    parts = (row.title, kind, state, detail_of(row, progress), grade_word(grade))
    return ", ".join(filter(None, parts))
