"""What stands on a roadmap, as subjects that edits can be about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.ids import (
    fork_subject,
    lane_subject,
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
    stage_subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.project import Project
    from tracker.domain.roadmap import Fork, Roadmap
    from tracker.domain.skill import Skill


class Item(NamedTuple):
    """A subject, the position of its stage, and its title."""

    subject: str
    stage: int
    title: str


def items(roadmap: Roadmap) -> Iterator[Item]:
    """Return every subject of a roadmap with its stage's position and its title."""
    for place, stage in enumerate(roadmap.stages):
        yield Item(stage_subject(roadmap.slug, stage.slug), place, stage.title)
        for skill in stage.skills:
            yield Item(skill_subject(skill.slug), place, skill.title)
            for outcome in skill.outcomes:
                subject = outcome_subject(skill.slug, outcome.slug)
                yield Item(subject, place, outcome.text)
        for project in stage.all_projects:
            yield Item(project_subject(project.slug), place, project.title)
            for step in project.milestones:
                subject = milestone_subject(project.slug, step.slug)
                yield Item(subject, place, step.title)
        if stage.fork is not None:
            yield from lane_items(stage.fork, place)


def lane_items(fork: Fork, stage: int) -> Iterator[Item]:
    """Return a fork and its lanes."""
    yield Item(fork_subject(fork.slug), stage, fork.title)
    for lane in fork.lanes:
        yield Item(lane_subject(fork.slug, lane.slug), stage, lane.title)


def renames(roadmap: Roadmap) -> Iterator[tuple[str, str]]:
    """Return (old subject, new subject) for everything that says what it was."""
    for stage in roadmap.stages:
        new = stage_subject(roadmap.slug, stage.slug)
        yield from ((stage_subject(roadmap.slug, old), new) for old in stage.was)
        for skill in stage.skills:
            yield from _skill_renames(skill)
        for project in stage.all_projects:
            yield from _project_renames(project)


def _skill_renames(skill: Skill) -> Iterator[tuple[str, str]]:
    for old in skill.was:
        yield skill_subject(old), skill_subject(skill.slug)
    for outcome in skill.outcomes:
        new = outcome_subject(skill.slug, outcome.slug)
        for name in (skill.slug, *skill.was):
            for old in (outcome.slug, *outcome.was):
                if outcome_subject(name, old) != new:
                    yield outcome_subject(name, old), new


def _project_renames(project: Project) -> Iterator[tuple[str, str]]:
    for old in project.was:
        yield project_subject(old), project_subject(project.slug)
    for step in project.milestones:
        new = milestone_subject(project.slug, step.slug)
        for name in (project.slug, *project.was):
            for old in (step.slug, *step.was):
                if milestone_subject(name, old) != new:
                    yield milestone_subject(name, old), new
