"""The skills and projects that roadmaps share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.project import Project
    from tracker.domain.skill import Skill


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Skills and projects by slug. Each lives once and may stand in many roadmaps."""

    EMPTY: ClassVar[Catalogue]

    skills: Mapping[str, Skill]
    projects: Mapping[str, Project]


Catalogue.EMPTY = Catalogue({}, {})
