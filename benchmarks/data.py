"""Large data: a roadmap of 10,000 skills, and a log as long as wanted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tracker.domain.ids import edit_id
from tracker.domain.project import Milestone, Project
from tracker.domain.roadmap import Group, Roadmap, Stage
from tracker.domain.skill import Hours, Outcome, Skill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STAGES, SKILLS, LARGEST = 30, 10_000, 1_260


def big_roadmap() -> Roadmap:
    """Return 10,000 skills in 30 stages, of which the first is the largest."""
    rest = (SKILLS - LARGEST) // (STAGES - 1)
    sizes = [LARGEST] + [rest] * (STAGES - 2)
    sizes.append(SKILLS - sum(sizes))
    numbers = iter(range(SKILLS))
    stages = [_stage(n, [next(numbers) for _ in range(s)]) for n, s in enumerate(sizes)]
    return Roadmap(
        slug="big", title="Big", summary="Large.", version="1", stages=tuple(stages)
    )


def _stage(position: int, numbers: list[int]) -> Stage:
    groups = [numbers[n : n + 40] for n in range(0, len(numbers), 40)]
    return Stage(
        slug=f"stage-{position}",
        title=f"Stage number {position}",
        summary="A stage of a large roadmap.",
        groups=tuple(
            Group(title=f"Group {n}", skills=tuple(map(_skill, group)))
            for n, group in enumerate(groups)
        ),
        projects=(_project(position),),
    )


def _skill(number: int) -> Skill:
    outcomes = tuple(
        Outcome(slug=f"outcome-{n}", text=f"I can show thing {n} of skill {number}")
        for n in range(3)
    )
    return Skill(
        slug=f"skill-{number}",
        title=f"Skill number {number} with a title of usual length",
        summary="What this skill is for, in one sentence.",
        hours=Hours(4, 8),
        outcomes=outcomes,
    )


def _project(position: int) -> Project:
    return Project(
        slug=f"project-{position}",
        title=f"Project {position}",
        brief="Something to build.",
        hours=Hours(10, 20),
        milestones=(Milestone(slug="first", title="The first step"),),
    )


def fill_log(data_file: Path, edits: int) -> None:
    """Add so many edits of one change each to a data file that is not open."""
    with closing(sqlite3.connect(data_file, isolation_level=None)) as connection:
        names = dict(connection.execute("SELECT name, value FROM setting").fetchall())
        who = names["learner"], names["device"]
        connection.execute("PRAGMA synchronous = OFF")  # of the preparation only
        connection.execute("BEGIN")
        rows = _edits(edits, who)
        for edit, change in rows:
            connection.execute("INSERT INTO edit VALUES (?,?,?,?,?,?,?,?,?)", edit)
            connection.execute("INSERT INTO change VALUES (?,?,?,?,?,?)", change)
        connection.execute("COMMIT")


def _edits(number: int, who: tuple[str, str]) -> Iterator[tuple[tuple, tuple]]:
    at = datetime(2021, 1, 1, tzinfo=UTC)
    for n in range(number):
        at += timedelta(minutes=2)
        key = edit_id(at, n.to_bytes(10, "big"))
        day, moment = at.date().isoformat(), at.isoformat(timespec="milliseconds")
        yield (
            (key, *who, n + 1, moment, day, 0, "done", None),
            (key, 0, f"skill:old-{n % 5000}", "state", None, "done"),
        )
