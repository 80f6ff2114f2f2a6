"""The skills, projects and forks that roadmaps share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.project import Project
    from tracker.domain.roadmap import Fork
    from tracker.domain.skill import Skill


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What lives once and may stand in many roadmaps, by slug."""

    EMPTY: ClassVar[Catalogue]

    skills: Mapping[str, Skill]
    projects: Mapping[str, Project]
    forks: Mapping[str, Fork] = field(default_factory=dict)


Catalogue.EMPTY = Catalogue({}, {})
