"""Ways from one page to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.ids import (
    APPLICATION,
    LANE,
    POSTING,
    PROJECT,
    SKILL,
    kind_of,
    project_subject,
    skill_subject,
)
from tracker.ui.navigation import JOURNEY, PROJECTS

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.ui.journey.item_detail import ItemDetail


def go_on(journeying: Journeying) -> None:
    """Show what is next."""
    from tracker.domain.roadmap import Fork
    from tracker.domain.skill import Skill

    journey = journeying.current.journey
    if journey is None:
        return
    here = journey.standing.here
    step = journey.next(here)
    journeying.show_page(JOURNEY)
    if step is None:
        journeying.page.show_stage(here)
        return
    if isinstance(step, Fork):
        journeying.page.show_lanes(here)
        return
    subject_of = skill_subject if isinstance(step, Skill) else project_subject
    journeying.page.show_item(subject_of(step.slug), here)


def serve_questions(journeying: Journeying, detail: ItemDetail) -> None:
    """Answer what the questions of a skill ask for, where one is shown."""
    detail.practise_requested.connect(partial(practise, journeying))
    detail.answer_removed.connect(partial(_remove_answer, journeying))


def practise(journeying: Journeying, subject: str) -> None:
    """Ask the interview questions of a level, role, skill or advert."""
    from tracker.app.career.page import show_career
    from tracker.ui.career.names import INTERVIEW

    show_career(journeying, INTERVIEW, subject)


def _remove_answer(journeying: Journeying, subject: str) -> None:
    interviews = journeying.workspace.use_cases.interviews
    journeying.commands.perform(partial(interviews.remove, subject))


def show_project(journeying: Journeying, subject: str) -> None:
    """Show a project on the board, or on the road if it stands there alone."""
    if journeying.projects.knows(subject):
        journeying.show_page(PROJECTS)
        journeying.projects.go_to(subject)
    else:
        journeying.go_to(subject)


def show_kept(journeying: Journeying, subject: str) -> bool:
    """Show an advert or an application; return whether it is one."""
    kind = kind_of(subject)
    if kind not in {POSTING, APPLICATION}:
        return False
    from tracker.app.career.page import show_career
    from tracker.ui.career.names import APPLICATIONS, POSTINGS

    section = POSTINGS if kind == POSTING else APPLICATIONS
    show_career(journeying, section, subject)
    return True


def show_due(journeying: Journeying, subject: str) -> None:
    """Show what is due: an application in its section, a project on the board."""
    if not show_kept(journeying, subject):
        show_project(journeying, subject)


def show_elsewhere(journeying: Journeying, subject: str) -> bool:
    """Show what does not stand on the road where it can be seen, if it can be."""
    if show_kept(journeying, subject):
        return True
    if journeying.projects.knows(subject):
        show_project(journeying, subject)
        return True
    readable = kind_of(subject) in _READABLE  # also off the road
    if readable and journeying.current.reader.places(subject):
        journeying.open_page(subject)
        return True
    return False


_READABLE = frozenset({SKILL, PROJECT, LANE})
