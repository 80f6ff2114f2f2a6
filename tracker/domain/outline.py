"""As much of a roadmap as counting needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class GroupOutline(NamedTuple):
    """Alternatives: ``least`` of the skills are enough; hours by subject."""

    least: int
    skills: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOutline:
    """Something that is counted: skills of which all count, alternatives, projects.

    Hours to plan with stand beside each subject.
    """

    skills: Mapping[str, float]
    projects: Mapping[str, float]
    groups: tuple[GroupOutline, ...] = ()
    hours: float = field(init=False)  # of the skills and projects that all count

    def __post_init__(self) -> None:
        hours = sum(self.skills.values()) + sum(self.projects.values())
        object.__setattr__(self, "hours", hours)

    @property
    def subjects(self) -> Iterator[str]:
        """Return every skill and project."""
        yield from self.skills
        for group in self.groups:
            yield from group.skills
        yield from self.projects


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneOutline(PartOutline):
    """What counting needs of a lane."""

    title: str


class ForkOutline(NamedTuple):
    """What counting needs of a fork: its subject, and its lanes by slug, in order."""

    subject: str
    lanes: Mapping[str, LaneOutline]

    def lane(self, slug: str) -> LaneOutline:
        """Return a lane by its slug, and the first for one that is not there."""
        found = self.lanes.get(slug)
        return next(iter(self.lanes.values())) if found is None else found


@dataclass(frozen=True, slots=True, kw_only=True)
class StageOutline(PartOutline):
    """What counting needs of a stage."""

    slug: str
    title: str
    summary: str
    icon: str
    level: str
    fork: ForkOutline | None = None

    @property
    def every_subject(self) -> Iterator[str]:
        """Return every skill and project, those of all lanes and the fork included."""
        yield from self.subjects
        if self.fork is not None:
            yield self.fork.subject
            for lane in self.fork.lanes.values():
                yield from lane.subjects


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What counting needs of a roadmap."""

    slug: str
    title: str
    summary: str
    version: str
    stages: tuple[StageOutline, ...]
    places: Mapping[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        places = {
            subject: position
            for position, stage in enumerate(self.stages)
            for subject in stage.every_subject
        }
        object.__setattr__(self, "places", places)
