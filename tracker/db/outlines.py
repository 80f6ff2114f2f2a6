"""Outlines to JSON and back: as much of a stage as the first picture needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tracker.domain.ids import project_subject, skill_subject
from tracker.domain.standing import StageOutline

if TYPE_CHECKING:
    from tracker.domain.roadmap import Stage


def outline_json(stage: Stage) -> str:
    """Return what counting needs of a stage."""
    return json.dumps(
        {
            "title": stage.title,
            "summary": stage.summary,
            "icon": stage.icon,
            "level": stage.level,
            "skills": {skill_subject(s.slug): s.hours.middle for s in stage.skills},
            "projects": {
                project_subject(p.slug): p.hours.middle for p in stage.projects
            },
        }
    )


def read_outline(slug: str, text: str) -> StageOutline:
    """Return the outline stored by `outline_json`."""
    return StageOutline(slug=slug, **json.loads(text))
