"""Roadmap values to JSON and back: the form in which a stage is kept and read fast."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from tracker.domain.roadmap import (
    Group,
    Hours,
    Milestone,
    Outcome,
    Project,
    Skill,
    Stage,
)

# Any: a JSON document of our own making, checked when its file was read.
Json = dict[str, Any]


def stage_json(stage: Stage) -> str:
    """Return a whole stage."""
    return json.dumps(asdict(stage))


def read_stage(text: str) -> Stage:
    """Return the stage stored by `stage_json`."""
    data = json.loads(text)
    data["groups"] = tuple(
        Group(title=g["title"], skills=tuple(map(_skill, g["skills"])))
        for g in data["groups"]
    )
    data["projects"] = tuple(map(_project, data["projects"]))
    data["was"] = tuple(data["was"])
    return Stage(**data)


def _skill(data: Json) -> Skill:
    data["hours"] = Hours(**data["hours"])
    data["outcomes"] = tuple(
        Outcome(slug=o["slug"], text=o["text"], was=tuple(o["was"]))
        for o in data["outcomes"]
    )
    data["needs"], data["was"] = tuple(data["needs"]), tuple(data["was"])
    return Skill(**data)


def _project(data: Json) -> Project:
    data["hours"] = Hours(**data["hours"])
    data["milestones"] = tuple(
        Milestone(slug=m["slug"], title=m["title"], was=tuple(m["was"]))
        for m in data["milestones"]
    )
    data["skills"], data["was"] = tuple(data["skills"]), tuple(data["was"])
    return Project(**data)
