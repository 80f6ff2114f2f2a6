"""What the header says above each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.navigation import CAREER, GUIDE, JOURNAL, PROJECTS, SETTINGS
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying


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
