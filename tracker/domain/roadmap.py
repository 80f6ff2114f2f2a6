"""The content: what there is to learn, and in which order.

A roadmap never changes under a learner. Everything in it has a *slug*, a short name in
lower-case letters, digits and hyphens that stays the same when a title is reworded, so
that progress can refer to it. ``was`` lists the slugs that something had before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Hours:
    """An effort in whole hours, from a quick learner's to a slow one's."""

    low: int
    high: int

    @property
    def middle(self) -> float:
        """Return the hours to plan with."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Something a learner can be seen doing: "I can …"."""

    slug: str
    text: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One thing to learn. It lives once and may stand in many roadmaps."""

    slug: str
    title: str
    summary: str
    hours: Hours
    outcomes: tuple[Outcome, ...]
    needs: tuple[str, ...] = ()  # slugs of skills that help first; they never lock
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Skills of one stage that belong together, under a heading."""

    title: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of a project."""

    slug: str
    title: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Something to build, in steps, that exercises skills."""

    slug: str
    title: str
    brief: str
    hours: Hours
    milestones: tuple[Milestone, ...]
    skills: tuple[str, ...] = ()  # slugs of the skills it exercises
    was: tuple[str, ...] = ()


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
    was: tuple[str, ...] = ()

    @property
    def skills(self) -> Iterator[Skill]:
        """Return the skills of all groups, in order."""
        return (skill for group in self.groups for skill in group.skills)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """A whole road: one to thirty stages."""

    slug: str
    title: str
    summary: str
    version: str
    stages: tuple[Stage, ...]
