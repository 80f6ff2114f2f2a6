"""A project: something to build, in steps, that exercises skills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.skill import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of a project."""

    slug: str
    title: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Something to build, small enough to finish and real enough to show.

    Attributes:
        brief: What to build, so that a person can start from it.
        skills: Slugs of the skills it exercises.
        criteria: What must hold before it is accepted, each as one line.
        stretch: Goals for those who want to go further.
    """

    slug: str
    title: str
    brief: str
    hours: Hours
    milestones: tuple[Milestone, ...]
    skills: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    stretch: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
