"""Projects as a learner made them: the roadmap's ones with changes, and their own.

Functions lay what is stored (`tracker.domain.project_facts`) over what a roadmap says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ARCHIVED,
    BRIEF,
    DUE,
    REPOSITORY,
    SKILLS,
    START,
    TITLE,
    State,
)
from tracker.domain.ids import (
    is_own,
    milestone_subject,
    project_subject,
    skill_subject,
    slug_of,
)
from tracker.domain.project import Milestone, Project
from tracker.domain.skill import Hours
from tracker.domain.stored_days import day_of
from tracker.domain.work import MilestoneWork, ProjectWork, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tracker.domain.progress import Progress
    from tracker.domain.project_facts import ProjectFacts
    from tracker.domain.roadmap import Lane, Stage

_NO_HOURS = Hours(0, 0)


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
        own_brief=bool(facts.get(subject, BRIEF)),
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
    return day_of(progress.done_on(subject))
