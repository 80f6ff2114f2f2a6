"""The content: what there is to learn, and in which order.

A roadmap never changes under a learner. Everything in it has a *slug*, a short name in
lower-case letters, digits and hyphens that stays the same when a title is reworded, so
that progress can refer to it. ``was`` lists the slugs that something had before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.project import Project
    from tracker.domain.skill import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Skills of one stage that belong together, under a heading.

    Attributes:
        least: How many of the skills are enough; 0 means all of them. Where fewer than
            all are asked for, the skills are alternatives, and the rest does not count.
        lane: The title of the lane that it belongs to, in a stage as it is walked.
    """

    title: str
    skills: tuple[Skill, ...]
    least: int = 0
    lane: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One way a fork leads: what stands on the road only for those who choose it."""

    slug: str
    title: str
    summary: str
    groups: tuple[Group, ...]
    projects: tuple[Project, ...] = ()
    guide: str = ""  # Markdown
    was: tuple[str, ...] = ()

    def has(self, slug: str) -> bool:
        """Return whether a skill or project stands in this lane."""
        skills = {skill.slug for group in self.groups for skill in group.skills}
        return slug in skills or slug in {project.slug for project in self.projects}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """Where a road divides: a learner walks one lane, and may change it at any time.

    Its slug lives once, like that of a skill: roadmaps with the same fork share the
    choice. Until a lane is chosen, the first one counts.
    """

    slug: str
    title: str
    lanes: tuple[Lane, ...]
    was: tuple[str, ...] = ()

    def renamed(self, lane: str) -> str:
        """Return what a lane that was chosen earlier is called now."""
        if any(each.slug == lane for each in self.lanes):
            return lane
        return next((each.slug for each in self.lanes if lane in each.was), lane)

    def lane(self, slug: str) -> Lane:
        """Return a lane by its slug, and the first for one that is not there."""
        return next((lane for lane in self.lanes if lane.slug == slug), self.lanes[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One part of the road, with everything that stands beside it."""

    slug: str
    title: str
    summary: str
    groups: tuple[Group, ...]
    projects: tuple[Project, ...] = ()
    icon: str = "flag"
    level: str = ""  # the rung of the ladder it belongs to, as a short line
    guide: str = ""  # Markdown
    fork: Fork | None = None
    was: tuple[str, ...] = ()

    @property
    def skills(self) -> Iterator[Skill]:
        """Return each skill of all groups and lanes once, in order."""
        lanes = self.fork.lanes if self.fork else ()
        groups = (*self.groups, *(group for lane in lanes for group in lane.groups))
        once = {skill.slug: skill for group in groups for skill in group.skills}
        return iter(once.values())

    @property
    def all_projects(self) -> Iterator[Project]:
        """Return each project of the stage and its lanes once, in order."""
        lanes = self.fork.lanes if self.fork else ()
        projects = (*self.projects, *(each for lane in lanes for each in lane.projects))
        return iter({each.slug: each for each in projects}.values())

    def has(self, slug: str) -> bool:
        """Return whether a skill or project stands in this stage."""
        slugs = {skill.slug for skill in self.skills}
        return slug in slugs or slug in {each.slug for each in self.all_projects}

    def walked(self, lane: str) -> Stage:
        """Return the stage as a learner walks it: with one lane, and without a fork."""
        if self.fork is None:
            return self
        chosen = self.fork.lane(lane)
        own = (replace(group, lane=chosen.title) for group in chosen.groups)
        return replace(
            self,
            groups=(*self.groups, *own),
            projects=self.projects + chosen.projects,
            fork=None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """A whole road: one to thirty stages."""

    slug: str
    title: str
    summary: str
    version: str
    stages: tuple[Stage, ...]
