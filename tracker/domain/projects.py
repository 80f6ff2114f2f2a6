"""Projects as a learner made them: the roadmap's ones with changes, and their own.

A fold of facts like everything else: `ProjectFacts` holds what was stored about
projects, their milestones and steps; functions lay that over what the roadmap says.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ARCHIVED,
    BRIEF,
    DUE,
    ORDER,
    REMOVED,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
    TITLE,
    State,
)
from tracker.domain.ids import (
    MILESTONE,
    PROJECT,
    STEP,
    is_own,
    kind_of,
    milestone_subject,
    parent_of,
    project_subject,
    skill_subject,
    slug_of,
)
from tracker.domain.project import Milestone, Project
from tracker.domain.skill import Hours
from tracker.domain.work import MilestoneWork, ProjectWork, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.domain.edit import Edit, StoredEdit
    from tracker.domain.progress import Progress
    from tracker.domain.roadmap import Lane, Stage

SHAPE = (TITLE, BRIEF, SKILLS, STAGE_FIELD, ORDER, REMOVED)  # what a road shows of it
FIELDS = (*SHAPE, START, DUE, REPOSITORY, ARCHIVED)
_KINDS = frozenset({PROJECT, MILESTONE, STEP})
_NO_HOURS = Hours(0, 0)
YES = "yes"


class ProjectFacts:
    """What is stored about projects, kept current edit by edit."""

    def __init__(self, values: Mapping[str, Mapping[str, str]]) -> None:
        """Take the stored values of `FIELDS` by field and subject."""
        self._values = {
            field: {
                subject: value
                for subject, value in values.get(field, {}).items()
                if kind_of(subject) in _KINDS
            }
            for field in FIELDS
        }
        self._parts: dict[str, list[str]] = {}
        for subject in self._values[TITLE]:
            self._index(subject)

    def get(self, subject: str, field: str) -> str:
        """Return a stored text, empty where there is none."""
        return self._values[field].get(subject, "")

    def day(self, subject: str, field: str) -> date | None:
        """Return a stored day; one that nobody can read is none."""
        return _day(self.get(subject, field))

    def is_removed(self, subject: str) -> bool:
        """Return whether the learner removed it."""
        return bool(self.get(subject, REMOVED))

    def own_projects(self, *, removed: bool = False) -> list[str]:
        """Return the learner's own projects, by name."""
        return sorted(
            subject
            for subject in self._values[TITLE]
            if kind_of(subject) == PROJECT
            and is_own(subject)
            and self.is_removed(subject) is removed
        )

    def own_parts(self) -> list[str]:
        """Return the milestones and steps that the learner added, by name."""
        return sorted(
            part
            for parts in self._parts.values()
            for part in parts
            if not any(map(self.is_removed, _line_of(part)))
        )

    def own_on(self, stage: str) -> list[str]:
        """Return the learner's own projects that stand in a stage."""
        stages = self._values[STAGE_FIELD]
        return [each for each in self.own_projects() if stages.get(each) == stage]

    def parts(self, parent: str, known: Iterable[str] = ()) -> list[str]:
        """Return the milestones of a project, or steps of a milestone, in their order.

        Args:
            parent: The project or milestone.
            known: The parts that the roadmap gives it, in its order.
        """
        known = list(known)
        own = sorted(p for p in self._parts.get(parent, ()) if p not in known)
        order = {slug: n for n, slug in enumerate(self.get(parent, ORDER).split())}

        def place(part: str) -> int:
            return order.get(slug_of(part).rpartition("/")[2], len(order))

        return sorted((p for p in [*known, *own] if not self.is_removed(p)), key=place)

    def removed_parts(self, parent: str, known: Iterable[str] = ()) -> list[str]:
        """Return the parts of a project or milestone that the learner removed."""
        everything = dict.fromkeys([*known, *sorted(self._parts.get(parent, ()))])
        return [part for part in everything if self.is_removed(part)]

    def apply(self, stored: StoredEdit) -> frozenset[str]:
        """Take in a stored edit; return the projects that look different on a road."""
        reshaped: set[str] = set()
        for change in stored.edit.changes:
            subject, field = change.subject, change.field
            if kind_of(subject) not in _KINDS or field not in FIELDS:
                continue
            if change.after is None:
                self._values[field].pop(subject, None)
            else:
                self._values[field][subject] = change.after
            if field == TITLE:
                self._index(subject)
            if field in SHAPE:
                reshaped.add(project_of(subject))
        return frozenset(reshaped)

    def _index(self, subject: str) -> None:
        """Remember or forget a part that the learner added."""
        parent = parent_of(subject)
        if parent is None or not is_own(subject):
            return
        parts = self._parts.setdefault(parent, [])
        is_there = subject in self._values[TITLE]
        if is_there and subject not in parts:
            parts.append(subject)
        elif not is_there and subject in parts:
            parts.remove(subject)


def is_reshaping(edit: Edit) -> bool:
    """Return whether an edit may change which projects a road shows, and how."""
    return any(c.field in SHAPE and kind_of(c.subject) in _KINDS for c in edit.changes)


def project_of(subject: str) -> str:
    """Return the project that a milestone or step belongs to; a project is its own."""
    return project_subject(slug_of(subject).partition("/")[0])


def _line_of(subject: str) -> Iterator[str]:
    """Return a part, what it belongs to, and what that belongs to."""
    above: str | None = subject
    while above is not None:
        yield above
        above = parent_of(above)


def overlaid(project: Project, facts: ProjectFacts) -> Project:
    """Return a project as the learner changed it."""
    subject = project_subject(project.slug)
    titles = {milestone_subject(project.slug, m.slug): m for m in project.milestones}
    milestones = []
    for part in facts.parts(subject, titles):
        old = titles.get(part)
        slug = slug_of(part).rpartition("/")[2]
        title = facts.get(part, TITLE) or (old.title if old else slug)
        milestones.append(Milestone(slug=slug, title=title))
    skills = facts.get(subject, SKILLS).split()
    return replace(
        project,
        title=facts.get(subject, TITLE) or project.title,
        brief=facts.get(subject, BRIEF) or project.brief,
        milestones=tuple(milestones),
        skills=tuple(map(slug_of, skills)) if skills else project.skills,
    )


def own_project(subject: str, facts: ProjectFacts) -> Project:
    """Return a project of the learner's own; it takes no planned hours."""
    bare = Project(
        slug=slug_of(subject),
        title=slug_of(subject),
        brief="",
        hours=_NO_HOURS,
        milestones=(),
    )
    return overlaid(bare, facts)


def overlaid_stage(stage: Stage, subject: str, facts: ProjectFacts) -> Stage:
    """Return a stage with the projects as the learner has them; ``subject`` is its."""
    own = tuple(own_project(each, facts) for each in facts.own_on(subject))
    fork = stage.fork
    if fork is not None:
        lanes = tuple(_overlaid_lane(lane, facts) for lane in fork.lanes)
        fork = replace(fork, lanes=lanes)
    projects = tuple(overlaid(project, facts) for project in stage.projects)
    return replace(stage, projects=projects + own, fork=fork)


def _overlaid_lane(lane: Lane, facts: ProjectFacts) -> Lane:
    return replace(lane, projects=tuple(overlaid(p, facts) for p in lane.projects))


def work_of(
    project: Project, stage: str, facts: ProjectFacts, progress: Progress, note: str
) -> ProjectWork:
    """Return an overlaid project as it stands; ``stage`` is the slug of its stage."""
    subject = project_subject(project.slug)
    return ProjectWork(
        subject=subject,
        title=project.title,
        own=is_own(subject),
        stage=stage,
        brief=project.brief,
        status=progress.state(subject),
        start=facts.day(subject, START),
        due=facts.day(subject, DUE),
        finish=_done_day(subject, progress),
        repository=facts.get(subject, REPOSITORY),
        archived=bool(facts.get(subject, ARCHIVED)),
        milestones=tuple(
            _milestone_work(
                milestone_subject(project.slug, m.slug), m.title, facts, progress
            )
            for m in project.milestones
        ),
        skills=tuple(map(skill_subject, project.skills)),
        note=note,
        criteria=project.criteria,
        stretch=project.stretch,
    )


def _milestone_work(
    subject: str, title: str, facts: ProjectFacts, progress: Progress
) -> MilestoneWork:
    steps = tuple(
        Step(
            subject=step,
            title=facts.get(step, TITLE) or slug_of(step),
            done=progress.state(step) is State.DONE,
        )
        for step in facts.parts(subject)
    )
    return MilestoneWork(
        subject=subject,
        title=title,
        done=progress.state(subject) is State.DONE,
        done_on=_done_day(subject, progress),
        due=facts.day(subject, DUE),
        steps=steps,
    )


def moved(parts: Sequence[str], part: str, place: int) -> list[str]:
    """Return parts with one of them at another place, counted without it."""
    rest = [each for each in parts if each != part]
    place = min(max(place, 0), len(rest))
    return [*rest[:place], part, *rest[place:]]


def order_text(parts: Iterable[str]) -> str:
    """Return parts as the field that keeps their order."""
    return "\n".join(slug_of(part).rpartition("/")[2] for part in parts)


def _done_day(subject: str, progress: Progress) -> date | None:
    if progress.state(subject) is not State.DONE:
        return None
    return _day(progress.done_on(subject))


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text) if text else None
    return None
