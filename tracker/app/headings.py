"""What the header says above each page, and ways from one page to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.ids import APPLICATION, LANE, POSTING, PROJECT, SKILL, kind_of
from tracker.ui.navigation import CAREER, GUIDE, JOURNAL, PROJECTS, SETTINGS
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.ui.journey.item_detail import ItemDetail


def heading(journeying: Journeying, page: int) -> tuple[str, str] | None:
    """Return title and status of a page; ``None`` for one that shows a roadmap."""
    if page == SETTINGS:
        return tr("Settings"), tr("Everything here takes effect at once.")
    if page == JOURNAL:
        text = tr("What you did, line by line. Ctrl+L writes one from anywhere.")
        return tr("Journal"), text
    if page == GUIDE:
        text = tr("Stages, subjects, questions, levels and roles, to read offline.")
        return tr("Guide"), text
    return _own_heading(journeying, page)


def _own_heading(journeying: Journeying, page: int) -> tuple[str, str] | None:
    """Return what a page says of itself."""
    if page == CAREER:
        return tr("Career"), journeying.career.status
    if page == PROJECTS:
        return tr("Projects"), journeying.projects.status
    return None


def serve_questions(journeying: Journeying, detail: ItemDetail) -> None:
    """Answer what the questions of a skill ask for, where one is shown."""
    detail.practise_requested.connect(partial(_practise, journeying))
    detail.answer_removed.connect(partial(_remove_answer, journeying))


def _practise(journeying: Journeying, subject: str) -> None:
    from tracker.app.career.page import show_career

    show_career(journeying, "interview", subject)


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
    section = {POSTING: "postings", APPLICATION: "applications"}.get(kind_of(subject))
    if section is not None:
        from tracker.app.career.page import show_career

        show_career(journeying, section, subject)
    return section is not None


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
