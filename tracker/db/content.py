"""Roadmap values to JSON and back: the form in which a stage is kept and read fast."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tracker.domain.project import Milestone, Project
from tracker.domain.roadmap import Fork, Group, Lane, Stage
from tracker.domain.skill import Hints, Hours, Outcome, Question, Resource, Skill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Any: a JSON document of our own making, checked when its file was read.
Json = dict[str, Any]


def stage_json(stage: Stage) -> str:
    """Return a whole stage; what is empty is left out."""
    return json.dumps(asdict(stage, dict_factory=_lean))


def _lean(pairs: Iterable[tuple[str, Any]]) -> Json:
    return {key: value for key, value in pairs if value not in _EMPTY}


_EMPTY: tuple[Any, ...] = ("", (), {}, None)


def read_stage(text: str) -> Stage:
    """Return the stage stored by `stage_json`."""
    data: Json = json.loads(text)
    _ways(data)
    if "fork" in data and data["fork"] is not None:
        lanes = data["fork"]["lanes"]
        data["fork"]["lanes"] = tuple(map(_lane, lanes))
        data["fork"] = Fork(**_with_tuples(data["fork"], "was"))
    return Stage(**_with_tuples(data, "was"))


def _lane(data: Json) -> Lane:
    return Lane(**_with_tuples(_ways(data), "was"))


def _ways(data: Json) -> Json:
    """Make the groups and projects of a stage or lane."""
    data["groups"] = tuple(map(_group, data.get("groups", ())))
    return _with_values(data, _project, "projects")


def _group(data: Json) -> Group:
    return Group(**_with_values(data, _skill, "skills"))


def _skill(data: Json) -> Skill:
    data["hours"] = Hours(**data["hours"])
    _with_values(data, _outcome, "outcomes")
    _with_values(data, _resource, "resources")
    _with_values(data, _question, "questions")
    if "hints" in data:
        data["hints"] = Hints(**_with_tuples(data["hints"], "files", "packages"))
    return Skill(**_with_tuples(data, "needs", "aliases", "was"))


def _project(data: Json) -> Project:
    data["hours"] = Hours(**data["hours"])
    _with_values(data, _milestone, "milestones")
    return Project(**_with_tuples(data, "skills", "criteria", "stretch", "was"))


def _outcome(data: Json) -> Outcome:
    return Outcome(**_with_tuples(data, "was"))


def _milestone(data: Json) -> Milestone:
    return Milestone(**_with_tuples(data, "was"))


def _resource(data: Json) -> Resource:
    return Resource(**data)


def _question(data: Json) -> Question:
    return Question(**data)


def _with_values(data: Json, make: Callable[[Json], object], key: str) -> Json:
    if key in data:
        data[key] = tuple(map(make, data[key]))
    return data


def _with_tuples(data: Json, *keys: str) -> Json:
    for key in keys:
        if key in data:
            data[key] = tuple(data[key])
    return data
