"""What the card above the list says is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.next_steps import alternatives, helped_by
from tracker.domain.roadmap import Fork
from tracker.domain.skill import Skill
from tracker.services.wording import hours_text
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.project import Project
    from tracker.domain.roadmap import Stage
    from tracker.services.journey import Journey


def next_words(journey: Journey, position: int) -> tuple[str, str]:
    """Return a title and a line below it for what is next in a stage."""
    step = journey.next(position)
    if step is None:
        return _nothing_left(journey, position)
    if isinstance(step, Fork):
        counted = step.lane(journey.lane(position)).title
        until = tr("Until then, your progress is measured on “{lane}”", lane=counted)
        return tr("Choose your lane"), until
    detail = _detail(step, journey.walked(position))
    return tr("Next: {title}", title=step.title), detail


def lane_words(journey: Journey, position: int, *, tight: bool) -> str:
    """Return which lane counts; empty without a fork, or where to choose is next.

    Where there is no room for the card that says so, this does.
    """
    fork = journey.outline.stages[position].fork
    if fork is None:
        return ""
    if isinstance(journey.next(position), Fork):
        return tr("Choose your lane…") if tight else ""
    lane = fork.lanes[journey.lane(position)].title
    if journey.has_chosen(position):
        return tr("Lane: {lane} · change…", lane=lane)
    return tr("Lane: {lane}, until you choose another…", lane=lane)


def _nothing_left(journey: Journey, position: int) -> tuple[str, str]:
    if journey.standing.arrived:
        return tr("You have arrived"), tr("Everything is done.")
    following = journey.standing.here
    title = journey.outline.stages[following].title
    text = tr("On to stage {n}: {title}", n=following + 1, title=title)
    aside = journey.standing.stages[position].is_aside
    return tr("Set aside") if aside else tr("All done here"), text


def _detail(step: Skill | Project, stage: Stage) -> str:
    hours = hours_text(step.hours)
    if not isinstance(step, Skill):
        return hours
    choice, helped = alternatives(step, stage), helped_by(step, stage)
    if choice:
        return tr("{hours} · or another of “{group}”", hours=hours, group=choice)
    if helped:
        return tr("{hours} · helps with “{title}”", hours=hours, title=helped)
    return hours
