"""The action that puts the current item on the plan, or takes it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.ids import MILESTONE, PROJECT, SKILL, kind_of, parent_of
from tracker.domain.project_facts import project_of
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying


def toggle_plan(journeying: Journeying) -> None:
    """Plan the skill or project that the keyboard is on; of a part, its whole."""
    page = journeying.window.pages.currentWidget()
    usual = getattr(page, "current_subject", None)
    ask = getattr(page, "plan_subject", usual)
    subject = ask() if ask is not None else None
    whole = _whole(subject) if subject else ""
    if not whole:
        text = tr("Choose a skill or project first")
        journeying.window.toast.say(text, undoable=False)
        return
    planned = whole in journeying.current.plan
    journeying.commands.plan([whole], wanted=not planned)


def _whole(subject: str) -> str:
    """Return the skill or project that a subject is or belongs to; else nothing."""
    whole = parent_of(subject) or subject
    if kind_of(whole) == MILESTONE:  # of a step
        whole = project_of(whole)
    return whole if kind_of(whole) in {SKILL, PROJECT} else ""
