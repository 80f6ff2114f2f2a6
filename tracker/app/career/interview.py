"""The section "interview" of the Career page, wired to a journey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.services.application_fit import AdvertFit, Standing, stored_standing
from tracker.ui.career.interview.desk import InterviewDesk
from tracker.ui.career.interview.section import InterviewSection
from tracker.ui.career.page import POSTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.app.journeying import Journeying
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    current, workspace = journeying.current, journeying.workspace
    desk = InterviewDesk(
        current,
        journeying.commands,
        workspace.use_cases,
        _adverts(journeying),
    )
    section = InterviewSection(desk)
    section.skill_opened.connect(journeying.go_to)
    section.link_clicked.connect(journeying.open_address)
    section.typing.connect(journeying.telling.show_typing)
    section.adverts_wanted.connect(partial(_show_postings, journeying))
    current.replaced.connect(section.show_again)
    if workspace.store.read_only:
        section.make_read_only()
    return section


def _show_postings(journeying: Journeying) -> None:
    from tracker.app.career.page import show_career

    show_career(journeying, POSTINGS)


def _adverts(journeying: Journeying) -> Callable[[str], Sequence[str]]:
    """Return what gives the skills that an advert asks for, put right by the learner.

    Of alternatives it is the one that the learner has most of.
    """
    current = journeying.current

    def standing() -> Standing:
        if current.journey is None:
            return stored_standing(current.reader)
        return Standing(current.evidence, current.journey.progress)

    fit_of = AdvertFit(current.reader, standing)

    def skills(posting: str) -> Sequence[str]:
        fit = fit_of(posting)
        return [] if fit is None else [term.best for term in fit.terms]

    return skills
