"""The ladder as JSON and back: the form in which it is kept, in one setting."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.ladder import (
    ExampleAdvert,
    Ladder,
    Level,
    Pay,
    Requirement,
    Role,
    Said,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SETTING = "ladder"
NAMES = "skill_names"  # the setting of the names of all skills
T = TypeVar("T")

# Any: a JSON document of our own making, checked when its file was read.
Json = dict[str, Any]


def ladder_json(ladder: Ladder) -> str:
    """Return a whole ladder."""
    return json.dumps(asdict(ladder), ensure_ascii=False)


def read_ladder(text: str) -> Ladder:
    """Return the ladder stored by `ladder_json`; an empty one for an empty text."""
    if not text:
        return Ladder()
    data: Json = json.loads(text)
    return Ladder(
        sources=tuple(Source(**each) for each in data["sources"]),
        levels=tuple(map(_level, data["levels"])),
        roles=tuple(map(_role, data["roles"])),
        adverts=tuple(_made(ExampleAdvert, each, "tags") for each in data["adverts"]),
    )


def names_json(names: Mapping[str, Sequence[str]]) -> str:
    """Return the names of skills by slug."""
    return json.dumps(dict(names), ensure_ascii=False)


def read_names(text: str) -> dict[str, tuple[str, ...]]:
    """Return the names stored by `names_json`."""
    data: dict[str, list[str]] = json.loads(text) if text else {}
    return {slug: tuple(names) for slug, names in data.items()}


def _level(data: Json) -> Level:
    for key in ("years", "responsibilities", "day_to_day", "focus", "advance"):
        data[key] = _said(data[key])
    for key in ("required", "master", "start"):
        data[key] = _requirements(data[key])
    data["pay"] = tuple(Pay(**each) for each in data["pay"])
    return _made(Level, data, "titles")


def _role(data: Json) -> Role:
    data["said"] = _said(data["said"])
    data["skills"] = _requirements(data["skills"])
    return Role(**data)


def _said(found: list[Json]) -> tuple[Said, ...]:
    return tuple(_made(Said, each, "sources") for each in found)


def _requirements(found: list[Json]) -> tuple[Requirement, ...]:
    return tuple(_made(Requirement, each, "any", "sources") for each in found)


def _made(make: Callable[..., T], data: Json, *lists: str) -> T:
    """Make a value of which some fields are tuples and JSON knows only lists."""
    return make(**data | {key: tuple(data[key]) for key in lists})
