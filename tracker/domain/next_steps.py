"""What to do next: a rule, so that it can be explained and tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import project_subject, skill_subject

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from tracker.domain.progress import Progress
    from tracker.domain.project import Project
    from tracker.domain.roadmap import Stage
    from tracker.domain.skill import Skill


def next_step(
    stage: Stage, progress: Progress, off_road: Container[str] = ()
) -> Skill | Project | None:
    """Return what to do next in a stage, or ``None`` when nothing is left.

    First what is already being learnt, then the first skill whose needs are met, then a
    skill whose needs are not, and when all skills are done the first open project. Of
    alternatives nothing more is asked for once enough are done.

    Args:
        stage: As it is walked, without a fork (`Stage.walked`).
        progress: The states.
        off_road: Skill subjects that nobody asks for, as they stand in another lane or
            enough of their alternatives are done: to need one holds nothing back.
    """
    learning = progress.in_state(State.LEARNING)
    if learning:  # seldom many; most stages are not walked through for it
        for skill in _asked_for(stage, progress):
            if skill_subject(skill.slug) in learning:
                return skill
    first = None
    for skill in _asked_for(stage, progress):
        if _state(progress, skill.slug) is not State.TODO:
            continue
        if all(
            _state(progress, need) is State.DONE or skill_subject(need) in off_road
            for need in skill.needs
        ):
            return skill
        first = first or skill
    return first or _next_project(stage, progress)


def alternatives(skill: Skill, stage: Stage) -> str | None:
    """Return the title of the group in which a skill is one of several to choose."""
    for group in stage.groups:
        if group.least and skill in group.skills:
            return group.title
    return None


def _asked_for(stage: Stage, progress: Progress) -> Iterator[Skill]:
    done = progress.in_state(State.DONE)
    for group in stage.groups:
        if group.least:
            subjects = {skill_subject(skill.slug) for skill in group.skills}
            if len(subjects & done) >= group.least:
                continue
        yield from group.skills


def _next_project(stage: Stage, progress: Progress) -> Project | None:
    for project in stage.projects:
        state = progress.state(project_subject(project.slug))
        if state in {State.TODO, State.LEARNING}:
            return project
    return None


def helped_by(skill: Skill, stage: Stage) -> str | None:
    """Return the title of what a skill helps with next in its stage, if anything."""
    for other in stage.skills:
        if skill.slug in other.needs:
            return other.title
    for project in stage.projects:
        if skill.slug in project.skills:
            return project.title
    return None


def _state(progress: Progress, skill: str) -> State:
    return progress.state(skill_subject(skill))
