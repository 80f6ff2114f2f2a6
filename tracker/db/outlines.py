"""Outlines to JSON and back: as much of a stage as the first picture needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tracker.domain.ids import fork_subject, project_subject, skill_subject
from tracker.domain.outline import ForkOutline, GroupOutline, LaneOutline, StageOutline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.project import Project
    from tracker.domain.roadmap import Fork, Group, Stage
    from tracker.domain.skill import Skill

# Any: a JSON document of our own making.
Json = dict[str, Any]


def outline_json(stage: Stage) -> str:
    """Return what counting needs of a stage."""
    data: Json = {
        "title": stage.title,
        "summary": stage.summary,
        "icon": stage.icon,
        "level": stage.level,
        **_part(stage.groups, stage.projects),
    }
    if stage.fork is not None:
        data["fork"] = _fork(stage.fork)
    return json.dumps(data)


def _part(groups: Iterable[Group], projects: Iterable[Project]) -> Json:
    groups = list(groups)
    of_all = (skill for group in groups if not group.least for skill in group.skills)
    data: Json = {
        "skills": _hours(of_all),
        "projects": {project_subject(p.slug): p.hours.middle for p in projects},
    }
    chosen = [[g.least, _hours(g.skills)] for g in groups if g.least]
    return data | ({"groups": chosen} if chosen else {})


def _fork(fork: Fork) -> Json:
    lanes = {
        lane.slug: {"title": lane.title, **_part(lane.groups, lane.projects)}
        for lane in fork.lanes
    }
    return {"subject": fork_subject(fork.slug), "lanes": lanes}


def _hours(skills: Iterable[Skill]) -> dict[str, float]:
    return {skill_subject(skill.slug): skill.hours.middle for skill in skills}


def read_outline(slug: str, text: str) -> StageOutline:
    """Return the outline stored by `outline_json`."""
    data: Json = json.loads(text)
    if "fork" in data:
        fork = data["fork"]
        lanes = {
            name: LaneOutline(**_with_groups(lane))
            for name, lane in fork["lanes"].items()
        }
        data["fork"] = ForkOutline(fork["subject"], lanes)
    return StageOutline(slug=slug, **_with_groups(data))


def _with_groups(data: Json) -> Json:
    if "groups" in data:
        data["groups"] = tuple(GroupOutline(*each) for each in data["groups"])
    return data
