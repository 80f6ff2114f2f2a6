"""The line below a stage's title, on the road and in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.standing import count_lane
from tracker.words import tr_n

if TYPE_CHECKING:
    from tracker.services.journey import Journey


def stage_text(journey: Journey, position: int) -> str:
    """Return how far a stage has come, or how many lanes there are to choose from."""
    fork = journey.outline.stages[position].fork
    count = journey.standing.stages[position]
    if fork is not None and not journey.has_chosen(position) and not count.done:
        return lanes_text(len(fork.lanes))
    return detail_text(
        count.skills_done, count.skills, count.projects_done, count.projects
    )


def longest_texts(journey: Journey, position: int) -> list[str]:
    """Return what may come to stand there, each at its longest."""
    stage, count = journey.outline.stages[position], journey.standing.stages[position]
    counts = [(count.skills, count.projects)]
    texts = []
    if stage.fork is not None:
        own = journey.standing.stages[position]
        walked = count_lane(stage.fork, journey.lane(position), journey.progress)
        for lane in stage.fork.lanes:
            other = count_lane(stage.fork, lane, journey.progress)
            skills = own.skills - walked.skills + other.skills
            projects = own.projects - walked.projects + other.projects
            counts.append((skills, projects))
        texts.append(lanes_text(len(stage.fork.lanes)))
    return texts + [detail_text(s, s, p, p) for s, p in counts]


def lanes_text(number: int) -> str:
    """Return how many lanes a fork has."""
    return tr_n("1 lane to choose from", "{n} lanes to choose from", number)


def detail_text(done: int, skills: int, built: int, projects: int) -> str:
    """Return how many skills and projects of a stage are done."""
    text = tr_n("{done} / 1 skill", "{done} / {n} skills", skills, done=done)
    if not projects:
        return text
    more = tr_n("{done} / 1 project", "{done} / {n} projects", projects, done=built)
    return f"{text} · {more}"
