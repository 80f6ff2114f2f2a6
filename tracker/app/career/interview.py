"""The section "interview" of the Career page, wired to a journey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.career.adverts import adverts_of
from tracker.app.career.page import show_career
from tracker.ui.career.interview.desk import InterviewDesk
from tracker.ui.career.interview.section import InterviewSection
from tracker.ui.career.names import POSTINGS

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    current, workspace = journeying.current, journeying.workspace
    desk = InterviewDesk(
        current,
        journeying.commands,
        workspace.use_cases,
        adverts_of(journeying),
    )
    section = InterviewSection(desk)
    section.skill_opened.connect(journeying.go_to)
    section.link_clicked.connect(journeying.open_address)
    section.typing.connect(journeying.telling.show_typing)
    section.adverts_wanted.connect(partial(show_career, journeying, POSTINGS))
    current.replaced.connect(section.show_again)
    if workspace.store.read_only:
        section.make_read_only()
    return section
